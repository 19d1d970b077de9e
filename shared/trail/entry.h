#pragma once

#include "shared/base/clock.h"
#include "shared/base/hash.h"
#include "shared/base/uuid.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace fieldbook::trail {

// What stands in the open about one thing that happened; what it was about is in the entry's body.
struct EntryHeader {
    Timestamp at;
    std::string kind; // "record.changed", "change.refused", "session.opened", ...
    Uuid by; // Nil: the server itself.
    std::int64_t device = 0; // 0: the server.
    std::string type; // Of the record; empty where none is meant.
    Uuid record;
};

// JSON, the same bytes for the same header.
[[nodiscard]] std::string toJson(const EntryHeader& header);

inline constexpr std::size_t saltBytes = 16;

// What stands for a body in the tree. Nobody can find out by trying what a body was that is gone
// together with its salt: personal data can be erased, and the trail still verified.
[[nodiscard]] Sha256Digest bodyDigest(std::span<const std::uint8_t> salt, std::string_view body);

// The leaf of an entry: of its header as written, then the digest of its body, always 32 bytes.
[[nodiscard]] Sha256Digest entryHash(std::string_view header, const Sha256Digest& body);

} // namespace fieldbook::trail
