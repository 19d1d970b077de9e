#pragma once

#include "server/net/http.h"
#include "server/service/scopes.h"
#include "shared/record/field.h"

#include <string_view>
#include <vector>

namespace fieldbook::server::api {

enum class Access {
    Open,
    SignedIn,
    Waiting, // Signed in, also on a device that waits for its approval.
    Delivering, // Signed in, or frozen since: what a tablet still holds is taken.
};

struct ParameterDoc {
    std::string_view name;
    Label meaning;
    // JSON Schema.
    std::string_view schema = R"({"type":"string"})";
};

// One route as the API document tells of it: said once, beside the handler, when it is registered.
struct Endpoint {
    net::Method method = net::Method::Get;
    std::string_view path;
    std::string_view operation; // camelCase, unique.
    Label summary;
    Access access = Access::SignedIn;
    Scope scope = Scope::None; // What a key must open for it.
    int status = 200;
    // Names of schemas (openapi_messages.cpp), or empty.
    std::string_view request = {};
    std::string_view response = {};
    std::string_view requestMedia = "application/json";
    std::string_view responseMedia = "application/json";
    std::vector<ParameterDoc> query = {};
    std::vector<ParameterDoc> headers = {};
};

} // namespace fieldbook::server::api
