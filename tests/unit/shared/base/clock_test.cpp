#include "shared/base/clock.h"

#include <gtest/gtest.h>

namespace fieldbook {
namespace {

TEST(Rfc3339, ReadsOffsetsAndFractions)
{
    EXPECT_EQ(toRfc3339(*parseRfc3339("2026-05-14T17:12:00+08:00")), "2026-05-14T09:12:00.000Z");
    EXPECT_EQ(toRfc3339(*parseRfc3339("2026-05-14T09:12:00.1234Z")), "2026-05-14T09:12:00.123Z");
    EXPECT_EQ(toMillis(*parseRfc3339("1970-01-01T00:00:00.005Z")), 5);
}

TEST(Rfc3339, RefusesWhatIsNotADateTime)
{
    for (const auto* text :
         {"", "2026-05-14", "2026-02-30T00:00:00Z", "2026-05-14T24:00:00Z", "2026-05-14T09:12:00",
          "2026-05-14T09:12:00.Z", "2026-05-14 09:12:00Z", "2026-05-14T09:12:00+8:00"}) {
        EXPECT_FALSE(parseRfc3339(text)) << text;
    }
}

TEST(IsoDate, RoundTripsAndRefusesDaysThatDoNotExist)
{
    EXPECT_EQ(toIsoDate(*parseIsoDate("2028-02-29")), "2028-02-29");
    EXPECT_FALSE(parseIsoDate("2026-02-29"));
    EXPECT_FALSE(parseIsoDate("2026-2-9"));
}

} // namespace
} // namespace fieldbook
