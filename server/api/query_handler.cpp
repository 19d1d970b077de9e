#include "server/api/api.h"
#include "server/api/query_json.h"

namespace fieldbook::server::api {
namespace {

// A filter of many values is some kilobytes.
constexpr std::size_t queryBytesMax = std::size_t{64} * 1024;

Result<const TypeSpec*> typeOf(const Call& call)
{
    const auto* type = findType(call.request.pathParameter("type"));
    if (type == nullptr) {
        return fail(ErrorKind::NotFound, "record.type_unknown", call.request.pathParameter("type"));
    }
    return type;
}

Result<net::Response> list(const Services& services, const Call& call)
{
    const auto type = typeOf(call);
    if (!type) {
        return fail(type.error());
    }
    const auto request = parseListRequest(call.request);
    if (!request) {
        return fail(request.error());
    }
    const auto answer = services.queries.list(call.caller, **type, *request);
    return answer ? Result<net::Response>{json(listAnswerJson(*answer))} : fail(answer.error());
}

Result<net::Response> totals(const Services& services, const Call& call)
{
    const auto type = typeOf(call);
    if (!type) {
        return fail(type.error());
    }
    const auto request = parseTotalsRequest(call.request);
    if (!request) {
        return fail(request.error());
    }
    const auto answer = services.queries.totals(call.caller, **type, *request);
    return answer ? Result<net::Response>{json(totalsAnswerJson(*answer))} : fail(answer.error());
}

} // namespace

void addQueries(Api& api)
{
    const Services& services = api.services();
    const net::RouteOptions options{
        .bodyMax = queryBytesMax, .needsBody = true, .pool = &services.pool};
    api.add({.method = net::Method::Post,
             .path = "/v1/records/{type}/query",
             .operation = "queryRecords",
             .summary = {"Records that a filter lets through, in any order, page by page",
                         "按条件筛选记录，任意排序，分页返回"},
             .scope = Scope::RecordsRead,
             .request = "ListRequest",
             .response = "ListAnswer"},
            options, [&services](const Call& call) { return list(services, call); });
    api.add({.method = net::Method::Post,
             .path = "/v1/records/{type}/totals",
             .operation = "recordTotals",
             .summary = {"Those records counted and added up by any of their fields",
                         "按任意字段对记录计数与合计"},
             .scope = Scope::RecordsRead,
             .request = "TotalsRequest",
             .response = "TotalsAnswer"},
            options, [&services](const Call& call) { return totals(services, call); });
}

} // namespace fieldbook::server::api
