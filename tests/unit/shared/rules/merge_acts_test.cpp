#include "shared/rules/access.h"
#include "shared/rules/bin.h"
#include "shared/rules/listing.h"
#include "shared/rules/merging.h"
#include "tests/unit/shared/rules/acts_fixture.h"

namespace fieldbook::rules {
namespace {

using testing::idOf;

class MergeActs : public ActsTest {
protected:
    Uuid other = idOf(51);
    Uuid mergeCase = idOf(80);

    void SetUp() override
    {
        ActsTest::SetUp();
        Record mine = get(customer);
        mine.set("phone", words("010-1111"));
        mine.set("tags", TextSet{"a"});
        mine.set("profile", words("大客户"));
        world.put(mine);
        put("customer", other,
            {{"name", words("恒通公司")},
             {"kind", words("organisation")},
             {"phone", words("010-2222")},
             {"city", words("杭州")},
             {"tags", TextSet{"b"}},
             {"profile", words("要发票")},
             {"owner", company.zhou}});
        put("contact", idOf(61), {{"customer", other}, {"name", words("陈")}});
        put("listing", listingId(other), {{"customer", other}});
    }

    std::string propose(const std::string& choices = "{}")
    {
        std::string quoted;
        appendJsonString(quoted, choices);
        return codeOf(actOn(customer, company.ming, "customer.propose_merge",
                            R"({"case":")" + mergeCase.text() + R"(","other":")" + other.text() +
                                R"(","choices":)" + quoted + "}"));
    }
    std::string decide(const Uuid& by, std::string_view act)
    {
        return codeOf(actOn(mergeCase, by, act));
    }
};

TEST_F(MergeActs, TheSurvivorTakesWhatWasChosenAndAllThatHangsOnTheOther)
{
    ASSERT_EQ(propose(R"({"name":"loser","profile":"both"})"), "");

    ASSERT_EQ(decide(company.zhou, "merge_case.approve"), "");

    EXPECT_EQ(text(customer, "name"), "恒通公司");
    EXPECT_EQ(text(customer, "phone"), "010-1111");
    EXPECT_EQ(get(customer, "more_phones"), Value{TextSet{"010-2222"}});
    EXPECT_EQ(text(customer, "city"), "杭州");
    EXPECT_EQ(get(customer, "tags"), (Value{TextSet{"a", "b"}}));
    EXPECT_EQ(text(customer, "profile"), "大客户\n要发票");
    EXPECT_EQ(get(customer, "owner"), Value{company.ming});
    EXPECT_EQ(get(idOf(61), "customer"), Value{customer});
    EXPECT_TRUE(get(other).isDeleted());
    EXPECT_EQ(survivorOf(get(other), world)->id(), customer);
    EXPECT_EQ(decide(company.zhou, "merge_case.approve"), "merge.decided");
}

TEST_F(MergeActs, AreDecidedByWhoAnswersForBoth)
{
    ASSERT_EQ(propose(), "");

    EXPECT_EQ(decide(company.ming, "merge_case.approve"), "access.manager_only");
    EXPECT_EQ(decide(company.ming, "merge_case.reject"), "access.manager_only");
    EXPECT_EQ(decide(company.zhou, "merge_case.withdraw"), "access.denied");
    EXPECT_EQ(decide(company.ming, "merge_case.withdraw"), "");
    EXPECT_EQ(decide(company.zhou, "merge_case.approve"), "merge.decided");
}

TEST_F(MergeActs, WhoAnswersForBothNeedNotSeeTheCase)
{
    ASSERT_EQ(propose(), "");
    ASSERT_FALSE(
        maySee(company.as(company.gao), get(mergeCase).type(), factsOf(get(mergeCase), world)));

    EXPECT_EQ(decide(company.ana, "merge_case.approve"), "access.denied");
    EXPECT_EQ(decide(company.gao, "merge_case.approve"), "");
}

TEST_F(MergeActs, ProposalsThatMakeNoSenseAreRefused)
{
    EXPECT_EQ(propose(R"({"owner":"loser"})"), "act.arguments");
    EXPECT_EQ(propose(R"({"phone":"both"})"), "act.arguments");
    EXPECT_EQ(propose("[]"), "act.arguments");
    other = customer;
    EXPECT_EQ(propose(), "merge.same");
    other = idOf(51);
    ASSERT_EQ(propose(), "");
    mergeCase = idOf(81);
    EXPECT_EQ(propose(), "merge.already");
    ASSERT_EQ(codeOf(actOn(customer, company.zhao, "customer.assign",
                           R"({"owner":")" + company.ana.text() + "\"}")),
              "");
    EXPECT_EQ(propose(), "access.manager_only");
}

