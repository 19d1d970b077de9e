#include "tests/unit/shared/rules/acts_fixture.h"

namespace fieldbook::rules {
namespace {

using testing::idOf;

class AssignmentActs : public ActsTest {
protected:
    std::string assign(const Uuid& by, const Uuid& to, const std::string& more = {})
    {
        return codeOf(
            actOn(customer, by, "customer.assign", R"({"owner":")" + to.text() + '"' + more + '}'));
    }
};

TEST_F(AssignmentActs, WhatTheFormerOwnerStillHadToDoGoesAlong)
{
    put("opportunity", idOf(61),
        {{"customer", customer}, {"owner", company.ming}, {"stage", words("needs")}});
    put("opportunity", idOf(62),
        {{"customer", customer}, {"owner", company.ming}, {"stage", words("won")}});
    put("opportunity", idOf(63),
        {{"customer", customer}, {"owner", company.zhou}, {"stage", words("needs")}});
    put("reminder", idOf(64),
        {{"customer", customer}, {"owner", company.ming}, {"state", words("open")}});
    put("reminder", idOf(65),
        {{"customer", customer}, {"owner", company.ming}, {"state", words("done")}});
    put("visit", idOf(66),
        {{"customer", customer}, {"owner", company.ming}, {"state", words("planned")}});
    put("visit", idOf(67),
        {{"customer", customer}, {"owner", company.ming}, {"state", words("in_progress")}});

    ASSERT_EQ(assign(company.zhou, company.ana, R"(,"reason":"换区")"), "");

    for (const Uuid& moved : {customer, idOf(61), idOf(64), idOf(66)}) {
        EXPECT_EQ(get(moved, "owner"), Value{company.ana}) << moved.text();
    }
    for (const Uuid& kept : {idOf(62), idOf(65), idOf(67)}) {
        EXPECT_EQ(get(kept, "owner"), Value{company.ming}) << kept.text();
    }
    EXPECT_EQ(get(idOf(63), "owner"), Value{company.zhou});
    EXPECT_EQ(text(customer, "assign_reason"), "换区");
}

TEST_F(AssignmentActs, AreForThoseWhoAnswerForThePresentOwner)
{
    EXPECT_EQ(assign(company.ming, company.ana), "access.manager_only");
    EXPECT_EQ(assign(company.chen, company.ana), "access.manager_only");
    EXPECT_EQ(assign(company.gao, company.ana), "");
    EXPECT_EQ(assign(company.zhao, company.ming), "");
}

TEST_F(AssignmentActs, TheSlowerOfTwoManagersIsTold)
{
    const auto seen = R"(,"from":")" + company.ming.text() + '"';
    ASSERT_EQ(assign(company.zhao, company.chen, seen), "");

    const auto second = actOn(customer, company.zhao, "customer.assign",
                              R"({"owner":")" + company.ana.text() + '"' + seen + '}');

    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "assign.changed");
    EXPECT_EQ(second.error().detail, company.chen.text());
}

TEST_F(AssignmentActs, NeedSomebodyWhoIsThere)
{
    put("user", company.ana, {{"team", company.south}, {"status", words("frozen")}});

    EXPECT_EQ(assign(company.zhao, company.ana), "user.inactive");
    EXPECT_EQ(assign(company.zhao, idOf(99)), "reference.missing");
    EXPECT_EQ(assign(company.zhao, customer), "reference.missing");
    EXPECT_EQ(assign(company.zhao, Uuid{}), "act.arguments");
}

TEST_F(AssignmentActs, ToWhoHasItChangesNothing)
{
    const auto writes = actOn(customer, company.zhou, "customer.assign",
                              R"({"owner":")" + company.ming.text() + "\"}");

    ASSERT_TRUE(writes);
    EXPECT_TRUE(writes->empty());
}

TEST_F(AssignmentActs, AnOpportunityTakesItsOwnRemindersAlong)
{
    put("opportunity", idOf(61),
        {{"customer", customer},
         {"name", words("x")},
         {"owner", company.ming},
         {"stage", words("needs")}});
    put("reminder", idOf(64),
        {{"customer", customer},
         {"opportunity", idOf(61)},
         {"owner", company.ming},
         {"state", words("open")}});
    put("reminder", idOf(65),
        {{"customer", customer}, {"owner", company.ming}, {"state", words("open")}});

    ASSERT_TRUE(actOn(idOf(61), company.zhou, "opportunity.assign",
                      R"({"owner":")" + company.ana.text() + "\"}"));

    EXPECT_EQ(get(idOf(64), "owner"), Value{company.ana});
    EXPECT_EQ(get(idOf(65), "owner"), Value{company.ming});
    EXPECT_EQ(get(customer, "owner"), Value{company.ming});
}

TEST_F(AssignmentActs, ALeadTakesItsRemindersAlong)
{
    put("lead", idOf(61),
        {{"name", words("x")},
         {"phone", words("1")},
         {"owner", company.ming},
         {"stage", words("new")}});
    put("reminder", idOf(64),
        {{"lead", idOf(61)}, {"owner", company.ming}, {"state", words("open")}});

    ASSERT_TRUE(
        actOn(idOf(61), company.zhou, "lead.assign", R"({"owner":")" + company.ana.text() + "\"}"));

    EXPECT_EQ(get(idOf(64), "owner"), Value{company.ana});
}

} // namespace
} // namespace fieldbook::rules
