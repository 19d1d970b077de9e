#include "tests/unit/client/local/tablet.h"

#include <gtest/gtest.h>

namespace fieldbook::client::testing {
namespace {

const Uuid hengtong = idOf(50);
const Uuid jieda = idOf(51);

Record withCity(Record record, const std::string& city, std::int64_t change)
{
    record.set("city", city);
    record.setVersionAt(*record.type().indexOf("city"), serverVersion(change, 5'000));
    return record;
}

TEST(Pull, LaysDocumentsByteForByte)
{
    const TempDir folder;
    Tablet tablet{folder};
    const Record customer = aCustomer(hengtong, "杭州恒通汽车", "0571-8800 1234");

    tablet.firstSync({customer});

    EXPECT_EQ(tablet.find(hengtong)->document(), customer.document());
    EXPECT_EQ(tablet.store.sync().cursor(), "cursor-10");
    EXPECT_TRUE(tablet.store.openQueries()->status(tablet.clock.now()).firstSyncDone);
}

TEST(Pull, ShowsThePagesOfTheFirstSyncAsTheyCome)
{
    const TempDir folder;
    Tablet tablet{folder};

    const auto laid = tablet.pull(aPage({aCustomer(hengtong, "恒通")}, 10, false));

    EXPECT_FALSE(laid.complete);
    EXPECT_TRUE(laid.advanced);
    EXPECT_EQ(tablet.textOf(hengtong, "name"), "恒通");
    EXPECT_FALSE(tablet.store.openQueries()->status(tablet.clock.now()).firstSyncDone);
    EXPECT_EQ(tablet.store.sync().cursor(), "cursor-10-part");
}

TEST(Pull, AnOrderIsArrivingWhileTheFirstSyncHasNotBroughtAllItsLines)
{
    const TempDir folder;
    Tablet tablet{folder};
    Record order =
        aRecord("order", idOf(60), {{"customer", hengtong}, {"state", std::string{"submitted"}}});
    order.set("line_count", std::int64_t{2});
    const Record first = aRecord("order_line", idOf(61), {{"order", idOf(60)}});
    const Record second = aRecord("order_line", idOf(62), {{"order", idOf(60)}});
    const auto isArriving = [&] { return tablet.store.openQueries()->isArriving(idOf(60)); };

    tablet.pull(aPage({order, first}, 10, false));
    EXPECT_TRUE(isArriving());

    tablet.pull(aPage({second}, 10, false));
    EXPECT_FALSE(isArriving());

    tablet.pull(aPage({}, 10));
    EXPECT_FALSE(isArriving());
}

TEST(Pull, KeepsLaterPagesAsideUntilTheyAreWhole)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});

    tablet.pull(aPage({withCity(aCustomer(hengtong, "恒通"), "杭州", 5)}, 20, false));
    EXPECT_EQ(tablet.textOf(hengtong, "city"), "");
    EXPECT_EQ(tablet.store.sync().cursor(), "cursor-20-part");

    tablet.pull(aPage({aCustomer(jieda, "捷达")}, 20));
    EXPECT_EQ(tablet.textOf(hengtong, "city"), "杭州");
    EXPECT_EQ(tablet.textOf(jieda, "name"), "捷达");
    EXPECT_EQ(tablet.store.sync().cursor(), "cursor-20");
}

TEST(Pull, GoesOnWithPagesKeptAsideAfterARestart)
{
    const TempDir folder;
    {
        Tablet tablet{folder};
        tablet.firstSync({aCustomer(hengtong, "恒通")});
        tablet.pull(aPage({withCity(aCustomer(hengtong, "恒通"), "杭州", 5)}, 20, false));
    }
    Tablet tablet{folder};
    EXPECT_EQ(tablet.store.sync().cursor(), "cursor-20-part");

    tablet.pull(aPage({}, 20));

    EXPECT_EQ(tablet.textOf(hengtong, "city"), "杭州");
}

TEST(Pull, TakesNothingOfAPageThatCannotBeRead)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});

    const auto notJson = tablet.store.sync().takePage("{");
    std::string broken = aPage({aCustomer(jieda, "捷达")}, 20);
    broken.replace(broken.find("\"f\":{"), 5, "\"f\":7,\"x\":{");
    const auto badRecord = tablet.store.sync().takePage(broken);

    EXPECT_EQ(notJson.error().code, "page.malformed");
    ASSERT_FALSE(badRecord);
    EXPECT_EQ(badRecord.error().code, "record.malformed");
    EXPECT_EQ(tablet.find(jieda), std::nullopt);
    EXPECT_EQ(tablet.store.sync().cursor(), "cursor-10");
}

