#include "client/models/schedule/appointment_draft.h"
#include "client/models/schedule/reminder_actions.h"
#include "client/models/schedule/reminder_draft.h"
#include "client/models/schedule/schedule_layout.h"
#include "client/models/schedule/schedule_view.h"
#include "tests/unit/client/models/page_fixture.h"

#include <QSignalSpy>

namespace fieldbook::client {
namespace {

using namespace std::chrono_literals;
using testing::aCustomer;
using testing::aRecord;
using testing::comesTrue;
using testing::Company;
using testing::idOf;
using testing::PageStore;
using testing::serverVersion;

constexpr std::uint8_t hengtong = 50;
constexpr std::uint8_t weekly = 90;

Timestamp at(const char* text) { return *parseRfc3339(text); }

// Every Monday at 9:00 in Shanghai, an hour, from 2026-05-11 on.
Record aWeeklyMeeting()
{
    Record record = aRecord("appointment", idOf(weekly),
                            {{"title", std::string{"周会"}},
                             {"owner", Company{}.ming},
                             {"starts_at", at("2026-05-11T01:00:00Z")},
                             {"ends_at", at("2026-05-11T02:00:00Z")},
                             {"time_zone", std::string{"Asia/Shanghai"}},
                             {"recurrence", std::string{"FREQ=WEEKLY;BYDAY=MO"}}});
    record.setMade(serverVersion(3));
    return record;
}

class Schedule : public ::testing::Test {
protected:
    Schedule()
    {
        testing::needApplication();
        store.tablet.clock.set(at("2026-05-14T09:20:00Z"));
    }

    [[nodiscard]] std::vector<ScheduleRow> rows(const char* from, const char* to)
    {
        return store.tablet.store.openQueries()->schedule({at(from), at(to)});
    }
    [[nodiscard]] std::optional<Record> find(const QString& id)
    {
        return store.tablet.store.openQueries()->record(toId(id));
    }
    template <class Draft>
    void ready(Draft& draft)
    {
        draft.setApp(&store.app);
        ASSERT_TRUE(comesTrue([&] { return draft.state() == ListModel::State::Ready; }));
    }

