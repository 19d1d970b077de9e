#pragma once

#include "shared/rules/directory.h"

#include <nlohmann/json_fwd.hpp>

namespace fieldbook::server::api {

// A person as the interface shows them to themselves: id, name, login, role, team, manager and the
// feeds of their tablet.
[[nodiscard]] nlohmann::json userJson(const rules::Directory& directory, const Uuid& user);

} // namespace fieldbook::server::api
