#pragma once

#include <string_view>

namespace fieldbook::server {

// The version of the programs, as the root CMakeLists.txt states it.
[[nodiscard]] std::string_view versionText();

} // namespace fieldbook::server
