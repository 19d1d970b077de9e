#pragma once

#include "shared/calendar/zone.h"

#include <libical/ical.h>

namespace fieldbook {

// A wall time as libical has it, without a zone; years 1 to 9999.
[[nodiscard]] icaltimetype toIcal(LocalTime time);
[[nodiscard]] LocalTime fromIcal(const icaltimetype& time);

} // namespace fieldbook
