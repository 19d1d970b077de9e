#include "shared/rules/position.h"

#include <gtest/gtest.h>

namespace fieldbook::rules {
namespace {

Geo at(double latitude, double longitude, double accuracy = 0)
{
    return Geo{latitude, longitude, accuracy, {}, false};
}

TEST(Position, MeasuresKnownDistances)
{
    EXPECT_NEAR(metersBetween(at(0, 0), at(0, 1)), 111'195, 1);
    EXPECT_NEAR(metersBetween(at(31.2304, 121.4737), at(39.9042, 116.4074)), 1'067'000, 1'000);
    EXPECT_NEAR(metersBetween(at(0, 179.9995), at(0, -179.9995)), 111, 1);
    EXPECT_NEAR(metersBetween(at(90, 0), at(-90, 0)), 20'015'115, 2);
    EXPECT_EQ(metersBetween(at(30, 120), at(30, 120)), 0);
}

TEST(Position, AllowsForWhatTheDeviceSaysItMayBeOffByUpToABound)
{
    const Geo customer = at(30, 120);
    const auto verdict = [&](double degreesNorth, double accuracy) {
        const Geo fix = at(30 + degreesNorth, 120, accuracy);
        return checkPosition(&fix, &customer).verdict;
    };

    EXPECT_EQ(verdict(0.0017, 0), "inside");
    EXPECT_EQ(verdict(0.0022, 0), "outside");
    EXPECT_EQ(verdict(0.0022, 60), "inside");
    EXPECT_EQ(verdict(0.0030, 5'000), "outside");
}

} // namespace
} // namespace fieldbook::rules
