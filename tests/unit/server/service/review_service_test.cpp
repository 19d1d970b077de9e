#include "server/service/review_service.h"
#include "tests/support/office.h"

#include <gtest/gtest.h>

namespace fieldbook::testing {
namespace {

using std::chrono::year;

Timestamp at(std::string_view text) { return *parseRfc3339(text); }

class ReviewPeriods : public ::testing::Test {
protected:
    ReviewPeriods() { office.setField("team", office.company.sales, "time_zone", berlin); }

    // A reminder of Ming's that is due then.
    void remind(std::uint8_t number, std::string_view due)
    {
        const auto record = aRecord("reminder", idOf(number),
                                    {{"title", std::string{"call"}},
                                     {"owner", office.company.ming},
                                     {"state", std::string{"open"}},
                                     {"due_at", at(due)}});
        office.decide({Office::writeOf(record)});
    }
    [[nodiscard]] std::int64_t remindersIn(Date first, Date last)
    {
        const auto review = service.reviewAll({first, last});
        return review.people.empty() ? 0 : review.people.front().reminders;
    }

    const Value berlin = std::string{"Europe/Berlin"};
    Office office;
    server::ReviewService service{office.machine->store, office.machine->directory, office.clock};
};

// March 2026 has a change of clocks on the 29th: it begins at +01:00 and ends at +02:00.
TEST_F(ReviewPeriods, AMonthBeginsAndEndsAtMidnightOfTheCompanysZone)
{
    remind(101, "2026-02-28T22:59:59Z"); // 23:59:59 on the last of February
    remind(102, "2026-02-28T23:00:00Z"); // midnight
    remind(103, "2026-03-31T21:59:59Z"); // 23:59:59 on the last of March
    remind(104, "2026-03-31T22:00:00Z"); // midnight, an hour earlier than in winter

    EXPECT_EQ(remindersIn(year{2026} / 3 / 1, year{2026} / 3 / 31), 2);
    EXPECT_EQ(remindersIn(year{2026} / 2 / 1, year{2026} / 2 / 28), 1);
    EXPECT_EQ(remindersIn(year{2026} / 4 / 1, year{2026} / 4 / 30), 1);
}

TEST_F(ReviewPeriods, TheDayOnWhichTheClocksChangeIsCountedWhole)
{
    remind(101, "2026-03-28T23:00:00Z");
    remind(102, "2026-03-29T21:59:59Z"); // 23 hours later it is over.
    remind(103, "2026-03-29T22:00:00Z");

    EXPECT_EQ(remindersIn(year{2026} / 3 / 29, year{2026} / 3 / 29), 2);
}

TEST_F(ReviewPeriods, TodayIsTheCompanysDay)
{
    office.clock.set(at("2026-03-31T22:30:00Z"));

    EXPECT_EQ(service.today(), Date{year{2026} / 4 / 1});
}

TEST_F(ReviewPeriods, ACompanyWithoutAZoneCountsInUniversalTime)
{
    office.setField("team", office.company.sales, "time_zone", {});

    remind(101, "2026-02-28T23:59:59Z");

    EXPECT_EQ(remindersIn(year{2026} / 2 / 1, year{2026} / 2 / 28), 1);
}

} // namespace
} // namespace fieldbook::testing
