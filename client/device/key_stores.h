#pragma once

#include "client/vault/key_store.h"

#include <filesystem>
#include <memory>

namespace fieldbook::client {

// The device's key store for a tablet's folder: files in its sub-folder `keys`, which only this
// account of the system reads.
[[nodiscard]] std::unique_ptr<KeyStore> openKeyStore(const std::filesystem::path& folder);

} // namespace fieldbook::client
