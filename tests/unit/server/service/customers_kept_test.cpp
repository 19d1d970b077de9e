#include "server/service/bin_service.h"
#include "server/service/pool_service.h"
#include "shared/rules/listing.h"
#include "tests/support/office.h"

#include <gtest/gtest.h>

#include <algorithm>

// How the company keeps its customers: nothing leaves it by being deleted, merged or given up.
namespace fieldbook::testing {
namespace {

Value words(std::string_view text) { return std::string{text}; }

class CustomersKept : public ::testing::Test {
protected:
    Office office;
    Company& company = office.company;
    Uuid bakery = idOf(100);
    Uuid baker = idOf(101);

    void SetUp() override
    {
        make("customer", bakery,
             {{"name", words("西湖面包房")},
              {"kind", words("organisation")},
              {"phone", words("0571-88880001")},
              {"owner", company.ming},
              {"created_at", office.clock.now()}});
        make("contact", baker,
             {{"customer", bakery}, {"name", words("陈师傅")}, {"phone", words("13900000001")}});
    }

    void make(std::string_view type,
              const Uuid& id,
              std::initializer_list<std::pair<std::string_view, Value>> values)
    {
        office.decide({Office::writeOf(aRecord(type, id, values))});
    }
    [[nodiscard]] server::BinService bin()
    {
        return {office.machine->store, office.machine->commits, office.machine->changes,
                office.clock};
    }
    [[nodiscard]] server::PoolService pool()
    {
        return {office.machine->store, office.machine->commits, office.machine->changes,
                office.clock, office.entropy};
    }
    void settings(std::string_view json) { ASSERT_TRUE(pool().change({}, json)); }
    // The changes of hands of a customer, by how.
    [[nodiscard]] std::vector<std::string> kindsOf(const Uuid& customer)
    {
        std::vector<std::string> kinds;
        for (const Record& change : office.machine->store.read()->referring(
                 typeNamed("ownership_change"), "customer", customer)) {
            kinds.push_back(change.textOf("kind"));
        }
        std::ranges::sort(kinds);
        return kinds;
    }
    static std::string codeOf(const std::vector<sync::Receipt>& receipts)
    {
        return receipts.back().outcome == sync::Outcome::Refused ? receipts.back().code : "";
    }
    static std::string releaseReason() { return R"({"reason":"不做了"})"; }
};

TEST_F(CustomersKept, ALateEditOfWhatWasDeletedIsRefusedAndKeptAndCanFollowARestoring)
{
    PlainTablet mings{office, company.ming};
    PlainTablet zhous{office, company.zhou};
    mings.pull();
    zhous.pull();
    zhous.edit("customer", bakery, "deleted_at", office.clock.now());
    ASSERT_EQ(codeOf(zhous.push()), "");
    mings.edit("contact", baker, "title", words("店主"));
    EXPECT_EQ(codeOf(mings.push()), "record.deleted");
    EXPECT_EQ(office.machine->store.read()->refusals(1).front().code, "record.deleted");

    mings.pull();
    mings.edit("customer", bakery, "deleted_at", Value{});
    mings.edit("contact", baker, "title", words("店主"));
    mings.group(2);

    EXPECT_EQ(codeOf(mings.push()), "");
    EXPECT_FALSE(office.find(bakery)->isDeleted());
    EXPECT_EQ(office.find(baker)->textOf("title"), "店主");
}

TEST_F(CustomersKept, TheBinIsPurgedAfterItsTimeWithWhatWentWithItAndTabletsLetGo)
{
    PlainTablet mings{office, company.ming};
    mings.pull();
    mings.edit("customer", bakery, "deleted_at", office.clock.now());
    ASSERT_EQ(codeOf(mings.push()), "");
    mings.pull();
    ASSERT_EQ(bin().list().size(), 1u);
    EXPECT_EQ(bin().list().front().below, 1u);
    EXPECT_EQ(bin().list().front().deletedBy, company.ming);

    office.clock.advance(std::chrono::days{29});
    EXPECT_EQ(bin().purge(), 0u);
    office.clock.advance(std::chrono::days{2});
    EXPECT_EQ(bin().purge(), 2u);

    EXPECT_FALSE(office.find(bakery));
    EXPECT_FALSE(office.find(baker));
    mings.pull();
    EXPECT_FALSE(mings.holds(bakery));
    EXPECT_TRUE(office.machine->trail.verify().faults.empty());
    mings.edit("customer", bakery, "city", words("杭州"));
    EXPECT_EQ(codeOf(mings.push()), "record.missing");
}

TEST_F(CustomersKept, WhatWasRecordedAboutItSinceKeepsItFromBeingPurged)
{
    PlainTablet mings{office, company.ming};
    mings.pull();
    mings.create("visit", idOf(110), {{"customer", bakery}});
    office.setField("customer", bakery, "deleted_at", office.clock.now());
    ASSERT_EQ(codeOf(mings.push()), "");
    office.clock.advance(std::chrono::days{40});

    EXPECT_EQ(bin().purge(), 0u);
    EXPECT_EQ(bin().list().front().since, 1u);
    ASSERT_TRUE(bin().restore({}, bakery));
    EXPECT_FALSE(office.find(baker)->isDeleted());
}

TEST_F(CustomersKept, EveryChangeOfHandsIsRemembered)
{
    settings("{}");
    PlainTablet zhous{office, company.zhou};
    zhous.pull();
    zhous.act("customer.assign", "customer", bakery,
              R"({"owner":")" + company.ana.text() + R"(","reason":"换区"})");
    ASSERT_EQ(codeOf(zhous.push()), "");
    PlainTablet anas{office, company.ana};
    anas.pull();
    anas.act("customer.release", "customer", bakery, releaseReason());
    ASSERT_EQ(codeOf(anas.push()), "");
    PlainTablet mings{office, company.ming};
    mings.act("listing.claim", "listing", rules::listingId(bakery));
    ASSERT_EQ(codeOf(mings.push()), "");

    EXPECT_EQ(kindsOf(bakery), (std::vector<std::string>{"assigned", "claimed", "released"}));
    mings.pull();
    const auto seen = std::ranges::count_if(mings.held, [](const auto& each) {
        return each.second.find("ownership_change") != std::string::npos;
    });
    EXPECT_EQ(seen, 3);
}

TEST_F(CustomersKept, TheFirstClaimWinsAndNobodySeesANumberBefore)
{
    settings("{}");
    PlainTablet mings{office, company.ming};
    PlainTablet anas{office, company.ana};
    PlainTablet other{office, company.zhou};
    mings.pull();
    mings.act("customer.release", "customer", bakery, releaseReason());
    ASSERT_EQ(codeOf(mings.push()), "");
    anas.pull();
    for (const auto& [id, document] : anas.held) {
        EXPECT_EQ(document.find("88880001"), std::string::npos);
        EXPECT_EQ(document.find("13900000001"), std::string::npos);
    }
    const Uuid listing = rules::listingId(bakery);
    ASSERT_TRUE(anas.holds(listing));

    anas.act("listing.claim", "listing", listing);
    other.act("listing.claim", "listing", listing);
    EXPECT_EQ(codeOf(anas.push()), "");
    EXPECT_EQ(codeOf(other.push()), "claim.taken");

    anas.pull();
    EXPECT_EQ(anas.holds(bakery)->textOf("phone"), "0571-88880001");
    EXPECT_TRUE(anas.holds(baker));
    EXPECT_TRUE(isEmpty(anas.holds(listing)->get("pooled_at")));
    EXPECT_TRUE(isEmpty(anas.holds(listing)->get("claimed_by")));
    mings.pull();
    EXPECT_FALSE(mings.holds(bakery));
}

TEST_F(CustomersKept, WhatABoardKnowsGoesWithTheTeamThatLeavesIt)
{
    settings("{}");
    ASSERT_EQ(pool().keep().listed, 1u);
    const Uuid listing = rules::listingId(bakery);
    PlainTablet anas{office, company.ana};
    anas.pull();
    ASSERT_TRUE(anas.holds(listing));
    make("team", idOf(150), {{"name", words("配件")}, {"kind", words("board")}});

    office.setField("team", company.east, "parent", idOf(150));

    anas.pull();
    EXPECT_FALSE(anas.holds(listing));
    PlainTablet zhous{office, company.zhou};
    zhous.pull();
    EXPECT_TRUE(zhous.holds(listing));
}

TEST_F(CustomersKept, WhatNobodyFollowsUpReturnsAfterAWarning)
{
    settings(R"({"pool_after_days":10,"pool_warn_days":2})");
    EXPECT_EQ(pool().keep().returned, 0u);
    office.clock.advance(std::chrono::days{9});
    EXPECT_EQ(pool().keep().warned, 1u);
    EXPECT_EQ(pool().keep().warned, 0u);
    PlainTablet mings{office, company.ming};
    mings.pull();
    EXPECT_TRUE(std::ranges::any_of(mings.held, [](const auto& each) {
        return each.second.find(R"("kind":"pool")") != std::string::npos;
    }));

    office.clock.advance(std::chrono::days{2});
    EXPECT_EQ(pool().keep().returned, 1u);

    EXPECT_EQ(pool().list().size(), 1u);
    EXPECT_EQ(kindsOf(bakery), std::vector<std::string>{"returned"});
    mings.pull();
    EXPECT_FALSE(mings.holds(bakery));
}

TEST_F(CustomersKept, ContactPutsTheReturnOffAndTakesTheWarningBack)
{
    settings(R"({"pool_after_days":10,"pool_warn_days":2})");
    office.clock.advance(std::chrono::days{9});
    ASSERT_EQ(pool().keep().warned, 1u);
    office.setField("customer", bakery, "last_contact_at", office.clock.now());

    EXPECT_EQ(pool().keep().warned, 0u);

    const auto reminders =
        office.machine->store.read()->referring(typeNamed("reminder"), "customer", bakery);
    ASSERT_EQ(reminders.size(), 1u);
    EXPECT_EQ(reminders.front().textOf("state"), "cancelled");
    office.clock.advance(std::chrono::days{2});
    EXPECT_EQ(pool().keep().returned, 0u);
}

TEST_F(CustomersKept, NobodyLosesABookUnwarnedBecauseTheRuleIsNew)
{
    office.clock.advance(std::chrono::days{100});
    settings(R"({"pool_after_days":10,"pool_warn_days":2})");

    EXPECT_EQ(pool().keep().returned, 0u);
    office.clock.advance(std::chrono::days{1});
    EXPECT_EQ(pool().keep().warned, 0u) << "warned at once";
    office.clock.advance(std::chrono::days{2});
    EXPECT_EQ(pool().keep().returned, 1u);
}

TEST_F(CustomersKept, WhoWasThereInTimeWithoutANetworkGetsItBack)
{
    settings(R"({"pool_after_days":10,"pool_warn_days":2})");
    PlainTablet mings{office, company.ming};
    mings.pull();
    office.clock.advance(std::chrono::days{9});
    mings.create("activity", idOf(133),
                 {{"customer", bakery},
                  {"kind", words("call")},
                  {"happened_at", office.clock.now()},
                  {"content", words("还要烤箱")}});
    office.clock.advance(std::chrono::days{2});
    ASSERT_EQ(pool().keep().returned, 1u);
    ASSERT_EQ(codeOf(mings.push()), "");

    EXPECT_EQ(pool().keep().givenBack, 1u);

    EXPECT_EQ(office.find(bakery)->referenceOf("owner"), company.ming);
    EXPECT_TRUE(pool().list().empty());
    EXPECT_EQ(pool().keep().returned, 0u);
}

TEST_F(CustomersKept, ANumberThatManyHaveMakesNoCases)
{
    settings("{}");
    for (std::uint8_t i = 0; i < 30; ++i) {
        make("customer", idOf(static_cast<std::uint8_t>(200 + i)),
             {{"name", words("分店")},
              {"kind", words("organisation")},
              {"phone", words("400-8888-0000")},
              {"owner", company.ming}});
    }
    const auto before =
        office.machine->store.read()->referring(typeNamed("merge_case"), "owner", company.ming);

    make("customer", idOf(199),
         {{"name", words("分店")},
          {"kind", words("organisation")},
          {"phone", words("400-8888-0000")},
          {"owner", company.ming}});

    const auto after =
        office.machine->store.read()->referring(typeNamed("merge_case"), "owner", company.ming);
    EXPECT_EQ(after.size(), before.size());
}

TEST_F(CustomersKept, TheSameCustomerRecordedTwiceIsPutBeforeThoseWhoDecide)
{
    settings("{}");
    ASSERT_EQ(pool().keep().listed, 1u);
    PlainTablet zhous{office, company.zhou};
    zhous.create("customer", idOf(120),
                 {{"name", words("西湖面包")},
                  {"kind", words("organisation")},
                  {"phone", words("+86 571 88880001")}});
    ASSERT_EQ(codeOf(zhous.push()), "");
    std::vector<Record> cases =
        office.machine->store.read()->referring(typeNamed("merge_case"), "survivor", bakery);
    ASSERT_EQ(cases.size(), 1u);
    EXPECT_EQ(cases.front().textOf("state"), "found");
    PlainTablet mings{office, company.ming};
    mings.pull();
    EXPECT_TRUE(mings.holds(cases.front().id()));

    zhous.pull();
    zhous.act("merge_case.reject", "merge_case", cases.front().id());
    ASSERT_EQ(codeOf(zhous.push()), "");
    office.setField("customer", bakery, "more_phones", TextSet{"13900000001"});

    cases = office.machine->store.read()->referring(typeNamed("merge_case"), "survivor", bakery);
    EXPECT_EQ(cases.size(), 1u);
}

TEST_F(CustomersKept, ACaseIsHeardOfByWhoeverHasTheOtherCustomerNow)
{
    make("customer", idOf(120),
         {{"name", words("西湖面包")}, {"kind", words("organisation")}, {"owner", company.ana}});
    PlainTablet zhaos{office, company.zhao};
    zhaos.pull();
    zhaos.act("customer.propose_merge", "customer", bakery,
              R"({"case":")" + idOf(121).text() + R"(","other":")" + idOf(120).text() + "\"}");
    ASSERT_EQ(codeOf(zhaos.push()), "");
    PlainTablet anas{office, company.ana};
    anas.pull();
    ASSERT_TRUE(anas.holds(idOf(121)));

