#pragma once

#include "shared/base/encoding.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/db/database.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::custody {

// Changes of a tablet that stand next to each other, as it would push them.
struct UnsentRun {
    std::vector<std::string> changes; // JSON, whole groups only.
};

// What of a tablet's work has no receipt yet, read from its store. The one place outside
// client/local that knows its tables; a test holds the two together.
struct Remains {
    Uuid user;
    std::int64_t device = 0;
    std::int64_t received = 0; // The last change whose receipt the tablet has.
    std::vector<UnsentRun> runs; // In order; each fits into one push.

    [[nodiscard]] std::size_t changes() const;
};

// Code `remains.nobody`: nobody has ever signed in on it. Throws db::Error where the store is no
// tablet's.
[[nodiscard]] Result<Remains> readRemains(db::Database& store);

// The files that are not, or not wholly, sent; one after the other.
using FileVisitor = std::function<void(std::string_view sha256, std::string_view bytes)>;
void forEachUnsentFile(db::Database& store, const FileVisitor& visit);

// The box with the store's key that only the company opens, from the text of the vault's file. Code
// `vault.damaged`.
[[nodiscard]] Result<Bytes> escrowIn(std::string_view vaultFile);

} // namespace fieldbook::custody
