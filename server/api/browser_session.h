#pragma once

#include "server/net/http.h"
#include "shared/base/result.h"

#include <optional>
#include <string>
#include <string_view>

// How a browser is signed in: its token is in a cookie that no script reads and no other site's
// page makes it send. Whatever changes something must also bear a word that only a page of this
// server can have read; an address or a form elsewhere has nothing but the cookie.
namespace fieldbook::server::api {

// The token of the session cookie; nothing without one. Valid as long as the request.
[[nodiscard]] std::optional<std::string_view> cookieToken(const net::Request& request);

// What the page has to show (X-CSRF-Token, or `csrf` in the address of a WebSocket). It says
// nothing of the token that it is made of.
[[nodiscard]] std::string csrfOf(std::string_view token);
// Code `auth.csrf`.
[[nodiscard]] Result<void> checkCsrf(std::string_view token, std::string_view shown);
// That of a request which a cookie signs in: only asking needs none.
[[nodiscard]] Result<void> checkCsrf(std::string_view token, const net::Request& request);

// Gives the cookie to the browser, or takes it away. Where the request came over TLS, if need be as
// far as a trusted proxy, it goes over TLS only.
void setSessionCookie(net::Response& response, const net::Request& request, std::string_view token);
void clearSessionCookie(net::Response& response, const net::Request& request);

} // namespace fieldbook::server::api
