#include "server/api/openapi.h"
#include "shared/rules/acts.h"
#include "tests/api/api_server.h"
#include "tests/support/golden.h"

#include <gtest/gtest.h>

#include <set>

namespace fieldbook::server {
namespace {

using nlohmann::json;

json documentOf(ApiServer& server)
{
    auto client = server.client();
    const auto reply = client.get("/openapi.json");
    EXPECT_EQ(reply.status, 200);
    return json::parse(reply.body, nullptr, false);
}

void collectReferences(const json& node, std::set<std::string>& references)
{
    if (node.is_object()) {
        if (const auto found = node.find("$ref"); found != node.end()) {
            references.insert(found->get<std::string>());
        }
    }
    if (node.is_structured()) {
        for (const auto& child : node) {
            collectReferences(child, references);
        }
    }
}

TEST(OpenApi, TellsOfEveryRouteOnce)
{
    ApiServer server;
    const auto document = documentOf(server);

    std::set<std::string> told;
    std::set<std::string> operations;
    for (const auto& [path, methods] : document["paths"].items()) {
        for (const auto& [method, operation] : methods.items()) {
            told.insert(method + ' ' + path);
            EXPECT_TRUE(operations.insert(operation["operationId"]).second);
            EXPECT_FALSE(operation["responses"].empty());
        }
    }
    std::set<std::string> registered;
    for (const auto& endpoint : server.application().api().endpoints()) {
        std::string method{net::methodName(endpoint.method)};
        std::ranges::transform(method, method.begin(), ::tolower);
        registered.insert(method + ' ' + std::string{endpoint.path});
    }

    EXPECT_EQ(told, registered);
    // What the server counts is what it routes: one more, for requests that reach no route.
    auto client = server.client();
    const auto metrics = client.get("/metrics").body;
    EXPECT_NE(metrics.find("route=\"GET /openapi.json\""), std::string::npos);
}

// What a client in another language was written against changes only knowingly.
TEST(OpenApi, IsTheDocumentThatIsStored)
{
    ApiServer server;
    auto document = documentOf(server);
    document["info"]["version"] = "";

    testing::expectGolden("tests/golden/api/openapi.json", document.dump(1) + '\n');
}

TEST(OpenApi, EveryReferenceLeadsSomewhere)
{
    ApiServer server;
    const auto document = documentOf(server);

    EXPECT_EQ(document["openapi"], "3.1.0");
    EXPECT_TRUE(document["info"].contains("title") && document["info"].contains("version"));
    std::set<std::string> references;
    collectReferences(document, references);
    EXPECT_FALSE(references.empty());
    for (const auto& reference : references) {
        ASSERT_TRUE(reference.starts_with("#/"));
        EXPECT_TRUE(document.contains(json::json_pointer{reference.substr(1)})) << reference;
    }
    for (const auto& [path, methods] : document["paths"].items()) {
        const auto names = std::ranges::count(path, '{');
        for (const auto& [method, operation] : methods.items()) {
            const auto parameters = operation.value("parameters", json::array());
            EXPECT_EQ(
                std::ranges::count_if(parameters, [](const json& p) { return p["in"] == "path"; }),
                names);
        }
    }
}

TEST(OpenApi, DescribesEveryTypeFieldAndAct)
{
    const auto schemas = api::recordSchemas();

    for (const auto* type : allTypes()) {
        const auto& schema = schemas["record." + std::string{type->name}];
        for (const auto& field : type->fields) {
            const auto& told = schema["properties"][std::string{field.fieldName}];
            EXPECT_TRUE(told.contains("x-merge") && told.contains("x-label")) << field.fieldName;
        }
    }
    EXPECT_EQ(schemas["record.customer"]["properties"]["kind"]["enum"],
              json::array({"organisation", "person"}));
    EXPECT_EQ(schemas["record.contact"]["properties"]["birthday"]["x-personal"], "sensitive");
    for (const auto& act : rules::allActs()) {
        EXPECT_TRUE(schemas.contains("act." + std::string{act.name}));
    }
}

} // namespace
} // namespace fieldbook::server
