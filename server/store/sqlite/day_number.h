#pragma once

#include "shared/base/clock.h"

// A day of the calendar as a column: counted from 1970-01-01.
namespace fieldbook::server {

[[nodiscard]] inline std::int64_t dayNumber(Date day)
{
    return std::chrono::sys_days{day}.time_since_epoch().count();
}

[[nodiscard]] inline Date dayOf(std::int64_t number)
{
    return Date{std::chrono::sys_days{std::chrono::days{number}}};
}

} // namespace fieldbook::server
