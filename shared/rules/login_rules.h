#pragma once

#include "shared/calendar/work_calendar.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

// How often somebody must sign in (登录要求): once on each working day; while a trip covers it,
// twice in the week instead; whoever is silent for two weeks goes on the notice list.
namespace fieldbook::rules {

inline constexpr std::int64_t loginsPerTravelWeek = 2;
inline constexpr int silentDaysMax = 14;

struct DaySpan {
    Date first;
    Date last;
};

// What is known of one person. Work that was recorded without a network counts as a login of its
// day.
struct LoginFacts {
    Date memberSince;
    std::map<Date, std::int64_t> logins; // Of the weeks in question.
    std::optional<Date> lastLogin; // Ever.
    std::vector<DaySpan> trips;
};

struct LoginStanding {
    std::vector<Date> missedDays; // Working days without a login, outside trips.
    std::vector<Date> missedWeeks; // Mondays of weeks of travel with too few.
    int silentDays = 0; // Since the last login.

    [[nodiscard]] bool isSilent() const { return silentDays >= silentDaysMax; }

    friend bool operator==(const LoginStanding&, const LoginStanding&) = default;
};

// Of the days from first to last that are over: today's can still be made good.
[[nodiscard]] LoginStanding
judgeLogins(const LoginFacts& facts, DaySpan period, Date today, const WorkCalendar& calendar);

} // namespace fieldbook::rules