    office.setField("customer", idOf(120), "owner", company.zhou);

    anas.pull();
    EXPECT_FALSE(anas.holds(idOf(121)));
    PlainTablet zhous{office, company.zhou};
    zhous.pull();
    EXPECT_TRUE(zhous.holds(idOf(121)));
}

// Ana's bakery is Ming's: the one goes into the other while Ana works on without a network.
class Merged : public CustomersKept {
protected:
    Uuid loser = idOf(130);
    Uuid mergeCase = idOf(140);
    std::unique_ptr<PlainTablet> anas;

    void SetUp() override
    {
        CustomersKept::SetUp();
        make("customer", loser,
             {{"name", words("西湖面包")},
              {"kind", words("organisation")},
              {"city", words("杭州")},
              {"owner", company.ana}});
        make("visit", idOf(131), {{"customer", loser}, {"owner", company.ana}});
        make("contact", idOf(134), {{"customer", loser}, {"name", words("陈师傅")}});
        anas = std::make_unique<PlainTablet>(office, company.ana);
        anas->pull();
        PlainTablet head{office, company.zhao};
        head.pull();
        head.act("customer.propose_merge", "customer", bakery,
                 R"({"case":")" + mergeCase.text() + R"(","other":")" + loser.text() + "\"}");
        head.act("merge_case.approve", "merge_case", mergeCase);
        ASSERT_EQ(codeOf(head.push()), "");
    }
};

