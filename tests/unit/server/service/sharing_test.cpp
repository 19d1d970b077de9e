#include "tests/support/office.h"

#include <gtest/gtest.h>

namespace fieldbook::testing {
namespace {

std::string words(const char* text) { return text; }

template <class T>
std::string codeOf(const Result<T>& result)
{
    return result ? "fine" : result.error().code;
}

// The bakery is Li Ming's; Ana gets to see it for a day.
class SharingTest : public ::testing::Test {
protected:
    Office office;
    const Company& company = office.company;
    PlainTablet ming{office, company.ming};
    PlainTablet ana{office, company.ana};
    Uuid bakery = idOf(101);
    Uuid baker = idOf(102);
    Uuid order = idOf(103);

    void SetUp() override
    {
        ming.create("customer", bakery,
                    {{"name", words("面包房")}, {"kind", words("organisation")}});
        ming.create("contact", baker, {{"customer", bakery}, {"name", words("王芳")}});
        ming.create("order", order,
                    {{"customer", bakery}, {"number", words("SO-1")}, {"currency", words("CNY")}});
        ming.push();
        ana.pull();
    }

    [[nodiscard]] server::SharingService& sharing() { return office.machine->sharing; }
    Uuid shareForADay(bool edits = true, TextSet includes = {})
    {
        const auto made = sharing().share({}, {.customer = bakery,
                                               .user = company.ana,
                                               .team = {},
                                               .edits = edits,
                                               .includes = std::move(includes),
                                               .until = tomorrow(),
                                               .reason = {}});
        EXPECT_EQ(codeOf(made), "fine");
        return made.value_or(Uuid{});
    }
    Uuid coverForADay(std::chrono::hours from = std::chrono::hours{0}, bool returns = true)
    {
        const auto made = sharing().cover({}, {.absent = company.ming,
                                               .standsIn = company.ana,
                                               .from = office.clock.now() + from,
                                               .until = tomorrow(),
                                               .edits = true,
                                               .returns = returns,
                                               .reason = words("年假")});
        EXPECT_EQ(codeOf(made), "fine");
        return made.value_or(Uuid{});
    }
    [[nodiscard]] Timestamp tomorrow() { return office.clock.now() + std::chrono::hours{24}; }
    std::size_t keepTime()
    {
        const auto kept = sharing().keepTime();
        EXPECT_EQ(codeOf(kept), "fine");
        return kept.value_or(0);
    }
};

TEST_F(SharingTest, ReachesTheTabletWithTheNextPullAndLeavesItAtTheEnd)
{
    const Uuid id = shareForADay();
    ana.pull();
    for (const auto& each : {bakery, baker, order, id}) {
        EXPECT_TRUE(ana.holds(each));
    }
    EXPECT_EQ(keepTime(), 0U);

    office.clock.advance(std::chrono::hours{24});
    EXPECT_EQ(keepTime(), 1U);
    ana.pull();

    for (const auto& each : {bakery, baker, order, id}) {
        EXPECT_FALSE(ana.holds(each));
    }
    EXPECT_EQ(office.find(id)->textOf("state"), "ended");
    EXPECT_EQ(office.find(id)->get("ended_at"), office.find(id)->get("until"));
    EXPECT_EQ(keepTime(), 0U);
    ming.pull();
    EXPECT_TRUE(ming.holds(id)) << "who had a look is for those to see whose customer it is";
}

TEST_F(SharingTest, EndsAtOnceWhenSomebodyEndsIt)
{
    const Uuid id = shareForADay();
    ana.pull();

    ASSERT_EQ(codeOf(sharing().end(company.ming, id)), "fine");
    ana.edit("customer", bakery, "city", words("上海"));
    ana.pull();

    EXPECT_FALSE(ana.holds(bakery));
    EXPECT_EQ(codeOf(sharing().end({}, bakery)), "record.missing");
}

TEST_F(SharingTest, WhatWasRecordedWhileItWasSharedIsTakenAfterwards)
{
    const Uuid id = shareForADay();
    ana.pull();
    office.clock.advance(std::chrono::minutes{10});
    ana.edit("customer", bakery, "city", words("上海"));
    ana.create("contact", idOf(110), {{"customer", bakery}, {"name", words("学徒")}});
    office.clock.advance(std::chrono::minutes{10});
    ASSERT_EQ(codeOf(sharing().end({}, id)), "fine");
    office.clock.advance(std::chrono::minutes{10});
    ana.edit("customer", bakery, "region", words("华东"));

    const auto receipts = ana.push();

    EXPECT_EQ(receipts[0].outcome, sync::Outcome::Applied) << receipts[0].code;
    EXPECT_EQ(receipts[1].outcome, sync::Outcome::Applied) << receipts[1].code;
    EXPECT_EQ(receipts[2].code, "record.missing");
    EXPECT_EQ(office.find(bakery)->textOf("city"), "上海");
}

TEST_F(SharingTest, WhatWasRecordedBeforeItWasSharedIsNot)
{
    ana.edit("customer", bakery, "city", words("上海"), Version{});
    office.clock.advance(std::chrono::minutes{10});
    const Uuid id = shareForADay(false);
    office.clock.advance(std::chrono::minutes{10});
    ASSERT_EQ(codeOf(sharing().end({}, id)), "fine");

    EXPECT_EQ(ana.push()[0].code, "record.missing");
}

TEST_F(SharingTest, NewRecordsOfTheCustomerComeAlongAsFarAsTheyAreIncluded)
{
    shareForADay(false, {"contact"});
    ana.pull();
    EXPECT_FALSE(ana.holds(order));

    ming.create("contact", idOf(110), {{"customer", bakery}, {"name", words("学徒")}});
    ming.push();
    ana.pull();

    EXPECT_TRUE(ana.holds(idOf(110)));
    ana.edit("customer", bakery, "city", words("上海"));
    EXPECT_EQ(ana.push()[0].code, "access.denied");
}

TEST_F(SharingTest, WithATeamReachesItsPeople)
{
    ASSERT_EQ(codeOf(sharing().share({}, {.customer = bakery,
                                          .user = {},
                                          .team = company.south,
                                          .edits = false,
                                          .includes = {},
                                          .until = tomorrow(),
                                          .reason = {}})),
              "fine");
    PlainTablet zhou{office, company.zhou};

    ana.pull();

    EXPECT_TRUE(ana.holds(baker));
    office.setField("user", company.ana, "team", company.east);
    ana.pull();
    EXPECT_FALSE(ana.holds(baker));
}

TEST_F(SharingTest, LeaveCoverBeginsAndEndsWithItsTime)
{
    const Uuid id = coverForADay(std::chrono::hours{2});
    ana.pull();
    EXPECT_FALSE(ana.holds(bakery));

    office.clock.advance(std::chrono::hours{2});
    EXPECT_EQ(keepTime(), 1U);
    ana.pull();
    EXPECT_TRUE(ana.holds(order));
    ana.edit("customer", bakery, "city", words("上海"));
    EXPECT_EQ(ana.push()[0].outcome, sync::Outcome::Applied);
    office.clock.advance(std::chrono::hours{1});
    ana.edit("customer", bakery, "region", words("华东"));

    office.clock.advance(std::chrono::hours{21});
    EXPECT_EQ(keepTime(), 1U);
    office.clock.advance(std::chrono::hours{1});
    ana.edit("customer", bakery, "address", words("晚了"));
    const auto receipts = ana.push();
    ana.pull();

    EXPECT_EQ(receipts[0].outcome, sync::Outcome::Applied) << receipts[0].code;
    EXPECT_EQ(receipts[1].code, "record.missing");
    EXPECT_FALSE(ana.holds(bakery));
    EXPECT_TRUE(ana.holds(id));
    EXPECT_EQ(sharing().covers(false).size(), 0U);
    EXPECT_EQ(sharing().covers(true).size(), 1U);
}

TEST_F(SharingTest, LeaveCoverThatStaysIsEndedByHand)
{
    const Uuid id = coverForADay(std::chrono::hours{0}, false);
    office.clock.advance(std::chrono::hours{48});
    EXPECT_EQ(keepTime(), 0U);
    ana.pull();
    EXPECT_TRUE(ana.holds(bakery));

    ASSERT_EQ(codeOf(sharing().end(company.ana, id)), "fine");
    ana.pull();

    EXPECT_FALSE(ana.holds(bakery));
}

TEST_F(SharingTest, IsRefusedToWhoMayNot)
{
    const auto share = [&](const Uuid& by) {
        return codeOf(sharing().share(by, {.customer = bakery,
                                           .user = company.chen,
                                           .team = {},
                                           .edits = false,
                                           .includes = {},
                                           .until = tomorrow(),
                                           .reason = {}}));
    };

    EXPECT_EQ(share(company.ana), "access.denied");
    EXPECT_EQ(share(idOf(99)), "session.ended");
    EXPECT_EQ(share(company.ming), "fine");
}

} // namespace
} // namespace fieldbook::testing
