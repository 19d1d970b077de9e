#include "server/api/api.h"
#include "server/api/body.h"
#include "server/api/browser_session.h"
#include "server/api/user_json.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace fieldbook::server::api {
namespace {

// A sign-in is some hundred bytes.
constexpr std::size_t signInBytesMax = std::size_t{8} * 1024;

// Wrong passwords per login from one address, and sign-ins of any login from one address: a whole
// office shares one.
constexpr AttemptLimiter::Limits perLogin{.attemptsMax = 10, .window = std::chrono::seconds{300}};
constexpr AttemptLimiter::Limits perAddress{.attemptsMax = 300,
                                            .window = std::chrono::seconds{300}};

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
    SignIn signIn;
    const auto login = textMember(*body, "login");
    const auto password = textMember(*body, "password");
    const auto device = body->find("device");
    if (!login || !password || device == body->end() || !device->is_object()) {
        return fail(ErrorKind::Invalid, "body.malformed", "login, password and device are needed");
    }
    const auto install = textMember(*device, "id");
    const auto id = install ? Uuid::parse(*install) : std::nullopt;
    if (!id) {
        return fail(ErrorKind::Invalid, "body.malformed", "device.id must be a UUID");
    }
    signIn.login = *login;
    signIn.password = *password;
    signIn.install = *id;
    signIn.deviceName = textMember(*device, "name").value_or(std::string{});
    signIn.platform = textMember(*device, "platform").value_or(std::string{});
    signIn.appVersion = textMember(*device, "app_version").value_or(std::string{});
    const auto cookie = body->find("cookie");
    signIn.browser = cookie != body->end() && cookie->is_boolean() && cookie->get<bool>();
    if (signIn.browser && !isJson(request)) {
        return fail(ErrorKind::Forbidden, "auth.csrf", "a browser signs in with application/json");
    }
    return signIn;
}

class SignInHandler {
public:
    explicit SignInHandler(const Services& services)
        : services_{services},
          byLogin_{services.clock, perLogin},
          byAddress_{services.clock, perAddress}
    {}

    Result<net::Response> operator()(const Call& call)
    {
        const auto signIn = parseSignIn(call.request);
        if (!signIn) {
            return fail(signIn.error());
        }
        const std::string& address = call.request.remoteAddress;
        const std::string key = address + '\n' + signIn->login;
        for (const auto wait : {byLogin_.waitFor(key), byAddress_.waitFor(address)}) {
            if (wait) {
                return fail(ErrorKind::TooMany, "session.too_many", std::to_string(wait->count()));
            }
        }
        byAddress_.count(address);
        const auto signedIn = services_.sessions.signIn(*signIn);
        if (!signedIn) {
            if (signedIn.error().kind == ErrorKind::Unauthorised) {
                byLogin_.count(key);
            }
            return fail(signedIn.error());
        }
        byLogin_.forget(key);
        return render(call, *signedIn, signIn->browser);
    }

private:
    [[nodiscard]] net::Response
    render(const Call& call, const SignedIn& signedIn, bool browser) const
    {
        nlohmann::json body{{"device", signedIn.caller.device},
                            {"device_code", signedIn.caller.deviceCode},
                            {"time", toRfc3339(signedIn.time)}};
        body["user"] = userJson(*services_.directory.current(), signedIn.caller.user);
        body[browser ? "csrf" : "token"] = browser ? csrfOf(signedIn.token) : signedIn.token;
        auto response = json(body.dump());
        if (browser) {
            setSessionCookie(response, call.request, signedIn.token);
        }
        response.compressible = false;
        response.user = signedIn.caller.user.text();
        response.headers.set("Cache-Control", "no-store");
        return response;
    }

    const Services& services_;
    AttemptLimiter byLogin_;
    AttemptLimiter byAddress_;
};

} // namespace

void addSessions(Api& api)
{
    const Services& services = api.services();
    const auto handler = std::make_shared<SignInHandler>(services);
    api.add({.method = net::Method::Post,
             .path = "/v1/sessions",
             .operation = "signIn",
             .summary = {"Sign in on a device", "在设备上登录"},
             .access = Access::Open,
             .request = "SignIn",
             .response = "SignedIn"},
            {.bodyMax = signInBytesMax, .needsBody = true, .pool = &services.pool},
            [handler](const Call& call) { return (*handler)(call); });
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
