#pragma once

#include "shared/calendar/zone.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook {

// How something repeats (RFC 5545): a rule and the times it leaves out. Occurrences are wall times
// in the zone they are asked for, so nine o'clock stays nine o'clock when the clocks change. The
// times themselves are found by libical, with bounds on what a rule may ask of it. A value; any
// thread.
class Recurrence {
public:
    // The value of an RRULE, alone or as content lines: "RRULE:FREQ=WEEKLY;BYDAY=MO" and, after a
    // line end each, "EXDATE:20260518T090000,...". Codes: `recurrence.malformed` is no RRULE,
    // `recurrence.contradictory` has parts that may not stand together, `recurrence.unsupported`
    // asks for more than README.md says is served, `recurrence.too_long` has more than 10,000
    // occurrences to count or 8 in a day, `recurrence.never` fits no day.
    [[nodiscard]] static Result<Recurrence> parse(std::string_view text);

    // What parse() reads back: the rule, and a line of exceptions if there are any.
    [[nodiscard]] std::string text() const;

    // Leaves one occurrence out ("not this time").
    void except(LocalTime occurrence);

    // The first occurrence after a moment, or nothing if none is left (or none within 40 years).
    // `start` is the first time of all: it counts as an occurrence only if it fits the rule.
    [[nodiscard]] std::optional<Timestamp>
    nextAfter(LocalTime start, const Zone& zone, Timestamp after) const;

    // Those in [from, to), in order and at most `limit`.
    [[nodiscard]] std::vector<Timestamp> occurrencesBetween(
        LocalTime start, const Zone& zone, Timestamp from, Timestamp to, std::size_t limit) const;

    friend bool operator==(const Recurrence&, const Recurrence&) = default;

private:
    Recurrence() = default;

    std::string rule_;
    std::vector<LocalTime> exceptions_; // Sorted.
};

} // namespace fieldbook
