#pragma once

#include <string_view>

namespace fieldbook::server::net {

// An authority is what stands in the Host field: a name, an IPv4 address or an IPv6 address in
// brackets, and perhaps a port.

[[nodiscard]] bool isAuthority(std::string_view text);

// Without the port.
[[nodiscard]] std::string_view hostOf(std::string_view authority);

// Whether a page of that origin ("https://host:8443", as browsers write it) was served under this
// authority. "null" and whatever else is no origin was served nowhere.
[[nodiscard]] bool isSameOrigin(std::string_view origin, std::string_view authority);

} // namespace fieldbook::server::net
