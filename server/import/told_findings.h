#pragma once

#include "server/import/import_order.h"

#include <span>
#include <vector>

namespace fieldbook::server::import {

// So many of them, what was refused before warnings, in the order of their lines.
[[nodiscard]] std::vector<Finding> toldOf(std::span<const Finding> findings, std::size_t most);
// Nothing of people's that is sensitive is repeated where all who import may read it, for as long
// as an import is kept, and nothing at length.
void shorten(Finding& finding, const ImportOrder& order);

} // namespace fieldbook::server::import
