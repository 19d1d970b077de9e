#pragma once

#include "server/net/http.h"
#include "shared/base/result.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

// Reading the JSON bodies of small requests. Only handlers include this.
namespace fieldbook::server::api {

// The body as a JSON object; code `body.malformed`.
[[nodiscard]] Result<nlohmann::json> parseBody(const net::Request& request);

// The text at that name; nothing where there is none or something else.
[[nodiscard]] std::optional<std::string> textMember(const nlohmann::json& object,
                                                    std::string_view name);
[[nodiscard]] std::optional<std::int64_t> integerMember(const nlohmann::json& object,
                                                        std::string_view name);

} // namespace fieldbook::server::api