TEST(Pull, PassesOverTypesOfANewerServer)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync();
    std::string page = aPage({aCustomer(jieda, "捷达"), aCustomer(hengtong, "恒通")}, 20);
    page.replace(page.find("\"type\":\"customer\""), 17, "\"type\":\"dragon\"");

    tablet.pull(page);

    EXPECT_EQ(tablet.find(jieda), std::nullopt);
    EXPECT_EQ(tablet.textOf(hengtong, "name"), "恒通");
}

TEST(Pull, RecordsThatLeftGo)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});

    tablet.pull(aPage({}, 20, true, {hengtong, idOf(99)}));

    EXPECT_EQ(tablet.find(hengtong), std::nullopt);
    EXPECT_TRUE(tablet.store.openQueries()->search("恒通", 5).empty());
}

TEST(Pull, UnsentEditsStayOnTopOfANewerBase)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"region", std::string{"华东"}}}));

    tablet.pull(aPage({withCity(aCustomer(hengtong, "恒通"), "杭州", 5)}, 20));

    EXPECT_EQ(tablet.textOf(hengtong, "city"), "杭州");
    EXPECT_EQ(tablet.textOf(hengtong, "region"), "华东");
    EXPECT_EQ(tablet.outbox().size(), 1U);
}

TEST(Pull, ALaterEditOfAnotherOnTheSameFieldIsMergedAsTheServerWill)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"city", std::string{"宁波"}}}));

    // Written at a moment long before the edit on this tablet.
    tablet.pull(aPage({withCity(aCustomer(hengtong, "恒通"), "杭州", 5)}, 20));
    EXPECT_EQ(tablet.textOf(hengtong, "city"), "宁波");

    // And by somebody whose clock is ahead.
    Record later = aCustomer(hengtong, "恒通");
    later.set("city", std::string{"温州"});
    later.setVersionAt(*later.type().indexOf("city"),
                       serverVersion(6, toMillis(tablet.clock.now()) + 60'000));
    tablet.pull(aPage({later}, 30));
    EXPECT_EQ(tablet.textOf(hengtong, "city"), "温州");
}

TEST(Pull, AnActThatIsNoLongerPossibleWaitsForTheServersWord)
{
    const TempDir folder;
    Tablet tablet{folder};
    Record visit = aRecord(
        "visit", idOf(60),
        {{"customer", hengtong}, {"owner", Company{}.ming}, {"state", std::string{"planned"}}});
    visit.setMade(serverVersion(3));
    tablet.firstSync({aCustomer(hengtong, "恒通"), visit});
    ASSERT_TRUE(tablet.store.recorder().act("visit.check_in", idOf(60), "{}"));
    ASSERT_EQ(tablet.textOf(idOf(60), "state"), "in_progress");

    Record cancelled = visit;
    cancelled.set("state", std::string{"cancelled"});
    cancelled.setVersionAt(*visit.type().indexOf("state"), serverVersion(4));
    tablet.pull(aPage({cancelled}, 20));
    EXPECT_EQ(tablet.textOf(idOf(60), "state"), "cancelled");
    EXPECT_EQ(tablet.outbox().size(), 1U);

    tablet.push({aRefusal(1, 21, "visit.not_planned")});
    EXPECT_TRUE(tablet.outbox().empty());
    EXPECT_EQ(tablet.textOf(idOf(60), "state"), "cancelled");
    EXPECT_EQ(tablet.store.openQueries()->attention().size(), 1U);
}

TEST(Pull, AnAppliedEditStaysUntilItsEffectIsPulled)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"city", std::string{"宁波"}}}));
    tablet.push({anApplied(1, 25)});
    EXPECT_TRUE(tablet.outbox().empty());

    // A page that was cut before the edit came: the edit must not flicker away.
    tablet.pull(aPage({aCustomer(hengtong, "恒通通")}, 24));
    EXPECT_EQ(tablet.textOf(hengtong, "city"), "宁波");
    EXPECT_EQ(tablet.textOf(hengtong, "name"), "恒通通");

    const Record final = withCity(aCustomer(hengtong, "恒通通"), "舟山", 7);
    tablet.pull(aPage({final}, 25));
    EXPECT_EQ(tablet.find(hengtong)->document(), final.document());
}

TEST(Pull, ARecordCreatedHereBecomesTheServers)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync();
    const auto id = tablet.store.recorder().create(
        "customer", {{"name", std::string{"恒通"}}, {"kind", std::string{"person"}}});
    ASSERT_TRUE(id);
    ASSERT_TRUE(tablet.store.recorder().edit(*id, {{"city", std::string{"宁波"}}}));

    // The server has the first of the two changes only.
    Record created = aCustomer(*id, "恒通");
    created.setMade({{toMillis(tablet.clock.now()), 0}, 3, 1});
    tablet.push({anApplied(1, 21)});
    tablet.pull(aPage({created}, 21));
    EXPECT_EQ(tablet.textOf(*id, "city"), "宁波");
    ASSERT_EQ(tablet.outbox().size(), 1U);

    const Record edited = withCity(created, "宁波", 9);
    tablet.push({anApplied(2, 22)});
    tablet.pull(aPage({edited}, 22));
    EXPECT_EQ(tablet.find(*id)->document(), edited.document());
}

