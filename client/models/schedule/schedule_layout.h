#pragma once

#include "client/local/rows.h"
#include "shared/calendar/zone.h"

#include <vector>

// Where each entry of the calendar stands on the wall of days: pure arithmetic.
namespace fieldbook::client {

struct PlacedEvent {
    ScheduleRow row;
    int day = 0; // Column, from the first day shown.
    int days = 1; // Columns an all-day one runs over.
    int startMinute = 0; // Wall time on that day.
    int endMinute = 0; // More than startMinute, at most 24:00.
    // Side by side: place `lane` of `lanes`; of an all-day one the line.
    int lane = 0;
    int lanes = 1;

    friend bool operator==(const PlacedEvent&, const PlacedEvent&) = default;
};

struct PlacedDays {
    std::vector<PlacedEvent> timed; // One that runs past midnight has a part on each day.
    std::vector<PlacedEvent> allDay;
    int allDayLines = 0;
};

// What is shorter than this is drawn as if it were as long.
inline constexpr int shortestShown = 25;

[[nodiscard]] PlacedDays
placeEvents(const std::vector<ScheduleRow>& rows, const Zone& zone, Date first, int days);

// Minutes since midnight on the wall.
[[nodiscard]] int minuteOfDay(const Zone& zone, Timestamp time);

} // namespace fieldbook::client
