#pragma once

#include "shared/base/signature.h"

#include <filesystem>

namespace fieldbook::server {

// The key that signs the trail of this store, from a file that only its owner may read; makes the
// file if there is none. It is not in the store, so that a copy of the store alone cannot be
// altered and signed anew. Throws std::runtime_error if the file holds no key.
[[nodiscard]] SigningKey loadTrailKey(const std::filesystem::path& file, Entropy& entropy);

} // namespace fieldbook::server
