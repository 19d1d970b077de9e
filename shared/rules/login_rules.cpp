#include "shared/rules/login_rules.h"

#include <algorithm>

namespace fieldbook::rules {
namespace {

using std::chrono::sys_days;

constexpr int daysInWeek = 7;

std::int64_t loginsOn(const LoginFacts& facts, Date day)
{
    const auto found = facts.logins.find(day);
    return found == facts.logins.end() ? 0 : found->second;
}

bool isTravelling(const LoginFacts& facts, Date day)
{
    return std::ranges::any_of(
        facts.trips, [&](const DaySpan& trip) { return trip.first <= day && day <= trip.last; });
}

// Whether somebody who travelled in this week signed in often enough. A week with a single working
// day of theirs asks for no more than that.
bool isWeekMissed(const LoginFacts& facts, Date monday, const WorkCalendar& calendar)
{
    std::int64_t working = 0;
    std::int64_t logins = 0;
    bool travelled = false;
    for (int i = 0; i < daysInWeek; ++i) {
        const Date day = daysAfter(monday, i);
        logins += loginsOn(facts, day);
        if (day >= facts.memberSince && calendar.isWorkingDay(day)) {
            ++working;
            travelled = travelled || isTravelling(facts, day);
        }
    }
    return travelled && logins < std::min(working, loginsPerTravelWeek);
}

} // namespace

LoginStanding
judgeLogins(const LoginFacts& facts, DaySpan period, Date today, const WorkCalendar& calendar)
{
    LoginStanding standing;
    const Date first = std::max(period.first, facts.memberSince);
    for (Date day = first; day <= period.last && day < today; day = daysAfter(day, 1)) {
        if (calendar.isWorkingDay(day) && !isTravelling(facts, day) && loginsOn(facts, day) == 0) {
            standing.missedDays.push_back(day);
        }
    }
    for (Date monday = mondayOf(first); monday <= period.last;
         monday = daysAfter(monday, daysInWeek)) {
        const bool isOver = daysAfter(monday, daysInWeek) <= today;
        if (isOver && isWeekMissed(facts, monday, calendar)) {
            standing.missedWeeks.push_back(monday);
        }
    }
    const Date since = std::max(facts.lastLogin.value_or(facts.memberSince), facts.memberSince);
    standing.silentDays =
        std::max(0, static_cast<int>((sys_days{today} - sys_days{since}).count()));
    return standing;
}

} // namespace fieldbook::rules
