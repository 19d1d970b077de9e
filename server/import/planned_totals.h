#pragma once

#include "shared/base/result.h"
#include "shared/rules/world.h"

#include <span>

namespace fieldbook::server::import {

// Writes into an order and its lines what the order rules make of them (shared/rules/totals.h); the
// price list may be null. Codes: those of the rules.
[[nodiscard]] Result<void> setTotals(rules::RecordWrite& order,
                                     std::span<rules::RecordWrite* const> lines,
                                     const rules::RecordWrite* priceList);

} // namespace fieldbook::server::import
