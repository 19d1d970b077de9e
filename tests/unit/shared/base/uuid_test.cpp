#include "shared/base/uuid.h"

#include <gtest/gtest.h>

namespace fieldbook {
namespace {

class StandingClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override { return fromMillis(1'700'000'000'000); }
};

TEST(Uuid, RoundTripsThroughItsText)
{
    const std::string text = "0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5b";

    EXPECT_EQ(Uuid::parse(text)->text(), text);
}

TEST(Uuid, RefusesMalformedText)
{
    for (const auto* text :
         {"", "0190b1c2d3e47f568a9b0c1d2e3f4a5b", "0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5",
          "0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5g", "0190b1c2-d3e4-7f56-8a9b+0c1d2e3f4a5b"}) {
        EXPECT_FALSE(Uuid::parse(text)) << text;
    }
}

TEST(UuidSource, MintsIncreasingVersionSevenIdsEvenWhenTheClockStandsStill)
{
    StandingClock clock;
    SystemEntropy entropy;
    UuidSource source{clock, entropy};

    Uuid last = source.next();
    EXPECT_EQ(last.text()[14], '7');
    for (int i = 0; i < 5000; ++i) {
        const Uuid next = source.next();
        ASSERT_LT(last, next);
        last = next;
    }
}

} // namespace
} // namespace fieldbook
