#pragma once

#include "shared/calendar/zone.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook {

// One thing that takes place, as a calendar program is told of it.
struct CalendarEntry {
    std::string uid; // The same for ever.
    Timestamp changedAt;
    std::string title;
    std::string place = {};
    std::string notes = {};
    Zone zone; // That of its wall times.
    Timestamp start;
    Timestamp end; // Not before the start.
    bool isAllDay = false;
    // As Recurrence reads it; empty: once. What it cannot read takes place once.
    std::string recurrence = {};
    // Days on which it does not take place, and moments at which it does as well.
    std::vector<Date> exceptOn = {};
    std::vector<Timestamp> alsoAt = {};
    std::optional<int> remindMinutesBefore = {};
    bool isBusy = true; // Whether it fills the time.
};

// A calendar of these in iCalendar (RFC 5545), with the zones that they name. The same entries give
// the same bytes. Any thread.
[[nodiscard]] std::string calendarFile(std::string_view name,
                                       std::span<const CalendarEntry> entries);

} // namespace fieldbook
