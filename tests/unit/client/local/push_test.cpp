#include "tests/unit/client/local/tablet.h"

#include <gtest/gtest.h>

namespace fieldbook::client::testing {
namespace {

const Uuid hengtong = idOf(50);

std::string text(const char* value) { return value; }

void editCity(Tablet& tablet, int times)
{
    for (int i = 0; i < times; ++i) {
        ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"city", "城" + std::to_string(i)}}));
    }
}

TEST(Push, BatchesEndBetweenGroups)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    editCity(tablet, 2);
    auto group = tablet.store.recorder().group();
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(group->create("contact", {{"customer", hengtong}, {"name", text("陈")}}));
    }
    ASSERT_TRUE(group->commit());

    const auto three = tablet.store.sync().nextBatch(3, 100'000);
    ASSERT_TRUE(three);
    EXPECT_EQ(three->first, 1);
    EXPECT_EQ(three->last, 2);
    const auto byBytes = tablet.store.sync().nextBatch(100, 300);
    EXPECT_EQ(byBytes->last, 1);
    const auto all = tablet.store.sync().nextBatch(100, 100'000);
    EXPECT_EQ(all->last, 5);
    EXPECT_TRUE(sync::parsePush(all->body));

    tablet.store.sync().takeReceipts(aReply({anApplied(1, 11), anApplied(2, 11)}));
    const auto group2 = tablet.store.sync().nextBatch(1, 1);
    EXPECT_EQ(group2->first, 3);
    EXPECT_EQ(group2->last, 5) << "a group is never split, however small the limits";
}

TEST(Push, NumbersInABatchFollowOneAnotherAlsoWhenLaterOnesHaveBeenAnswered)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    editCity(tablet, 4);
    tablet.store.sync().takeReceipts(aReply({anApplied(2, 11), anApplied(3, 11)}));

    const auto first = tablet.store.sync().nextBatch(100, 100'000);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->first, 1);
    EXPECT_EQ(first->last, 1);
    EXPECT_TRUE(sync::parsePush(first->body));
    tablet.store.sync().takeReceipts(aReply({anApplied(1, 11)}));
    EXPECT_EQ(tablet.store.sync().nextBatch(100, 100'000)->first, 4);
}

TEST(Push, ALostReplySendsTheSameAgain)
{
    const TempDir folder;
    std::string first;
    {
        Tablet tablet{folder};
        tablet.firstSync({aCustomer(hengtong, "恒通")});
        editCity(tablet, 3);
        const auto batch = tablet.store.sync().nextBatch(100, 100'000);
        first = batch->body;
        tablet.store.sync().markSending(batch->last);
        EXPECT_EQ(tablet.outbox()[0].mark, SyncMark::Sending);
    }
    Tablet tablet{folder};
    tablet.store.sync().markWaiting();

    EXPECT_EQ(tablet.outbox()[0].mark, SyncMark::Waiting);
    EXPECT_EQ(tablet.store.sync().nextBatch(100, 100'000)->body, first);
}

TEST(Push, RepeatedReceiptsAreTakenOnce)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    editCity(tablet, 2);
    tablet.push({anApplied(1, 11), aRefusal(2, 12, "access.denied")});

    const auto again = tablet.store.sync().takeReceipts(
        aReply({anApplied(1, 11), aRefusal(2, 12, "access.denied")}));

    EXPECT_EQ(again.stored, 0U);
    EXPECT_EQ(again.upTo, 12);
    const auto queries = tablet.store.openQueries();
    EXPECT_EQ(queries->receipts(10).size(), 2U);
    EXPECT_EQ(queries->attention().size(), 1U);
    EXPECT_EQ(tablet.store.sync().nextBatch(10, 10'000), std::nullopt);
}

TEST(Push, TheNextPushSaysWhichReceiptsAreStored)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    editCity(tablet, 2);
    tablet.push({anApplied(1, 11), anApplied(2, 12)});
    editCity(tablet, 1);

    const auto push = sync::parsePush(tablet.store.sync().nextBatch(10, 10'000)->body);

    EXPECT_EQ(push->received, 2);
    EXPECT_EQ(push->device, 3);
    EXPECT_EQ(push->changes.front().number, 3);
}

TEST(Push, ARefusedEditNoLongerShowsAndIsKeptWhole)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通", "1")});
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"phone", text("2")}}));

    tablet.push({aRefusal(1, 11, "access.denied")});

    EXPECT_EQ(tablet.textOf(hengtong, "phone"), "1");
    const auto queries = tablet.store.openQueries();
    const auto items = queries->attention();
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].kind, AttentionRow::Kind::Refused);
    EXPECT_EQ(items[0].code, "access.denied");
    EXPECT_EQ(items[0].reasonZh, "不行。");
    EXPECT_EQ(items[0].title, "恒通");
    const auto detail = queries->attentionItem(items[0].id);
    ASSERT_EQ(detail->fields.size(), 1U);
    EXPECT_EQ(detail->fields[0].mine, Value{text("2")});
    EXPECT_EQ(detail->fields[0].before, Value{text("1")});
    EXPECT_EQ(queries->markOf(hengtong), SyncMark::Refused);
}

TEST(Push, ARefusalDoesNotTakeAlongWhatFollows)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"city", text("宁波")}}));
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"region", text("华东")}}));

    tablet.push({aRefusal(1, 11, "field.invalid"), anApplied(2, 12)});

    EXPECT_EQ(tablet.textOf(hengtong, "city"), "");
    EXPECT_EQ(tablet.textOf(hengtong, "region"), "华东");
}

