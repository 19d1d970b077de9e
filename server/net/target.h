#pragma once

#include "server/net/http.h"
#include "shared/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server::net {

// Undoes percent-encoding; nothing when it is malformed or hides a NUL.
[[nodiscard]] std::optional<std::string> percentDecode(std::string_view text);

// The authority of a target in absolute form, which stands above the Host field.
[[nodiscard]] std::optional<std::string_view> authorityOf(std::string_view target);

// The target in origin form ("/path?query"): absolute form loses scheme and authority, "*" stays.
// Code `http.bad_target` for anything else.
[[nodiscard]] Result<std::string_view> originForm(std::string_view target);

// Decodes "a=1&b=two+words"; code `http.bad_target` when an escape is malformed.
[[nodiscard]] Result<std::vector<Parameter>> parseQuery(std::string_view query);

} // namespace fieldbook::server::net
