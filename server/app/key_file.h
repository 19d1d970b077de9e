#pragma once

#include "shared/base/secret_key.h"

#include <filesystem>

namespace fieldbook::server {

// A key of this store, from a file that only its owner may read; makes the file if there is none.
// It is not in the store, so that a copy of the store alone is worth less. Throws
// std::runtime_error if the file holds no key.
[[nodiscard]] SecretKey loadKeyFile(const std::filesystem::path& file, Entropy& entropy);

} // namespace fieldbook::server
