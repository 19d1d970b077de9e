#include "shared/db/database.h"
#include "tests/unit/client/local/tablet.h"

#include <gtest/gtest.h>

namespace fieldbook::client::testing {
namespace {

constexpr auto hengtong = 50;

std::string text(const char* value) { return value; }

TEST(Recorder, SavesTheRecordAndItsChangeTogether)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync();

    const auto id = tablet.store.recorder().create(
        "customer", {{"name", text("杭州恒通汽车")}, {"kind", text("organisation")}});

    ASSERT_TRUE(id) << id.error().code;
    EXPECT_EQ(tablet.textOf(*id, "name"), "杭州恒通汽车");
    EXPECT_EQ(tablet.textOf(*id, "status"), "prospect");
    const auto waiting = tablet.outbox();
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].number, 1);
    EXPECT_EQ(waiting[0].verb, "create");
    EXPECT_EQ(waiting[0].title, "杭州恒通汽车");
    EXPECT_EQ(waiting[0].mark, SyncMark::Waiting);
}

TEST(Recorder, WritesNothingWhenTheAnswerIsNo)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync();

    const auto id = tablet.store.recorder().create("customer", {{"name", text("没有类型")}});

    ASSERT_FALSE(id);
    EXPECT_EQ(id.error().code, "field.required");
    EXPECT_TRUE(tablet.outbox().empty());
}

TEST(Recorder, NeedsSomebodyWhoWorksHere)
{
    const TempDir folder;
    FakeClock clock;
    SeededEntropy entropy{1};
    LocalStore store{{.folder = folder.path(), .key = aKey(), .zone = zoneName}, clock, entropy};

    const auto id = store.recorder().create("customer", {{"name", text("a")}});

    ASSERT_FALSE(id);
    EXPECT_EQ(id.error().code, "session.none");
}

TEST(Recorder, EditsCarryWhatThePersonSaw)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(idOf(hengtong), "恒通", "13800138000")});

    const auto done = tablet.store.recorder().edit(
        idOf(hengtong), {{"phone", text("13900139000")}, {"tags", TextSet{"汽车"}}});

    ASSERT_TRUE(done) << done.error().code;
    EXPECT_EQ(tablet.textOf(idOf(hengtong), "phone"), "13900139000");
    const auto batch = tablet.store.sync().nextBatch(100, 100'000);
    ASSERT_TRUE(batch);
    const auto push = sync::parsePush(batch->body);
    ASSERT_TRUE(push);
    ASSERT_EQ(push->changes.size(), 1U);
    ASSERT_TRUE(push->changes[0].change);
    const auto& edit = std::get<sync::EditBody>(push->changes[0].change->body);
    ASSERT_EQ(edit.fields.size(), 2U);
    const auto& phone = edit.type->fields[edit.fields[0].field].fieldName == "phone"
                            ? edit.fields[0]
                            : edit.fields[1];
    EXPECT_EQ(phone.from, serverVersion(2));
    EXPECT_EQ(phone.was, Value{text("13800138000")});
}

TEST(Recorder, ASecondEditIsMadeFromTheFirst)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(idOf(hengtong), "恒通")});

    ASSERT_TRUE(tablet.store.recorder().edit(idOf(hengtong), {{"city", text("杭州")}}));
    ASSERT_TRUE(tablet.store.recorder().edit(idOf(hengtong), {{"city", text("宁波")}}));

    const auto push = sync::parsePush(tablet.store.sync().nextBatch(100, 100'000)->body);
    ASSERT_EQ(push->changes.size(), 2U);
    const auto& second = std::get<sync::EditBody>(push->changes[1].change->body);
    EXPECT_EQ(second.fields[0].from.device, 3);
    EXPECT_EQ(second.fields[0].from.change, 1);
    EXPECT_GT(push->changes[1].change->at, push->changes[0].change->at);
}

TEST(Recorder, AnEditOfNothingIsNoChange)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(idOf(hengtong), "恒通")});

    EXPECT_TRUE(tablet.store.recorder().edit(idOf(hengtong), {{"name", text("恒通")}}));

    EXPECT_TRUE(tablet.outbox().empty());
}

