#pragma once

#include "tests/api/api_server.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace fieldbook::server {

// A request that the server answers by a problem, and which one.
struct BadRequest {
    // Who asks: nobody, Ming's session, or a token that opens nothing.
    enum class As { Nobody, Ming, Stranger };

    const char* what;
    const char* method;
    std::string target;
    std::string body;
    As as;
    int status;
    const char* code;
    ApiServer::Fields headers = {};
};

// `ming` is the answer to the sign-in of the salesperson who asks.
// Those about people: signing in, accounts, devices, keys, handovers.
[[nodiscard]] std::vector<BadRequest> badRequestsAboutPeople(const nlohmann::json& ming);
// Those about what they work with: records, sync, files, reports, the trail.
[[nodiscard]] std::vector<BadRequest> badRequestsAboutRecords(const nlohmann::json& ming);

} // namespace fieldbook::server
