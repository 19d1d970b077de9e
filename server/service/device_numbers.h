#pragma once

#include "shared/base/clock.h"

#include <algorithm>
#include <cstdint>

namespace fieldbook::server {

// A device gets a number that says when it was enrolled, or the next one if many are at once. So a
// server that was put back to a backup, and has forgotten devices, gives out none of their numbers
// and codes again.
[[nodiscard]] inline std::int64_t deviceNumberAt(Timestamp time)
{
    constexpr Timestamp firstEnrolment{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
    constexpr std::chrono::seconds enrolmentPause{10};
    return std::max<std::int64_t>((time - firstEnrolment) / enrolmentPause, 1);
}

} // namespace fieldbook::server
