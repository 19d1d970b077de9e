#include "shared/rules/totals.h"
#include "tests/support/people.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace fieldbook::rules {

void showValue(const LineTerms& line, std::ostream& out)
{
    out << line.quantity << " x " << line.unitPrice << " -" << line.discount << " tax "
        << line.taxRate;
}

void showValue(const OrderTerms& order, std::ostream& out)
{
    out << "-" << order.discount << " freight " << order.freight
        << (order.taxIncluded ? " with tax" : " without tax");
}

namespace {

using testing::aRecord;
using testing::idOf;

const Currency cny = *Currency::parse("CNY");

rc::Gen<std::int64_t> share()
{
    return rc::gen::oneOf(rc::gen::just(std::int64_t{0}), rc::gen::just(std::int64_t{10'000}),
                          rc::gen::inRange<std::int64_t>(0, 10'001));
}

rc::Gen<LineTerms> anyLine()
{
    return rc::gen::build<LineTerms>(
        rc::gen::set(&LineTerms::quantity,
                     rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, 5'000'000),
                                    rc::gen::inRange<std::int64_t>(1, quantityMax + 1))),
        rc::gen::set(&LineTerms::unitPrice, rc::gen::inRange<std::int64_t>(0, 1'000'000)),
        rc::gen::set(&LineTerms::discount, share()),
        rc::gen::set(&LineTerms::taxRate,
                     rc::gen::elementOf(std::vector<std::int64_t>{0, 300, 600, 900, 1'300})));
}

rc::Gen<OrderTerms> anyOrder()
{
    return rc::gen::build<OrderTerms>(
        rc::gen::set(&OrderTerms::discount, share()),
        rc::gen::set(&OrderTerms::freight, rc::gen::inRange<std::int64_t>(0, 100'000)),
        rc::gen::set(&OrderTerms::taxIncluded));
}

std::int64_t sumOf(const OrderTotals& totals, std::int64_t LineTotals::* part)
{
    return std::accumulate(
        totals.lines.begin(), totals.lines.end(), std::int64_t{0},
        [&](std::int64_t sum, const LineTotals& line) { return sum + line.*part; });
}

TEST(Totals, TheOrderOfTheDesignComesToItsCent)
{
    const std::vector<LineTerms> lines{{20'000, 26'800, 0, 1'300},
                                       {60'000, 31'800, 500, 1'300},
                                       {60'000, 2'800, 0, 1'300},
                                       {12'000, 9'600, 300, 1'300},
                                       {24'000, 5'900, 0, 1'300}};

    const auto totals = orderTotals({.currency = cny, .taxIncluded = true}, lines);

    ASSERT_TRUE(totals);
    EXPECT_EQ(totals->lines[1].line, 1'812'600);
    EXPECT_EQ(totals->lines[3].line, 111'744);
    EXPECT_EQ(totals->goods.decimal(), "28688.00");
    EXPECT_EQ(totals->discount.decimal(), "988.56");
    EXPECT_EQ(totals->tax.decimal(), "3186.66");
    EXPECT_EQ(totals->total.decimal(), "27699.44");
}

TEST(Totals, TaxOnTopIsAddedAndFreightBearsNone)
{
    const auto totals = orderTotals({.currency = cny, .discount = 1'000, .freight = 1'500},
                                    std::vector<LineTerms>{{1'000, 10'000, 0, 1'300}});

    ASSERT_TRUE(totals);
    EXPECT_EQ(totals->discount.decimal(), "10.00");
    EXPECT_EQ(totals->tax.decimal(), "11.70");
    EXPECT_EQ(totals->total.decimal(), "116.70");
}

TEST(Totals, ALineRoundsHalfToEvenOnce)
{
    EXPECT_EQ(*lineTotal({500, 1, 0, 0}), 0);
    EXPECT_EQ(*lineTotal({1'500, 1, 0, 0}), 2);
    EXPECT_EQ(*lineTotal({2'500, 1, 0, 0}), 2);
    EXPECT_EQ(*lineTotal({1'000, 45, 1'000, 0}), 40);
    EXPECT_EQ(*lineTotal({1'000, 55, 1'000, 0}), 50);
}

TEST(Totals, TheDiscountOnTheOrderIsSpreadByLargestRemainder)
{
    const std::vector<LineTerms> lines{{1'000, 100, 0, 0}, {1'000, 100, 0, 0}, {1'000, 100, 0, 0}};

    const auto totals = orderTotals({.currency = cny, .discount = 33}, lines);

    ASSERT_TRUE(totals);
    EXPECT_EQ(totals->discount.minor(), 1);
    EXPECT_EQ(totals->lines[0].net, 99);
    EXPECT_EQ(totals->lines[1].net, 100);
    EXPECT_EQ(totals->lines[2].net, 100);
}

TEST(Totals, RefusesNumbersOutOfRange)
{
    const auto codeOf = [](const LineTerms& line) {
        const auto total = lineTotal(line);
        return total ? "" : total.error().code;
    };

    EXPECT_EQ(codeOf({0, 1, 0, 0}), "quantity.range");
    EXPECT_EQ(codeOf({quantityMax + 1, 1, 0, 0}), "quantity.range");
    EXPECT_EQ(codeOf({1, -1, 0, 0}), "price.range");
    EXPECT_EQ(codeOf({1, unitPriceMax + 1, 0, 0}), "price.range");
    EXPECT_EQ(codeOf({1, 1, -1, 0}), "discount.range");
    EXPECT_EQ(codeOf({1, 1, 10'001, 0}), "discount.range");
    EXPECT_EQ(codeOf({1, 1, 0, 10'001}), "tax.range");
    EXPECT_EQ(codeOf({quantityMax, unitPriceMax, 0, 0}), "money.overflow");
    EXPECT_EQ(codeOf({quantityMax, unitPriceMax, 10'000, 0}), "");
}

TEST(Totals, ManyLinesThatOverflowTogetherAreRefused)
{
    const LineTerms large{quantityMax, 9'000'000'000, 0, 0};
    ASSERT_TRUE(lineTotal(large));

    const auto totals = orderTotals({.currency = cny}, std::vector<LineTerms>{large, large});

    ASSERT_FALSE(totals);
    EXPECT_EQ(totals.error().code, "money.overflow");
}

RC_GTEST_PROP(Totals, AddUp, ())
{
    const auto lines = *rc::gen::container<std::vector<LineTerms>>(anyLine());
    const auto order = *anyOrder();

    const auto totals = orderTotals(order, lines);
    RC_PRE(totals.has_value());

    const auto taxOnTop = order.taxIncluded ? 0 : totals->tax.minor();
    RC_ASSERT(sumOf(*totals, &LineTotals::goods) == totals->goods.minor());
    RC_ASSERT(sumOf(*totals, &LineTotals::net) + order.freight + taxOnTop == totals->total.minor());
    RC_ASSERT(totals->goods.minor() - totals->discount.minor() + order.freight + taxOnTop ==
              totals->total.minor());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        RC_ASSERT(totals->lines[i].net >= 0);
        RC_ASSERT(totals->lines[i].net <= totals->lines[i].line);
        RC_ASSERT(*lineTotal(lines[i]) == totals->lines[i].line);
    }
}

RC_GTEST_PROP(Totals, AWholeDiscountLeavesTheFreight, ())
{
    const auto lines = *rc::gen::container<std::vector<LineTerms>>(anyLine());
    auto order = *anyOrder();
    order.discount = 10'000;

    const auto totals = orderTotals(order, lines);
    RC_PRE(totals.has_value());

    RC_ASSERT(totals->total.minor() == order.freight);
    RC_ASSERT(totals->tax.minor() == 0);
}

RC_GTEST_PROP(Totals, AHigherDiscountNeverCostsMore, ())
{
    auto line = *anyLine();
    const auto before = lineTotal(line);
    line.discount = *rc::gen::inRange(line.discount, std::int64_t{10'001});
    const auto after = lineTotal(line);
    RC_PRE(before.has_value());

    RC_ASSERT(after.has_value());
    RC_ASSERT(*after <= *before);
}

RC_GTEST_PROP(Totals, TheUnroundedSumStaysWithinHalfACentALine, ())
{
    const auto lines = *rc::gen::container<std::vector<LineTerms>>(anyLine());
    UnroundedSum exact;
    std::int64_t rounded = 0;
    for (const LineTerms& line : lines) {
        RC_ASSERT(exact.add(line).has_value());
        const auto total = lineTotal(line);
        RC_PRE(total.has_value() && *total < INT64_MAX / 200);
        rounded += *total;
    }

    const auto count = static_cast<std::int64_t>(lines.size());
    RC_ASSERT(std::abs(*exact.rounded() - rounded) * 2 <= count + 1);
}

TEST(Totals, ReadsTheTermsFromRecords)
{
    const Record order = aRecord("order", idOf(1),
                                 {{"currency", std::string{"CNY"}},
                                  {"discount", std::int64_t{250}},
                                  {"freight", Money::fromMinor(900, cny)}});
    const Record list = aRecord("price_list", idOf(2), {{"tax_included", true}});

    const auto terms = OrderTerms::of(order, &list);

    ASSERT_TRUE(terms);
    EXPECT_EQ(terms->discount, 250);
    EXPECT_EQ(terms->freight, 900);
    EXPECT_TRUE(terms->taxIncluded);
    EXPECT_FALSE(OrderTerms::of(order, nullptr)->taxIncluded);
}

TEST(Totals, RefusesAPriceListInAnotherCurrency)
{
    const Record order = aRecord("order", idOf(1), {{"currency", std::string{"CNY"}}});
    const Record list = aRecord("price_list", idOf(2), {{"currency", std::string{"USD"}}});

    const auto terms = OrderTerms::of(order, &list);

    ASSERT_FALSE(terms);
    EXPECT_EQ(terms.error().code, "order.currency_mixed");
}

TEST(Totals, RefusesALineInAnotherCurrency)
{
    const Record line = aRecord("order_line", idOf(1),
                                {{"quantity", std::int64_t{1'000}},
                                 {"unit_price", Money::fromMinor(1, *Currency::parse("USD"))}});

    const auto terms = LineTerms::of(line, cny);

    ASSERT_FALSE(terms);
    EXPECT_EQ(terms.error().code, "order.currency_mixed");
}

} // namespace
} // namespace fieldbook::rules
