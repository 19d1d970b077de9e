#pragma once

#include "shared/base/result.h"
#include "shared/base/secret_key.h"

#include <filesystem>
#include <optional>

namespace fieldbook::client {

// The key of a store from before there was a vault: in the file store.key, or derived from
// FIELDBOOK_PASSPHRASE with the salt in store.salt. Nothing where the folder has neither. Code
// `store.key`: the passphrase is not given, or the file is damaged.
[[nodiscard]] Result<std::optional<SecretKey>> findFormerKey(const std::filesystem::path& folder);

// Once the store opens by another key: overwritten, then gone.
void forgetFormerKey(const std::filesystem::path& folder);

} // namespace fieldbook::client
