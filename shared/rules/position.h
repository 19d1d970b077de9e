#pragma once

#include "shared/record/value.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace fieldbook::rules {

// Within this many metres of the customer's position a check-in counts as there. To it comes what
// the device says its fix may be off by, up to a bound.
inline constexpr double checkInsideMeters = 200;
inline constexpr double checkAccuracyMetersMax = 100;

// Great-circle distance on a sphere of the mean Earth radius.
[[nodiscard]] double metersBetween(const Geo& a, const Geo& b);

struct PositionCheck {
    std::optional<std::int64_t> meters; // Nothing where either position is unknown.
    std::string_view verdict; // A choice of visit.check_in_verdict.
};

// Null stands for a position that is not known.
[[nodiscard]] PositionCheck checkPosition(const Geo* fix, const Geo* customer);

} // namespace fieldbook::rules
