#include "shared/calendar/work_calendar.h"

#include <gtest/gtest.h>

namespace fieldbook {
namespace {

Date day(const char* text) { return *parseIsoDate(text); }
Timestamp at(const char* text) { return *parseRfc3339(text); }

class WorkDays : public ::testing::Test {
protected:
    const Zone shanghai = *Zone::find("Asia/Shanghai");
    // The golden week of 2026 with the Saturday that is worked for it.
    const WorkCalendar calendar{.holidays = {day("2026-10-01"), day("2026-10-02"),
                                             day("2026-10-05"), day("2026-10-06"),
                                             day("2026-10-07")},
                                .worked = {day("2026-10-10")}};
};

TEST_F(WorkDays, AreWeekdaysLessHolidaysPlusDaysWorkedForThem)
{
    EXPECT_TRUE(calendar.isWorkingDay(day("2026-09-30")));
    EXPECT_FALSE(calendar.isWorkingDay(day("2026-10-01")));
    EXPECT_FALSE(calendar.isWorkingDay(day("2026-10-03")));
    EXPECT_TRUE(calendar.isWorkingDay(day("2026-10-10")));
    EXPECT_FALSE(calendar.isWorkingDay(day("2026-10-11")));
}

TEST_F(WorkDays, OneIsTheSameTimeOnTheNext)
{
    EXPECT_EQ(calendar.oneWorkingDayAfter(at("2026-09-29T15:30:00+08:00"), shanghai),
              at("2026-09-30T15:30:00+08:00"));
    EXPECT_EQ(calendar.oneWorkingDayAfter(at("2026-09-30T15:30:00+08:00"), shanghai),
              at("2026-10-08T15:30:00+08:00"));
    EXPECT_EQ(calendar.oneWorkingDayAfter(at("2026-10-09T09:00:00+08:00"), shanghai),
              at("2026-10-10T09:00:00+08:00"));
}

TEST_F(WorkDays, WhatIsAskedOnAFreeDayCountsFromTheNext)
{
    EXPECT_EQ(calendar.oneWorkingDayAfter(at("2026-10-03T12:00:00+08:00"), shanghai),
              at("2026-10-09T00:00:00+08:00"));
}

TEST_F(WorkDays, AreThoseOfTheCompanysZone)
{
    // Friday evening in London is Saturday in Shanghai.
    const auto friday = at("2026-09-18T20:00:00Z");

    EXPECT_EQ(calendar.oneWorkingDayAfter(friday, shanghai), at("2026-09-22T00:00:00+08:00"));
    EXPECT_EQ(calendar.oneWorkingDayAfter(friday, *Zone::find("Europe/London")),
              at("2026-09-21T20:00:00Z"));
}

TEST_F(WorkDays, ACompanyThatNeverWorksStillGivesADay)
{
    const WorkCalendar never{.weekdays = {}};

    EXPECT_GT(never.oneWorkingDayAfter(at("2026-09-29T15:30:00Z"), Zone::utc()),
              at("2026-09-29T15:30:00Z"));
}

TEST(Weeks, BeginOnMonday)
{
    EXPECT_EQ(mondayOf(day("2026-11-30")), day("2026-11-30"));
    EXPECT_EQ(mondayOf(day("2026-12-06")), day("2026-11-30"));
    EXPECT_EQ(mondayOf(day("2027-01-01")), day("2026-12-28"));
    EXPECT_EQ(daysAfter(day("2026-02-28"), 1), day("2026-03-01"));
}

} // namespace
} // namespace fieldbook
