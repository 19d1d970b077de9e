#pragma once

#include "client/vault/folder_key_store.h"
#include "client/vault/tablet_folder.h"
#include "client/vault/vault.h"

#include <filesystem>
#include <memory>

namespace fieldbook::client {

// The vault of a tablet's folder, with what it stands on: the device's key store, the file beside
// the store, the clocks. What an earlier program began to take away is gone when it is made. Throws
// as Vault does.
class TabletKeys {
public:
    explicit TabletKeys(const std::filesystem::path& folder);

    [[nodiscard]] const TabletFolder& folder() const { return folder_; }
    [[nodiscard]] Vault& vault() { return *vault_; }
    [[nodiscard]] Entropy& entropy() { return entropy_; }
    // The id of a vault that is to be made.
    [[nodiscard]] Uuid newId() { return ids_.next(); }

    // Wipes: the keys first, then the store, which must be closed. Gives where it is kept sealed
    // for the company, if something in it may be unsent. Another vault can be made afterwards.
    std::optional<std::filesystem::path> takeAway();

private:
    void read();

    TabletFolder folder_;
    SystemClock clock_;
    SystemBootClock boot_;
    SystemEntropy entropy_;
    UuidSource ids_{clock_, entropy_};
    std::unique_ptr<KeyStore> device_;
    FolderKeyStore beside_;
    std::unique_ptr<Vault> vault_;
};

} // namespace fieldbook::client
