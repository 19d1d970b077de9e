#include "tests/support/fake_clock.h"
#include "tests/support/seeded_entropy.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace fieldbook::testing {
namespace {

TEST(SeededEntropy, RepeatsItselfForTheSameSeedAndNoOther)
{
    SeededEntropy first{42};
    SeededEntropy same{42};
    SeededEntropy other{43};
    std::array<std::uint8_t, 21> a{};
    std::array<std::uint8_t, 21> b{};
    std::array<std::uint8_t, 21> c{};

    first.fill(a);
    same.fill(b);
    other.fill(c);

    EXPECT_EQ(a, b);
    EXPECT_NE(a, c);
}

TEST(SeededEntropy, DrawsEvenlyBelowABound)
{
    SeededEntropy entropy{1};
    std::vector<int> seen(7);

    for (int i = 0; i < 7000; ++i) {
        ++seen.at(entropy.below(7));
    }

    for (const int count : seen) {
        EXPECT_NEAR(count, 1000, 150);
    }
    EXPECT_EQ(entropy.below(1), 0U);
    EXPECT_TRUE(entropy.chance(100));
    EXPECT_FALSE(entropy.chance(0));
}

TEST(SeededEntropy, MintsTheSameIdsFromTheSameSeedAndTime)
{
    const FakeClock clock;
    SeededEntropy first{7};
    SeededEntropy second{7};
    UuidSource ids{clock, first};
    UuidSource again{clock, second};

    EXPECT_EQ(ids.next(), again.next());
    EXPECT_EQ(ids.next(), again.next());
}

TEST(FakeClock, MovesOnlyWhenTold)
{
    FakeClock clock;
    const Timestamp start = clock.now();

    clock.advance(std::chrono::minutes{5});
    EXPECT_EQ(clock.now() - start, std::chrono::minutes{5});
    clock.advance(std::chrono::minutes{-10});
    EXPECT_EQ(clock.now() - start, std::chrono::minutes{-5});
    clock.set(start);

    EXPECT_EQ(clock.now(), start);
    EXPECT_EQ(toRfc3339(clock.now()), "2026-05-14T09:00:00.000Z");
}

} // namespace
} // namespace fieldbook::testing
