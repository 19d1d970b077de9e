#include "server/api/api.h"
#include "server/api/review_json.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {

void addReview(Api& api)
{
    const Services& services = api.services();
    constexpr std::string_view day = R"({"type":"string","format":"date"})";
    api.add({.path = "/v1/review",
             .operation = "review",
             .summary = {"The business as a manager sees it", "主管视角的业务概览"},
             .scope = Scope::ReportsRead,
             .response = "Review",
             .query = {{"from", {"First day", "起始日期"}, day},
                       {"to", {"Last day", "截止日期"}, day}}},
            {.pool = &services.pool}, [&services](const Call& call) -> Result<net::Response> {
                const auto period = reviewPeriod(call.request.queryValue("from").value_or(""),
                                                 call.request.queryValue("to").value_or(""),
                                                 services.review.today());
                if (!period) {
                    return fail(period.error());
                }
                const auto review = services.review.reviewFor(call.caller, *period);
                return review ? Result<net::Response>{json(reviewJson(*review).dump())}
                              : fail(review.error());
            });
}

} // namespace fieldbook::server::api
