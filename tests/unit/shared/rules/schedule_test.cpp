#include "shared/rules/schedule.h"
#include "tests/unit/shared/rules/acts_fixture.h"

namespace fieldbook::rules {
namespace {

using testing::aRecord;
using testing::idOf;

class Schedule : public ActsTest {
protected:
    Zone shanghai = *Zone::find("Asia/Shanghai");

    Record appointment(std::string_view recurrence, Value exceptOn = {})
    {
        return aRecord("appointment", subject,
                       {{"title", words("例会")},
                        {"owner", company.ming},
                        {"starts_at", nine},
                        {"ends_at", later(1)},
                        {"recurrence", recurrence.empty() ? Value{} : words(recurrence)},
                        {"except_on", std::move(exceptOn)}});
    }

    std::vector<Timestamp> days(std::initializer_list<int> after) const
    {
        std::vector<Timestamp> times;
        for (const int day : after) {
            times.push_back(nine + std::chrono::days{day});
        }
        return times;
    }

    std::vector<Timestamp> inTenDays(const Record& record, std::size_t limit = 100)
    {
        return occurrencesBetween(record, shanghai, nine, nine + std::chrono::days{10}, limit);
    }
};

TEST_F(Schedule, WhatDoesNotRepeatTakesPlaceOnce)
{
    EXPECT_EQ(inTenDays(appointment("")), days({0}));
    EXPECT_EQ(occurrenceAfter(appointment(""), shanghai, nine - std::chrono::hours{1}), nine);
    EXPECT_EQ(occurrenceAfter(appointment(""), shanghai, nine), std::nullopt);
}

TEST_F(Schedule, WhatRepeatsTakesPlaceByItsRule)
{
    EXPECT_EQ(inTenDays(appointment("FREQ=DAILY;INTERVAL=3")), days({0, 3, 6, 9}));
    EXPECT_EQ(inTenDays(appointment("FREQ=DAILY;INTERVAL=3"), 2), days({0, 3}));
}

TEST_F(Schedule, TheFirstTimeCountsWhateverTheRule)
{
    EXPECT_EQ(inTenDays(appointment("FREQ=WEEKLY;BYDAY=FR")), days({0, 1, 8}));
}

TEST_F(Schedule, DaysLeftOutAreThoseOfTheZone)
{
    const Value days16 = TextSet{"2026-05-14", "2026-05-16"};

    EXPECT_EQ(inTenDays(appointment("FREQ=DAILY;INTERVAL=2", days16)), days({4, 6, 8}));
    EXPECT_EQ(inTenDays(appointment("FREQ=DAILY;INTERVAL=2", days16), 1), days({4}));
    EXPECT_EQ(occurrenceAfter(appointment("FREQ=DAILY;INTERVAL=2", days16), shanghai,
                              nine - std::chrono::hours{1}),
              nine + std::chrono::days{4});
}

TEST_F(Schedule, AMillisecondDoesNotMakeTwoOfOne)
{
    Record record = appointment("FREQ=DAILY;INTERVAL=5");
    record.set("starts_at", nine + std::chrono::milliseconds{250});

    EXPECT_EQ(inTenDays(record).size(), 2);
}

TEST_F(Schedule, TheZoneIsTheRecordsOrElseTheTeams)
{
    Record record = appointment("");
    EXPECT_EQ(zoneOf(record, world).name(), "Asia/Shanghai");
    record.set("time_zone", words("Europe/Lisbon"));
    EXPECT_EQ(zoneOf(record, world).name(), "Europe/Lisbon");
    record.set("time_zone", words("Moon/Crater"));
    EXPECT_EQ(zoneOf(record, world).name(), "Asia/Shanghai");
    record.set("owner", idOf(99));
    EXPECT_EQ(zoneOf(record, world), Zone::utc());
}

TEST_F(Schedule, ATeamWithoutAZoneTakesThatOfTheTeamAbove)
{
    put("team", company.east, {{"name", words("华东")}, {"parent", company.sales}});
    EXPECT_EQ(zoneOf(appointment(""), world).name(), "Asia/Shanghai");

    put("team", company.sales, {{"name", words("销售部")}, {"parent", company.east}});
    EXPECT_EQ(zoneOf(appointment(""), world), Zone::utc());
}

} // namespace
} // namespace fieldbook::rules
