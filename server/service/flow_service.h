#pragma once

#include "server/service/query_service.h"
#include "server/service/review_service.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::server {

struct FlowRequest {
    ReviewPeriod period;
    Date before; // The evening of which day the forecast is compared with.
    FieldCondition where; // Of opportunities.
};

// What went through a stage in the period.
struct StageFlow {
    std::string stage; // Code of rules::pipeline().
    std::int64_t entered = 0;
    std::int64_t advanced = 0; // Left for a later open stage, or won.
    std::int64_t lost = 0;
    std::int64_t back = 0;
    std::int64_t stayedMillis = 0; // Of all who left it.
};

// An opportunity whose expected close was put off in the period.
struct Slip {
    Uuid id;
    std::string fields; // A JSON object: name, customer, owner, stage, amount.
    Date was; // As the period began, or as first entered in it.
    Date now;
    std::int64_t times = 0;
};

struct Flow {
    FlowRequest asked;
    std::vector<StageFlow> stages; // In order of the pipeline, all of them.
    // What was open on the evening before, by the month of its expected close.
    std::map<std::string, PipelineSum> before;
    std::vector<Slip> slips; // Those put off by most first.
    std::int64_t slipped = 0; // How many in all.
    // What the records named in the slips are called, where the caller sees them.
    std::map<Uuid, std::string> names;
};

// How opportunities moved, out of the history of their fields: through the stages, and away from
// the day on which they were to close. Only what the caller may see is counted. Any thread.
class FlowService {
public:
    FlowService(Store& store, DirectoryBoard& directory) : store_{store}, directory_{directory} {}

    // Codes: `access.manager_only`, `session.ended`, those of QueryService, and `query.too_many`
    // when more than dealsMax opportunities are meant.
    [[nodiscard]] Result<Flow> flowFor(const Caller& caller, const FlowRequest& request);

    static constexpr std::size_t dealsMax = 20'000;
    static constexpr std::size_t slipsMax = 100;

private:
    Store& store_;
    DirectoryBoard& directory_;
};

} // namespace fieldbook::server
