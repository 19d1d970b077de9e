#include "shared/calendar/work_calendar.h"

namespace fieldbook {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

// A company that never works is one whose settings are wrong; nobody waits for ever for it.
constexpr int searchDaysMax = 366;

unsigned placeInWeek(Date day) { return weekday{sys_days{day}}.iso_encoding() - 1; }

Date nextWorkingDay(const WorkCalendar& calendar, Date day)
{
    Date next = daysAfter(day, 1);
    for (int i = 0; i < searchDaysMax && !calendar.isWorkingDay(next); ++i) {
        next = daysAfter(next, 1);
    }
    return next;
}

} // namespace

Date daysAfter(Date day, int count) { return Date{sys_days{day} + days{count}}; }

Date mondayOf(Date day) { return daysAfter(day, -static_cast<int>(placeInWeek(day))); }

bool WorkCalendar::isWorkingDay(Date day) const
{
    return worked.contains(day) || (weekdays.at(placeInWeek(day)) && !holidays.contains(day));
}

Timestamp WorkCalendar::oneWorkingDayAfter(Timestamp moment, const Zone& zone) const
{
    const Date day = zone.dateAt(moment);
    const Date next = nextWorkingDay(*this, day);
    if (!isWorkingDay(day)) {
        return zone.startOf(daysAfter(next, 1));
    }
    const auto ofDay = zone.toLocal(moment).time_since_epoch() - sys_days{day}.time_since_epoch();
    return zone.toUtc(LocalTime{sys_days{next}.time_since_epoch() + ofDay});
}

} // namespace fieldbook
