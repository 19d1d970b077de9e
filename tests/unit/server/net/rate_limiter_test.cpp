#include "server/net/rate_limiter.h"

#include <gtest/gtest.h>

namespace fieldbook::server::net {
namespace {

using std::chrono::seconds;

constexpr RateLimiter::Time start{seconds{1'000}};

std::size_t taken(RateLimiter& limiter, const std::string& key, RateLimiter::Time at)
{
    std::size_t count = 0;
    while (count < 1'000 && !limiter.take(key, at))
        ++count;
    return count;
}

TEST(RateLimiter, GivesAMinutesWorthAtOnceThenASteadyRate)
{
    RateLimiter limiter{60};

    EXPECT_EQ(taken(limiter, "a", start), 60u);
    EXPECT_EQ(limiter.take("a", start), seconds{1});
    EXPECT_EQ(taken(limiter, "a", start + seconds{1}), 1u);
    EXPECT_EQ(taken(limiter, "a", start + seconds{11}), 10u);
    EXPECT_EQ(taken(limiter, "a", start + seconds{600}), 60u);
}

TEST(RateLimiter, SaysHowLongToWait)
{
    RateLimiter limiter{2};
    EXPECT_EQ(taken(limiter, "a", start), 2u);

    const auto wait = limiter.take("a", start + seconds{10});

    EXPECT_EQ(wait, seconds{20});
    EXPECT_FALSE(limiter.take("a", start + seconds{10} + *wait));
}

TEST(RateLimiter, CountsEachKeyForItself)
{
    RateLimiter limiter{1};
    EXPECT_FALSE(limiter.take("a", start));

    EXPECT_TRUE(limiter.take("a", start));
    EXPECT_FALSE(limiter.take("b", start));
}

TEST(RateLimiter, ForgetsTheQuietBeforeTheBusy)
{
    RateLimiter limiter{1, 2};
    EXPECT_FALSE(limiter.take("quiet", start));
    EXPECT_FALSE(limiter.take("busy", start + seconds{59}));

    EXPECT_FALSE(limiter.take("new", start + seconds{61}));

    EXPECT_TRUE(limiter.take("busy", start + seconds{61}));
}

TEST(RateLimiter, WithoutANumberHasNoLimit)
{
    RateLimiter limiter{0};

    EXPECT_EQ(taken(limiter, "a", start), 1'000u);
}

} // namespace
} // namespace fieldbook::server::net
