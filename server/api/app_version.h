#pragma once

#include <string_view>

namespace fieldbook::server::api {

// "1.2.10" is not older than "1.2.9". What is not numbers with dots is older than nothing.
[[nodiscard]] bool isOlder(std::string_view version, std::string_view than);

} // namespace fieldbook::server::api
