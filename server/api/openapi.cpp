#include "server/api/openapi.h"

#include "server/api/api.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <mutex>

namespace fieldbook::server::api {
namespace {

using nlohmann::ordered_json;

ordered_json reference(std::string_view schema)
{
    return {{"$ref", "#/components/schemas/" + std::string{schema}}};
}

std::string lower(std::string_view method)
{
    std::string text{method};
    std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    return text;
}

ordered_json parameter(const ParameterDoc& doc, std::string_view place)
{
    return {{"name", doc.name},
            {"in", place},
            {"description", doc.meaning.en},
            {"x-description-zh", doc.meaning.zh},
            {"schema", ordered_json::parse(doc.schema)}};
}

// The {names} of the path.
std::vector<std::string> pathNames(std::string_view path)
{
    std::vector<std::string> names;
    for (auto open = path.find('{'); open != std::string_view::npos; open = path.find('{', open)) {
        const auto close = path.find('}', open);
        names.emplace_back(path.substr(open + 1, close - open - 1));
        open = close;
    }
    return names;
}

ordered_json parametersOf(const Endpoint& endpoint)
{
    auto list = ordered_json::array();
    for (const auto& name : pathNames(endpoint.path)) {
        list.push_back(
            {{"name", name}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
    }
    for (const auto& doc : endpoint.query) {
        list.push_back(parameter(doc, "query"));
    }
    for (const auto& doc : endpoint.headers) {
        list.push_back(parameter(doc, "header"));
    }
    return list;
}

ordered_json responsesOf(const Endpoint& endpoint)
{
    ordered_json success{{"description", endpoint.summary.en}};
    const bool hasBody = endpoint.status >= 200 && endpoint.status <= 202;
    if (hasBody && !endpoint.response.empty()) {
        success["content"] = {{endpoint.responseMedia, {{"schema", reference(endpoint.response)}}}};
    } else if (hasBody && endpoint.responseMedia != "application/json") {
        success["content"] = {{endpoint.responseMedia, ordered_json::object()}};
    }
    return {{std::to_string(endpoint.status), std::move(success)},
            {"default", {{"$ref", "#/components/responses/Problem"}}}};
}

ordered_json operationOf(const Endpoint& endpoint)
{
    ordered_json operation{{"operationId", endpoint.operation},
                           {"summary", endpoint.summary.en},
                           {"x-summary-zh", endpoint.summary.zh}};
    if (endpoint.access == Access::Open) {
        operation["security"] = ordered_json::array();
    }
    // What a key must open; without it no key is taken.
    if (endpoint.scope == Scope::Any) {
        operation["x-scope"] = "any";
    } else if (endpoint.scope != Scope::None) {
        operation["x-scope"] = nameOf(endpoint.scope);
    }
    if (auto parameters = parametersOf(endpoint); !parameters.empty()) {
        operation["parameters"] = std::move(parameters);
    }
    if (!endpoint.request.empty()) {
        operation["requestBody"] = {
            {"required", true},
            {"content", {{endpoint.requestMedia, {{"schema", reference(endpoint.request)}}}}}};
    } else if (endpoint.requestMedia != "application/json") {
        operation["requestBody"] = {{"required", true},
                                    {"content", {{endpoint.requestMedia, ordered_json::object()}}}};
    }
    operation["responses"] = responsesOf(endpoint);
    return operation;
}

} // namespace

ordered_json openApiDocument(std::span<const Endpoint> endpoints, std::string_view version)
{
    ordered_json document{
        {"openapi", "3.1.0"},
        {"info",
         {{"title", "Fieldbook"},
          {"version", version},
          {"description", "Sync and administration of Fieldbook. Bodies are JSON with snake_case "
                          "keys; errors are RFC 9457 problems with a stable code."}}},
        {"security", ordered_json::array(
                         {{{"bearer", ordered_json::array()}},
                          {{"cookie", ordered_json::array()}, {"csrf", ordered_json::array()}}})},
        {"paths", ordered_json::object()}};
    for (const Endpoint& endpoint : endpoints) {
        document["paths"][std::string{endpoint.path}][lower(net::methodName(endpoint.method))] =
            operationOf(endpoint);
    }
    auto schemas = messageSchemas();
    const auto records = recordSchemas();
    for (const auto& [name, schema] : records.items()) {
        schemas[name] = schema;
    }
    document["components"] = {
        {"securitySchemes",
         {{"bearer", {{"type", "http"}, {"scheme", "bearer"}}},
          {"cookie", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "fieldbook"}}},
          {"csrf",
           {{"type", "apiKey"},
            {"in", "header"},
            {"name", "X-CSRF-Token"},
            {"description", "With the cookie, for whatever changes something."}}}}},
        {"responses",
         {{"Problem",
           {{"description", "The answer is no."},
            {"content", {{"application/problem+json", {{"schema", reference("Problem")}}}}}}}}},
        {"schemas", std::move(schemas)}};
    return document;
}

void addOpenApi(Api& api)
{
    // The document of all routes, its own included; made when first asked for, since routes are
    // still being added here.
    const auto document = std::make_shared<std::string>();
    const auto once = std::make_shared<std::once_flag>();
    api.add({.path = "/openapi.json",
             .operation = "openApi",
             .summary = {"This document", "接口文档"},
             .access = Access::Open,
             .response = "OpenApi"},
            {.pool = &api.services().pool},
            [&api, document, once](const Call&) -> Result<net::Response> {
                std::call_once(*once, [&] {
                    *document = openApiDocument(api.endpoints(), api.services().version).dump();
                });
                return json(*document);
            });
}

} // namespace fieldbook::server::api
