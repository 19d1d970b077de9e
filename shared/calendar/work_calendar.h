#pragma once

#include "shared/calendar/zone.h"

#include <array>
#include <set>

namespace fieldbook {

// On which days a company works: weekdays, less its holidays, plus the days that are worked in
// return (调休). A value.
struct WorkCalendar {
    // Monday first.
    std::array<bool, 7> weekdays{true, true, true, true, true, false, false};
    std::set<Date> holidays = {};
    std::set<Date> worked = {}; // Counts before holidays and weekdays.

    [[nodiscard]] bool isWorkingDay(Date day) const;
    // One working day after the moment: the same time of the next one; what was asked on a free day
    // counts from the beginning of the next working day to its end.
    [[nodiscard]] Timestamp oneWorkingDayAfter(Timestamp moment, const Zone& zone) const;

    friend bool operator==(const WorkCalendar&, const WorkCalendar&) = default;
};

// The Monday of the day's week (ISO 8601).
[[nodiscard]] Date mondayOf(Date day);
[[nodiscard]] Date daysAfter(Date day, int count);

} // namespace fieldbook
