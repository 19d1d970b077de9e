#include "tests/support/office.h"

#include <gtest/gtest.h>

namespace fieldbook::testing {
namespace {

Value words(std::string_view text) { return std::string{text}; }
std::string codeOf(const auto& result) { return result ? "fine" : result.error().code; }

// Ming has a customer with a contact and a deal. Chen works in another team.
class FieldRules : public ::testing::Test {
protected:
    Office office;
    Company& company = office.company;
    Uuid bakery = idOf(100);
    Uuid baker = idOf(101);
    Uuid deal = idOf(102);
    PlainTablet ming{office, company.ming};

    void SetUp() override
    {
        ming.create("customer", bakery, {{"name", words("面包房")}, {"kind", words("person")}});
        ming.create("contact", baker,
                    {{"customer", bakery}, {"name", words("陈师傅")}, {"hobbies", words("钓鱼")}});
        ming.create("opportunity", deal,
                    {{"customer", bakery},
                     {"name", words("烤炉")},
                     {"amount", Money::fromMinor(100, *Currency::parse("CNY"))}});
        for (const auto& receipt : ming.push()) {
            ASSERT_EQ(receipt.outcome, sync::Outcome::Applied) << receipt.code;
        }
    }

    void setRole(const Uuid& user, std::string_view role)
    {
        ASSERT_TRUE(office.machine->people.alter({}, "user", user, {{"role", words(role)}}));
    }
};

TEST_F(FieldRules, NeitherPagesNorRecordsNorHistoryShowWhatARoleDoesNotSee)
{
    ming.pull();
    ming.edit("contact", baker, "hobbies", words("下棋"));
    ming.edit("contact", baker, "title", words("主厨"));
    ming.push();
    setRole(company.chen, "technician");
    PlainTablet chen{office, company.chen};
    auto& records = office.machine->records;

    chen.pull();

    ASSERT_TRUE(chen.holds(baker));
    for (const auto& [id, document] : chen.held) {
        EXPECT_EQ(document.find("hobbies"), std::string::npos) << document;
        EXPECT_EQ(document.find("amount"), std::string::npos) << document;
    }
    EXPECT_EQ(chen.holds(baker)->textOf("title"), "主厨");
    const auto& contact = typeNamed("contact");
    EXPECT_EQ(records.find(chen.caller(), contact, baker), chen.held[baker]);
    EXPECT_EQ(records.list(chen.caller(), contact, {}, 10),
              std::vector<std::string>{chen.held[baker]});
    const auto past = records.history(chen.caller(), contact, baker);
    ASSERT_TRUE(past);
    for (const auto& value : *past) {
        EXPECT_NE(contact.fields[value.field].fieldName, "hobbies");
    }
    EXPECT_TRUE(records.history(ming.caller(), contact, baker)->empty())
        << "what is sensitive is shown on request only";
}

TEST_F(FieldRules, ATabletGetsEverythingAgainWhenItsUsersRoleShowsLessOrMore)
{
    setRole(company.chen, "executive");
    PlainTablet chen{office, company.chen};
    chen.pull();
    const auto whole = chen.held;
    EXPECT_EQ(chen.holds(baker)->textOf("hobbies"), "钓鱼");

    setRole(company.chen, "auditor");
    chen.pull({.recordsMax = 3});
    const auto masked = chen.holds(baker);
    setRole(company.chen, "executive");
    chen.pull({.recordsMax = 3});

    ASSERT_TRUE(masked);
    EXPECT_EQ(masked->textOf("hobbies"), "钓***");
    for (const auto& [id, document] : whole) {
        if (id != company.chen) {
            EXPECT_EQ(chen.held[id], document);
        }
    }
}

TEST_F(FieldRules, WhatLeftWhileTheRoleChangedIsStillCalledBack)
{
    setRole(company.chen, "auditor");
    PlainTablet chen{office, company.chen};
    chen.pull();
    ASSERT_TRUE(chen.holds(bakery));

    // The auditor becomes a technician of a board; the bakery goes to another.
    const auto& people = office.machine->people;
    office.setField("team", company.south, "kind", words("board"));
    office.setField("team", company.east, "kind", words("board"));
    setRole(company.chen, "technician");
    chen.pull();

    EXPECT_FALSE(chen.holds(bakery));
    EXPECT_FALSE(chen.holds(baker));
    EXPECT_TRUE(chen.holds(company.ming));
    EXPECT_TRUE(people.current()->findUser(company.chen));
}

TEST_F(FieldRules, AnEditOfAFieldThatTheRoleOnlySeesIsRefusedAndKept)
{
    setRole(company.chen, "records_clerk");
    PlainTablet chen{office, company.chen};
    chen.pull();
    chen.edit("opportunity", deal, "name", words("大烤炉"));
    chen.edit("opportunity", deal, "amount", Money::fromMinor(1, *Currency::parse("CNY")));

    const auto receipts = chen.push();

    EXPECT_EQ(receipts[0].outcome, sync::Outcome::Applied) << receipts[0].code;
    EXPECT_EQ(receipts[1].outcome, sync::Outcome::Refused);
    EXPECT_EQ(receipts[1].code, "access.field");
    EXPECT_FALSE(receipts[1].reasonZh.empty());
    const auto refusal = office.machine->store.read()->findRefusal(chen.caller().device, 2);
    ASSERT_TRUE(refusal);
    EXPECT_EQ(office.find(deal)->textOf("name"), "大烤炉");
}

TEST_F(FieldRules, WhoOnlySeesACustomerRecordsTheWorkThere)
{
    setRole(company.chen, "call_centre");
    PlainTablet chen{office, company.chen};
    chen.pull();
    chen.create("activity", idOf(110),
                {{"customer", bakery},
                 {"kind", words("call")},
                 {"happened_at", Timestamp{office.clock.now()}}});
    chen.create("contact", idOf(111), {{"customer", bakery}, {"name", words("学徒")}});

    const auto receipts = chen.push();

    EXPECT_EQ(receipts[0].outcome, sync::Outcome::Applied) << receipts[0].code;
    EXPECT_EQ(receipts[1].code, "access.denied");
    ming.pull();
    EXPECT_TRUE(ming.holds(idOf(110)));
}

TEST_F(FieldRules, WhoMovesToAnotherBoardLeavesTheBookBehind)
{
    office.setField("team", company.south, "kind", words("board"));
    office.setField("team", company.east, "kind", words("board"));
    auto& people = office.machine->people;

    EXPECT_EQ(codeOf(people.alter({}, "user", company.ming, {{"team", company.south}})),
              "user.book_stays");
    EXPECT_EQ(codeOf(people.alter({}, "user", company.zhou, {{"team", company.south}})), "fine");
    EXPECT_EQ(people.current()->teamOf(company.ming), company.east);
}

} // namespace
} // namespace fieldbook::testing
