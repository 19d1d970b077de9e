#include "server/net/problem.h"

#include <nlohmann/json.hpp>

#include <string>

namespace fieldbook::server::net {

Response problemResponse(int status,
                         std::string_view code,
                         std::string_view detail,
                         std::string_view requestId)
{
    return problemResponse(status, code, detail, requestId, nlohmann::json::object());
}

Response problemResponse(int status,
                         std::string_view code,
                         std::string_view detail,
                         std::string_view requestId,
                         const nlohmann::json& members)
{
    nlohmann::ordered_json document;
    document["type"] = "urn:fieldbook:problem:" + std::string{code};
    document["title"] = reasonPhrase(status);
    document["status"] = status;
    document["code"] = code;
    if (!detail.empty())
        document["detail"] = detail;
    if (!requestId.empty())
        document["request_id"] = requestId;
    for (const auto& [name, value] : members.items())
        document[name] = value;

    // A detail may quote what the caller sent, which need not be UTF-8.
    Response response{
        .status = status,
        .body = document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)};
    response.headers.add("Content-Type", "application/problem+json");
    return response;
}

} // namespace fieldbook::server::net
