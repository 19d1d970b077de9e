#pragma once

#include "shared/base/encoding.h"
#include "shared/base/secret_key.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace fieldbook {

using Sha256Digest = std::array<std::uint8_t, 32>;

// SHA-256 of bytes that arrive in pieces. Used up by finish(); copy it before to know the digest
// so far. One thread.
class Sha256 {
public:
    Sha256();

    void update(std::span<const std::uint8_t> bytes);
    void update(std::string_view text) { update(asBytes(text)); }
    [[nodiscard]] Sha256Digest finish();

private:
    // As large and as aligned as libsodium's state, which base keeps out of its headers.
    alignas(8) std::array<std::uint8_t, 104> state_{};
    bool finished_ = false;
};

[[nodiscard]] Sha256Digest sha256(std::span<const std::uint8_t> bytes);
[[nodiscard]] inline Sha256Digest sha256(std::string_view text) { return sha256(asBytes(text)); }

// HMAC with SHA-256 (RFC 2104).
[[nodiscard]] Sha256Digest hmacSha256(std::span<const std::uint8_t> bytes, const SecretKey& key);

// Takes the same time wherever two secrets of one length differ; only the length shows.
[[nodiscard]] bool equalInConstantTime(std::span<const std::uint8_t> left,
                                       std::span<const std::uint8_t> right);

} // namespace fieldbook
