#include "tests/api/api_server.h"

#include <gtest/gtest.h>

namespace fieldbook::server {
namespace {

using nlohmann::json;

std::string change(int number, const std::string& body)
{
    return R"({"n":)" + std::to_string(number) + R"(,"at":")" +
           std::to_string(toMillis(SystemClock{}.now())) + R"(.0",)" + body + '}';
}

std::string deal(int number, const Uuid& customer, const std::string& name, int minor)
{
    const json create{{"type", "opportunity"},
                      {"id", "01890000-0000-7000-8000-00000000cc0" + std::to_string(number)},
                      {"f",
                       {{"customer", customer.text()},
                        {"name", name},
                        {"amount", {{"minor", minor}, {"currency", "CNY"}}},
                        {"win_rate", 2'500}}}};
    return change(number, "\"create\":" + create.dump());
}

TEST(Review, CountsWhatTheManagerMaySee)
{
    ApiServer server;
    auto client = server.client();
    const auto ming = server.signIn("ming", 1);
    const auto ana = server.signIn("ana", 2);
    const auto zhou = server.signIn("zhou", 3);
    const auto zhao = server.signIn("zhao", 4);
    const auto first = client.post("/v1/push",
                                   push(ming, deal(1, server.bakery(), "Ovens", 100'000) + ',' +
                                                  deal(2, server.bakery(), "Mixers", 20'000)),
                                   ApiServer::bearer(ming));
    ASSERT_EQ(json::parse(first.body)["receipts"][1]["outcome"], "applied") << first.body;
    auto other = deal(1, server.smithy(), "Anvils", 7'000);
    other.replace(other.find("cc01"), 4, "dd01");
    const auto second = client.post("/v1/push", push(ana, other), ApiServer::bearer(ana));
    ASSERT_EQ(json::parse(second.body)["receipts"][0]["outcome"], "applied") << second.body;

    const auto east = json::parse(client.get("/v1/review", ApiServer::bearer(zhou)).body);
    const auto all = json::parse(client.get("/v1/review", ApiServer::bearer(zhao)).body);

    EXPECT_EQ(east["forecast"]["count"], 2);
    EXPECT_EQ(east["forecast"]["amount"][0]["minor"], 120'000);
    EXPECT_EQ(east["forecast"]["weighted"][0]["minor"], 30'000);
    EXPECT_EQ(east.dump().find("ana"), std::string::npos);
    EXPECT_EQ(all["forecast"]["count"], 3);
    EXPECT_EQ(all["stages"][0]["stage"], "initial");
    EXPECT_EQ(all["stages"][0]["amount"][0]["minor"], 127'000);
    EXPECT_EQ(all["teams"].size(), 3U);
}

} // namespace
} // namespace fieldbook::server
