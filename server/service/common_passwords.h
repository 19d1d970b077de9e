#pragma once

#include <span>
#include <string_view>

namespace fieldbook::server {

// What is tried first by whoever guesses passwords, of eight characters and more: small letters,
// sorted. Made while building, of a list that others keep (CMakeLists.txt).
[[nodiscard]] std::span<const std::string_view> commonPasswords();

} // namespace fieldbook::server