TEST(Pull, AReceiptThatComesAfterItsEffectEndsTheChangeAtOnce)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"city", std::string{"宁波"}}}));
    const auto batch = tablet.store.sync().nextBatch(10, 10'000);
    ASSERT_TRUE(batch);
    const Record merged = withCity(aCustomer(hengtong, "恒通"), "宁波", 9);
    tablet.pull(aPage({merged}, 25));

    tablet.store.sync().takeReceipts(aReply({anApplied(1, 25)}));

    EXPECT_EQ(tablet.find(hengtong)->document(), merged.document());
}

TEST(Pull, WhatLeftWithUnsentChangesGoesWhenTheyAreAnswered)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"city", std::string{"宁波"}}}));

    tablet.pull(aPage({}, 20, true, {hengtong}));
    EXPECT_EQ(tablet.textOf(hengtong, "city"), "宁波");

    tablet.push({anApplied(1, 21)});
    tablet.pull(aPage({}, 21));
    EXPECT_EQ(tablet.find(hengtong), std::nullopt);
}

TEST(Pull, WhatLeftAndCameBackStays)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"city", std::string{"宁波"}}}));
    tablet.pull(aPage({}, 20, true, {hengtong}));

    tablet.pull(aPage({aCustomer(hengtong, "恒通通")}, 30));
    tablet.push({anApplied(1, 31)});
    tablet.pull(aPage({withCity(aCustomer(hengtong, "恒通通"), "宁波", 9)}, 31));

    EXPECT_EQ(tablet.textOf(hengtong, "name"), "恒通通");
}

TEST(Pull, ALostCursorBringsEverythingAnewAndDropsWhatIsGone)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通"), aCustomer(jieda, "捷达")});
    const auto mine = tablet.store.recorder().create(
        "customer", {{"name", std::string{"未发送"}}, {"kind", std::string{"person"}}});
    ASSERT_TRUE(mine);

    tablet.store.sync().forgetCursor();
    EXPECT_EQ(tablet.store.sync().cursor(), "");
    EXPECT_EQ(tablet.textOf(jieda, "name"), "捷达") << "what is here stays until the new is whole";
    auto people = Company{}.records();
    tablet.pull(aPage(people, 40, false));
    EXPECT_EQ(tablet.textOf(jieda, "name"), "捷达");
    tablet.pull(aPage({aCustomer(hengtong, "恒通")}, 40));

    EXPECT_EQ(tablet.textOf(hengtong, "name"), "恒通");
    EXPECT_EQ(tablet.find(jieda), std::nullopt);
    EXPECT_EQ(tablet.textOf(*mine, "name"), "未发送");
}

TEST(Pull, ACursorLostDuringTheFirstSyncBeginsAnew)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.pull(aPage({aCustomer(jieda, "捷达")}, 10, false));

    tablet.store.sync().forgetCursor();
    tablet.pull(aPage({aCustomer(hengtong, "恒通")}, 40));

    EXPECT_EQ(tablet.find(jieda), std::nullopt);
    EXPECT_EQ(tablet.textOf(hengtong, "name"), "恒通");
}

TEST(Pull, FilesGoAgainToAServerThatWasPutBackAndHasThemNoMore)
{
    const TempDir folder;
    Tablet tablet{folder};
    const Record customer = aCustomer(hengtong, "恒通");
    tablet.firstSync({customer});
    const auto photo =
        tablet.store.recorder().attach("photo", {{"name", std::string{"shop.jpg"}},
                                                 {"kind", std::string{"photo"}},
                                                 {"media_type", std::string{"image/jpeg"}},
                                                 {"customer", hengtong}});
    ASSERT_TRUE(photo);
    tablet.push({anApplied(1, 20)});
    const auto sync = [&]() -> SyncStore& { return tablet.store.sync(); };
    const auto upload = sync().nextUpload();
    ASSERT_TRUE(upload);
    sync().noteUpload(upload->sha256, upload->size, "/v1/files/1");
    Record there = *tablet.find(*photo);
    std::vector<Record> everything = Company{}.records();
    everything.push_back(customer);

    there.set("uploaded", true);
    sync().forgetCursor();
    everything.push_back(there);
    tablet.pull(aPage(everything, 30));
    EXPECT_EQ(sync().waitingUploads(), 0U) << "its record says that the file is there";

    there.set("uploaded", Value{});
    sync().forgetCursor();
    everything.back() = there;
    tablet.pull(aPage(everything, 30));
    ASSERT_EQ(sync().waitingUploads(), 1U);
    EXPECT_EQ(sync().nextUpload()->sent, 0);
    EXPECT_EQ(sync().nextUpload()->upload, "");
}

} // namespace
} // namespace fieldbook::client::testing
