#include "shared/calendar/recurrence.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <limits>

namespace fieldbook {
namespace {

using namespace std::chrono_literals;

LocalTime local(std::string_view text) { return parseLocalTime(text).value(); }
Timestamp utc(std::string_view text) { return parseRfc3339(text).value(); }
Zone zone(std::string_view name) { return Zone::find(name).value(); }
Recurrence rule(std::string_view text) { return Recurrence::parse(text).value(); }

using Walls = std::vector<std::string>;

// The wall times of the first occurrences from `start` on; whole hours without minutes.
Walls first(std::size_t count, std::string_view text, std::string_view start, std::string_view name)
{
    const auto place = zone(name);
    const auto moments = rule(text).occurrencesBetween(local(start), place, fromMillis(0),
                                                       utc("2200-01-01T00:00:00Z"), count);
    Walls walls;
    for (const auto moment : moments) {
        auto wall = toText(place.toLocal(moment));
        walls.push_back(wall.ends_with("T090000") ? wall.substr(0, 8) : wall);
    }
    return walls;
}

struct Example {
    const char* rule;
    const char* start;
    Walls walls;
};

// The examples of RFC 5545, section 3.8.5.3, in New York from September 1997 on.
TEST(Recurrence, FollowsTheExamplesOfItsRfc)
{
    const Example examples[] = {
        {"FREQ=DAILY;COUNT=3", "19970902T090000", {"19970902", "19970903", "19970904"}},
        {"FREQ=DAILY;UNTIL=19970904T130000Z",
         "19970902T090000",
         {"19970902", "19970903", "19970904"}},
        {"FREQ=DAILY;UNTIL=19970904T125959Z", "19970902T090000", {"19970902", "19970903"}},
        {"FREQ=DAILY;UNTIL=19970904", "19970902T090000", {"19970902", "19970903", "19970904"}},
        {"FREQ=DAILY;INTERVAL=10;COUNT=3", "19970902T090000", {"19970902", "19970912", "19970922"}},
        {"FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO",
         "19980104T090000",
         {"19980104", "19980105", "19980111", "19980112"}},
        {"FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH;COUNT=5",
         "19970902T090000",
         {"19970902", "19970904", "19970916", "19970918", "19970930"}},
        {"FREQ=MONTHLY;COUNT=4;BYDAY=1FR",
         "19970905T090000",
         {"19970905", "19971003", "19971107", "19971205"}},
        {"FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU",
         "19970907T090000",
         {"19970907", "19970928", "19971102", "19971130"}},
        {"FREQ=MONTHLY;COUNT=3;BYDAY=-2MO",
         "19970922T090000",
         {"19970922", "19971020", "19971117"}},
        {"FREQ=MONTHLY;BYMONTHDAY=-3",
         "19970928T090000",
         {"19970928", "19971029", "19971128", "19971229", "19980129"}},
        {"FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1",
         "19970930T090000",
         {"19970930", "19971001", "19971031", "19971101"}},
        {"FREQ=YEARLY;COUNT=4;BYMONTH=6,7",
         "19970610T090000",
         {"19970610", "19970710", "19980610", "19980710"}},
        {"FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200",
         "19970101T090000",
         {"19970101", "19970410", "19970719", "20000101"}},
        {"FREQ=YEARLY;BYDAY=20MO", "19970519T090000", {"19970519", "19980518", "19990517"}},
        {"FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
         "19970902T090000",
         {"19980213", "19980313", "19981113", "19990813", "20001013"}},
        {"FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
         "19961105T090000",
         {"19961105", "20001107", "20041102"}},
        {"FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
         "19970904T090000",
         {"19970904", "19971007", "19971106"}},
        {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
         "19970929T090000",
         {"19970929", "19971030", "19971127"}},
        {"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
         "19970805T090000",
         {"19970805", "19970810", "19970819", "19970824"}},
        {"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
         "19970805T090000",
         {"19970805", "19970817", "19970819", "19970831"}},
        {"FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
         "20070115T090000",
         {"20070115", "20070130", "20070215", "20070315", "20070330"}},
    };
    for (const auto& [text, start, walls] : examples) {
        const auto isWhole = std::string_view{text}.find("COUNT") != std::string_view::npos;
        EXPECT_EQ(first(walls.size() + (isWhole ? 1 : 0), text, start, "America/New_York"), walls)
            << text;
    }
}

// Every choice of weekdays, every interval to three weeks, every day to start on: what the calendar
// itself says, day by day.
TEST(Recurrence, KeepsStepOverWeeks)
{
    constexpr std::array names{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    const auto monday = local("20260302T090000");
    for (unsigned chosen = 1; chosen < 128; ++chosen) {
        for (int round = 0; round < 3 * 7 * 2; ++round) {
            const int interval = 1 + round / 14;
            const auto start = monday + std::chrono::days{round % 7};
            const unsigned weekStart = round % 2 == 0 ? 0 : 1; // Sunday or Monday.
            std::string text = "FREQ=WEEKLY;INTERVAL=" + std::to_string(interval) +
                               ";WKST=" + names.at(weekStart) + ";BYDAY=";
            for (unsigned day = 0; day < 7; ++day) {
                text += (chosen >> day & 1U) != 0 ? std::string{names.at(day)} + "," : "";
            }
            text.pop_back();

            const auto startDay = std::chrono::floor<std::chrono::days>(start);
            const auto firstWeek =
                startDay - (std::chrono::weekday{startDay} - std::chrono::weekday{weekStart});
            std::vector<Timestamp> expected;
            for (auto day = startDay; expected.size() < 6; day += std::chrono::days{1}) {
                const auto week = (day - firstWeek).count() / 7;
                if (week % interval == 0 &&
                    (chosen >> std::chrono::weekday{day}.c_encoding() & 1U) != 0) {
                    expected.emplace_back((LocalTime{day} + 9h).time_since_epoch());
                }
            }
            ASSERT_EQ(rule(text).occurrencesBetween(start, Zone::utc(), fromMillis(0),
                                                    utc("2099-01-01T00:00:00Z"), 6),
                      expected)
                << text << " " << toText(start);
        }
    }
}

TEST(Recurrence, KeepsItsWallTimeWhenTheClocksChange)
{
    const auto berlin = zone("Europe/Berlin");
    const auto daily = rule("FREQ=DAILY");

    const auto moments =
        daily.occurrencesBetween(local("20260301T090000"), berlin, utc("2026-03-28T00:00:00Z"),
                                 utc("2026-03-31T00:00:00Z"), 10);

    EXPECT_EQ(moments, (std::vector{utc("2026-03-28T08:00:00Z"), utc("2026-03-29T07:00:00Z"),
                                    utc("2026-03-30T07:00:00Z")}));
}

TEST(Recurrence, OccursOnceWhereItsTimeIsSkippedOrRepeated)
{
    EXPECT_EQ(first(4, "FREQ=DAILY", "20260328T023000", "Europe/Berlin"),
              (Walls{"20260328T023000", "20260329T033000", "20260330T023000", "20260331T023000"}));
    EXPECT_EQ(first(3, "FREQ=DAILY", "20261024T023000", "Europe/Berlin"),
              (Walls{"20261024T023000", "20261025T023000", "20261026T023000"}));
    EXPECT_EQ(first(4, "FREQ=DAILY;BYHOUR=2,3", "20260328T023000", "Europe/Berlin"),
              (Walls{"20260328T023000", "20260328T033000", "20260329T033000", "20260330T023000"}));
}

TEST(Recurrence, LeavesExceptionsOut)
{
    auto weekly = rule("FREQ=WEEKLY;COUNT=4\nEXDATE:20260511T090000");
    weekly.except(local("20260525T090000"));
    weekly.except(local("20260525T090000"));
    const auto shanghai = zone("Asia/Shanghai");

    EXPECT_EQ(weekly.text(), "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20260511T090000,20260525T090000");
    EXPECT_EQ(first(9, weekly.text(), "20260504T090000", "Asia/Shanghai"),
              (Walls{"20260504", "20260518"}));
    EXPECT_EQ(weekly.nextAfter(local("20260504T090000"), shanghai, utc("2026-05-04T01:00:00Z")),
              utc("2026-05-18T01:00:00Z"));
    EXPECT_EQ(weekly.nextAfter(local("20260504T090000"), shanghai, utc("2026-05-18T01:00:00Z")),
              std::nullopt);
}

TEST(Recurrence, FindsTheNextStrictlyAfterAMoment)
{
    const auto shanghai = zone("Asia/Shanghai");
    const auto start = local("20260504T090000");
    const auto weekly = rule("FREQ=WEEKLY;BYDAY=MO,TH");

    EXPECT_EQ(weekly.nextAfter(start, shanghai, utc("2020-01-01T00:00:00Z")),
              utc("2026-05-04T01:00:00Z"));
    EXPECT_EQ(weekly.nextAfter(start, shanghai, utc("2026-05-04T00:59:59Z")),
              utc("2026-05-04T01:00:00Z"));
    EXPECT_EQ(weekly.nextAfter(start, shanghai, utc("2026-05-04T01:00:00Z")),
              utc("2026-05-07T01:00:00Z"));
    EXPECT_EQ(weekly.nextAfter(start, shanghai, utc("2051-05-04T01:00:00Z")),
              utc("2051-05-08T01:00:00Z"));
    EXPECT_EQ(rule("FREQ=DAILY;COUNT=3").nextAfter(start, shanghai, utc("2026-05-06T01:00:00Z")),
              std::nullopt);
    EXPECT_EQ(
        rule("FREQ=DAILY;UNTIL=20260505").nextAfter(start, shanghai, utc("2026-05-05T01:00:00Z")),
        std::nullopt);
}

TEST(Recurrence, CountsItsStartOnlyIfItFits)
{
    EXPECT_EQ(first(2, "FREQ=WEEKLY;BYDAY=MO", "20260506T090000", "Asia/Shanghai"),
              (Walls{"20260511", "20260518"}));
}

TEST(Recurrence, KnowsTheChineseCalendar)
{
    // Mid-autumn, the fifteenth of the eighth month.
    EXPECT_EQ(first(4, "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15", "20250101T090000",
                    "Asia/Shanghai"),
              (Walls{"20251006", "20260925", "20270915", "20281003"}));
}

TEST(Recurrence, GivesAWindowAndNoMoreThanAsked)
{
    const auto shanghai = zone("Asia/Shanghai");
    const auto start = local("20260504T090000");
    const auto daily = rule("FREQ=DAILY");
    const auto from = utc("2026-05-05T01:00:00Z");
    const auto to = utc("2026-05-07T01:00:00Z");

    EXPECT_EQ(daily.occurrencesBetween(start, shanghai, from, to, 99),
              (std::vector{from, utc("2026-05-06T01:00:00Z")}));
    EXPECT_EQ(daily.occurrencesBetween(start, shanghai, from, to, 1), std::vector{from});
    EXPECT_TRUE(daily.occurrencesBetween(start, shanghai, from, to, 0).empty());
    EXPECT_TRUE(daily.occurrencesBetween(start, shanghai, to, from, 9).empty());
    EXPECT_TRUE(daily.occurrencesBetween(start, shanghai, from, from, 9).empty());
}

// Jumping into the middle of a rule must give what walking from its start gives.
TEST(Recurrence, GivesTheSameFromAnywhere)
{
    const auto place = zone("America/New_York");
    const auto start = local("20240131T013000");
    for (const auto* text :
         {"FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;BYMONTH=2,3;BYDAY=SU,MO",
          "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SU;WKST=SU",
          "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;INTERVAL=5;BYDAY=-1WE,2FR",
          "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-2,1", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
          "FREQ=YEARLY;BYYEARDAY=-1,60", "FREQ=DAILY;BYHOUR=1,2,23;BYMINUTE=0,30",
          "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;BYHOUR=8"}) {
        const auto all = rule(text).occurrencesBetween(start, place, utc("2024-01-01T00:00:00Z"),
                                                       utc("2034-01-01T00:00:00Z"), 100'000);
        ASSERT_FALSE(all.empty()) << text;
        for (std::size_t i = 0; i < all.size(); i += 1 + all.size() / 50) {
            EXPECT_EQ(rule(text).nextAfter(start, place, all[i] - 1ms), all[i]) << text;
            const auto rest =
                rule(text).occurrencesBetween(start, place, all[i], utc("2034-01-01T00:00:00Z"), 5);
            EXPECT_TRUE(
                std::equal(rest.begin(), rest.end(), all.begin() + static_cast<std::ptrdiff_t>(i)))
                << text << " " << toRfc3339(all[i]);
        }
    }
}

TEST(Recurrence, IsBoundedWhateverItIsAsked)
{
    const auto shanghai = zone("Asia/Shanghai");
    const auto begin = std::chrono::steady_clock::now();

    // Fits no day from this start on, or only with it.
    EXPECT_EQ(rule("FREQ=DAILY;INTERVAL=7;BYDAY=MO;BYHOUR=0,6,12,18;BYMINUTE=0,30")
                  .nextAfter(local("20260505T090000"), shanghai, utc("2026-01-01T00:00:00Z")),
              std::nullopt);
    EXPECT_EQ(rule("FREQ=MONTHLY;BYMONTH=2")
                  .nextAfter(local("20260130T090000"), shanghai, utc("2026-01-01T00:00:00Z")),
              std::nullopt);
    // A start or a moment out of all bounds.
    for (const auto* start : {"00010101T000000", "18000101T000000", "99991231T235959"}) {
        EXPECT_EQ(rule("FREQ=DAILY").nextAfter(local(start), shanghai, fromMillis(0)),
                  std::nullopt);
    }
    const auto start = local("20260505T090000");
    for (const auto millis :
         {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        const auto moment = fromMillis(millis);
        EXPECT_EQ(rule("FREQ=DAILY").nextAfter(start, shanghai, moment).has_value(), millis < 0);
        static_cast<void>(
            rule("FREQ=DAILY").occurrencesBetween(start, shanghai, moment, moment, 5));
    }
    const auto window =
        rule("FREQ=DAILY;BYHOUR=8,9;BYMINUTE=0,15,30,45")
            .occurrencesBetween(
                start, shanghai, fromMillis(std::numeric_limits<std::int64_t>::min()),
                fromMillis(std::numeric_limits<std::int64_t>::max()), 1'000'000'000);
    EXPECT_LE(window.size(), 50'000U);

    // Not a measurement: without bounds this takes hours.
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 60s);
}

} // namespace
} // namespace fieldbook
