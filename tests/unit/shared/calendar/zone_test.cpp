#include "shared/calendar/zone.h"

#include <gtest/gtest.h>

#include <thread>

namespace fieldbook {
namespace {

using namespace std::chrono_literals;

LocalTime local(std::string_view text) { return parseLocalTime(text).value(); }
Timestamp utc(std::string_view text) { return parseRfc3339(text).value(); }
Zone zone(std::string_view name) { return Zone::find(name).value(); }

TEST(LocalTime, ReadsBackWhatItWrote)
{
    EXPECT_EQ(toText(local("20260514T091200")), "20260514T091200");
    EXPECT_EQ(toText(local("20240229T235959")), "20240229T235959");
}

TEST(LocalTime, RefusesWhatIsNoTime)
{
    for (const auto* text :
         {"", "20260514", "20260514T0912", "20260514T091200Z", "20260229T000000", "20261301T000000",
          "20260514T240000", "20260514T096000", "20260514T091260", "2026-05-14T09:12",
          "20260514 091200", "2026051+T091200"}) {
        EXPECT_FALSE(parseLocalTime(text)) << text;
    }
}

TEST(Zone, IsFoundByItsName)
{
    EXPECT_EQ(zone("Asia/Shanghai").name(), "Asia/Shanghai");
    EXPECT_EQ(zone("Asia/Shanghai"), zone("Asia/Shanghai"));
    EXPECT_FALSE(zone("Asia/Shanghai") == zone("Asia/Tokyo"));
    EXPECT_EQ(Zone::utc().offsetAt(utc("2026-05-14T00:00:00Z")), 0s);
    for (const auto* name : {"UTC", "PRC", "America/Argentina/Buenos_Aires", "Etc/GMT+8"}) {
        EXPECT_TRUE(Zone::find(name)) << name;
    }
}

TEST(Zone, IsRefusedWhenThereIsNone)
{
    for (const std::string name :
         {"", "Asia", "Asia/Nowhere", "../../etc/passwd", "/etc/localtime", "Asia/../Asia/Shanghai",
          "zone.tab", "leapseconds", "right/Asia/Shanghai", "Asia/Shanghai ", "北京",
          "A very long name that no zone has and that goes on and on and on and on"}) {
        const auto found = Zone::find(name);
        ASSERT_FALSE(found) << name;
        EXPECT_EQ(found.error().code, "zone.unknown");
    }
}

struct Wall {
    const char* zone;
    const char* utc;
    const char* local;
};

// From the rules of the zones, not from a run of this code.
TEST(Zone, KnowsWhatTheWallShows)
{
    const Wall walls[] = {
        {"Asia/Shanghai", "2026-05-14T01:12:00Z", "20260514T091200"},
        {"Asia/Kathmandu", "2026-05-14T00:00:00Z", "20260514T054500"},
        {"America/New_York", "2026-03-08T06:59:59Z", "20260308T015959"},
        {"America/New_York", "2026-03-08T07:00:00Z", "20260308T030000"},
        {"America/New_York", "2026-11-01T05:59:59Z", "20261101T015959"},
        {"Europe/Berlin", "2026-03-29T01:00:00Z", "20260329T030000"},
        {"Europe/Berlin", "2026-10-25T00:59:59Z", "20261025T025959"},
        {"Australia/Lord_Howe", "2026-04-04T14:59:59Z", "20260405T015959"},
        {"Australia/Lord_Howe", "2026-10-03T15:30:00Z", "20261004T023000"},
        {"Asia/Almaty", "2025-01-01T00:00:00Z", "20250101T050000"}, // Moved west in 2024.
        {"America/Mexico_City", "2026-07-01T12:00:00Z", "20260701T060000"}, // No summer time.
        {"Europe/London", "2035-07-01T12:00:00Z", "20350701T130000"},
        {"Europe/London", "2090-07-01T12:00:00Z", "20900701T130000"},
    };
    for (const auto& [name, moment, wall] : walls) {
        EXPECT_EQ(toText(zone(name).toLocal(utc(moment))), wall) << name << " " << moment;
        EXPECT_EQ(zone(name).toUtc(local(wall)), utc(moment)) << name << " " << wall;
    }
}

TEST(Zone, TakesTheFirstOfATimeThatOccursTwice)
{
    EXPECT_EQ(zone("America/New_York").toUtc(local("20261101T013000")),
              utc("2026-11-01T05:30:00Z"));
    EXPECT_EQ(zone("Europe/Berlin").toUtc(local("20261025T023000")), utc("2026-10-25T00:30:00Z"));
}

TEST(Zone, TakesASkippedTimeAtTheOffsetBefore)
{
    EXPECT_EQ(zone("America/New_York").toUtc(local("20260308T023000")),
              utc("2026-03-08T07:30:00Z"));
    EXPECT_EQ(zone("Europe/Berlin").toUtc(local("20260329T023000")), utc("2026-03-29T01:30:00Z"));
    EXPECT_EQ(zone("Australia/Lord_Howe").toUtc(local("20261004T021500")),
              utc("2026-10-03T15:45:00Z"));
}

TEST(Zone, KnowsDaysAndWhereTheyBegin)
{
    const auto day = [](int y, unsigned m, unsigned d) {
        return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
    };

    EXPECT_EQ(zone("Asia/Shanghai").dateAt(utc("2026-05-13T16:00:00Z")), day(2026, 5, 14));
    EXPECT_EQ(zone("Asia/Shanghai").startOf(day(2026, 5, 14)), utc("2026-05-13T16:00:00Z"));
    // Midnight did not occur in Brazil on that day.
    EXPECT_EQ(zone("America/Sao_Paulo").startOf(day(2018, 11, 4)), utc("2018-11-04T03:00:00Z"));
    EXPECT_EQ(zone("America/Sao_Paulo").dateAt(utc("2018-11-04T02:59:59Z")), day(2018, 11, 3));
}

TEST(Zone, AnswersForAnyTime)
{
    const auto shanghai = zone("Asia/Shanghai");

    EXPECT_EQ(shanghai.offsetAt(fromMillis(-62'135'596'800'000)),
              shanghai.offsetAt(utc("1900-01-01T00:00:00Z")));
    EXPECT_EQ(shanghai.offsetAt(fromMillis(253'402'300'799'000)), 8h);
    EXPECT_EQ(toText(shanghai.toLocal(fromMillis(-1))), "19700101T075959");
}

TEST(Zone, ServesSeveralThreads)
{
    std::vector<std::thread> threads;
    threads.reserve(4);
    std::atomic<int> wrong = 0;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&wrong, i] {
            for (int year = 1980; year < 2100; ++year) {
                const auto moment = utc(std::to_string(year) + "-01-01T00:00:00Z");
                const auto* name = i % 2 == 0 ? "Pacific/Auckland" : "America/Chicago";
                wrong += Zone::find(name)->toUtc(Zone::find(name)->toLocal(moment)) != moment;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }

    EXPECT_EQ(wrong, 0);
}

} // namespace
} // namespace fieldbook
