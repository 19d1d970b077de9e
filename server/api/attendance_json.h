#pragma once

#include "server/service/attendance.h"

#include <nlohmann/json_fwd.hpp>

namespace fieldbook::server::api {

[[nodiscard]] nlohmann::ordered_json attendanceJson(const AttendanceReport& report,
                                                    const rules::Directory& directory);

} // namespace fieldbook::server::api