TEST(Recorder, RefusesFieldsThatOnlyActsOrTheServerWrite)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(idOf(hengtong), "恒通")});
    auto& recorder = tablet.store.recorder();

    EXPECT_EQ(recorder.edit(idOf(hengtong), {{"owner", Company{}.ana}}).error().code,
              "change.policy");
    EXPECT_EQ(recorder.edit(idOf(hengtong), {{"credit_limit", Money{}}}).error().code,
              "change.policy");
    EXPECT_EQ(recorder.edit(idOf(hengtong), {{"no_such_field", text("a")}}).error().code,
              "change.field");
    EXPECT_EQ(recorder.edit(idOf(hengtong), {{"tier", text("platinum")}}).error().code,
              "field.choice");
    EXPECT_EQ(recorder.edit(idOf(99), {{"name", text("a")}}).error().code, "record.missing");
    EXPECT_EQ(recorder.create("dragon", {}).error().code, "record.type");
    EXPECT_TRUE(tablet.outbox().empty());
}

TEST(Recorder, OthersRecordsAreNotChanged)
{
    const TempDir folder;
    Tablet tablet{folder};
    Record others = aCustomer(idOf(hengtong), "恒通");
    others.set("owner", Company{}.ana);
    tablet.firstSync({others});

    const auto done = tablet.store.recorder().edit(idOf(hengtong), {{"city", text("杭州")}});

    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, "access.denied");
}

TEST(Recorder, AnOrderAndItsLinesAreOneGroup)
{
    const TempDir folder;
    Tablet tablet{folder};
    Record product = aRecord("product", idOf(60), {{"name", text("机油")}, {"code", text("EO")}});
    product.setMade(serverVersion(3));
    tablet.firstSync({aCustomer(idOf(hengtong), "恒通"), product});
    tablet.store.session().keepNumbers({"order", "SO", 41, 90});
    const auto price = Money::fromMinor(31'800, Currency{});

    auto group = tablet.store.recorder().group();
    const auto number = tablet.store.recorder().nextNumber("order");
    ASSERT_TRUE(number);
    const auto order = group->create(
        "order", {{"customer", idOf(hengtong)}, {"number", *number}, {"currency", text("CNY")}});
    ASSERT_TRUE(order) << order.error().code << order.error().detail;
    const auto line = group->create("order_line", {{"order", *order},
                                                   {"product", idOf(60)},
                                                   {"quantity", std::int64_t{60'000}},
                                                   {"unit_price", price}});
    ASSERT_TRUE(line) << line.error().code << line.error().detail;
    ASSERT_TRUE(group->act("order.submit", *order, "{}"));
    EXPECT_TRUE(tablet.outbox().empty());
    ASSERT_TRUE(group->commit());

    EXPECT_EQ(*number, "SO-2605-A7-0041");
    const auto waiting = tablet.outbox();
    ASSERT_EQ(waiting.size(), 3U);
    EXPECT_EQ(waiting[0].group, 1);
    EXPECT_EQ(waiting[2].group, 1);
    EXPECT_EQ(waiting[2].act, "order.submit");
    EXPECT_EQ(tablet.textOf(*order, "state"), "submitted");
    EXPECT_EQ(tablet.find(*order)->get("total"),
              (Value{Money::fromMinor(31'800 * 60, Currency{})}));
}

TEST(Recorder, AGroupWithoutItsCommitLeavesNothing)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync();

    {
        auto group = tablet.store.recorder().group();
        ASSERT_TRUE(group->create("customer", {{"name", text("a")}, {"kind", text("person")}}));
    }

    EXPECT_TRUE(tablet.outbox().empty());
}

TEST(Recorder, AGroupStandsOnWhatWasCommittedMeanwhile)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(idOf(hengtong), "恒通")});

    auto group = tablet.store.recorder().group();
    ASSERT_TRUE(group->edit(idOf(hengtong), {{"city", text("宁波")}}));
    ASSERT_TRUE(tablet.store.recorder().edit(idOf(hengtong), {{"region", text("华东")}}));
    ASSERT_TRUE(group->commit());

    const auto waiting = tablet.outbox();
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[1].number, 2);
    EXPECT_EQ(tablet.textOf(idOf(hengtong), "region"), "华东");
    EXPECT_EQ(tablet.textOf(idOf(hengtong), "city"), "宁波");
}

TEST(Recorder, ActsTakeEffectAtOnceWithWhatFollows)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(idOf(hengtong), "恒通")});
    auto& recorder = tablet.store.recorder();

    const auto visit = recorder.create("visit", {{"customer", idOf(hengtong)}});
    ASSERT_TRUE(visit) << visit.error().code;
    ASSERT_TRUE(recorder.act("visit.check_in", *visit, "{}"));
    tablet.clock.advance(std::chrono::minutes{42});
    ASSERT_TRUE(recorder.act("visit.check_out", *visit, "{}"));

    EXPECT_EQ(tablet.textOf(*visit, "state"), "done");
    EXPECT_EQ(tablet.find(idOf(hengtong))->get("last_contact_at"), Value{tablet.clock.now()});
    EXPECT_EQ(recorder.act("visit.check_in", *visit, "{}").error().code, "visit.not_planned");
}

