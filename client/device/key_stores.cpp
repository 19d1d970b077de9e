#include "client/device/key_stores.h"

#include "client/vault/folder_key_store.h"

namespace fieldbook::client {

std::unique_ptr<KeyStore> openKeyStore(const std::filesystem::path& folder)
{
    return std::make_unique<FolderKeyStore>(folder / "keys");
}

} // namespace fieldbook::client
