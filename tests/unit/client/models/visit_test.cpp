#include "client/device/pictures.h"
#include "client/device/position.h"
#include "client/models/files/file_list_model.h"
#include "client/models/today/today_view.h"
#include "client/models/visits/picture_list_model.h"
#include "client/models/visits/visit_draft.h"
#include "client/models/visits/visit_photos.h"
#include "client/models/visits/visit_plan.h"
#include "tests/unit/client/models/page_fixture.h"

#include <QBuffer>
#include <QImage>
#include <QSignalSpy>

namespace fieldbook::client {
namespace {

using testing::aCustomer;
using testing::aRecord;
using testing::comesTrue;
using testing::Company;
using testing::idOf;
using testing::PageStore;
using testing::serverVersion;

constexpr std::uint8_t hengtong = 50;
constexpr std::uint8_t jieda = 51;
constexpr std::uint8_t chen = 60;
constexpr std::uint8_t planned = 90;
constexpr std::uint8_t elsewhere = 91;

const Geo shop{30.18, 120.26, 0, {}, false};

Record aVisit(std::uint8_t id, std::uint8_t customer, Timestamp at)
{
    Record visit = aRecord("visit", idOf(id),
                           {{"customer", idOf(customer)},
                            {"owner", Company{}.ming},
                            {"kind", std::string{"on_site"}},
                            {"state", std::string{"planned"}},
                            {"planned_at", at},
                            {"purpose", std::string{"夏季养护套装"}}});
    visit.setMade(serverVersion(3));
    return visit;
}

std::vector<Record> theBook()
{
    const Timestamp now = testing::FakeClock{}.now();
    Record customer = aCustomer(idOf(hengtong), "杭州恒通汽车");
    customer.set("position", shop);
    Record contact = aRecord("contact", idOf(chen),
                             {{"customer", idOf(hengtong)},
                              {"name", std::string{"陈国栋"}},
                              {"title", std::string{"采购总监"}}});
    contact.setMade(serverVersion(3));
    return {customer, aCustomer(idOf(jieda), "绍兴捷达快修"), contact,
            aVisit(planned, hengtong, now), aVisit(elsewhere, jieda, now)};
}

class Visits : public ::testing::Test {
protected:
    Visits() { testing::needApplication(); }

    void open(VisitDraft& draft, std::uint8_t visit, PageStore& in)
    {
        draft.setRecordId(toQt(idOf(visit)));
        draft.setApp(&in.app);
        ASSERT_TRUE(comesTrue([&] { return draft.state() == ListModel::State::Ready; }));
    }
    void checkIn(VisitDraft& draft)
    {
        draft.checkIn();
        ASSERT_TRUE(comesTrue([&] { return draft.underWay(); }));
    }
    bool isKept(const Uuid& visit, const std::string& words)
    {
        const auto draft = store.tablet.store.openQueries()->draft("visit:" + visit.text());
        return draft && draft->find(words) != std::string::npos;
    }