TEST_F(Merged, MovesEverythingAndTellsBothTablets)
{
    PlainTablet mings{office, company.ming};
    mings.pull();

    EXPECT_EQ(office.find(bakery)->textOf("city"), "杭州");
    EXPECT_EQ(office.find(idOf(131))->referenceOf("customer"), bakery);
    EXPECT_TRUE(mings.holds(idOf(131)));
    EXPECT_TRUE(office.find(loser)->isDeleted());
    EXPECT_TRUE(bin().list().empty());
    office.clock.advance(std::chrono::days{40});
    EXPECT_EQ(bin().purge(), 0u);
}

TEST_F(Merged, WhatWasRecordedOfflineArrivesAtTheSurvivor)
{
    office.clock.advance(std::chrono::hours{1});
    anas->edit("customer", loser, "industry", words("食品"));
    anas->edit("contact", idOf(134), "phone", words("13900000009"));
    anas->create("visit", idOf(132), {{"customer", loser}});
    anas->create("activity", idOf(133),
                 {{"customer", loser},
                  {"kind", words("call")},
                  {"happened_at", office.clock.now()},
                  {"content", words("要新烤箱")}});
    for (const auto& receipt : anas->push()) {
        EXPECT_NE(receipt.outcome, sync::Outcome::Refused) << receipt.code;
    }

    EXPECT_EQ(office.find(bakery)->textOf("industry"), "食品");
    EXPECT_EQ(office.find(idOf(134))->textOf("phone"), "13900000009");
    EXPECT_EQ(office.find(idOf(134))->referenceOf("customer"), bakery);
    EXPECT_EQ(office.find(idOf(132))->referenceOf("customer"), bakery);
    EXPECT_EQ(office.find(idOf(133))->referenceOf("customer"), bakery);
    anas->edit("customer", loser, "deleted_at", Value{});
    EXPECT_EQ(codeOf(anas->push()), "record.merged");
}

