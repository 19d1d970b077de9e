#include "server/api/api.h"
#include "server/api/body.h"

#include <memory>

namespace fieldbook::server::api {
namespace {

// Two passwords of the longest kind, escaped.
constexpr std::size_t bodyBytesMax = std::size_t{16} * 1024;

// Whoever holds an unlocked tablet must not find out its owner's password.
constexpr AttemptLimiter::Limits perUser{.attemptsMax = 10, .window = std::chrono::seconds{300}};

Result<net::Response> change(const Services& services, AttemptLimiter& attempts, const Call& call)
{
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    const auto current = textMember(*body, "current");
    const auto password = textMember(*body, "password");
    if (!current || !password) {
        return fail(ErrorKind::Invalid, "body.malformed", "current and password are needed");
    }
    const auto key = call.caller.user.text();
    if (const auto wait = attempts.waitFor(key)) {
        return fail(ErrorKind::TooMany, "session.too_many", std::to_string(wait->count()));
    }
    if (auto done = services.sessions.changePassword(call.caller, *current, *password); !done) {
        if (done.error().code == "password.wrong_current") {
            attempts.count(key);
        }
        return fail(done.error());
    }
    attempts.forget(key);
    return net::Response{.status = 204};
}

} // namespace

void addPassword(Api& api)
{
    const Services& services = api.services();
    const auto attempts = std::make_shared<AttemptLimiter>(services.clock, perUser);
    api.add({.method = net::Method::Put,
             .path = "/v1/me/password",
             .operation = "changePassword",
             .summary = {"Change one's own password; ends one's other sessions",
                         "修改自己的密码，并结束自己的其他登录"},
             .status = 204,
             .request = "PasswordChange"},
            {.bodyMax = bodyBytesMax, .needsBody = true, .pool = &services.pool},
            [&services, attempts](const Call& call) { return change(services, *attempts, call); });
}

} // namespace fieldbook::server::api
