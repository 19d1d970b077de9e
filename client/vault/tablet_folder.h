#pragma once

#include "client/vault/vault.h"

#include <filesystem>
#include <optional>

namespace fieldbook::client {

// Where a tablet keeps what it has.
struct TabletFolder {
    std::filesystem::path root;

    [[nodiscard]] std::filesystem::path store() const { return root / "store"; }
    [[nodiscard]] std::filesystem::path vault() const { return root / "vault"; }
    // Stores that were taken away while something in them was unsent, each with the vault's file:
    // nobody but the company opens them (`fieldbookd recover`).
    [[nodiscard]] std::filesystem::path sealed() const { return root / "sealed"; }
};

// Takes the store away: the keys first, then the data. Gives the folder in which it is kept for the
// company, if anything in it may be unsent. The store must be closed; open or locked is the same to
// the vault. Goes on where a former call was cut off; the standing is None afterwards.
std::optional<std::filesystem::path> takeAway(Vault& vault, const TabletFolder& folder);

// To be called before anything else of a folder: ends a taking away that was cut off.
void finishTakingAway(Vault& vault, const TabletFolder& folder);

} // namespace fieldbook::client
