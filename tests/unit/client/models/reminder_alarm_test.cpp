#include "client/models/schedule/reminder_alarm.h"
#include "client/models/schedule/reminder_notices.h"
#include "tests/unit/client/models/page_fixture.h"

#include <QSignalSpy>

namespace fieldbook::client {
namespace {

using namespace std::chrono_literals;
using testing::aRecord;
using testing::comesTrue;
using testing::Company;
using testing::idOf;
using testing::PageStore;
using testing::serverVersion;

constexpr std::uint8_t call = 90;

// The clock of the tablet stands at 09:00.
Record aReminder(std::uint8_t id, const char* due)
{
    Record record = aRecord("reminder", idOf(id),
                            {{"title", std::string{"打电话"}},
                             {"owner", Company{}.ming},
                             {"state", std::string{"open"}},
                             {"due_at", *parseRfc3339(due)}});
    record.setMade(serverVersion(3));
    return record;
}

// Keeps what it is told to show.
class RecordingNotifier final : public Notifier {
public:
    void show(const Note& note) override { shown.push_back(note); }
    void withdraw(const QString& key) override { withdrawn.push_back(key); }

    std::vector<Note> shown;
    std::vector<QString> withdrawn;
};

class Alarm : public ::testing::Test {
protected:
    Alarm() { testing::needApplication(); }

    // Starts the alarm and waits until it rests.
    void start(ReminderAlarm& alarm)
    {
        alarm.setApp(&store.app);
        ASSERT_TRUE(comesTrue([&] { return alarm.wakesIn() >= 0; }));
    }
    void look(ReminderAlarm& alarm)
    {
        alarm.check();
        ASSERT_TRUE(comesTrue([&] { return alarm.wakesIn() >= 0; }));
    }

    PageStore store{{aReminder(call, "2026-05-14T09:00:30Z")}};
};

TEST_F(Alarm, RingsOnceWhenTheMomentComesAndNotBefore)
{
    ReminderAlarm alarm;
    start(alarm);
    EXPECT_EQ(alarm.count(), 0);
    EXPECT_EQ(alarm.wakesIn(), 30'000);

    store.tablet.clock.advance(30s);
    look(alarm);
    EXPECT_EQ(alarm.count(), 1);
    EXPECT_EQ(alarm.recordId(), toQt(idOf(call)));

    alarm.dismiss();
    store.tablet.clock.advance(10min);
    look(alarm);
    EXPECT_EQ(alarm.count(), 0);
    EXPECT_EQ(alarm.wakesIn(), 60'000);
}

TEST_F(Alarm, RingsAfterTheTabletSleptAndOnlyOnceThoughTheClockIsSetBack)
{
    ReminderAlarm alarm;
    start(alarm);
    store.tablet.clock.advance(3h);
    look(alarm);
    EXPECT_EQ(alarm.count(), 1);
    alarm.dismiss();

    store.tablet.clock.advance(-4h);
    look(alarm);
    store.tablet.clock.advance(5h);
    look(alarm);

    EXPECT_EQ(alarm.count(), 0);
}

TEST_F(Alarm, DoesNotRingAgainAfterARestartButRingsWhatCameDueMeanwhile)
{
    {
        ReminderAlarm alarm;
        start(alarm);
        store.tablet.clock.advance(1min);
        look(alarm);
        ASSERT_EQ(alarm.count(), 1);
        ASSERT_TRUE(comesTrue([&] {
            const auto kept = store.tablet.store.openQueries()->draft("alarm:rung");
            return kept && kept->find(idOf(call).text()) != std::string::npos;
        }));
    }
    store.tablet.pull(testing::aPage({aReminder(call + 1, "2026-05-14T09:30:00Z")}, 20));
    store.tablet.clock.advance(1h);

    ReminderAlarm again;
    start(again);

    ASSERT_EQ(again.count(), 1);
    EXPECT_EQ(again.recordId(), toQt(idOf(call + 1)));
}

TEST_F(Alarm, IsSilentOnANewTabletAboutWhatWasDueBefore)
{
    store.tablet.pull(testing::aPage({aReminder(call + 1, "2026-05-12T09:30:00Z")}, 20));

    ReminderAlarm alarm;
    start(alarm);

    EXPECT_EQ(alarm.count(), 0);
}

TEST_F(Alarm, HandsToTheSystemAndTakesItsAnswer)
{
    ReminderAlarm alarm;
    auto made = std::make_unique<RecordingNotifier>();
    RecordingNotifier& notifier = *made;
    const ReminderNotices notices{alarm, store.app, std::move(made)};
    start(alarm);
    store.tablet.clock.advance(1min);
    look(alarm);
    ASSERT_EQ(notifier.shown.size(), 1U);
    EXPECT_EQ(notifier.shown[0].title, QStringLiteral("打电话"));

    emit notifier.answered(notifier.shown[0].key, Notifier::Answer::Done);

    EXPECT_TRUE(comesTrue(
        [&] { return store.tablet.textOf(idOf(call), "state") == "done" && alarm.count() == 0; }));
}

TEST_F(Alarm, MakesOneNotificationOfMany)
{
    std::vector<Record> many;
    for (std::uint8_t i = 1; i <= 5; ++i) {
        many.push_back(aReminder(call + i, "2026-05-14T09:00:30Z"));
    }
    store.tablet.pull(testing::aPage(many, 20));
    ReminderAlarm alarm;
    auto made = std::make_unique<RecordingNotifier>();
    RecordingNotifier& notifier = *made;
    const ReminderNotices notices{alarm, store.app, std::move(made)};
    start(alarm);
    store.tablet.clock.advance(1min);
    look(alarm);

    EXPECT_EQ(alarm.count(), 6);
    ASSERT_EQ(notifier.shown.size(), 1U);
    EXPECT_EQ(notifier.shown[0].offers, Notifier::Offers::Opening);
}

} // namespace
} // namespace fieldbook::client
