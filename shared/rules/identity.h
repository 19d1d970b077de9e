#pragma once

#include <string>
#include <string_view>

// The number of a resident's identity card (居民身份证), after GB 11643-1999.
namespace fieldbook::rules {

// As it is compared: full width made half, spaces gone, x made X.
[[nodiscard]] std::string plainIdNumber(std::string_view typed);
// 18 characters: a possible day of birth at its place, and the right check character at the end.
[[nodiscard]] bool isResidentId(std::string_view plain);

} // namespace fieldbook::rules
