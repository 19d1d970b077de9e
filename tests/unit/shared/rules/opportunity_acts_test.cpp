#include "tests/unit/shared/rules/acts_fixture.h"

namespace fieldbook::rules {
namespace {

class OpportunityActs : public ActsTest {
protected:
    void SetUp() override
    {
        ActsTest::SetUp();
        stands("proposal");
    }

    void stands(std::string_view stage)
    {
        put("opportunity", subject,
            {{"customer", customer},
             {"name", words("夏季养护套装")},
             {"stage", words(stage)},
             {"amount", Money::fromMinor(16'800'000, Currency{})},
             {"owner", company.ming}});
    }

    std::string move(const Uuid& user, const std::string& arguments)
    {
        return codeOf(act(user, "opportunity.move", arguments));
    }
};

TEST_F(OpportunityActs, AMoveEntersTheStageAndTakesItsWinRate)
{
    ASSERT_EQ(move(company.ming, R"({"stage":"negotiation","expected_close":"2026-06-30"})"), "");

    EXPECT_EQ(text(subject, "stage"), "negotiation");
    EXPECT_EQ(get(subject, "stage_entered_at"), Value{nine});
    EXPECT_EQ(get(subject, "win_rate"), Value{std::int64_t{7'000}});
    EXPECT_EQ(get(subject, "expected_close"), Value{Date{std::chrono::year{2026} / 6 / 30}});
}

TEST_F(OpportunityActs, AStageAsksForItsFields)
{
    EXPECT_EQ(move(company.ming, R"({"stage":"negotiation"})"), "opportunity.close_missing");
    EXPECT_EQ(move(company.ming, R"({"stage":"lost"})"), "opportunity.lost_reason_missing");
    put("opportunity", subject,
        {{"customer", customer},
         {"name", words("x")},
         {"stage", words("needs")},
         {"owner", company.ming}});
    EXPECT_EQ(move(company.ming, R"({"stage":"won"})"), "opportunity.amount_missing");
    EXPECT_EQ(text(subject, "stage"), "needs");
}

TEST_F(OpportunityActs, GoingBackNeedsAReason)
{
    EXPECT_EQ(move(company.ming, R"({"stage":"needs"})"), "opportunity.reason_missing");
    EXPECT_EQ(move(company.ming, R"({"stage":"needs","reason":"需求变了"})"), "");
    EXPECT_EQ(text(subject, "stage_reason"), "需求变了");
}

TEST_F(OpportunityActs, MovingToWhereItStandsWritesOnlyWhatIsNew)
{
    const auto nothing = act(company.ming, "opportunity.move", R"({"stage":"proposal"})");
    ASSERT_TRUE(nothing);
    EXPECT_TRUE(nothing->empty());

    ASSERT_EQ(move(company.ming, R"({"stage":"proposal","amount":{"minor":5,"currency":"CNY"}})"),
              "");
    EXPECT_EQ(get(subject, "amount"), Value{Money::fromMinor(5, Currency{})});
    EXPECT_TRUE(isEmpty(get(subject, "stage_entered_at")));
}

TEST_F(OpportunityActs, OnlyAManagerReopensWhatIsClosedAndSaysWhy)
{
    ASSERT_EQ(move(company.ming, R"({"stage":"lost","lost_reason":"价格","lost_to":"途安"})"), "");

    EXPECT_EQ(move(company.ming, R"({"stage":"needs","reason":"回来了"})"), "opportunity.closed");
    EXPECT_EQ(move(company.zhou, R"({"stage":"needs"})"), "opportunity.reason_missing");
    EXPECT_EQ(move(company.zhou, R"({"stage":"needs","reason":"回来了"})"), "");
    EXPECT_TRUE(isEmpty(get(subject, "lost_reason")));
    EXPECT_TRUE(isEmpty(get(subject, "lost_to")));
}

TEST_F(OpportunityActs, RefuseNumbersThatCannotBe)
{
    EXPECT_EQ(move(company.ming, R"({"stage":"won","amount":{"minor":-5,"currency":"CNY"}})"),
              "money.negative");
    EXPECT_EQ(move(company.ming, R"({"stage":"heaven"})"), "act.arguments");
    EXPECT_EQ(move(company.ming, "{}"), "act.arguments");
    EXPECT_EQ(move(company.ming, R"({"stage":"won","speed":1})"), "act.arguments");
    EXPECT_EQ(move(company.ming, "[]"), "act.arguments");
    EXPECT_EQ(move(company.ming, "{"), "act.arguments");
}

} // namespace
} // namespace fieldbook::rules
