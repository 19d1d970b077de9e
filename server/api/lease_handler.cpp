#include "server/api/api.h"
#include "server/api/body.h"
#include "server/service/lease_service.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {
namespace {

constexpr std::size_t leaseBytesMax = 1024;

Result<net::Response> lease(const Services& services, const Call& call)
{
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    const auto vault = Uuid::parse(textMember(*body, "vault").value_or(""));
    const auto nonce = fromBase64Url(textMember(*body, "nonce").value_or(""));
    if (!vault || !nonce) {
        return fail(ErrorKind::Invalid, "body.malformed", "vault and nonce are needed");
    }
    const bool recover = body->value("recover", nlohmann::json{}) == true;
    const auto granted = services.leases.grant(call.caller, *vault, *nonce, recover);
    if (!granted) {
        return fail(granted.error());
    }
    auto response = json(custody::toJson(*granted));
    response.compressible = false;
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace

void addLease(Api& api)
{
    const Services& services = api.services();
    api.add(
        {.method = net::Method::Post,
         .path = "/v1/lease",
         .operation = "lease",
         .summary = {"Renew the time for which this tablet opens without contact", "续期离线授权"},
         .access = Access::Waiting,
         .request = "LeaseRequest",
         .response = "Lease"},
        {.bodyMax = leaseBytesMax, .needsBody = true, .pool = &services.pool},
        [&services](const Call& call) { return lease(services, call); });
}

} // namespace fieldbook::server::api
