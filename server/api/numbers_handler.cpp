#include "server/api/api.h"
#include "server/api/body.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {
namespace {

constexpr std::size_t numbersBytesMax = 1024;

Result<net::Response> lease(const Services& services, const Call& call)
{
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    const auto series = textMember(*body, "series");
    const auto count = integerMember(*body, "count");
    if (!series || !count) {
        return fail(ErrorKind::Invalid, "body.malformed", "series and count are needed");
    }
    const auto after = integerMember(*body, "after").value_or(0);
    const auto leased = services.numbers.lease(call.caller, *series, *count, after);
    if (!leased) {
        return fail(leased.error());
    }
    const nlohmann::json answer{{"series", leased->series},
                                {"prefix", leased->prefix},
                                {"first", leased->first},
                                {"last", leased->last}};
    return json(answer.dump());
}

} // namespace

void addNumbers(Api& api)
{
    const Services& services = api.services();
    api.add({.method = net::Method::Post,
             .path = "/v1/numbers",
             .operation = "leaseNumbers",
             .summary = {"Lease a block of numbers to give out offline", "领取一段离线使用的编号"},
             .scope = Scope::RecordsWrite,
             .request = "NumberRequest",
             .response = "NumberLease"},
            {.bodyMax = numbersBytesMax, .needsBody = true, .pool = &services.pool},
            [&services](const Call& call) { return lease(services, call); });
}

} // namespace fieldbook::server::api
