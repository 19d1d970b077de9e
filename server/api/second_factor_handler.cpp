#include "server/api/api.h"
#include "server/api/body.h"
#include "server/service/qr_code.h"

namespace fieldbook::server::api {
namespace {

constexpr std::size_t bodyBytesMax = std::size_t{8} * 1024;

struct Asked {
    std::string login;
    std::string password;
    std::string code;
};

Result<Asked> parse(const net::Request& request, bool withCode)
{
    const auto body = parseBody(request);
    if (!body) {
        return fail(body.error());
    }
    const auto login = textMember(*body, "login");
    const auto password = textMember(*body, "password");
    const auto code = textMember(*body, "code");
    if (!login || !password || (withCode && !code)) {
        return fail(ErrorKind::Invalid, "body.malformed",
                    withCode ? "login, password and code are needed"
                             : "login and password are needed");
    }
    return Asked{*login, *password, code.value_or(std::string{})};
}

// Holds secrets: for whoever asked, once.
net::Response secret(const nlohmann::ordered_json& body)
{
    auto response = json(body.dump());
    response.compressible = false;
    response.headers.set("Cache-Control", "no-store");
    return response;
}

// What is done with the user whose login and password these are, under the limits of signing in.
template <class Work>
Result<net::Response> asWhoeverKnows(Api& api, const Call& call, const Asked& asked, Work work)
{
    const std::string& address = call.request.remoteAddress;
    if (auto may = api.attempts().begin(address, asked.login); !may) {
        return fail(may.error());
    }
    const auto user = api.services().sessions.identify(asked.login, asked.password);
    auto done = user ? work(*user) : Result<net::Response>{fail(user.error())};
    if (!done) {
        api.attempts().failed(address, asked.login, done.error());
    }
    return done;
}

Result<net::Response> begin(Api& api, const Call& call)
{
    const auto asked = parse(call.request, false);
    if (!asked) {
        return fail(asked.error());
    }
    return asWhoeverKnows(api, call, *asked, [&](const Uuid& user) -> Result<net::Response> {
        const auto enrolment = api.services().secondFactors.begin(user);
        if (!enrolment) {
            return fail(enrolment.error());
        }
        return secret({{"secret", enrolment->secret},
                       {"uri", enrolment->uri},
                       {"qr", qrAsSvg(enrolment->uri)}});
    });
}

Result<net::Response> confirm(Api& api, const Call& call)
{
    const auto asked = parse(call.request, true);
    if (!asked) {
        return fail(asked.error());
    }
    return asWhoeverKnows(api, call, *asked, [&](const Uuid& user) -> Result<net::Response> {
        const auto codes = api.services().secondFactors.confirm(user, asked->code);
        return codes ? Result<net::Response>{secret({{"recovery_codes", *codes}})}
                     : fail(codes.error());
    });
}

Result<net::Response> reset(const Services& services, const Call& call)
{
    const auto id = Uuid::parse(call.request.pathParameter("id"));
    if (!id) {
        return fail(ErrorKind::NotFound, "factor.missing");
    }
    if (auto done = services.secondFactors.reset(call.caller.user, *id); !done) {
        return fail(done.error());
    }
    return net::Response{.status = 204};
}

} // namespace

void addSecondFactor(Api& api)
{
    const Services& services = api.services();
    const net::RouteOptions options{
        .bodyMax = bodyBytesMax, .needsBody = true, .pool = &services.pool};
    api.add({.method = net::Method::Post,
             .path = "/v1/second-factor",
             .operation = "beginSecondFactor",
             .summary = {"Enrol an authenticator app: what it must be told",
                         "启用验证器：返回密钥与二维码"},
             .access = Access::Open,
             .request = "Credentials",
             .response = "SecondFactor"},
            options, [&api](const Call& call) { return begin(api, call); });
    api.add({.method = net::Method::Post,
             .path = "/v1/second-factor/confirmation",
             .operation = "confirmSecondFactor",
             .summary = {"Finish with a code of the app; tells the recovery codes",
                         "输入验证码完成启用，并返回恢复码"},
             .access = Access::Open,
             .request = "CredentialsWithCode",
             .response = "RecoveryCodes"},
            options, [&api](const Call& call) { return confirm(api, call); });
    api.add({.method = net::Method::Delete,
             .path = "/v1/users/{id}/second-factor",
             .operation = "resetSecondFactor",
             .summary = {"Take away the second factor of somebody who lost it", "重置他人的验证器"},
             .status = 204},
            {.pool = &services.pool},
            [&services](const Call& call) { return reset(services, call); });
}

} // namespace fieldbook::server::api
