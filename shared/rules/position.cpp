#include "shared/rules/position.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fieldbook::rules {

double metersBetween(const Geo& a, const Geo& b)
{
    constexpr double earthRadiusMeters = 6'371'008.8;
    constexpr double radians = std::numbers::pi / 180;
    const double north = std::sin((b.latitude - a.latitude) * radians / 2);
    const double east = std::sin((b.longitude - a.longitude) * radians / 2);
    const double half = north * north + std::cos(a.latitude * radians) *
                                            std::cos(b.latitude * radians) * east * east;
    return 2 * earthRadiusMeters * std::asin(std::sqrt(std::clamp(half, 0.0, 1.0)));
}

PositionCheck checkPosition(const Geo* fix, const Geo* customer)
{
    if (fix == nullptr) {
        return {std::nullopt, "no_fix"};
    }
    if (customer == nullptr) {
        return {std::nullopt, fix->mocked ? "mocked" : "no_customer_position"};
    }
    const double meters = metersBetween(*fix, *customer);
    const double allowed =
        checkInsideMeters + std::clamp(fix->accuracy, 0.0, checkAccuracyMetersMax);
    const std::string_view verdict = fix->mocked         ? "mocked"
                                     : meters <= allowed ? "inside"
                                                         : "outside";
    return {std::llround(meters), verdict};
}

} // namespace fieldbook::rules