TEST_F(MergeActs, ACustomerOfWhichOneKnowsNothingIsAsOneThatDoesNotExist)
{
    other = idOf(52);
    EXPECT_EQ(propose(), "merge.missing");
    put("customer", other,
        {{"name", words("隆昌")}, {"kind", words("organisation")}, {"owner", company.ana}});
    EXPECT_EQ(propose(), "merge.missing");
    put("listing", listingId(other), {{"customer", other}});

    EXPECT_EQ(propose(), "");
}

TEST_F(MergeActs, WhatTheTwoMakeTogetherMustBeInOrder)
{
    Record person = get(other);
    person.set("kind", words("person"));
    world.put(person);
    Record mine = get(customer);
    mine.set("id_number", words("91330100MA27XF0K7L"));
    world.put(mine);
    ASSERT_EQ(propose(), "");
    Record merged = get(mergeCase);
    merged.set("survivor", other);
    merged.set("loser", customer);
    world.put(merged);

    EXPECT_EQ(decide(company.zhou, "merge_case.approve"), "identity.checksum");
    EXPECT_FALSE(get(customer).isDeleted());
}

TEST_F(MergeActs, AFieldIsChosenOrFollowsByItself)
{
    const auto merged =
        mergedValues(get(customer), get(other), *parseChoices(R"({"phone":"loser"})"));
    Record record = get(customer);
    for (const auto& [index, value] : merged) {
        record.setAt(index, value);
    }

    EXPECT_EQ(record.textOf("phone"), "010-2222");
    EXPECT_EQ(record.get("more_phones"), Value{TextSet{"010-1111"}});
    EXPECT_EQ(record.textOf("name"), "恒通");
    EXPECT_EQ(toJson(*parseChoices(R"({"phone":"loser"})")), R"({"phone":"loser"})");
}

class Bin : public ActsTest {
protected:
    std::vector<RecordWrite> setDeleted(const Uuid& id, const Value& at)
    {
        const Record standing = get(id);
        Record edited = standing;
        edited.set("deleted_at", at);
        EXPECT_TRUE(mayBin(standing, edited, world));
        world.put(edited);
        auto writes = withBinned(standing, edited, company.ming, world);
        for (const auto& write : writes) {
            world.apply(write);
        }
        return writes;
    }
    std::string mayDelete(const Uuid& id)
    {
        const Record standing = get(id);
        Record edited = standing;
        edited.set("deleted_at", nine);
        const auto may = mayBin(standing, edited, world);
        return may ? "" : may.error().code;
    }
};

TEST_F(Bin, TakesAlongWhatHangsOnItAndBringsBackThatAndNoMore)
{
    put("contact", idOf(61), {{"customer", customer}});
    put("contact", idOf(62), {{"customer", customer}, {"deleted_at", later(-5)}});
    put("order", idOf(63), {{"customer", customer}, {"state", words("draft")}});
    put("order_line", idOf(64), {{"order", idOf(63)}});

    setDeleted(customer, nine);

    for (const Uuid& id : {customer, idOf(61), idOf(63), idOf(64)}) {
        EXPECT_EQ(get(id, "deleted_at"), Value{nine}) << id.text();
        EXPECT_EQ(get(id, "deleted_by"), Value{company.ming});
    }
    setDeleted(customer, later(1));
    EXPECT_EQ(get(idOf(64), "deleted_at"), later(1));
    setDeleted(customer, Value{});
    for (const Uuid& id : {customer, idOf(61), idOf(63), idOf(64)}) {
        EXPECT_FALSE(get(id).isDeleted()) << id.text();
        EXPECT_TRUE(isEmpty(get(id, "deleted_with")));
    }
    EXPECT_TRUE(get(idOf(62)).isDeleted());
}

TEST_F(Bin, IsNotForACustomerThatHasOrdered)
{
    put("order", idOf(63), {{"customer", customer}, {"state", words("draft")}});
    EXPECT_EQ(mayDelete(customer), "");
    put("order", idOf(63), {{"customer", customer}, {"state", words("submitted")}});

    EXPECT_EQ(mayDelete(customer), "bin.orders");
}

TEST_F(Bin, GivesAPartBackOnlyWithTheWhole)
{
    put("contact", idOf(61), {{"customer", customer}});
    setDeleted(customer, nine);
    const Record standing = get(idOf(61));
    Record edited = standing;
    edited.set("deleted_at", Value{});

    const auto may = mayBin(standing, edited, world);

    ASSERT_FALSE(may);
    EXPECT_EQ(may.error().code, "bin.parent");
}

} // namespace
} // namespace fieldbook::rules
