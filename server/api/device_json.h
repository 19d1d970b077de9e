#pragma once

#include "server/service/session_service.h"

#include <nlohmann/json_fwd.hpp>

namespace fieldbook::server::api {

// What a sign-in says of the installed app in its member "device", and whether it is a page's
// ("cookie"). Code `body.malformed`.
[[nodiscard]] Result<SignIn> parseDevice(const nlohmann::json& body);

} // namespace fieldbook::server::api
