#include "server/api/browser_session.h"

#include "shared/base/encoding.h"
#include "shared/base/hash.h"

namespace fieldbook::server::api {
namespace {

// Browsers take a name with __Host- only from the very host, over TLS, for all of it.
constexpr std::string_view secureName = "__Host-fieldbook";
constexpr std::string_view plainName = "fieldbook";
constexpr std::string_view csrfPrefix = "fieldbook csrf\n";

std::optional<std::string_view> cookieNamed(std::string_view header, std::string_view name)
{
    while (!header.empty()) {
        const auto end = header.find(';');
        auto pair = header.substr(0, end);
        header = end == std::string_view::npos ? std::string_view{} : header.substr(end + 1);
        while (pair.starts_with(' ')) {
            pair.remove_prefix(1);
        }
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') {
            return pair.substr(name.size() + 1);
        }
    }
    return std::nullopt;
}

void setCookie(net::Response& response,
               const net::Request& request,
               std::string_view value,
               std::string_view age)
{
    std::string cookie{request.secure ? secureName : plainName};
    cookie.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Strict").append(age);
    response.headers.add("Set-Cookie", request.secure ? cookie + "; Secure" : cookie);
}

} // namespace

std::optional<std::string_view> cookieToken(const net::Request& request)
{
    const auto header = request.header("Cookie").value_or("");
    auto token = cookieNamed(header, secureName);
    if (!token) {
        token = cookieNamed(header, plainName);
    }
    return token && !token->empty() ? token : std::nullopt;
}

std::string csrfOf(std::string_view token)
{
    return toHex(sha256(std::string{csrfPrefix}.append(token)));
}

Result<void> checkCsrf(std::string_view token, std::string_view shown)
{
    const std::string right = csrfOf(token);
    if (!equalInConstantTime(asBytes(right), asBytes(shown))) {
        return fail(ErrorKind::Forbidden, "auth.csrf");
    }
    return {};
}

Result<void> checkCsrf(std::string_view token, const net::Request& request)
{
    if (request.method == net::Method::Get || request.method == net::Method::Head) {
        return {};
    }
    return checkCsrf(token, request.header("X-CSRF-Token").value_or(""));
}

void setSessionCookie(net::Response& response, const net::Request& request, std::string_view token)
{
    setCookie(response, request, token, "");
}

void clearSessionCookie(net::Response& response, const net::Request& request)
{
    setCookie(response, request, "", "; Max-Age=0");
}

} // namespace fieldbook::server::api
