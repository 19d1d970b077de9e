#include "server/api/api.h"
#include "server/api/body.h"
#include "server/api/browser_session.h"
#include "server/api/device_json.h"
#include "server/api/signed_in.h"

#include <nlohmann/json.hpp>

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

Result<net::Response> listSessions(const Services& services, const Call& call)
{
    Uuid user = call.caller.user;
    if (const auto text = call.request.queryValue("user")) {
        const auto id = Uuid::parse(*text);
        if (!id) {
            return fail(ErrorKind::Invalid, "query.malformed", "user: a UUID");
        }
        user = *id;
    }
    const auto sessions = services.devices.sessionsOf(call.caller.user, user);
    if (!sessions) {
        return fail(sessions.error());
    }
    const auto view = services.store.read();
    auto all = nlohmann::ordered_json::array();
    for (const auto& session : *sessions) {
        const auto device = view->findDevice(session.device);
        all.push_back({{"session", handleOf(session)},
                       {"device", session.device},
                       {"device_code", device ? device->code : ""},
                       {"device_name", device ? device->name : ""},
                       {"platform", device ? device->platform : ""},
                       {"app_version", device ? device->appVersion : ""},
                       {"created_at", toRfc3339(session.createdAt)},
                       {"last_seen", toRfc3339(device ? device->lastSeenAt : session.createdAt)},
                       {"current", session.id == call.caller.session}});
    }
    return json(nlohmann::ordered_json{{"sessions", std::move(all)}}.dump());
}

Result<net::Response> endSession(const Services& services, const Call& call)
{
    const auto& handle = call.request.pathParameter("session");
    if (auto done = services.devices.endSession(call.caller.user, handle); !done) {
        return fail(done.error());
    }
    return net::Response{.status = 204};
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
    api.add({.path = "/v1/sessions",
             .operation = "listSessions",
             .summary = {"Where one is signed in; administrators may ask for anybody",
                         "本人当前的登录；管理员可查询任何人"},
             .response = "SessionList",
             .query = {{"user",
                        {"Whose; none: one's own", "用户标识；缺省为本人"},
                        R"({"type":"string","format":"uuid"})"}}},
            {.pool = &services.pool},
            [&services](const Call& call) { return listSessions(services, call); });
    api.add({.method = net::Method::Delete,
             .path = "/v1/sessions/{session}",
             .operation = "endSession",
             .summary = {"End one of one's sessions; administrators end anybody's",
                         "结束本人的某个登录；管理员可结束任何人的登录"},
             .status = 204},
            {.pool = &services.pool},
            [&services](const Call& call) { return endSession(services, call); });
}

} // namespace fieldbook::server::api
