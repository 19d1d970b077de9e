#include "server/api/api.h"
#include "server/api/body.h"
#include "server/api/review_json.h"
#include "server/service/field_condition.h"

namespace fieldbook::server::api {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t bodyBytesMax = std::size_t{64} * 1024;

Result<FlowRequest> requestOf(const Services& services, const Call& call)
{
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    const Date today = services.review.today();
    const auto period = reviewPeriod(textMember(*body, "from").value_or(""),
                                     textMember(*body, "to").value_or(""), today);
    auto where = parseWhere(*body);
    if (!period || !where) {
        return fail(period ? where.error() : period.error());
    }
    FlowRequest request{.period = *period,
                        .before = Date{std::chrono::sys_days{today} - std::chrono::days{7}},
                        .where = std::move(*where)};
    if (const auto before = textMember(*body, "before")) {
        const auto day = parseIsoDate(*before);
        if (!day) {
            return fail(ErrorKind::Invalid, "query.malformed", "before: a day");
        }
        request.before = *day;
    }
    return request;
}

ordered_json flowJson(const Flow& flow)
{
    ordered_json json{{"from", toIsoDate(flow.asked.period.first)},
                      {"to", toIsoDate(flow.asked.period.last)},
                      {"before", toIsoDate(flow.asked.before)}};
    json["stages"] = ordered_json::array();
    for (const auto& stage : flow.stages) {
        json["stages"].push_back({{"stage", stage.stage},
                                  {"entered", stage.entered},
                                  {"advanced", stage.advanced},
                                  {"lost", stage.lost},
                                  {"back", stage.back},
                                  {"stayed_ms", stage.stayedMillis}});
    }
    json["forecast_before"] = ordered_json::array();
    for (const auto& [month, sum] : flow.before) {
        auto entry = sumJson(sum);
        entry["month"] = month;
        json["forecast_before"].push_back(std::move(entry));
    }
    json["slipped"] = flow.slipped;
    json["slips"] = ordered_json::array();
    for (const auto& slip : flow.slips) {
        json["slips"].push_back({{"id", slip.id.text()},
                                 {"was", toIsoDate(slip.was)},
                                 {"now", toIsoDate(slip.now)},
                                 {"times", slip.times},
                                 {"f", ordered_json::parse(slip.fields)}});
    }
    json["names"] = ordered_json::object();
    for (const auto& [id, name] : flow.names) {
        json["names"][id.text()] = name;
    }
    return json;
}

} // namespace

void addFlow(Api& api)
{
    const Services& services = api.services();
    api.add({.method = net::Method::Post,
             .path = "/v1/review/flow",
             .operation = "reviewFlow",
             .summary = {"How opportunities moved through the stages, and what was put off",
                         "业务机会的阶段流转与延期"},
             .request = "FlowQuestion",
             .response = "Flow"},
            {.bodyMax = bodyBytesMax, .needsBody = true, .pool = &services.pool},
            [&services](const Call& call) -> Result<net::Response> {
                const auto request = requestOf(services, call);
                if (!request) {
                    return fail(request.error());
                }
                const auto flow = services.flow.flowFor(call.caller, *request);
                return flow ? Result<net::Response>{json(flowJson(*flow).dump())}
                            : fail(flow.error());
            });
}

} // namespace fieldbook::server::api
