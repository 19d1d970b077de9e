#pragma once

#include "server/service/review_service.h"

#include <nlohmann/json_fwd.hpp>

namespace fieldbook::server::api {

[[nodiscard]] nlohmann::ordered_json sumJson(const PipelineSum& sum);

// The review as GET /v1/review and `fieldbookd review --json` give it.
[[nodiscard]] nlohmann::ordered_json reviewJson(const Review& review);

// The period that two ISO days name; without them, the month of `today` up to its end. Code
// `query.malformed`.
[[nodiscard]] Result<ReviewPeriod>
reviewPeriod(std::string_view first, std::string_view last, Date today);

} // namespace fieldbook::server::api
