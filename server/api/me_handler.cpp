#include "server/api/api.h"
#include "server/api/browser_session.h"
#include "server/api/user_json.h"
#include "shared/rules/access.h"
#include "shared/rules/exports.h"
#include "shared/rules/roles.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {
namespace {

// The name of the team above all others.
std::string companyName(const rules::Directory& directory)
{
    for (const auto& [id, team] : directory.teams()) {
        if (team.parent.isNil() && !team.deleted) {
            return team.name;
        }
    }
    return {};
}

// What a page offers; what is then allowed is decided request by request (shared/rules/access.h).
nlohmann::json mayJson(const rules::Directory& directory, const Uuid& user)
{
    const auto* person = directory.findUser(user);
    const auto role = person == nullptr ? rules::Role::Salesperson : person->role;
    const auto& spec = rules::specOf(role);
    const auto actor = directory.actorFor(user).value_or(rules::Actor{});
    auto exports = nlohmann::json::object();
    for (const auto* type : allTypes()) {
        const auto may = rules::exportingOf(role, *type);
        if (may != rules::Exporting::Never) {
            exports[std::string{type->name}] = may == rules::Exporting::May ? "may" : "asks";
        }
    }
    return {{"review", spec.reviews},
            {"manage", spec.manages != rules::Reach::Nothing},
            {"administer", role == rules::Role::Administrator},
            {"import", rules::mayManage(actor, {}).has_value()},
            {"export", std::move(exports)},
            {"audit", rules::mayAudit(actor).has_value()}};
}

nlohmann::json meJson(const Services& services, const Caller& caller)
{
    const auto directory = services.directory.current();
    const auto factor = services.secondFactors.standingOf(caller.user);
    return {{"second_factor",
             {{"enrolled", factor.isEnrolled},
              {"required", factor.isRequired},
              {"recovery_codes_left", factor.recoveryCodesLeft}}},
            {"user", userJson(*directory, caller.user)},
            {"device", caller.device},
            {"device_code", caller.deviceCode},
            {"company", companyName(*directory)},
            {"may", mayJson(*directory, caller.user)},
            {"time", toRfc3339(services.clock.now())}};
}

} // namespace

void addMe(Api& api)
{
    const Services& services = api.services();
    api.add({.path = "/v1/me",
             .operation = "me",
             .summary = {"Who is signed in, on which device", "当前登录的用户与设备"},
             .scope = Scope::Any,
             .response = "Me"},
            {.pool = &services.pool}, [&services](const Call& call) -> Result<net::Response> {
                return json(meJson(services, call.caller).dump());
            });
}

// Open, since a page asks it before anybody is signed in, and "nobody" is no mistake.
void addBrowserSession(Api& api)
{
    const Services& services = api.services();
    api.add({.path = "/v1/session",
             .operation = "browserSession",
             .summary = {"Whom this browser's cookie signs in; null for nobody",
                         "浏览器 Cookie 对应的登录用户；无人登录时为 null"},
             .access = Access::Open,
             .response = "BrowserSession"},
            {.pool = &services.pool}, [&services](const Call& call) -> Result<net::Response> {
                const auto token = cookieToken(call.request);
                const auto caller = token ? services.sessions.verify(*token)
                                          : fail(ErrorKind::Unauthorised, "auth.missing");
                const nlohmann::json body{
                    {"me", caller ? meJson(services, *caller) : nlohmann::json()},
                    {"csrf", caller ? csrfOf(*token) : std::string{}}};
                auto response = json(body.dump());
                response.compressible = false;
                return response;
            });
}

} // namespace fieldbook::server::api
