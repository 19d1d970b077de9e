#include "tests/api/api_server.h"

#include <gtest/gtest.h>

namespace fieldbook::server {
namespace {

using nlohmann::json;

constexpr auto newCustomer = "01890000-0000-7000-8000-00000000aa01";

json pageOf(testing::HttpClient& client, const ApiServer::Fields& fields, const std::string& cursor)
{
    const auto reply = client.get("/v1/pull?cursor=" + cursor, fields);
    EXPECT_EQ(reply.status, 200) << reply.body;
    return json::parse(reply.body, nullptr, false);
}

TEST(Api, TakesChangesAndGivesThemToWhoMaySeeThem)
{
    ApiServer server;
    auto client = server.client();
    const auto ming = server.signIn("ming", 1);
    const auto zhou = server.signIn("zhou", 2);
    const auto ana = server.signIn("ana", 3);

    const auto body = push(ming, customerChange(1, newCustomer, "Harbour café"));
    const auto first = client.post("/v1/push", body, ApiServer::bearer(ming));
    const auto again = client.post("/v1/push", body, ApiServer::bearer(ming));

    ASSERT_EQ(first.status, 200) << first.body;
    EXPECT_EQ(json::parse(first.body)["receipts"][0]["outcome"], "applied");
    EXPECT_EQ(json::parse(again.body)["receipts"], json::parse(first.body)["receipts"]);
    EXPECT_NE(pageOf(client, ApiServer::bearer(zhou), "").dump().find(newCustomer),
              std::string::npos);
    EXPECT_EQ(pageOf(client, ApiServer::bearer(ana), "").dump().find(newCustomer),
              std::string::npos);
}

TEST(Api, ServesNoPullsToAnAppThatIsTooOldButTakesItsPushes)
{
    ApiServer server{false, "1.10.0"};
    auto client = server.client();
    const auto ming = server.signIn("ming");
    const auto as = [&](const std::string& version) {
        auto fields = ApiServer::bearer(ming);
        fields.emplace_back("App-Version", version);
        return fields;
    };

    const auto old = client.get("/v1/pull", as("1.9.3"));

    EXPECT_EQ(old.status, 426);
    EXPECT_EQ(problemCode(old), "app.outdated");
    EXPECT_EQ(
        client.post("/v1/push", push(ming, customerChange(1, newCustomer, "Old")), as("1.9.3"))
            .status,
        200);
    for (const char* served : {"1.10", "1.10.0", "1.10.1", "2", "nightly", "1..2", ""}) {
        EXPECT_EQ(client.get("/v1/pull", as(served)).status, 200) << served;
    }
    EXPECT_EQ(client.get("/v1/pull", ApiServer::bearer(ming)).status, 200) << "another client";
}

TEST(Api, SpeaksTheSameOverTls)
{
    ApiServer server{true};
    auto client = server.client();
    const auto ming = server.signIn("ming");

    const auto page = pageOf(client, ApiServer::bearer(ming), "");

    EXPECT_TRUE(page["complete"]);
    EXPECT_NE(page.dump().find(server.bakery().text()), std::string::npos);
}

TEST(Api, GoesOnFromACursor)
{
    ApiServer server;
    auto client = server.client();
    const auto ming = server.signIn("ming");
    const auto first = pageOf(client, ApiServer::bearer(ming), "");

    const auto idle = pageOf(client, ApiServer::bearer(ming), first["cursor"]);
    const auto pushed = client.post("/v1/push", push(ming, customerChange(1, newCustomer, "Inn")),
                                    ApiServer::bearer(ming));
    const auto next = pageOf(client, ApiServer::bearer(ming), first["cursor"]);

    EXPECT_TRUE(idle["records"].empty());
    ASSERT_EQ(pushed.status, 200);
    ASSERT_EQ(next["records"].size(), 1U);
    EXPECT_EQ(next["records"][0]["id"], newCustomer);
}

TEST(Api, EndsASessionAtSignOut)
{
    ApiServer server;
    auto client = server.client();
    const auto ming = server.signIn("ming");

    const auto out = client.request("DELETE", "/v1/sessions/current", "", ApiServer::bearer(ming));
    const auto after = client.get("/v1/me", ApiServer::bearer(ming));

    EXPECT_EQ(out.status, 204);
    EXPECT_EQ(after.status, 401);
    EXPECT_EQ(problemCode(after), "session.ended");
}

TEST(Api, LeasesNumbersThatNeverMeet)
{
    ApiServer server;
    auto client = server.client();
    const auto ming = server.signIn("ming");
    const std::string ask = R"({"series":"order","count":50})";

    const auto first = json::parse(client.post("/v1/numbers", ask, ApiServer::bearer(ming)).body);
    const auto next = json::parse(client.post("/v1/numbers", ask, ApiServer::bearer(ming)).body);

    EXPECT_EQ(first["last"].get<int>() - first["first"].get<int>(), 49);
    EXPECT_EQ(next["first"].get<int>(), first["last"].get<int>() + 1);
}

TEST(Api, ShowsRecordsAndTheirHistoryToWhoMaySeeThem)
{
    ApiServer server;
    auto client = server.client();
    const auto ming = server.signIn("ming", 1);
    const auto ana = server.signIn("ana", 2);
    const std::string path = "/v1/records/customer/" + server.bakery().text();

    const auto own = client.get(path, ApiServer::bearer(ming));
    const auto others = client.get(path, ApiServer::bearer(ana));
    const auto list = client.get("/v1/records/customer?limit=10", ApiServer::bearer(ana));
    const auto history = client.post(path + "/history", "", ApiServer::bearer(ming));

    EXPECT_EQ(json::parse(own.body)["f"]["name"], "Bakery");
    EXPECT_EQ(others.status, 404);
    EXPECT_EQ(problemCode(others), "record.missing");
    ASSERT_EQ(json::parse(list.body)["records"].size(), 1U);
    EXPECT_EQ(json::parse(list.body)["records"][0]["id"], server.smithy().text());
    EXPECT_EQ(history.status, 200) << history.body;
}

TEST(Api, SpeaksTheLanguageOfTheCaller)
{
    ApiServer server;
    auto client = server.client();

    const auto chinese = client.get("/v1/me", {{"Accept-Language", "fr, zh-CN;q=0.9, en;q=0.5"}});
    const auto english = client.get("/v1/me");

    EXPECT_EQ(json::parse(chinese.body)["detail"], "请先登录。");
    EXPECT_EQ(json::parse(english.body)["detail"], "Sign in first.");
}

} // namespace
} // namespace fieldbook::server
