#pragma once

#include "server/net/http.h"
#include "server/service/query_service.h"

// Lists and figures as JSON (the schemas ListRequest, ListAnswer, TotalsRequest and TotalsAnswer).
// Codes of what cannot be read: `body.malformed`, `query.malformed`.
namespace fieldbook::server::api {

[[nodiscard]] Result<ListRequest> parseListRequest(const net::Request& request);
[[nodiscard]] Result<TotalsRequest> parseTotalsRequest(const net::Request& request);
[[nodiscard]] std::string listAnswerJson(const ListAnswer& answer);
[[nodiscard]] std::string totalsAnswerJson(const TotalsAnswer& answer);

} // namespace fieldbook::server::api
