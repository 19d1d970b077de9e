#include "tests/api/api_server.h"

#include <gtest/gtest.h>

#include <thread>

namespace fieldbook::server {
namespace {

using nlohmann::json;

constexpr auto twoProducts = "编号,产品名称\nT-1,龙井\nT-2,\n";

// Zhao, who answers for the whole company, brings products in.
class Imports : public ::testing::Test {
protected:
    ApiServer server;
    testing::HttpClient client = server.client();
    json zhao = server.signIn("zhao", 3);

    static json order(bool dryRun)
    {
        return {{"name", "products.csv"},
                {"source", "shop"},
                {"type", "product"},
                {"text", twoProducts},
                {"key", {"编号"}},
                {"fields",
                 {{{"field", "code"}, {"column", "编号"}},
                  {{"field", "name"}, {"column", "产品名称"}}}},
                {"dry_run", dryRun}};
    }
    testing::HttpReply post(const std::string& path, const json& body)
    {
        return client.post(path, body.dump(), ApiServer::bearer(zhao));
    }
    json finished(const testing::HttpReply& begun, const std::string& state)
    {
        EXPECT_EQ(begun.status, 202) << begun.body;
        const auto id = json::parse(begun.body)["id"].get<std::string>();
        while (true) {
            const auto told =
                json::parse(client.get("/v1/imports/" + id, ApiServer::bearer(zhao)).body);
            const std::string now = told["state"];
            if (now != "waiting" && now != "running" && now != "undoing") {
                EXPECT_EQ(now, state) << told;
                return told;
            }
            std::this_thread::yield();
        }
    }
    std::size_t products()
    {
        const auto reply =
            client.post("/v1/records/product/query", R"({"fields":["name"],"count":true})",
                        ApiServer::bearer(zhao));
        return json::parse(reply.body)["count"];
    }
};

TEST_F(Imports, AreLookedAtCheckedRunAndTakenBack)
{
    const auto before = products();
    const auto look = post("/v1/imports/table", {{"type", "product"}, {"text", twoProducts}});
    ASSERT_EQ(look.status, 200) << look.body;
    const auto table = json::parse(look.body);
    EXPECT_EQ(table["rows"], 2);
    EXPECT_EQ(table["columns"][0]["field"], "code");
    EXPECT_EQ(table["columns"][1]["field"], "name");
    EXPECT_EQ(table["columns"][1]["examples"], json({"龙井"}));
    EXPECT_EQ(table["key"], json({"编号"}));

    const auto checked = finished(post("/v1/imports", order(true)), "done");
    EXPECT_EQ(checked["created"], 1);
    EXPECT_EQ(products(), before);

    const auto ran = finished(post("/v1/imports", order(false)), "done");
    EXPECT_EQ(ran["created"], 1);
    EXPECT_EQ(ran["rejected"], 1);
    ASSERT_EQ(ran["findings"].size(), 1U);
    EXPECT_EQ(ran["findings"][0]["line"], 3);
    EXPECT_EQ(ran["findings"][0]["code"], "field.required");
    EXPECT_EQ(ran["findings"][0]["sentence"], "“Name” is missing.");
    EXPECT_EQ(products(), before + 1);
    const auto list = json::parse(client.get("/v1/imports", ApiServer::bearer(zhao)).body);
    ASSERT_EQ(list["imports"].size(), 2U);
    EXPECT_EQ(list["imports"][0]["id"], ran["id"]) << "the newest first";
    EXPECT_EQ(list["imports"][0]["by"]["name"], "zhao");

    const auto back =
        finished(client.request("DELETE", "/v1/imports/" + ran["id"].get<std::string>(), "",
                                ApiServer::bearer(zhao)),
                 "undone");
    EXPECT_EQ(back["put_back"], 1);
    EXPECT_EQ(products(), before);
    const auto noted =
        json::parse(client.get("/v1/trail?kind=import.ran", ApiServer::bearer(zhao)).body);
    ASSERT_EQ(noted["entries"].size(), 1U);
    EXPECT_EQ(noted["entries"][0]["body"]["what"]["file"], "products.csv");
    EXPECT_EQ(
        json::parse(
            client.get("/v1/trail?kind=import.undone", ApiServer::bearer(zhao)).body)["entries"]
            .size(),
        1U);
}

TEST_F(Imports, SayWhatIsWrongInTheLanguageOfWhoAsks)
{
    auto headers = ApiServer::bearer(zhao);
    headers.emplace_back("Accept-Language", "zh-CN");
    const auto id = json::parse(post("/v1/imports", order(true)).body)["id"].get<std::string>();
    auto told = json{{"state", "waiting"}};
    while (told["state"] != "done") {
        told = json::parse(client.get("/v1/imports/" + id, headers).body);
    }

    EXPECT_EQ(told["findings"][0]["sentence"], "缺少“品名”。");
}

} // namespace
} // namespace fieldbook::server
