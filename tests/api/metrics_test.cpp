#include "tests/api/api_server.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace fieldbook::server {
namespace {

// Of the lines that are no comments: the value by name and labels.
std::map<std::string, double> figuresOf(ApiServer& server)
{
    std::map<std::string, double> figures;
    std::istringstream text{server.client().get("/metrics").body};
    for (std::string line; std::getline(text, line);) {
        const auto space = line.rfind(' ');
        if (!line.starts_with('#')) {
            figures[line.substr(0, space)] = std::stod(line.substr(space + 1));
        }
    }
    return figures;
}

TEST(Metrics, TellThoseWhoWatchHowTheServerIs)
{
    ApiServer server;
    const auto ming = server.signIn("ming");
    auto client = server.client();
    const auto before = figuresOf(server);
    EXPECT_EQ(client
                  .post("/v1/push", push(ming, R"({"n":1,"at":"1.0","create":{"type":"nothing"}})"),
                        ApiServer::bearer(ming))
                  .status,
              200);

    const auto after = figuresOf(server);

    EXPECT_EQ(after.at("fieldbook_devices"), 1);
    EXPECT_EQ(after.at("fieldbook_sessions_open"), 1);
    EXPECT_EQ(before.at("fieldbook_changes_refused_total"), 0);
    EXPECT_EQ(after.at("fieldbook_changes_refused_total"), 1);
    EXPECT_GT(after.at("fieldbook_trail_entries_total"),
              before.at("fieldbook_trail_entries_total"));
    EXPECT_GT(after.at("fieldbook_store_bytes"), 10'000);
    EXPECT_GT(after.at("fieldbook_disk_free_bytes"), 0);
    EXPECT_EQ(after.at("fieldbook_last_backup_timestamp_seconds"), 0);
    EXPECT_EQ(after.at("fieldbook_files"), 0);
    EXPECT_EQ(after.at(R"(fieldbook_http_requests_total{route="POST /v1/push",status="200"})"), 1);
    for (const auto* name : {"fieldbook_commits_waiting", "fieldbook_handlers_queued",
                             "fieldbook_requests_limited_total", "fieldbook_changes_held"}) {
        EXPECT_TRUE(after.contains(name)) << name;
    }
}

TEST(Metrics, HoldCountsAndNobodysNames)
{
    ApiServer server;
    static_cast<void>(server.signIn("ming"));

    const auto text = server.client().get("/metrics").body;

    for (const auto* word : {"ming", "Bakery", "Smithy", "zhao"}) {
        EXPECT_EQ(text.find(word), std::string::npos) << word;
    }
}

// From elsewhere in the house, as a proxy tells.
TEST(Metrics, AreForAdministratorsAndTheirKeys)
{
    ApiServer server{
        false, "", {}, [](Configuration& settings) { settings.trustedProxies = {"127.0.0.1"}; }};
    auto& engine = server.application().engine();
    const auto directory = engine.directory.current();
    const auto made = engine.people.createUser({}, {{"name", std::string{"it"}},
                                                    {"login", std::string{"it"}},
                                                    {"team", directory->userByLogin("zhao")->team},
                                                    {"role", std::string{"administrator"}},
                                                    {"status", std::string{"active"}}});
    ASSERT_TRUE(made);
    auto client = server.client();
    const auto ask = [&](const char* login, const char* scope) {
        const auto* owner = engine.directory.current()->userByLogin(login);
        const auto issued = engine.keys.issue(
            {}, {.owner = owner->id, .name = "watch", .scopes = *ScopeSet::parse(scope)});
        EXPECT_TRUE(issued);
        return client.get("/metrics", {{"X-Forwarded-For", "203.0.113.9"},
                                       {"Authorization", "Bearer " + issued->token}});
    };

    const auto nobody = client.get("/metrics", {{"X-Forwarded-For", "203.0.113.9"}});

    EXPECT_EQ(problemCode(nobody), "auth.missing");
    EXPECT_EQ(ask("it", "metrics.read").status, 200);
    EXPECT_EQ(problemCode(ask("it", "records.read")), "key.scope_missing");
    EXPECT_EQ(problemCode(ask("ming", "metrics.read")), "access.denied");
}

// As IT sees them in the browser, and nobody else.
TEST(Settings, SayWhereEachComesFromToAdministratorsAlone)
{
    ApiServer server;
    auto client = server.client();
    auto& engine = server.application().engine();
    const auto zhao = engine.directory.current()->userByLogin("zhao")->id;

    EXPECT_EQ(problemCode(client.get("/v1/settings", ApiServer::bearer(server.signIn("zhao")))),
              "access.denied");

    ASSERT_TRUE(engine.people.alter({}, "user", zhao, {{"role", std::string{"administrator"}}}));
    const auto reply = client.get("/v1/settings", ApiServer::bearer(server.signIn("zhao")));
    ASSERT_EQ(reply.status, 200) << reply.body;
    const auto settings = nlohmann::json::parse(reply.body)["settings"];
    const auto port =
        std::ranges::find(settings, "server.port", [](const auto& row) { return row["setting"]; });
    ASSERT_NE(port, settings.end());
    EXPECT_EQ((*port)["value"], "0");
    EXPECT_EQ((*port)["from"], "built-in");
}

} // namespace
} // namespace fieldbook::server
