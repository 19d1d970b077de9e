#pragma once

#include "shared/calendar/zone.h"
#include "shared/rules/world.h"

#include <optional>
#include <vector>

// When things take place that may repeat: reminders (from due_at) and appointments (from
// starts_at), by their recurrence and without the days of except_on.
namespace fieldbook::rules {

// The zone that a record's times are meant in: its own time_zone, else that of its owner's team or
// of the nearest team above that has one; UTC where none is set or known.
[[nodiscard]] Zone zoneOf(const Record& record, const World& world);

// What begins in [from, to), in order and at most `limit`. The first time of all always counts,
// whether or not it fits the rule.
[[nodiscard]] std::vector<Timestamp> occurrencesBetween(
    const Record& record, const Zone& zone, Timestamp from, Timestamp to, std::size_t limit);

// The first one after a moment; nothing where none is left.
[[nodiscard]] std::optional<Timestamp>
occurrenceAfter(const Record& record, const Zone& zone, Timestamp after);

} // namespace fieldbook::rules
