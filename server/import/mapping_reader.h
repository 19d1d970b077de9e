#pragma once

#include "server/import/mapping.h"

#include <toml++/toml.h>

namespace fieldbook::server::import {

// The mapping that a parsed file describes. What its sections say of one another is not checked
// here. Code `import.mapping`.
[[nodiscard]] Result<Mapping> readTree(const toml::table& tree);

} // namespace fieldbook::server::import