    FixedPosition here{{PositionFix{30.1801, 120.2601, 12, {}, false}, {}}};
    FixedPosition nowhere{{std::nullopt, NoPosition::TimedOut}};
    testing::TempDir pictures;
    FolderPictures folder{{QString::fromStdString(pictures.path().string())}};
    PageStore store{theBook(), {.position = &here, .pictures = &folder}};
    PageStore cellar{theBook(), {.position = &nowhere, .pictures = &folder}};
};

TEST_F(Visits, ChecksInWhereTheTabletIs)
{
    VisitDraft draft;
    open(draft, planned, store);
    EXPECT_EQ(draft.visitState(), QStringLiteral("planned"));

    checkIn(draft);

    EXPECT_EQ(draft.verdict(), QStringLiteral("inside"));
    EXPECT_GT(draft.distance(), 5);
    EXPECT_LT(draft.distance(), 30);
    EXPECT_TRUE(draft.noPosition().isEmpty());
}

TEST_F(Visits, SaysWhyThereIsNoPosition)
{
    VisitDraft draft;
    open(draft, planned, cellar);

    checkIn(draft);

    EXPECT_EQ(draft.verdict(), QStringLiteral("no_fix"));
    EXPECT_EQ(draft.noPosition(), QStringLiteral("timed_out"));
    EXPECT_EQ(draft.distance(), -1);
}

TEST_F(Visits, KnowsOfTheVisitThatIsStillOpen)
{
    VisitDraft first;
    open(first, planned, store);
    checkIn(first);
    VisitDraft second;
    open(second, elsewhere, store);
    QSignalSpy refused{&second, &VisitDraft::refused};
    EXPECT_EQ(second.openVisitName(), QStringLiteral("杭州恒通汽车"));
    EXPECT_EQ(second.openVisitId(), toQt(idOf(planned)));

    second.checkIn();
    ASSERT_TRUE(comesTrue([&] { return refused.count() == 1; }));

    EXPECT_EQ(refused[0][1].toString(), QStringLiteral("visit.another_open"));
    EXPECT_EQ(store.tablet.textOf(idOf(elsewhere), "state"), "planned");
}

TEST_F(Visits, GoesOnWhereItWasWhenTheAppDied)
{
    {
        VisitDraft draft;
        open(draft, planned, store);
        checkIn(draft);
        draft.setSummary(QStringLiteral("要求 5月28日前到货"));
        draft.setOutcome(QStringLiteral("forward"));
        draft.meet(toQt(idOf(chen)), true);
        draft.setStep(4);
        ASSERT_TRUE(comesTrue(
            [&] { return isKept(idOf(planned), "5月28日") && isKept(idOf(planned), "4"); }));
    }

    VisitDraft again;
    open(again, planned, store);

    EXPECT_TRUE(again.underWay());
    EXPECT_EQ(again.summary(), QStringLiteral("要求 5月28日前到货"));
    EXPECT_EQ(again.outcome(), QStringLiteral("forward"));
    EXPECT_EQ(again.metNames(), QStringLiteral("陈国栋"));
    EXPECT_EQ(again.step(), 4);
    // Nothing of it is recorded before the visit ends.
    EXPECT_EQ(store.tablet.textOf(idOf(planned), "summary"), "");
}

TEST_F(Visits, RecordsWhatWasWrittenWithTheCheckOut)
{
    VisitDraft draft;
    open(draft, planned, store);
    checkIn(draft);
    draft.setSummary(QStringLiteral("价格认可"));
    draft.addPhrase(QStringLiteral("等待试用结果"));
    draft.meet(QStringLiteral("吴志远"), true);
    draft.setNextStep(QStringLiteral("带前轮刹车片样品"));
    draft.setNextStepAt(toQt(store.tablet.clock.now() + std::chrono::hours{48}));
    draft.setReminderKind(QStringLiteral("promise"));
    QSignalSpy out{&draft, &VisitDraft::checkedOut};

    draft.checkOut();
    ASSERT_TRUE(comesTrue([&] { return out.count() == 1 && draft.over(); }));

    const auto visit = store.tablet.find(idOf(planned));
    EXPECT_EQ(visit->textOf("state"), "done");
    EXPECT_EQ(visit->textOf("summary"), "价格认可\n等待试用结果");
    EXPECT_EQ(std::get<TextSet>(visit->get("contacts")), TextSet{"吴志远"});
    const auto reminders = store.tablet.store.openQueries()->reminders(idOf(hengtong), false);
    ASSERT_EQ(reminders.size(), 1U);
    EXPECT_EQ(reminders[0].title, "带前轮刹车片样品");
    EXPECT_EQ(reminders[0].kind, "promise");
    EXPECT_EQ(store.tablet.textOf(idOf(hengtong), "promise"), "带前轮刹车片样品");
    EXPECT_FALSE(
        store.tablet.store.openQueries()->draft("visit:" + idOf(planned).text()).has_value());
}

TEST_F(Visits, LeavesNoReminderWhereNoneIsWanted)
{
    VisitDraft draft;
    open(draft, planned, store);
    checkIn(draft);
    draft.setNextStep(QStringLiteral("下周再看"));
    draft.setNextStepAt(toQt(store.tablet.clock.now() + std::chrono::hours{48}));
    draft.setRemind(false);
    QSignalSpy out{&draft, &VisitDraft::checkedOut};

    draft.checkOut();
    ASSERT_TRUE(comesTrue([&] { return out.count() == 1; }));

    EXPECT_EQ(store.tablet.textOf(idOf(planned), "next_step"), "下周再看");
    EXPECT_TRUE(store.tablet.store.openQueries()->reminders(idOf(hengtong), false).empty());
}

TEST_F(Visits, MakesTheVisitThatNobodyPlannedWithTheCheckIn)
{
    constexpr std::uint8_t fresh = 52;
    PageStore unplanned{{aCustomer(idOf(fresh), "萧山顺达租赁")}, {.position = &nowhere}};
    VisitDraft draft;
    draft.setCustomerId(toQt(idOf(fresh)));
    draft.setApp(&unplanned.app);
    ASSERT_TRUE(comesTrue([&] { return draft.state() == ListModel::State::Ready; }));
    EXPECT_TRUE(draft.recordId().isEmpty());
    draft.setKind(QStringLiteral("phone"));
    draft.setSummary(QStringLiteral("打电话之前记下的"));

    checkIn(draft);

    EXPECT_FALSE(draft.recordId().isEmpty());
    EXPECT_EQ(draft.kind(), QStringLiteral("phone"));
    EXPECT_EQ(draft.verdict(), QString{}) << "Nobody is anywhere on the telephone.";
    EXPECT_EQ(draft.summary(), QStringLiteral("打电话之前记下的"));
    EXPECT_FALSE(unplanned.tablet.store.openQueries()->draft("visit:new:" + idOf(fresh).text()));
}

TEST_F(Visits, OpensTheVisitOfTheDayThatACustomerIsAskedFor)
{
    VisitDraft draft;
    draft.setCustomerId(toQt(idOf(hengtong)));
    draft.setApp(&store.app);
    ASSERT_TRUE(comesTrue([&] { return draft.state() == ListModel::State::Ready; }));

    EXPECT_EQ(draft.recordId(), toQt(idOf(planned)));
}

TEST_F(Visits, DoesNotCancelWithoutAReason)
{
    VisitDraft draft;
    open(draft, planned, store);
    QSignalSpy refused{&draft, &VisitDraft::refused};
    QSignalSpy ended{&draft, &VisitDraft::ended};

    draft.cancel(QStringLiteral("  "));
    ASSERT_TRUE(comesTrue([&] { return refused.count() == 1; }));
    EXPECT_EQ(refused[0][1].toString(), QStringLiteral("visit.reason_missing"));

    draft.cancel(QStringLiteral("客户临时出差"));
    ASSERT_TRUE(comesTrue([&] { return ended.count() == 1; }));
    EXPECT_EQ(store.tablet.textOf(idOf(planned), "state"), "cancelled");
    EXPECT_EQ(store.tablet.textOf(idOf(planned), "cancel_reason"), "客户临时出差");
}

TEST_F(Visits, PlansAVisitAndMovesIt)
{
    VisitPlan plan;
    plan.setApp(&store.app);
    QSignalSpy saved{&plan, &VisitPlan::saved};
    plan.begin({}, {});
    EXPECT_FALSE(plan.canSave());
    EXPECT_TRUE(plan.problems().contains(QStringLiteral("customer")));
    const Timestamp at = store.tablet.clock.now() + std::chrono::hours{72};
    plan.setCustomerId(toQt(idOf(hengtong)));
    plan.setPlannedAt(toQt(at));
    plan.setPurpose(QStringLiteral("看新品堆头"));
    plan.meet(toQt(idOf(chen)), true);
    plan.save();
    ASSERT_TRUE(comesTrue([&] { return saved.count() == 1; }));

    const Uuid visit = toId(saved[0][0].toString());
    EXPECT_EQ(store.tablet.textOf(visit, "state"), "planned");
    EXPECT_EQ(store.tablet.textOf(visit, "purpose"), "看新品堆头");

    VisitPlan move;
    move.setApp(&store.app);
    QSignalSpy loaded{&move, &VisitPlan::loaded};
    QSignalSpy moved{&move, &VisitPlan::saved};
    move.open(toQt(visit));
    ASSERT_TRUE(comesTrue([&] { return loaded.count() == 1; }));
    move.setPlannedAt(toQt(at + std::chrono::hours{24}));
    move.save();
    ASSERT_TRUE(comesTrue([&] { return moved.count() == 1; }));

    const auto record = store.tablet.find(visit);
    EXPECT_EQ(std::get<Timestamp>(record->get("planned_at")), at + std::chrono::hours{24});
    EXPECT_EQ(record->textOf("purpose"), "看新品堆头");
}

TEST_F(Visits, WarnsOfAnotherVisitAtTheSameTime)
{
    VisitPlan plan;
    plan.setApp(&store.app);
    plan.begin(toQt(idOf(hengtong)), {});
    EXPECT_TRUE(plan.clash().isEmpty());

    plan.setPlannedAt(toQt(store.tablet.clock.now() + std::chrono::minutes{20}));

    ASSERT_TRUE(comesTrue([&] { return plan.clash().contains(QStringLiteral("绍兴捷达快修")); }));
}

TEST_F(Visits, KeepsAPhotoSmallAndUpright)
{
    const QString path = QString::fromStdString((pictures.path() / "IMG_1.png").string());
    QImage big{4'000, 1'000, QImage::Format_RGB32};
    big.fill(Qt::darkCyan);
    big.setText(QStringLiteral("GPS"), QStringLiteral("30.18,120.26"));
    ASSERT_TRUE(big.save(path));
    PictureListModel offered;
    offered.setProperty("app", QVariant::fromValue(&store.app));
    offered.reload();
    ASSERT_TRUE(comesTrue([&] { return offered.count() == 1; }));
    VisitPhotos photos;
    photos.setProperty("app", QVariant::fromValue(&store.app));
    photos.setProperty("visitId", toQt(idOf(planned)));
    photos.setProperty("customerId", toQt(idOf(hengtong)));
    QSignalSpy added{&photos, &VisitPhotos::added};

    photos.add(path);
    ASSERT_TRUE(comesTrue([&] { return added.count() == 1; }));

    const auto queries = store.tablet.store.openQueries();
    const auto files = queries->files(idOf(planned));
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].name, "IMG_1.jpg");
    const auto bytes = queries->fileBytes(files[0].sha256);
    ASSERT_TRUE(bytes);
    const QImage kept = QImage::fromData(QByteArray::fromStdString(*bytes), "JPEG");
    EXPECT_EQ(kept.size(), QSize(2'048, 512));
    EXPECT_TRUE(kept.textKeys().isEmpty());
    EXPECT_EQ(queries->files(idOf(hengtong)).size(), 1U) << "Also among the customer's files.";
}

TEST_F(Visits, RefusesWhatIsNoPicture)
{
    const QString path = QString::fromStdString((pictures.path() / "notes.jpg").string());
    QFile file{path};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("no picture at all");
    file.close();
    VisitPhotos photos;
    photos.setProperty("app", QVariant::fromValue(&store.app));
    photos.setProperty("visitId", toQt(idOf(planned)));
    photos.setProperty("customerId", toQt(idOf(hengtong)));
    QSignalSpy refused{&photos, &VisitPhotos::refused};

    photos.add(path);
    ASSERT_TRUE(comesTrue([&] { return refused.count() == 1; }));

    EXPECT_TRUE(refused[0][0].toString().contains(QStringLiteral("picture.unreadable")));
    EXPECT_EQ(photos.pending(), 0);
    EXPECT_TRUE(store.tablet.store.openQueries()->files(idOf(planned)).empty());
}

TEST_F(Visits, ShowTheOpenOneOnTodayWithItsOwnPromise)
{
    VisitDraft draft;
    open(draft, planned, store);
    checkIn(draft);
    const auto done =
        store.tablet.store.recorder().edit(idOf(hengtong), {{"promise", std::string{"带样品"}}});
    ASSERT_TRUE(done);
    TodayView today;
    today.setApp(&store.app);

    ASSERT_TRUE(comesTrue([&] { return today.state() == ListModel::State::Ready; }));

    EXPECT_EQ(today.nextId(), toQt(idOf(planned)));
    EXPECT_TRUE(today.nextUnderWay());
    EXPECT_EQ(today.nextPromise(), QStringLiteral("带样品"));
}

} // namespace
} // namespace fieldbook::client
