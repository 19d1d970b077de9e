#include "client/models/today/today_view.h"
#include "tests/unit/client/models/page_fixture.h"

namespace fieldbook::client {
namespace {

using testing::aRecord;
using testing::comesTrue;
using testing::Company;
using testing::idOf;
using testing::PageStore;
using testing::serverVersion;

constexpr int overdue = 45;
constexpr int dueToday = 2;

// The clock of the tablet stands at 09:00 of the 14th.
std::vector<Record> reminders()
{
    std::vector<Record> records;
    for (int i = 0; i < overdue + dueToday; ++i) {
        Record record = aRecord("reminder", idOf(static_cast<std::uint8_t>(100 + i)),
                                {{"title", "call " + std::to_string(i)},
                                 {"owner", Company{}.ming},
                                 {"state", std::string{"open"}},
                                 {"due_at", *parseRfc3339(i < overdue ? "2026-05-10T09:00:00Z"
                                                                      : "2026-05-14T09:30:00Z")}});
        record.setMade(serverVersion(i + 1));
        records.push_back(std::move(record));
    }
    return records;
}

class Today : public ::testing::Test {
protected:
    Today() { testing::needApplication(); }

    PageStore store{reminders()};
};

// A page that draws hundreds of them at once would make its person wait.
TEST_F(Today, ShowsNoMoreRemindersThanAPersonLooksOverAndAsManyAgainOnDemand)
{
    TodayView today;
    today.setApp(&store.app);
    ASSERT_TRUE(comesTrue([&] { return today.state() == ListModel::State::Ready; }));
    TodayReminders& shown = *today.reminders();

    EXPECT_EQ(shown.rowCount({}), 20 + dueToday);
    EXPECT_EQ(shown.overdueShown(), 20);
    EXPECT_TRUE(shown.hasMore());
    EXPECT_EQ(today.overdueCount(), overdue) << "the heading tells how many there are";

    shown.showMore();
    EXPECT_EQ(shown.rowCount({}), 40 + dueToday);
    shown.showMore();
    EXPECT_EQ(shown.rowCount({}), overdue + dueToday);
    EXPECT_EQ(shown.overdueShown(), overdue);
    EXPECT_FALSE(shown.hasMore());
}

} // namespace
} // namespace fieldbook::client