TEST(Push, ARefusedGroupIsOneItemAndLeavesNoPart)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    auto group = tablet.store.recorder().group();
    const auto one = group->create("contact", {{"customer", hengtong}, {"name", text("陈")}});
    const auto two = group->create("contact", {{"customer", hengtong}, {"name", text("沈")}});
    ASSERT_TRUE(group->commit());

    tablet.push({aRefusal(1, 11, "group.refused"), aRefusal(2, 11, "access.denied")});

    EXPECT_EQ(tablet.find(*one), std::nullopt);
    EXPECT_EQ(tablet.find(*two), std::nullopt);
    const auto items = tablet.store.openQueries()->attention();
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].code, "access.denied");
    EXPECT_EQ(items[0].title, "沈");
}

TEST(Push, AServerPutBackIsSentEverythingAgain)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    editCity(tablet, 3);
    tablet.push({anApplied(1, 11), anApplied(2, 12), aRefusal(3, 13, "access.denied")});
    tablet.pull(aPage({}, 13));
    ASSERT_TRUE(tablet.outbox().empty());

    tablet.store.sync().rewind(2);

    ASSERT_EQ(tablet.outbox().size(), 2U);
    const auto push = sync::parsePush(tablet.store.sync().nextBatch(10, 10'000)->body);
    EXPECT_EQ(push->changes.front().number, 2);
    EXPECT_EQ(push->received, 1);
    EXPECT_TRUE(tablet.store.openQueries()->attention().empty());
    EXPECT_EQ(tablet.textOf(hengtong, "city"), "城2");
}

TEST(Push, WhatIsKeptToBeSentAgainBeginsWithAWholeGroup)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    // Five changes more than the log keeps: its limit falls into the first of the large groups.
    std::int64_t last = 0;
    for (const int size : {1, 834, 834, 834, 834, 834, 834}) {
        auto group = tablet.store.recorder().group();
        std::vector<sync::Receipt> receipts;
        for (int i = 0; i < size; ++i) {
            ASSERT_TRUE(group->create("contact", {{"customer", hengtong}, {"name", text("陈")}}));
            receipts.push_back(anApplied(++last, 11));
        }
        ASSERT_TRUE(group->commit());
        tablet.push(std::move(receipts));
    }
    tablet.pull(aPage({}, 11));
    ASSERT_TRUE(tablet.outbox().empty());

    tablet.store.sync().rewind(1);

    EXPECT_EQ(tablet.outbox().front().number, 2);
    EXPECT_EQ(tablet.outbox().size(), 6U * 834);
}

TEST(Push, APageThatKnowsLessThanWasAnsweredBringsItBackToTheServer)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    editCity(tablet, 2);
    const auto before = tablet.store.sync().received();
    tablet.push({anApplied(1, 11), anApplied(2, 12)});
    const auto page = [](std::int64_t last) {
        sync::PageWriter writer;
        return std::move(writer).finish({.cursor = "cursor-12",
                                         .upTo = 12,
                                         .complete = true,
                                         .last = last,
                                         .serverTime = Timestamp{}});
    };

    // Asked before the answer to the push had come, the page may well not know it.
    EXPECT_FALSE(tablet.store.sync().takePage(page(0), before)->rewound);
    EXPECT_TRUE(tablet.outbox().empty());

    const auto laid = tablet.store.sync().takePage(page(1), tablet.store.sync().received());

    EXPECT_TRUE(laid->rewound);
    ASSERT_EQ(tablet.outbox().size(), 1U);
    EXPECT_EQ(tablet.outbox().at(0).number, 2);
    EXPECT_EQ(tablet.store.sync().received(), 1);
    EXPECT_EQ(tablet.textOf(hengtong, "city"), "城1");
}

