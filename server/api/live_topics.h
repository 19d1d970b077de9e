#pragma once

#include "shared/rules/directory.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fieldbook::server::api {

// By which name the open WebSockets of a device are known to the hub, and to what they listen: the
// feeds of the user's tablet.
[[nodiscard]] std::string liveKey(std::int64_t device);
[[nodiscard]] std::vector<std::string> liveTopics(const rules::Directory& directory,
                                                  const Uuid& user);

} // namespace fieldbook::server::api
