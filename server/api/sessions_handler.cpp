#include "server/api/api.h"
#include "server/api/body.h"
#include "server/api/browser_session.h"
#include "server/api/device_json.h"
#include "server/api/signed_in.h"

namespace fieldbook::server::api {
namespace {

// A sign-in is some hundred bytes.
constexpr std::size_t signInBytesMax = std::size_t{8} * 1024;

// Neither a link nor a form of another site can send this type, so none can sign a browser in to an
// account of its own choosing.
bool isJson(const net::Request& request)
{
    return request.header("Content-Type").value_or("").starts_with("application/json");
}

Result<SignIn> parseSignIn(const net::Request& request)
{
    const auto body = parseBody(request);
    if (!body) {
        return fail(body.error());
    }
    const auto login = textMember(*body, "login");
    const auto password = textMember(*body, "password");
    if (!login || !password) {
        return fail(ErrorKind::Invalid, "body.malformed", "login and password are needed");
    }
    auto signIn = parseDevice(*body);
    if (signIn) {
        signIn->login = *login;
        signIn->password = *password;
        signIn->code = textMember(*body, "code").value_or(std::string{});
        if (signIn->browser && !isJson(request)) {
            return fail(ErrorKind::Forbidden, "auth.csrf",
                        "a browser signs in with application/json");
        }
    }
    return signIn;
}

Result<net::Response> signIn(const Services& services, SignInAttempts& attempts, const Call& call)
{
    const auto asked = parseSignIn(call.request);
    if (!asked) {
        return fail(asked.error());
    }
    const std::string& address = call.request.remoteAddress;
    if (auto may = attempts.begin(address, asked->login); !may) {
        return fail(may.error());
    }
    const auto signedIn = services.sessions.signIn(*asked);
    if (!signedIn) {
        attempts.failed(address, asked->login, signedIn.error());
        return fail(signedIn.error());
    }
    attempts.succeeded(address, asked->login);
    return signedInResponse(services, call.request, *signedIn, asked->browser);
}

} // namespace

void addSessions(Api& api)
{
    const Services& services = api.services();
    api.add({.method = net::Method::Post,
             .path = "/v1/sessions",
             .operation = "signIn",
             .summary = {"Sign in on a device", "在设备上登录"},
             .access = Access::Open,
             .request = "SignIn",
             .response = "SignedIn"},
            {.bodyMax = signInBytesMax, .needsBody = true, .pool = &services.pool},
            [&api, &services](const Call& call) { return signIn(services, api.attempts(), call); });
    api.add({.method = net::Method::Delete,
             .path = "/v1/sessions/current",
             .operation = "signOut",
             .summary = {"End this session", "结束当前登录"},
             .status = 204},
            {.pool = &services.pool}, [&services](const Call& call) -> Result<net::Response> {
                if (auto done = services.sessions.signOut(call.caller); !done) {
                    return fail(done.error());
                }
                net::Response response{.status = 204};
                if (cookieToken(call.request)) {
                    clearSessionCookie(response, call.request);
                }
                return response;
            });
}

} // namespace fieldbook::server::api