    PageStore store{{aCustomer(idOf(hengtong), "杭州恒通汽车"), aWeeklyMeeting()}};
};

ScheduleRow anEvent(std::uint8_t id, const char* from, const char* to)
{
    ScheduleRow row;
    row.id = idOf(id);
    row.type = "appointment";
    row.startsAt = at(from);
    row.endsAt = at(to);
    return row;
}

TEST(ScheduleLayout, PutsWhatOverlapsSideBySideAndTheRestAlone)
{
    const auto placed = placeEvents({anEvent(1, "2026-05-14T09:00:00Z", "2026-05-14T10:00:00Z"),
                                     anEvent(2, "2026-05-14T09:30:00Z", "2026-05-14T11:00:00Z"),
                                     anEvent(3, "2026-05-14T10:15:00Z", "2026-05-14T10:45:00Z"),
                                     anEvent(4, "2026-05-14T12:00:00Z", "2026-05-14T13:00:00Z")},
                                    Zone::utc(), *parseIsoDate("2026-05-14"), 1)
                            .timed;

    ASSERT_EQ(placed.size(), 4U);
    EXPECT_EQ(placed[0].lane, 0);
    EXPECT_EQ(placed[1].lane, 1);
    EXPECT_EQ(placed[2].lane, 0);
    EXPECT_EQ(placed[2].lanes, 2);
    EXPECT_EQ(placed[3].lanes, 1);
}

TEST(ScheduleLayout, SplitsWhatRunsPastMidnightAndKeepsWholeDaysAbove)
{
    auto fair = anEvent(2, "2026-05-13T00:00:00Z", "2026-05-16T00:00:00Z");
    fair.allDay = true;
    const auto placed =
        placeEvents({anEvent(1, "2026-05-14T22:00:00Z", "2026-05-15T01:00:00Z"), fair}, Zone::utc(),
                    *parseIsoDate("2026-05-14"), 7);

    ASSERT_EQ(placed.timed.size(), 2U);
    EXPECT_EQ(placed.timed[0].endMinute, 24 * 60);
    EXPECT_EQ(placed.timed[1].day, 1);
    EXPECT_EQ(placed.timed[1].endMinute, 60);
    ASSERT_EQ(placed.allDay.size(), 1U);
    EXPECT_EQ(placed.allDay[0].day, 0);
    EXPECT_EQ(placed.allDay[0].days, 2);
}

TEST(ScheduleLayout, StandsWhereTheClockOnTheWallDoesOnTheDayItChanges)
{
    // Berlin, 2026-03-29: 02:00 becomes 03:00.
    const Zone berlin = *Zone::find("Europe/Berlin");
    const auto placed = placeEvents({anEvent(1, "2026-03-29T07:00:00Z", "2026-03-29T08:00:00Z")},
                                    berlin, *parseIsoDate("2026-03-29"), 1);

    ASSERT_EQ(placed.timed.size(), 1U);
    EXPECT_EQ(placed.timed[0].startMinute, 9 * 60);
}

TEST_F(Schedule, MakesAReminderThatRepeatsSnoozesItAndGoesOnToItsNextTime)
{
    ReminderDraft draft;
    draft.setContext(toQt(idOf(hengtong)));
    ready(draft);
    draft.setTitle(QStringLiteral("回访"));
    draft.setDueDay(QDateTime{QDate{2026, 5, 15}, QTime{}});
    draft.setDueMinutes(9 * 60);
    draft.setRepeat(QStringLiteral("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"));
    QSignalSpy saved{&draft, &RecordDraft::saved};
    draft.save();
    ASSERT_TRUE(comesTrue([&] { return !saved.isEmpty(); }));
    const QString id = saved[0][0].toString();
    EXPECT_EQ(find(id)->referenceOf("customer"), idOf(hengtong));
    EXPECT_EQ(std::get<Timestamp>(find(id)->get("due_at")), at("2026-05-15T01:00:00Z"));

    EXPECT_EQ(rows("2026-05-14T16:00:00Z", "2026-06-30T16:00:00Z").size(), 4U + 7U);

    ReminderActions actions;
    actions.setApp(&store.app);
    QSignalSpy snoozed{&actions, &ReminderActions::snoozed};
    actions.snooze(id, ReminderActions::Later::Tomorrow);
    ASSERT_TRUE(comesTrue([&] { return !snoozed.isEmpty(); }));
    EXPECT_EQ(std::get<Timestamp>(find(id)->get("snoozed_until")), at("2026-05-15T01:00:00Z"));

    store.tablet.clock.set(at("2026-05-15T02:00:00Z"));
    QSignalSpy completed{&actions, &ReminderActions::completed};
    actions.complete(id);
    ASSERT_TRUE(comesTrue([&] { return !completed.isEmpty(); }));
    EXPECT_EQ(std::get<Timestamp>(find(id)->get("due_at")), at("2026-05-29T01:00:00Z"));
    EXPECT_EQ(find(id)->textOf("state"), "open");

    actions.undo();
    ASSERT_TRUE(comesTrue([&] {
        return std::get<Timestamp>(find(id)->get("due_at")) == at("2026-05-15T01:00:00Z");
    }));
}

TEST_F(Schedule, SaysWhatIsMissingOrWrongInAReminder)
{
    ReminderDraft draft;
    ready(draft);
    draft.setTitle(QStringLiteral("  "));
    EXPECT_TRUE(draft.problems().contains(QStringLiteral("title")));

    draft.setTitle(QStringLiteral("回访"));
    draft.setDueDay(QDateTime{QDate{2026, 5, 1}, QTime{}});
    EXPECT_TRUE(draft.problems().contains(QStringLiteral("due_at")));

    draft.setDueDay(QDateTime{QDate{2026, 6, 1}, QTime{}});
    draft.setRepeat(QStringLiteral("FREQ=DAILY"));
    draft.setRepeatUntil(QDateTime{QDate{2026, 5, 20}, QTime{}});
    EXPECT_TRUE(draft.problems().contains(QStringLiteral("recurrence")));
    EXPECT_FALSE(draft.canSave());
}

TEST_F(Schedule, BringsBackWhatWasTypedBeforeTheAppDied)
{
    {
        ReminderDraft draft;
        ready(draft);
        draft.setTitle(QStringLiteral("半截"));
        ASSERT_TRUE(comesTrue(
            [&] { return store.tablet.store.openQueries()->draft("reminder:new").has_value(); }));
    }

    ReminderDraft again;
    ready(again);

    EXPECT_TRUE(again.restored());
    EXPECT_EQ(again.title(), QStringLiteral("半截"));
}

TEST_F(Schedule, ChangesOneTimeOfASeriesAndLeavesTheOthers)
{
    AppointmentDraft draft;
    draft.setOccurrence(toQt(at("2026-05-18T01:00:00Z")));
    draft.setRecordId(toQt(idOf(weekly)));
    ready(draft);
    ASSERT_TRUE(draft.series());
    EXPECT_EQ(draft.startMinutes(), 9 * 60);
    draft.setStartMinutes(14 * 60);
    QSignalSpy saved{&draft, &RecordDraft::saved};
    draft.save();
    ASSERT_TRUE(comesTrue([&] { return !saved.isEmpty(); }));

    const auto shown = rows("2026-05-17T16:00:00Z", "2026-05-31T16:00:00Z");
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_EQ(shown[0].startsAt, at("2026-05-18T06:00:00Z"));
    EXPECT_EQ(shown[0].endsAt, at("2026-05-18T07:00:00Z"));
    EXPECT_FALSE(shown[0].recurring);
    EXPECT_EQ(shown[1].startsAt, at("2026-05-25T01:00:00Z"));
}

TEST_F(Schedule, ChangesFromOneTimeOnAndLeavesTheEarlierOnes)
{
    AppointmentDraft draft;
    draft.setOccurrence(toQt(at("2026-05-18T01:00:00Z")));
    draft.setRecordId(toQt(idOf(weekly)));
    ready(draft);
    draft.setScope(AppointmentDraft::Scope::Following);
    draft.setTitle(QStringLiteral("新周会"));
    QSignalSpy saved{&draft, &RecordDraft::saved};
    draft.save();
    ASSERT_TRUE(comesTrue([&] { return !saved.isEmpty(); }));

    const auto shown = rows("2026-05-10T16:00:00Z", "2026-05-31T16:00:00Z");
    ASSERT_EQ(shown.size(), 3U);
    EXPECT_EQ(shown[0].title, "周会");
    EXPECT_EQ(shown[1].title, "新周会");
    EXPECT_EQ(shown[2].title, "新周会");
}

TEST_F(Schedule, MovesAllTimesOfASeriesByAsMuch)
{
    AppointmentDraft draft;
    draft.setOccurrence(toQt(at("2026-05-18T01:00:00Z")));
    draft.setRecordId(toQt(idOf(weekly)));
    ready(draft);
    draft.setScope(AppointmentDraft::Scope::All);
    draft.setStartMinutes(10 * 60);
    QSignalSpy saved{&draft, &RecordDraft::saved};
    draft.save();
    ASSERT_TRUE(comesTrue([&] { return !saved.isEmpty(); }));

    const auto shown = rows("2026-05-10T16:00:00Z", "2026-05-24T16:00:00Z");
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_EQ(shown[0].startsAt, at("2026-05-11T02:00:00Z"));
    EXPECT_EQ(shown[1].startsAt, at("2026-05-18T02:00:00Z"));
}

TEST_F(Schedule, TakesAwayOneTimeOrThoseThatFollow)
{
    AppointmentDraft draft;
    draft.setOccurrence(toQt(at("2026-05-18T01:00:00Z")));
    draft.setRecordId(toQt(idOf(weekly)));
    ready(draft);
    QSignalSpy removed{&draft, &AppointmentDraft::removed};
    draft.removeScope();
    ASSERT_TRUE(comesTrue([&] { return removed.size() == 1; }));
    EXPECT_EQ(rows("2026-05-10T16:00:00Z", "2026-05-31T16:00:00Z").size(), 2U);

    draft.setScope(AppointmentDraft::Scope::Following);
    draft.removeScope();
    ASSERT_TRUE(comesTrue([&] { return removed.size() == 2; }));
    EXPECT_EQ(rows("2026-05-10T16:00:00Z", "2027-05-31T16:00:00Z").size(), 1U);
}

TEST_F(Schedule, RefusesAnAppointmentThatEndsBeforeItStarts)
{
    AppointmentDraft draft;
    ready(draft);
    draft.setTitle(QStringLiteral("面谈"));
    draft.setStartMinutes(15 * 60);
    draft.setEndMinutes(14 * 60);

    EXPECT_TRUE(draft.problems().contains(QStringLiteral("ends_at")));
    EXPECT_FALSE(draft.canSave());
}

TEST_F(Schedule, ShowsTheWeekAndMovesOneTimeOfASeries)
{
    ScheduleView view;
    view.setApp(&store.app);
    ASSERT_TRUE(comesTrue([&] { return view.state() == ListModel::State::Ready; }));
    EXPECT_EQ(view.todayColumn(), 3);
    EXPECT_EQ(view.nowMinute(), 17 * 60 + 20);
    EXPECT_EQ(view.week(), 20);
    ASSERT_EQ(view.timed()->count(), 1);

    QSignalSpy moved{&view, &ScheduleView::moved};
    view.move(QStringLiteral("appointment"), toQt(idOf(weekly)), toQt(at("2026-05-11T01:00:00Z")),
              1, 11 * 60);
    ASSERT_TRUE(comesTrue([&] { return !moved.isEmpty(); }));
    EXPECT_TRUE(moved[0][0].toBool());

    const auto shown = rows("2026-05-10T16:00:00Z", "2026-05-24T16:00:00Z");
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_EQ(shown[0].startsAt, at("2026-05-12T03:00:00Z"));
    EXPECT_EQ(shown[1].startsAt, at("2026-05-18T01:00:00Z"));
}

TEST_F(Schedule, ShowsThreeDaysFromTodayOnWhereAWeekHasNoRoom)
{
    ScheduleView view;
    view.setNarrow(true);
    view.setApp(&store.app);
    ASSERT_TRUE(comesTrue([&] { return view.state() == ListModel::State::Ready; }));
    const QDateTime first = view.day().toDateTime();

    EXPECT_EQ(view.days().size(), 3);
    EXPECT_EQ(view.todayColumn(), 0);

    view.turn(1);
    EXPECT_EQ(first.daysTo(view.day().toDateTime()), 3);
    EXPECT_EQ(view.todayColumn(), -1);
}

} // namespace
} // namespace fieldbook::client
