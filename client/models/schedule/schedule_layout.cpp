#include "client/models/schedule/schedule_layout.h"

#include <algorithm>
#include <chrono>
#include <tuple>

namespace fieldbook::client {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;

constexpr int dayMinutes = 24 * 60;

int columnOf(Date day, Date first)
{
    return static_cast<int>((sys_days{day} - sys_days{first}).count());
}

int shownEnd(const PlacedEvent& event)
{
    return std::max(event.endMinute, event.startMinute + shortestShown);
}

// Entries that reach into one another, directly or over others, share the column's width.
void layOutCluster(std::vector<PlacedEvent>& events, std::size_t from, std::size_t to)
{
    std::vector<int> ends;
    for (std::size_t i = from; i < to; ++i) {
        auto lane =
            std::ranges::find_if(ends, [&](int end) { return end <= events[i].startMinute; });
        if (lane == ends.end()) {
            lane = ends.insert(ends.end(), 0);
        }
        *lane = shownEnd(events[i]);
        events[i].lane = static_cast<int>(lane - ends.begin());
    }
    for (std::size_t i = from; i < to; ++i) {
        events[i].lanes = static_cast<int>(ends.size());
    }
}

void layOutTimed(std::vector<PlacedEvent>& events)
{
    std::ranges::sort(events, [](const PlacedEvent& a, const PlacedEvent& b) {
        return std::tie(a.day, a.startMinute, b.endMinute, a.row.id) <
               std::tie(b.day, b.startMinute, a.endMinute, b.row.id);
    });
    std::size_t from = 0;
    int reach = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const bool apart = events[i].day != events[from].day || events[i].startMinute >= reach;
        if (i > from && apart) {
            layOutCluster(events, from, i);
            from = i;
            reach = 0;
        }
        reach = std::max(reach, shownEnd(events[i]));
    }
    if (!events.empty()) {
        layOutCluster(events, from, events.size());
    }
}

int layOutAllDay(std::vector<PlacedEvent>& events)
{
    std::vector<int> ends;
    for (PlacedEvent& event : events) {
        auto line = std::ranges::find_if(ends, [&](int end) { return end <= event.day; });
        if (line == ends.end()) {
            line = ends.insert(ends.end(), 0);
        }
        *line = event.day + event.days;
        event.lane = static_cast<int>(line - ends.begin());
    }
    return static_cast<int>(ends.size());
}

} // namespace

int minuteOfDay(const Zone& zone, Timestamp time)
{
    const LocalTime local = zone.toLocal(time);
    return static_cast<int>((local - std::chrono::floor<days>(local)) / std::chrono::minutes{1});
}

PlacedDays
placeEvents(const std::vector<ScheduleRow>& rows, const Zone& zone, Date first, int count)
{
    PlacedDays placed;
    for (const ScheduleRow& row : rows) {
        // The last moment that counts: what ends at midnight is not on the day after.
        const Timestamp last = std::max(row.startsAt, row.endsAt - seconds{1});
        const int from = columnOf(zone.dateAt(row.startsAt), first);
        const int to = columnOf(zone.dateAt(last), first);
        if (to < 0 || from >= count) {
            continue;
        }
        const int start = std::max(from, 0);
        const int end = std::min(to, count - 1);
        if (row.allDay || row.endsAt - row.startsAt >= days{1}) {
            placed.allDay.push_back({row, start, end - start + 1, 0, dayMinutes, 0, 1});
            continue;
        }
        for (int day = start; day <= end; ++day) {
            const int begins = day == from ? minuteOfDay(zone, row.startsAt) : 0;
            const int ends = day == to ? minuteOfDay(zone, last) + 1 : dayMinutes;
            placed.timed.push_back({row, day, 1, begins, std::max(ends, begins + 1), 0, 1});
        }
    }
    layOutTimed(placed.timed);
    placed.allDayLines = layOutAllDay(placed.allDay);
    return placed;
}

} // namespace fieldbook::client
