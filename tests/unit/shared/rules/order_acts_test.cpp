#include "tests/unit/shared/rules/acts_fixture.h"

#include <algorithm>

namespace fieldbook::rules {
namespace {

using testing::idOf;

class OrderActs : public ActsTest {
protected:
    Uuid list = idOf(90);
    Uuid product = idOf(91);

    void SetUp() override
    {
        ActsTest::SetUp();
        put("price_list", list, {{"name", words("华东批发价")}, {"tax_included", true}});
        put("order", subject,
            {{"customer", customer},
             {"number", words("SO-2605-A7-0042")},
             {"owner", company.ming},
             {"state", words("draft")},
             {"currency", words("CNY")},
             {"price_list", list},
             {"ordered_on", Date{std::chrono::year{2026} / 5 / 14}}});
    }

    void
    line(std::uint8_t number, std::int64_t quantity, std::int64_t price, std::int64_t discount = 0)
    {
        put("order_line", idOf(number),
            {{"order", subject},
             {"product", product},
             {"position", std::int64_t{number}},
             {"quantity", quantity},
             {"unit_price", Money::fromMinor(price, Currency{})},
             {"discount", discount},
             {"tax_rate", std::int64_t{1'300}}});
    }

    static Value yuan(std::int64_t minor) { return Money::fromMinor(minor, Currency{}); }
};

TEST_F(OrderActs, SubmittingReckonsTheOrderFromItsLines)
{
    line(101, 20'000, 26'800);
    line(102, 60'000, 31'800, 500);

    const auto writes =
        act(company.ming, "order.submit", R"({"signature":"M0 0","signed_by":"陈国栋"})");

    ASSERT_TRUE(writes) << codeOf(writes);
    EXPECT_EQ(text(subject, "state"), "submitted");
    EXPECT_EQ(get(subject, "submitted_at"), Value{nine});
    EXPECT_EQ(get(subject, "goods_total"), yuan(2'444'000));
    EXPECT_EQ(get(subject, "discount_total"), yuan(95'400));
    EXPECT_EQ(get(subject, "total"), yuan(2'348'600));
    EXPECT_EQ(get(subject, "line_count"), Value{std::int64_t{2}});
    EXPECT_EQ(get(subject, "signed_at"), Value{nine});
    EXPECT_EQ(get(idOf(102), "line_total"), yuan(1'812'600));
    EXPECT_EQ(get(customer, "last_contact_at"), Value{nine});
}

TEST_F(OrderActs, AnEmptyOrderIsRefused)
{
    EXPECT_EQ(codeOf(act(company.ming, "order.submit")), "order.empty");

    line(101, 1'000, 100);
    Record deleted = get(idOf(101));
    deleted.set("deleted_at", nine);
    world.put(deleted);
    EXPECT_EQ(codeOf(act(company.ming, "order.submit")), "order.empty");
    EXPECT_EQ(text(subject, "state"), "draft");
}

TEST_F(OrderActs, APriceListThatHasEndedGivesNoPrices)
{
    line(101, 1'000, 100);
    put("price_list", list,
        {{"name", words("旧")}, {"valid_to", Date{std::chrono::year{2026} / 5 / 13}}});
    EXPECT_EQ(codeOf(act(company.ming, "order.submit")), "order.price_list_ended");

    put("price_list", list,
        {{"name", words("旧")}, {"valid_to", Date{std::chrono::year{2026} / 5 / 14}}});
    EXPECT_TRUE(act(company.ming, "order.submit"));
}

TEST_F(OrderActs, ALineThatCannotBeReckonedRefusesTheWhole)
{
    line(101, 1'000, 100);
    put("order_line", idOf(102),
        {{"order", subject},
         {"quantity", std::int64_t{1'000}},
         {"unit_price", Money::fromMinor(1, *Currency::parse("USD"))}});

    EXPECT_EQ(codeOf(act(company.ming, "order.submit")), "order.currency_mixed");
    EXPECT_TRUE(isEmpty(get(idOf(101), "line_total")));
}

TEST_F(OrderActs, ADayThatIsNotSaidIsThatOfTheSalespersonsZone)
{
    line(101, 1'000, 100);
    Record order = get(subject);
    order.set("ordered_on", {});
    world.put(order);
    const auto lateEvening = fromMillis(1'778'749'200'000) + std::chrono::hours{10};

    const auto writes =
        runAct(call(company.ming, "order.submit", "{}", subject, lateEvening), world);

    ASSERT_TRUE(writes) << codeOf(writes);
    const auto write = std::ranges::find(*writes, subject, &RecordWrite::id);
    EXPECT_EQ(*write->find("ordered_on"), (Value{Date{std::chrono::year{2026} / 5 / 15}}));
}

TEST_F(OrderActs, AnOrderIsSubmittedOnce)
{
    line(101, 1'000, 100);
    ASSERT_TRUE(act(company.ming, "order.submit"));

    EXPECT_EQ(codeOf(act(company.ming, "order.submit")), "order.state");
}

TEST_F(OrderActs, ManagersAndAdministratorsTakeItOnItsWay)
{
    line(101, 1'000, 100);
    ASSERT_TRUE(act(company.ming, "order.submit"));

    EXPECT_EQ(codeOf(act(company.ming, "order.confirm")), "access.manager_only");
    EXPECT_EQ(codeOf(act(company.chen, "order.confirm")), "access.manager_only");
    ASSERT_TRUE(act(company.zhou, "order.confirm"));
    EXPECT_EQ(codeOf(act(company.zhou, "order.close")), "order.state");
    ASSERT_TRUE(act(company.gao, "order.ship", R"({"shipped_on":"2026-05-18"})"));
    EXPECT_EQ(get(subject, "shipped_on"), Value{Date{std::chrono::year{2026} / 5 / 18}});
    ASSERT_TRUE(act(company.zhou, "order.close"));
    EXPECT_EQ(text(subject, "state"), "closed");
}

TEST_F(OrderActs, CancellingNeedsAReasonAndOnceConfirmedAManager)
{
    line(101, 1'000, 100);
    ASSERT_TRUE(act(company.ming, "order.submit"));
    ASSERT_TRUE(act(company.zhou, "order.confirm"));

    EXPECT_EQ(codeOf(act(company.ming, "order.cancel")), "order.reason_missing");
    EXPECT_EQ(codeOf(act(company.ming, "order.cancel", R"({"reason":"x"})")),
              "access.manager_only");
    ASSERT_TRUE(act(company.zhou, "order.cancel", R"({"reason":"客户改期"})"));
    EXPECT_EQ(text(subject, "cancel_reason"), "客户改期");
    EXPECT_EQ(codeOf(act(company.zhou, "order.cancel", R"({"reason":"x"})")), "order.state");
}

TEST_F(OrderActs, ASalespersonCancelsTheirOwnDraft)
{
    EXPECT_TRUE(act(company.ming, "order.cancel", R"({"reason":"错单"})"));
    EXPECT_EQ(text(subject, "state"), "cancelled");
}

} // namespace
} // namespace fieldbook::rules
