#pragma once

#include "server/api/services.h"
#include "server/net/http.h"

namespace fieldbook::server::api {

// What is told to whoever has signed in, in whatever way; it holds the token, for a browser as a
// cookie.
[[nodiscard]] net::Response signedInResponse(const Services& services,
                                             const net::Request& request,
                                             const SignedIn& signedIn,
                                             bool browser);

} // namespace fieldbook::server::api
