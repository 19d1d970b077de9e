#include "tests/api/bad_requests.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace fieldbook::server {
namespace {

std::vector<BadRequest> badRequests(const nlohmann::json& ming)
{
    auto all = badRequestsAboutPeople(ming);
    std::ranges::move(badRequestsAboutRecords(ming), std::back_inserter(all));
    return all;
}

ApiServer::Fields fieldsFor(const BadRequest& bad, const nlohmann::json& ming)
{
    ApiServer::Fields fields = bad.headers;
    if (bad.as == BadRequest::As::Ming) {
        fields.push_back(ApiServer::bearer(ming).front());
    } else if (bad.as == BadRequest::As::Stranger) {
        fields.emplace_back("Authorization", "Bearer " + std::string(43, 'A'));
    }
    return fields;
}

// Whether the target lies under the path of an endpoint: "{id}" stands for any one part.
bool isUnder(std::string_view target, std::string_view path)
{
    target = target.substr(0, target.find('?'));
    while (!path.empty() && !target.empty()) {
        const auto part = path.substr(0, path.find('/', 1));
        const auto given = target.substr(0, target.find('/', 1));
        if (part != given && !part.starts_with("/{")) {
            return false;
        }
        path.remove_prefix(part.size());
        target.remove_prefix(given.size());
    }
    return path.empty() && target.empty();
}

TEST(Hostile, EveryEndpointHasItsBadRequests)
{
    ApiServer server;
    const auto table = badRequests(server.signIn("ming"));

    for (const auto& endpoint : server.application().api().endpoints()) {
        if (endpoint.access == api::Access::Open && endpoint.request.empty()) {
            continue; // Takes nothing and tells everybody the same.
        }
        const std::string method{net::methodName(endpoint.method)};
        EXPECT_TRUE(std::ranges::any_of(table,
                                        [&](const BadRequest& bad) {
                                            return bad.method == method &&
                                                   isUnder(bad.target, endpoint.path);
                                        }))
            << method << ' ' << endpoint.path;
    }
}

TEST(Hostile, EveryBadRequestIsAnsweredByItsProblemAndChangesNothing)
{
    ApiServer server;
    const auto ming = server.signIn("ming");
    const Sequence before = server.head();

    for (const BadRequest& bad : badRequests(ming)) {
        SCOPED_TRACE(bad.what);
        auto client = server.client();
        const auto reply = client.request(bad.method, bad.target, bad.body, fieldsFor(bad, ming));
        EXPECT_EQ(reply.status, bad.status) << reply.body;
        EXPECT_EQ(problemCode(reply), bad.code);
        EXPECT_EQ(server.head(), before);
    }

    auto client = server.client();
    EXPECT_EQ(client.get("/healthz").status, 200);
}

TEST(Hostile, AChangeThatIsRefusedHoldsUpNothing)
{
    ApiServer server;
    auto client = server.client();
    const auto ming = server.signIn("ming");
    const std::string nonsense = R"({"n":1,"at":"1.0","create":{"type":"nothing"}})";
    const std::string others = R"({"n":2,"at":"1.0","edit":{"type":"customer","id":")" +
                               server.smithy().text() +
                               R"(","f":{"phone":{"to":"1","from":"0.0.0.0"}}}})";

    const auto reply = client.post(
        "/v1/push",
        push(ming, nonsense + ',' + others + ',' +
                       customerChange(3, "01890000-0000-7000-8000-00000000aa01", "Good")),
        ApiServer::bearer(ming));

    ASSERT_EQ(reply.status, 200) << reply.body;
    const auto receipts = nlohmann::json::parse(reply.body)["receipts"];
    EXPECT_EQ(receipts[0]["outcome"], "refused");
    EXPECT_EQ(receipts[1]["outcome"], "refused");
    EXPECT_EQ(receipts[2]["outcome"], "applied");
    EXPECT_FALSE(receipts[1]["reason"]["zh"].get<std::string>().empty());
}

TEST(Hostile, TheRequestsOfOneUserAreLimitedWhateverTheDevice)
{
    ApiServer server{
        false, "", {}, [](Configuration& settings) { settings.requestsPerUserMax = 5; }};
    auto client = server.client();
    const auto first = server.signIn("ming", 1);
    const auto second = server.signIn("ming", 2);
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(client.get("/v1/me", ApiServer::bearer(i % 2 == 0 ? first : second)).status, 200);
    }

    const auto refused = client.get("/v1/me", ApiServer::bearer(first));

    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(problemCode(refused), "request.too_many");
    const int wait = std::stoi(refused.find("Retry-After").value_or("0"));
    EXPECT_GE(wait, 1);
    EXPECT_LE(wait, 12);
    EXPECT_EQ(client.get("/v1/me", ApiServer::bearer(second)).status, 429);
    EXPECT_EQ(client.get("/v1/me", ApiServer::bearer(server.signIn("ana", 3))).status, 200);
}

TEST(Hostile, TheRequestsOfOneAddressAreLimitedWhoeverAsks)
{
    ApiServer server{
        false, "", {}, [](Configuration& settings) { settings.requestsPerAddressMax = 2; }};
    auto client = server.client();
    EXPECT_EQ(client.get("/healthz").status, 200);
    EXPECT_EQ(client.get("/healthz").status, 200);

    EXPECT_EQ(client.get("/healthz").status, 429);
}

TEST(Hostile, GuessingPasswordsIsSlowedDown)
{
    ApiServer server;
    auto client = server.client();
    const std::string guess = R"({"login":"ming","password":"guess","device":)"
                              R"({"id":"01890000-0000-7000-8000-000000000099"}})";

    int wrong = 0;
    testing::HttpReply reply = client.post("/v1/sessions", guess);
    for (; reply.status == 401 && wrong < 50; ++wrong) {
        reply = client.post("/v1/sessions", guess);
    }

    EXPECT_EQ(wrong, 10);
    EXPECT_EQ(reply.status, 429);
    EXPECT_EQ(problemCode(reply), "session.too_many");
    ASSERT_TRUE(reply.find("Retry-After"));
    EXPECT_GT(std::stoi(*reply.find("Retry-After")), 0);
}

} // namespace
} // namespace fieldbook::server
