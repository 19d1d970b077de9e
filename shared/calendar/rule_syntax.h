#pragma once

#include "shared/base/result.h"

#include <span>
#include <string_view>

namespace fieldbook {

// Whether a text is written as RFC 5545, section 3.3.10, and RFC 7529 demand, and asks for nothing
// beyond our bounds. libical reads rules leniently ("COUNT=2x" is 2) and searches for minutes after
// some that never occur; what passes here it reads as it is meant. Codes as Recurrence::parse().
[[nodiscard]] Result<void> checkRuleSyntax(std::string_view rule);

// Whether at least one of the months has one of the days (from the back, if negative); true where
// either is left open.
[[nodiscard]] bool anyMonthHasDay(std::span<const int> months, std::span<const int> days);

} // namespace fieldbook
