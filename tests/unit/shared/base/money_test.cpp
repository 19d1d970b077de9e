#include "shared/base/money.h"

#include <gtest/gtest.h>

#include <limits>

namespace fieldbook {
namespace {

const Currency cny = *Currency::parse("CNY");
const Currency usd = *Currency::parse("USD");

TEST(Money, RefusesToAddDifferentCurrencies)
{
    const auto sum = Money::fromMinor(1, cny).plus(Money::fromMinor(1, usd));

    ASSERT_FALSE(sum);
    EXPECT_EQ(sum.error().code, "money.mixed");
}

TEST(Money, RefusesToOverflow)
{
    const auto most = Money::fromMinor(std::numeric_limits<std::int64_t>::max(), cny);

    EXPECT_EQ(most.plus(Money::fromMinor(1, cny)).error().code, "money.overflow");
}

TEST(Money, ReadsAndWritesDecimalsOfItsCurrency)
{
    EXPECT_EQ(Money::parseDecimal("-12.3", cny)->minor(), -1230);
    EXPECT_EQ(Money::parseDecimal("1200", *Currency::parse("JPY"))->minor(), 1200);
    EXPECT_EQ(Money::fromMinor(-5, cny).decimal(), "-0.05");
    EXPECT_EQ(Money::fromMinor(1234567, cny).decimal(), "12345.67");
}

TEST(Money, RefusesMalformedDecimals)
{
    for (const auto* text : {"", "-", "1.234", "1.", ".5", "1,5", "12a", "99999999999999999999"}) {
        EXPECT_FALSE(Money::parseDecimal(text, cny)) << text;
    }
}

TEST(MulDivHalfEven, RoundsTiesToTheEvenNeighbourOnBothSidesOfZero)
{
    EXPECT_EQ(*mulDivHalfEven(5, 1, 2), 2);
    EXPECT_EQ(*mulDivHalfEven(7, 1, 2), 4);
    EXPECT_EQ(*mulDivHalfEven(-5, 1, 2), -2);
    EXPECT_EQ(*mulDivHalfEven(-7, 1, 2), -4);
    EXPECT_EQ(*mulDivHalfEven(10, 1, 3), 3);
    EXPECT_EQ(*mulDivHalfEven(-11, 1, 3), -4);
}

} // namespace
} // namespace fieldbook
