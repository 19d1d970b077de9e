#pragma once

#include "server/net/http.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace fieldbook::server::net {

// An RFC 9457 problem document: type "urn:fieldbook:problem:<code>", title (the name of the
// status), status, code (stable, part of the interface), detail (for the log and the developer)
// and request_id (when given; the session fills it in for its own answers).
[[nodiscard]] Response problemResponse(int status,
                                       std::string_view code,
                                       std::string_view detail,
                                       std::string_view requestId = {});

// The same with further members, such as the list of fields that were wrong. members is an object;
// its "title", if it has one, stands in place of the name of the status.
[[nodiscard]] Response problemResponse(int status,
                                       std::string_view code,
                                       std::string_view detail,
                                       std::string_view requestId,
                                       const nlohmann::json& members);

} // namespace fieldbook::server::net
