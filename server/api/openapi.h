#pragma once

#include "server/api/endpoint.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string_view>

namespace fieldbook::server::api {

class Api;

// The OpenAPI 3.1 document of these routes, of the record types and of the acts: nothing in it is
// written twice.
[[nodiscard]] nlohmann::ordered_json openApiDocument(std::span<const Endpoint> endpoints,
                                                     std::string_view version);

// The schemas of the messages, by name (openapi_messages.cpp).
[[nodiscard]] nlohmann::ordered_json messageSchemas();
// A part of them (openapi_office.cpp).
[[nodiscard]] std::string_view importSchemas();
[[nodiscard]] std::string_view officeSchemas();
// The schemas of the records and the arguments of acts, by name (openapi_records.cpp).
[[nodiscard]] nlohmann::ordered_json recordSchemas();

} // namespace fieldbook::server::api
