#pragma once

#include <array>
#include <span>
#include <string_view>

// What somebody still has to do about a customer: by the codes that its records have while they are
// open. It goes along when the customer changes hands.
namespace fieldbook::rules {

inline constexpr std::array<std::string_view, 1> openReminders{"open"};
inline constexpr std::array<std::string_view, 1> plannedVisits{"planned"};
// Stages of deals that are neither won nor lost.
[[nodiscard]] std::span<const std::string_view> openStages();

} // namespace fieldbook::rules
