#include "tests/unit/client/local/tablet.h"

#include <gtest/gtest.h>

namespace fieldbook::client::testing {
namespace {

const Uuid hengtong = idOf(50);
const Uuid deal = idOf(70);

std::string text(const char* value) { return value; }
Money yuan(std::int64_t amount) { return Money::fromMinor(amount * 100, Currency{}); }

Record aDeal(std::int64_t amount)
{
    Record record = aRecord("opportunity", deal,
                            {{"customer", hengtong},
                             {"name", text("租赁车队保养")},
                             {"stage", text("needs")},
                             {"owner", Company{}.ming},
                             {"amount", yuan(amount)}});
    record.setMade(serverVersion(3));
    return record;
}

// Li Ming asks 420,000 while Zhou has written 396,000 over 380,000; the server keeps both.
Record disputedDeal(const Tablet& tablet)
{
    Record record = aDeal(396'000);
    const auto amount = *record.type().indexOf("amount");
    record.setVersionAt(amount, {{toMillis(tablet.clock.now()) + 1, 0}, 8, 55});
    record.addAlternative(
        amount, {yuan(420'000), {{toMillis(tablet.clock.now()), 0}, 3, 1}, Company{}.ming});
    return record;
}

sync::Receipt asked(const Tablet& tablet)
{
    sync::Receipt receipt = anApplied(1, 21);
    receipt.outcome = sync::Outcome::Merged;
    receipt.type = &typeNamed("opportunity");
    receipt.fields = {{"amount", sync::FieldOutcome::Asked, yuan(420'000), yuan(396'000),
                       yuan(396'000), Company{}.zhou,
                       Version{{toMillis(tablet.clock.now()) + 1, 0}, 8, 55}}};
    return receipt;
}

void dispute(Tablet& tablet)
{
    tablet.firstSync({aCustomer(hengtong, "顺达租赁"), aDeal(380'000)});
    ASSERT_TRUE(tablet.store.recorder().edit(deal, {{"amount", yuan(420'000)}}));
    tablet.push({asked(tablet)});
    tablet.pull(aPage({disputedDeal(tablet)}, 21));
}

TEST(Attention, ShowsMineTheirsAndBeforeOfAConflict)
{
    const TempDir folder;
    Tablet tablet{folder};
    dispute(tablet);

    const auto queries = tablet.store.openQueries();
    const auto items = queries->attention();
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].kind, AttentionRow::Kind::Conflict);
    EXPECT_EQ(items[0].title, "租赁车队保养");
    EXPECT_EQ(items[0].subtitle, "顺达租赁");
    const auto detail = queries->attentionItem(items[0].id);
    ASSERT_EQ(detail->fields.size(), 1U);
    EXPECT_EQ(detail->fields[0].mine, Value{yuan(420'000)});
    EXPECT_EQ(detail->fields[0].theirs, Value{yuan(396'000)});
    EXPECT_EQ(detail->fields[0].before, Value{yuan(380'000)});
    EXPECT_EQ(detail->fields[0].theirsBy, "周建国");
    EXPECT_EQ(queries->markOf(deal), SyncMark::Conflict);
    EXPECT_EQ(queries->status(tablet.clock.now()).needYou, 1);
}

TEST(Attention, KeepingMineSettlesTheConflict)
{
    const TempDir folder;
    Tablet tablet{folder};
    dispute(tablet);
    const auto id = tablet.store.openQueries()->attention().at(0).id;

    const std::vector<Decision> decisions{{"amount", Decision::Take::Mine, {}}};
    ASSERT_TRUE(tablet.store.recorder().decide(id, decisions));

    EXPECT_EQ(tablet.find(deal)->get("amount"), Value{yuan(420'000)});
    EXPECT_TRUE(tablet.find(deal)->conflicts().empty());
    EXPECT_TRUE(tablet.store.openQueries()->attention().empty());
    const auto push = sync::parsePush(tablet.store.sync().nextBatch(10, 10'000)->body);
    const auto& edit = std::get<sync::EditBody>(push->changes.at(0).change->body).fields.at(0);
    EXPECT_EQ(edit.from.device, 8);
    ASSERT_EQ(edit.settles.size(), 1U);
    EXPECT_EQ(edit.settles[0].device, 3);
}

TEST(Attention, TakingTheirsSettlesTheConflictToo)
{
    const TempDir folder;
    Tablet tablet{folder};
    dispute(tablet);
    const auto id = tablet.store.openQueries()->attention().at(0).id;

    const std::vector<Decision> decisions{{"amount", Decision::Take::Theirs, {}}};
    ASSERT_TRUE(tablet.store.recorder().decide(id, decisions));

    EXPECT_EQ(tablet.find(deal)->get("amount"), Value{yuan(396'000)});
    EXPECT_TRUE(tablet.find(deal)->conflicts().empty());
    EXPECT_EQ(tablet.outbox().size(), 1U);
}

TEST(Attention, AThirdValueOrTheOldOneCanBeChosen)
{
    const TempDir folder;
    Tablet tablet{folder};
    dispute(tablet);
    const auto id = tablet.store.openQueries()->attention().at(0).id;

    const std::vector<Decision> before{{"amount", Decision::Take::Before, {}}};
    ASSERT_TRUE(tablet.store.recorder().decide(id, before));
    EXPECT_EQ(tablet.find(deal)->get("amount"), Value{yuan(380'000)});
    EXPECT_EQ(tablet.store.recorder().decide(id, before).error().code, "attention.missing");
}

TEST(Attention, AConflictThatSomebodyElseSettledIsNoMatterAnyMore)
{
    const TempDir folder;
    Tablet tablet{folder};
    dispute(tablet);

    tablet.pull(aPage({aDeal(400'000)}, 30));

    EXPECT_TRUE(tablet.store.openQueries()->attention().empty());
}

TEST(Attention, OthersConflictsAreNotThisUsers)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "顺达租赁")});
    Record record = disputedDeal(tablet);
    record.set("owner", Company{}.ana);
    const auto amount = *record.type().indexOf("amount");
    record.settle(amount);
    record.addAlternative(amount, {yuan(1), {{1, 0}, 9, 1}, Company{}.zhou});

    tablet.pull(aPage({record}, 20));

    EXPECT_TRUE(tablet.store.openQueries()->attention().empty());
}

TEST(Attention, ARefusedChangeCanBeSentAgainWithOtherValues)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync();
    const auto id = tablet.store.recorder().create(
        "customer", {{"name", text("恒通")}, {"kind", text("person")}, {"city", text("杭州")}});
    tablet.push({aRefusal(1, 11, "field.invalid")});
    ASSERT_EQ(tablet.find(*id), std::nullopt);
    const auto item = tablet.store.openQueries()->attention().at(0).id;

    const auto done = tablet.store.recorder().retry(item, {{"city", text("宁波")}});

    ASSERT_TRUE(done) << done.error().code;
    EXPECT_EQ(tablet.textOf(*id, "name"), "恒通");
    EXPECT_EQ(tablet.textOf(*id, "city"), "宁波");
    EXPECT_EQ(tablet.outbox().at(0).number, 2);
    EXPECT_TRUE(tablet.store.openQueries()->attention().empty());
}

TEST(Attention, ARefusedEditIsSentAgainFromWhatStandsNow)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通", "1")});
    ASSERT_TRUE(
        tablet.store.recorder().edit(hengtong, {{"phone", text("2")}, {"tags", TextSet{"a"}}}));
    tablet.push({aRefusal(1, 11, "access.denied")});
    Record newer = aCustomer(hengtong, "恒通", "3");
    newer.setVersionAt(*newer.type().indexOf("phone"), serverVersion(8));
    newer.set("tags", TextSet{"b"});
    tablet.pull(aPage({newer}, 12));

    ASSERT_TRUE(
        tablet.store.recorder().retry(tablet.store.openQueries()->attention().at(0).id, {}));

    EXPECT_EQ(tablet.textOf(hengtong, "phone"), "2");
    EXPECT_EQ(tablet.find(hengtong)->get("tags"), (Value{TextSet{"a", "b"}}));
    const auto push = sync::parsePush(tablet.store.sync().nextBatch(10, 10'000)->body);
    for (const auto& field : std::get<sync::EditBody>(push->changes.at(0).change->body).fields) {
        if (field.field == *newer.type().indexOf("phone")) {
            EXPECT_EQ(field.from, serverVersion(8));
        }
    }
}

TEST(Attention, ARefusedTextIsLaidIntoWhatStandsNow)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"profile", text("mine")}}));
    tablet.push({aRefusal(1, 11, "access.denied")});
    Record newer = aCustomer(hengtong, "恒通");
    newer.set("profile", text("theirs"));
    newer.setVersionAt(*newer.type().indexOf("profile"), serverVersion(8));
    tablet.pull(aPage({newer}, 12));

    ASSERT_TRUE(
        tablet.store.recorder().retry(tablet.store.openQueries()->attention().at(0).id, {}));

    EXPECT_EQ(tablet.textOf(hengtong, "profile"), "theirs\nmine");
}

TEST(Attention, ADismissedRefusalStaysInTheLog)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"city", text("杭州")}}));
    tablet.push({aRefusal(1, 11, "access.denied")});
    const auto item = tablet.store.openQueries()->attention().at(0).id;

    ASSERT_TRUE(tablet.store.recorder().dismiss(item));

    EXPECT_TRUE(tablet.store.openQueries()->attention().empty());
    EXPECT_EQ(tablet.store.openQueries()->receipts(5).at(0).outcome, "refused");
    EXPECT_EQ(tablet.store.recorder().dismiss(item).error().code, "attention.missing");
    EXPECT_EQ(tablet.store.recorder().retry(item, {}).error().code, "attention.missing");
}

TEST(Attention, WhatWasSettledWithoutAskingIsToldBeside)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "顺达租赁"), aDeal(380'000)});
    ASSERT_TRUE(tablet.store.recorder().edit(
        deal, {{"amount", yuan(420'000)}, {"next_step", text("发方案")}}));
    sync::Receipt receipt = asked(tablet);
    receipt.fields.push_back({"next_step", sync::FieldOutcome::Lost, text("发方案"), text("打电话"),
                              text("打电话"), Company{}.zhou, serverVersion(9, 5'000)});
    tablet.push({receipt});
    Record record = disputedDeal(tablet);
    record.set("next_step", text("打电话"));
    tablet.pull(aPage({record}, 21));

    const auto queries = tablet.store.openQueries();
    const auto detail = queries->attentionItem(queries->attention().at(0).id);

    ASSERT_EQ(detail->merged.size(), 1U);
    EXPECT_EQ(detail->merged[0].field, "next_step");
    EXPECT_EQ(detail->merged[0].mine, Value{text("发方案")});
    EXPECT_EQ(detail->merged[0].theirs, Value{text("打电话")});
    EXPECT_EQ(detail->merged[0].theirsBy, "周建国");
}

TEST(Attention, WhatWasDeletedMeanwhileIsRestoredWithMyChanges)
{
    const TempDir folder;
    Tablet tablet{folder};
    const Uuid customer = idOf(100);
    Record contact =
        aRecord("contact", idOf(101), {{"customer", customer}, {"name", text("王敏")}});
    contact.setMade(serverVersion(2));
    tablet.firstSync({aCustomer(customer, "顺达租赁"), contact});
    ASSERT_TRUE(tablet.store.recorder().edit(idOf(101), {{"title", std::string{"经理"}}}));
    tablet.push({aRefusal(1, 11, "record.deleted")});
    // The manager has deleted the customer, and the contact went with it.
    const Value when = Timestamp{std::chrono::seconds{5}};
    Record gone = aCustomer(customer, "顺达租赁");
    gone.set("deleted_at", when);
    gone.set("deleted_with", idOf(101).text());
    contact.set("deleted_at", when);
    tablet.pull(aPage({gone, contact}, 12));
    const auto item = tablet.store.openQueries()->attention().at(0).id;

    ASSERT_TRUE(tablet.store.recorder().retry(item, {}));

    EXPECT_FALSE(tablet.find(customer)->isDeleted());
    EXPECT_FALSE(tablet.find(idOf(101))->isDeleted());
    EXPECT_EQ(tablet.textOf(idOf(101), "title"), "经理");
    EXPECT_EQ(tablet.outbox().size(), 2U);
    EXPECT_TRUE(tablet.store.openQueries()->attention().empty());
}

} // namespace
} // namespace fieldbook::client::testing