TEST(Recorder, RemovedRecordsLeaveTheListsAndComeBack)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(idOf(hengtong), "恒通")});
    auto& recorder = tablet.store.recorder();
    const auto queries = tablet.store.openQueries();

    ASSERT_TRUE(recorder.remove(idOf(hengtong)));
    EXPECT_TRUE(queries->search("恒通", 10).empty());
    EXPECT_TRUE(queries->customers({}, tablet.clock.now()).rows.empty());
    EXPECT_EQ(tablet.outbox()[0].verb, "delete");

    ASSERT_TRUE(recorder.restore(idOf(hengtong)));
    EXPECT_EQ(queries->search("恒通", 10).size(), 1U);
}

TEST(Recorder, LeasedNumbersRunOutOpenly)
{
    const TempDir folder;
    Tablet tablet{folder};
    auto& recorder = tablet.store.recorder();

    EXPECT_EQ(recorder.nextNumber("order").error().code, "numbers.none");
    tablet.store.session().keepNumbers({"order", "SO", 7, 8});
    EXPECT_EQ(*recorder.nextNumber("order"), "SO-2605-A7-0007");
    EXPECT_EQ(*recorder.nextNumber("order"), "SO-2605-A7-0008");
    EXPECT_EQ(recorder.nextNumber("order").error().code, "numbers.none");
}

TEST(Recorder, DraftsOutliveTheApp)
{
    const TempDir folder;
    {
        Tablet tablet{folder};
        tablet.store.recorder().saveDraft("order:1", R"({"a":1})");
        tablet.store.recorder().saveDraft("order:2", R"({"b":2})");
        tablet.store.recorder().dropDraft("order:2");
    }
    Tablet tablet{folder};
    const auto queries = tablet.store.openQueries();

    EXPECT_EQ(queries->draft("order:1"), R"({"a":1})");
    EXPECT_EQ(queries->draft("order:2"), std::nullopt);
    EXPECT_EQ(queries->draftKeys("order:"), std::vector<std::string>{"order:1"});
}

TEST(Recorder, TellsAfterEachCommitWhatChanged)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(idOf(hengtong), "恒通")});
    std::vector<StoreChange> told;
    tablet.store.setListener([&](const StoreChange& change) { told.push_back(change); });

    ASSERT_TRUE(tablet.store.recorder().edit(idOf(hengtong), {{"city", text("杭州")}}));

    ASSERT_EQ(told.size(), 1U);
    EXPECT_TRUE(told[0].touches("customer"));
    EXPECT_TRUE(told[0].touches(idOf(hengtong)));
    EXPECT_FALSE(told[0].touches("order"));
    EXPECT_TRUE(told[0].status);
}

TEST(Recorder, FilesAreThereWithTheirRecord)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(idOf(hengtong), "恒通")});
    const std::string bytes(600'000, 'p');

    const auto file = tablet.store.recorder().attach(bytes, {{"name", text("展厅.jpg")},
                                                             {"kind", text("photo")},
                                                             {"media_type", text("image/jpeg")},
                                                             {"customer", idOf(hengtong)}});

    ASSERT_TRUE(file) << file.error().code << file.error().detail;
    const auto queries = tablet.store.openQueries();
    const auto files = queries->files(idOf(hengtong));
    ASSERT_EQ(files.size(), 1U);
    EXPECT_TRUE(files[0].isHere);
    EXPECT_EQ(files[0].sent, 0);
    EXPECT_EQ(queries->fileBytes(files[0].sha256), bytes);
    EXPECT_EQ(tablet.store.sync().fileRange(files[0].sha256, 262'143, 3), "ppp");
    EXPECT_EQ(tablet.store.sync().nextUpload(), std::nullopt) << "its record is not sent yet";

    tablet.push({anApplied(1, 20)});
    const auto upload = tablet.store.sync().nextUpload();
    ASSERT_TRUE(upload);
    EXPECT_EQ(upload->size, 600'000);
    tablet.store.sync().noteUpload(upload->sha256, 600'000, "/v1/files/1");
    EXPECT_EQ(tablet.store.sync().nextUpload(), std::nullopt);
}

} // namespace
} // namespace fieldbook::client::testing
