#pragma once

#include "shared/calendar/zone.h"

#include <chrono>

namespace fieldbook::client {

// The full hour on the wall that a new entry starts with: at least a quarter of an hour ahead, and
// nine in the morning where that would be at night.
[[nodiscard]] inline Timestamp nextFullHour(Timestamp now, const Zone& zone)
{
    using namespace std::chrono;
    const LocalTime local = ceil<hours>(zone.toLocal(now) + minutes{15});
    const auto day = floor<days>(local);
    const auto hour = duration_cast<hours>(local - day);
    if (hour < hours{8}) {
        return zone.toUtc(day + hours{9});
    }
    return zone.toUtc(hour > hours{20} ? day + days{1} + hours{9} : local);
}

} // namespace fieldbook::client