TEST(Push, AServerThatForgotTheDeviceIsSentAllThatIsKept)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    editCity(tablet, 3);
    tablet.push({anApplied(1, 11), anApplied(2, 12), aRefusal(3, 12, "access.denied")});
    tablet.store.session().signOut();

    tablet.signIn(4);

    const auto push = sync::parsePush(tablet.store.sync().nextBatch(10, 10'000)->body);
    ASSERT_TRUE(push) << push.error().code;
    EXPECT_EQ(push->device, 4);
    ASSERT_EQ(push->changes.size(), 3U);
    EXPECT_EQ(push->changes[0].number, 1);
    EXPECT_TRUE(tablet.store.openQueries()->attention().empty());
}

TEST(Push, ANewDeviceNumbersWhatWaitsAnew)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    editCity(tablet, 2);
    tablet.push({anApplied(1, 11), aRefusal(2, 12, "access.denied")});
    auto group = tablet.store.recorder().group();
    ASSERT_TRUE(group->edit(hengtong, {{"city", text("宁波")}}));
    ASSERT_TRUE(group->edit(hengtong, {{"city", text("温州")}}));
    ASSERT_TRUE(group->commit());
    const Uuid install = tablet.store.session().install();

    tablet.store.session().renewInstall();
    EXPECT_FALSE(tablet.store.session().isSignedIn());
    EXPECT_NE(tablet.store.session().install(), install);
    tablet.signIn(4);

    const auto push = sync::parsePush(tablet.store.sync().nextBatch(10, 10'000)->body);
    ASSERT_TRUE(push) << push.error().code;
    EXPECT_EQ(push->device, 4);
    EXPECT_EQ(push->received, 0);
    ASSERT_EQ(push->changes.size(), 2U);
    EXPECT_EQ(push->changes[0].number, 1);
    EXPECT_EQ(push->changes[1].groupLast, 2);
    const auto& second = std::get<sync::EditBody>(push->changes[1].change->body).fields.at(0);
    EXPECT_EQ(second.from.device, 4);
    EXPECT_EQ(second.from.change, 1);
    EXPECT_EQ(tablet.textOf(hengtong, "city"), "温州");
    EXPECT_EQ(tablet.find(hengtong)->versionAt(second.field).device, 4);
    EXPECT_EQ(tablet.store.openQueries()->attention().size(), 1U);

    tablet.push({anApplied(1, 13), anApplied(2, 13)});
    EXPECT_EQ(tablet.store.openQueries()->receipts(10).size(), 4U);
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"city", text("嘉兴")}}));
    EXPECT_EQ(tablet.outbox().at(0).number, 3);
}

TEST(Push, ShowsWhatWaitsAndWhatBecameOfIt)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通", "1")});
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"phone", text("2")}}));
    const auto queries = tablet.store.openQueries();

    const auto before = queries->status(tablet.clock.now());
    EXPECT_EQ(before.waiting, 1);
    EXPECT_EQ(before.oldestWaiting, tablet.clock.now());
    ASSERT_EQ(before.unsent.size(), 1U);
    EXPECT_EQ(before.unsent[0].changed, 1);
    const auto row = queries->outbox().at(0);
    ASSERT_EQ(row.fields.size(), 1U);
    EXPECT_EQ(row.fields[0].before, Value{text("1")});
    EXPECT_EQ(row.fields[0].after, Value{text("2")});

    tablet.push({anApplied(1, 11)});
    const auto after = queries->status(tablet.clock.now());
    EXPECT_EQ(after.waiting, 0);
    EXPECT_EQ(after.lastPushedAt, tablet.clock.now());
    EXPECT_EQ(queries->receipts(5).at(0).outcome, "applied");
    EXPECT_EQ(queries->receipts(5).at(0).change.title, "恒通");
}

} // namespace
} // namespace fieldbook::client::testing
