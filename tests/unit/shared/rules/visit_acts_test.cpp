#include "tests/unit/shared/rules/acts_fixture.h"

namespace fieldbook::rules {
namespace {

using testing::idOf;

constexpr auto here = R"({"position":{"lat":30.25,"lon":120.17,"accuracy":12}})";
constexpr auto elsewhere = R"({"position":{"lat":30.35,"lon":120.17,"accuracy":12}})";
constexpr auto pretended = R"({"position":{"lat":30.25,"lon":120.17,"mocked":true}})";

class VisitActs : public ActsTest {
protected:
    void SetUp() override
    {
        put("customer", customer,
            {{"name", words("恒通")},
             {"kind", words("organisation")},
             {"position", Geo{.latitude = 30.2503, .longitude = 120.17, .fixedAt = {}}},
             {"owner", company.ming}});
        plan(subject, company.ming);
    }

    void plan(const Uuid& id, const Uuid& owner)
    {
        put("visit", id,
            {{"customer", customer},
             {"owner", owner},
             {"state", words("planned")},
             {"planned_at", nine}});
    }
};

TEST_F(VisitActs, CheckingInTakesTimePositionAndDistance)
{
    const auto writes = act(company.ming, "visit.check_in", here);

    ASSERT_TRUE(writes) << codeOf(writes);
    EXPECT_EQ(text(subject, "state"), "in_progress");
    EXPECT_EQ(get(subject, "check_in_at"), Value{nine});
    EXPECT_EQ(get(subject, "check_in_distance"), Value{std::int64_t{33}});
    EXPECT_EQ(text(subject, "check_in_verdict"), "inside");
}

TEST_F(VisitActs, ThePositionIsJudgedNotRefused)
{
    const auto verdictOf = [&](const char* arguments) {
        plan(subject, company.ming);
        EXPECT_TRUE(act(company.ming, "visit.check_in", arguments));
        return text(subject, "check_in_verdict");
    };

    EXPECT_EQ(verdictOf("{}"), "no_fix");
    EXPECT_EQ(verdictOf(elsewhere), "outside");
    EXPECT_EQ(verdictOf(pretended), "mocked");
    put("customer", customer, {{"owner", company.ming}});
    EXPECT_EQ(verdictOf(here), "no_customer_position");
}

TEST_F(VisitActs, ACallHasNoPlace)
{
    put("visit", subject,
        {{"customer", customer},
         {"owner", company.ming},
         {"state", words("planned")},
         {"kind", words("phone")}});

    ASSERT_TRUE(act(company.ming, "visit.check_in"));

    EXPECT_TRUE(isEmpty(get(subject, "check_in_verdict")));
}

TEST_F(VisitActs, OneVisitAtATime)
{
    plan(idOf(61), company.ming);
    ASSERT_TRUE(act(company.ming, "visit.check_in", here));

    const auto second = actOn(idOf(61), company.ming, "visit.check_in", here);

    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "visit.another_open");
    EXPECT_EQ(second.error().detail, subject.text());
    ASSERT_TRUE(act(company.ming, "visit.check_out"));
    EXPECT_TRUE(actOn(idOf(61), company.ming, "visit.check_in", here));
}

TEST_F(VisitActs, OthersOpenVisitsDoNotMatter)
{
    plan(idOf(61), company.zhou);
    ASSERT_TRUE(actOn(idOf(61), company.zhou, "visit.check_in"));

    EXPECT_TRUE(act(company.ming, "visit.check_in"));
}

TEST_F(VisitActs, NobodyChecksInForSomebodyElse)
{
    EXPECT_EQ(codeOf(act(company.zhou, "visit.check_in")), "visit.not_yours");
    EXPECT_EQ(codeOf(act(company.ana, "visit.check_in")), "access.denied");
}

TEST_F(VisitActs, AVisitMadeBeforeItPassedOnIsStillWhoseItWas)
{
    plan(subject, company.zhou);
    auto late = call(company.ming, "visit.check_in", here, subject, nine);
    late.facts = FeedFacts{company.ming, company.east, company.ming, company.east};

    const auto writes = runAct(late, world);

    ASSERT_TRUE(writes) << codeOf(writes);
    ASSERT_NE(writes->front().find("owner"), nullptr);
    EXPECT_EQ(*writes->front().find("owner"), Value{company.ming});
}

TEST_F(VisitActs, CheckingOutEndsItAndMovesTheCustomersContact)
{
    ASSERT_TRUE(act(company.ming, "visit.check_in", here));

    const auto writes = act(company.ming, "visit.check_out", here);

    ASSERT_TRUE(writes) << codeOf(writes);
    EXPECT_EQ(text(subject, "state"), "done");
    EXPECT_EQ(get(subject, "check_out_at"), Value{nine});
    EXPECT_EQ(get(customer, "last_contact_at"), Value{nine});
}

TEST_F(VisitActs, ItsTimeMayLieBeforeTheActButNeverAfter)
{
    ASSERT_TRUE(act(company.ming, "visit.check_in", R"({"at":"2026-05-14T08:50:00Z"})"));
    EXPECT_EQ(get(subject, "check_in_at"), Value{nine - std::chrono::minutes{10}});

    ASSERT_TRUE(act(company.ming, "visit.check_out", R"({"at":"2030-01-01T00:00:00Z"})"));
    EXPECT_EQ(get(subject, "check_out_at"), Value{nine});
}

TEST_F(VisitActs, ItDoesNotEndBeforeItBegan)
{
    ASSERT_TRUE(act(company.ming, "visit.check_in"));
    ASSERT_TRUE(act(company.ming, "visit.check_out", R"({"at":"2020-01-01T00:00:00Z"})"));

    EXPECT_EQ(get(subject, "check_out_at"), Value{nine});
}

TEST_F(VisitActs, CancellingNeedsAReason)
{
    EXPECT_EQ(codeOf(act(company.ming, "visit.cancel")), "visit.reason_missing");
    ASSERT_TRUE(act(company.ming, "visit.cancel", R"({"reason":"客户出差"})"));
    EXPECT_EQ(text(subject, "state"), "cancelled");
    EXPECT_EQ(text(subject, "cancel_reason"), "客户出差");
}

TEST_F(VisitActs, RefuseWhatTheStateDoesNotAllow)
{
    EXPECT_EQ(codeOf(act(company.ming, "visit.check_out")), "visit.not_open");
    ASSERT_TRUE(act(company.ming, "visit.miss"));
    EXPECT_EQ(text(subject, "state"), "missed");
    EXPECT_EQ(codeOf(act(company.ming, "visit.check_in")), "visit.not_planned");
    EXPECT_EQ(codeOf(act(company.ming, "visit.miss")), "visit.not_planned");
    EXPECT_EQ(codeOf(act(company.ming, "visit.cancel", R"({"reason":"x"})")), "visit.over");
}

} // namespace
} // namespace fieldbook::rules
