#pragma once

#include "server/service/query_service.h"

#include <nlohmann/json_fwd.hpp>

namespace fieldbook::server {

// The filter at "where" of a JSON object; none: everything. Code `query.malformed`.
[[nodiscard]] Result<FieldCondition> parseWhere(const nlohmann::json& body);

} // namespace fieldbook::server
