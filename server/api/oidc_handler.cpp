#include "server/api/api.h"
#include "server/api/body.h"
#include "server/api/device_json.h"
#include "server/api/signed_in.h"
#include "server/identity/oidc_sign_ins.h"

namespace fieldbook::server::api {
namespace {

constexpr std::size_t bodyBytesMax = std::size_t{8} * 1024;

Result<identity::OidcSignIns*> provider(const Services& services)
{
    return services.oidc != nullptr ? Result<identity::OidcSignIns*>{services.oidc}
                                    : fail(ErrorKind::NotFound, "oidc.disabled");
}

Result<net::Response> begin(Api& api, const Call& call)
{
    const auto oidc = provider(api.services());
    const auto body = parseBody(call.request);
    if (!oidc || !body) {
        return fail(oidc ? body.error() : oidc.error());
    }
    const auto returnTo = textMember(*body, "return_to");
    if (!returnTo) {
        return fail(ErrorKind::Invalid, "body.malformed", "return_to is needed");
    }
    if (auto may = api.attempts().begin(call.request.remoteAddress, {}); !may) {
        return fail(may.error());
    }
    const auto begun = (*oidc)->begin(*returnTo);
    if (!begun) {
        return fail(begun.error());
    }
    auto response = json(nlohmann::json{{"ticket", begun->ticket},
                                        {"address", begun->address},
                                        {"expires_in", begun->expiresIn.count()}}
                             .dump());
    response.compressible = false;
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Result<net::Response> returned(const Services& services, const Call& call)
{
    const auto oidc = provider(services);
    if (!oidc) {
        return fail(oidc.error());
    }
    const auto value = [&](std::string_view name) {
        return std::string{call.request.queryValue(name).value_or("")};
    };
    const auto next = (*oidc)->returned(value("state"), value("code"), value("error"));
    if (!next) {
        return fail(next.error());
    }
    net::Response response{.status = 303};
    response.headers.set("Location", *next);
    response.headers.set("Cache-Control", "no-store");
    // The address holds a grant.
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

Result<net::Response> redeem(const Services& services, const Call& call)
{
    const auto oidc = provider(services);
    const auto body = parseBody(call.request);
    if (!oidc || !body) {
        return fail(oidc ? body.error() : oidc.error());
    }
    const auto ticket = textMember(*body, "ticket");
    const auto grant = textMember(*body, "grant");
    auto device = parseDevice(*body);
    if (!ticket || !grant || !device) {
        return fail(ErrorKind::Invalid, "body.malformed", "ticket, grant and device are needed");
    }
    const auto type = call.request.header("Content-Type").value_or("");
    if (device->browser && !type.starts_with("application/json")) {
        return fail(ErrorKind::Forbidden, "auth.csrf", "a browser signs in with application/json");
    }
    const auto login = (*oidc)->redeem(*ticket, *grant);
    if (!login) {
        return fail(login.error());
    }
    device->login = *login;
    const auto signedIn = services.sessions.signInAs(*device);
    return signedIn ? Result<net::Response>{signedInResponse(services, call.request, *signedIn,
                                                             device->browser)}
                    : fail(signedIn.error());
}

} // namespace

void addOidc(Api& api)
{
    const Services& services = api.services();
    api.add({.path = "/v1/sign-in",
             .operation = "waysToSignIn",
             .summary = {"In which ways one can sign in", "可用的登录方式"},
             .access = Access::Open,
             .response = "WaysToSignIn"},
            {.pool = &services.pool}, [&services](const Call&) -> Result<net::Response> {
                return json(nlohmann::json{{"password", true},
                                           {"company_account", services.oidc != nullptr},
                                           {"company_account_name", services.oidcName}}
                                .dump());
            });
    const net::RouteOptions options{
        .bodyMax = bodyBytesMax, .needsBody = true, .pool = &services.pool};
    api.add({.method = net::Method::Post,
             .path = "/v1/oidc/sign-ins",
             .operation = "beginCompanySignIn",
             .summary = {"Begin to sign in with the company's account (OpenID Connect)",
                         "开始使用公司统一账号登录（OpenID Connect）"},
             .access = Access::Open,
             .request = "CompanySignIn",
             .response = "CompanySignInBegun"},
            options, [&api](const Call& call) { return begin(api, call); });
    api.add({.path = "/v1/oidc/return",
             .operation = "companySignInReturned",
             .summary = {"Where the provider sends the browser back to",
                         "统一账号登录后浏览器返回的地址"},
             .access = Access::Open,
             .status = 303,
             .query = {{"state", {"As it was given", "原样返回的状态"}},
                       {"code", {"The authorisation code", "授权码"}},
                       {"error", {"Why there is none", "失败原因"}}}},
            {.pool = &services.pool},
            [&services](const Call& call) { return returned(services, call); });
    api.add({.method = net::Method::Post,
             .path = "/v1/oidc/sessions",
             .operation = "signInWithCompanyAccount",
             .summary = {"Finish: a session for ticket and grant", "用票据和授权完成登录"},
             .access = Access::Open,
             .request = "CompanySignInFinish",
             .response = "SignedIn"},
            options, [&services](const Call& call) { return redeem(services, call); });
}

} // namespace fieldbook::server::api