TEST_F(Merged, IsTakenApartAgainWithinItsTimeAndKeepsWhatCameSince)
{
    office.setField("customer", bakery, "region", words("华东"));
    PlainTablet head{office, company.zhao};
    head.pull();
    head.act("merge_case.undo", "merge_case", mergeCase);
    ASSERT_EQ(codeOf(head.push()), "");

    EXPECT_FALSE(office.find(loser)->isDeleted());
    EXPECT_EQ(office.find(idOf(131))->referenceOf("customer"), loser);
    EXPECT_TRUE(isEmpty(office.find(bakery)->get("city")));
    EXPECT_EQ(office.find(bakery)->textOf("region"), "华东");
    EXPECT_EQ(office.find(bakery)->textOf("phone"), "0571-88880001");
}

TEST_F(Merged, AChainIsTakenApartFromItsEndAndEverybodyGetsTheirsBack)
{
    const Uuid last = idOf(135);
    make(
        "customer", last,
        {{"name", words("西湖面包总店")}, {"kind", words("organisation")}, {"owner", company.ana}});
    PlainTablet head{office, company.zhao};
    head.pull();
    head.act("customer.propose_merge", "customer", last,
             R"({"case":")" + idOf(141).text() + R"(","other":")" + bakery.text() + R"("})");
    head.act("merge_case.approve", "merge_case", idOf(141));
    ASSERT_EQ(codeOf(head.push()), "");
    ASSERT_EQ(office.find(idOf(131))->referenceOf("customer"), last);
    head.act("merge_case.undo", "merge_case", mergeCase);
    EXPECT_EQ(codeOf(head.push()), "record.merged");

    head.act("merge_case.undo", "merge_case", idOf(141));
    head.act("merge_case.undo", "merge_case", mergeCase);

    ASSERT_EQ(codeOf(head.push()), "");
    EXPECT_EQ(office.find(idOf(131))->referenceOf("customer"), loser);
    EXPECT_EQ(office.find(idOf(134))->referenceOf("customer"), loser);
    EXPECT_EQ(office.find(baker)->referenceOf("customer"), bakery);
}

TEST_F(Merged, TellsWhoHadTheOtherOneNothingOfWhatStandsInTheSurvivor)
{
    anas->edit("customer", loser, "tax_number", words("91330100"));
    office.setField("customer", bakery, "tax_number", words("91330199"));

    const auto receipts = anas->push();

    ASSERT_EQ(codeOf(receipts), "");
    EXPECT_TRUE(receipts.back().fields.empty());
    EXPECT_EQ(office.find(bakery)->textOf("tax_number"), "91330199");
}

TEST_F(Merged, IsForGoodAfterItsTime)
{
    office.clock.advance(std::chrono::days{8});
    PlainTablet head{office, company.zhao};
    head.pull();
    head.act("merge_case.undo", "merge_case", mergeCase);

    EXPECT_EQ(codeOf(head.push()), "merge.undo_over");
}

} // namespace
} // namespace fieldbook::testing
