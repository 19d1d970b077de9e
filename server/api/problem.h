#pragma once

#include "server/api/language.h"
#include "server/net/http.h"
#include "shared/base/result.h"

namespace fieldbook::server::api {

// The one place where a "no" becomes an HTTP status. The problem document (RFC 9457) bears the
// code, a title and a detail in the language of the caller, and in "hint" what the service said for
// the developer, if anything.
[[nodiscard]] net::Response problem(const Error& error, const net::Request& request);

[[nodiscard]] int statusOf(const Error& error);

} // namespace fieldbook::server::api
