#include "tests/api/api_server.h"
#include "tests/support/websocket_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace fieldbook::server {
namespace {

using nlohmann::json;
using testing::HttpReply;

// A company with an administrator, who gives out keys in the name of others.
class Keys : public ::testing::Test {
protected:
    Keys()
    {
        const auto directory = server.application().engine().directory.current();
        const auto made = server.application().engine().people.createUser(
            {}, {{"name", std::string{"it"}},
                 {"login", std::string{"it"}},
                 {"team", directory->userByLogin("zhao")->team},
                 {"role", std::string{"administrator"}},
                 {"status", std::string{"active"}}});
        EXPECT_TRUE(made) << (made ? "" : made.error().code);
        server.givePasswords();
        it = server.signIn("it", 9);
    }

    [[nodiscard]] std::string idOf(const char* login)
    {
        return server.application().engine().directory.current()->userByLogin(login)->id.text();
    }
    json issue(const char* login, const std::string& scopes, json more = json::object())
    {
        more.update({{"name", "reporting"}, {"scopes", scopes}, {"owner", idOf(login)}});
        const auto reply = client.post("/v1/keys", more.dump(), ApiServer::bearer(it));
        EXPECT_EQ(reply.status, 201) << reply.body;
        return json::parse(reply.body, nullptr, false);
    }
    // The body of a good answer, without the moment in which a report was made.
    static std::string butForTheTime(const HttpReply& reply)
    {
        auto body = json::parse(reply.body, nullptr, false);
        body.erase("time");
        return reply.status == 200 ? body.dump() : std::string{};
    }
    static ApiServer::Fields with(const json& key)
    {
        return {{"Authorization", "Bearer " + key.value("key", std::string{})}};
    }

    ApiServer server;
    testing::HttpClient client = server.client();
    json it;
};

TEST_F(Keys, OpenWhatTheirOwnerMaySeeByteForByte)
{
    for (const auto* login : {"ming", "zhou", "ana"}) {
        const auto key = issue(login, "records.read reports.read");
        const auto session = server.signIn(login, 1);
        for (const std::string& target :
             {std::string{"/v1/records/customer"}, "/v1/records/customer/" + server.bakery().text(),
              "/v1/records/customer/" + server.smithy().text(), std::string{"/v1/review"}}) {
            const auto byKey = client.get(target, with(key));
            const auto bySession = client.get(target, ApiServer::bearer(session));
            EXPECT_EQ(byKey.status, bySession.status) << target;
            EXPECT_EQ(butForTheTime(byKey), butForTheTime(bySession)) << target;
        }
    }
}

TEST_F(Keys, OpenTheEndpointsOfTheirScopesAndNoOther)
{
    const auto document = json::parse(client.get("/openapi.json").body);
    const std::set<std::string> scopes{"records.read", "records.write", "files.read", "files.write",
                                       "reports.read"};
    std::map<std::string, json> keys;
    for (const auto& scope : scopes) {
        keys[scope] = issue("zhou", scope);
    }
    std::set<std::string> met;
    for (const auto& [path, methods] : document["paths"].items()) {
        for (const auto& [method, operation] : methods.items()) {
            const std::string name = operation["operationId"];
            if (operation.contains("security") || name == "live") {
                continue; // Open, or told after the upgrade.
            }
            const std::string needed = operation.value("x-scope", "");
            met.insert(needed);
            std::string place = path;
            for (auto at = place.find('{'); at != std::string::npos; at = place.find('{')) {
                place.replace(at, place.find('}') - at + 1, "customer");
            }
            std::string verb = method;
            std::ranges::transform(verb, verb.begin(), ::toupper);
            for (const auto& [scope, key] : keys) {
                SCOPED_TRACE(name + " with " + scope);
                const auto reply = client.request(
                    verb, place, operation.contains("requestBody") ? "{}" : "", with(key));
                const bool opens = needed == scope || needed == "any";
                EXPECT_EQ(reply.status == 403 && problemCode(reply) == "key.scope_missing", !opens)
                    << reply.status << ' ' << reply.body;
            }
        }
    }
    for (const auto& scope : scopes) {
        EXPECT_TRUE(met.contains(scope)) << scope;
    }
}

TEST_F(Keys, ThatMayWritePushLikeADeviceOfTheirOwner)
{
    const auto key = issue("ming", "records.write records.read");
    const auto me = json::parse(client.get("/v1/me", with(key)).body);
    const std::string id = "01890000-0000-7000-8000-00000000aa01";
    const auto batch = push(me, customerChange(1, id, "By machine"));

    const auto reply = client.post("/v1/push", batch, with(key));
    const auto again = client.post("/v1/push", batch, with(key));

    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(json::parse(reply.body)["receipts"][0]["outcome"], "applied");
    EXPECT_EQ(json::parse(again.body)["receipts"], json::parse(reply.body)["receipts"]);
    const auto record = json::parse(client.get("/v1/records/customer/" + id, with(key)).body);
    EXPECT_EQ(record["f"]["owner"], idOf("ming"));
    std::size_t found = 0;
    server.application().engine().trail.forEach(0, [&](const TrailEntry& entry) {
        const auto header = json::parse(entry.header);
        found += header.value("id", "") == id && header["device"] == me["device"] ? 1U : 0U;
        return true;
    });
    EXPECT_EQ(found, 1U);
}

TEST_F(Keys, EndAtOnceWhenTheyAreRevokedExpiredOrTheirOwnerIsFrozen)
{
    const auto revoked = issue("ming", "records.read");
    const auto frozen = issue("ana", "records.read");
    const auto ask = [&](const json& key) { return client.get("/v1/records/customer", with(key)); };
    EXPECT_EQ(ask(revoked).status, 200);
    EXPECT_EQ(ask(frozen).status, 200);

    const auto ended = client.request("DELETE", "/v1/keys/" + revoked["id"].get<std::string>(), "",
                                      ApiServer::bearer(it));
    auto& engine = server.application().engine();
    EXPECT_TRUE(engine.people.alter({}, "user", *Uuid::parse(idOf("ana")),
                                    {{"status", std::string{"frozen"}}}));

    EXPECT_EQ(ended.status, 204);
    EXPECT_EQ(problemCode(ask(revoked)), "key.ended");
    EXPECT_EQ(problemCode(ask(frozen)), "key.ended");
    EXPECT_EQ(client
                  .request("DELETE", "/v1/keys/" + revoked["id"].get<std::string>(), "",
                           ApiServer::bearer(it))
                  .status,
              404);
}

TEST_F(Keys, StandStillWhileTheirDeviceIsLocked)
{
    const auto key = issue("ming", "records.read");
    const auto ask = [&] { return client.get("/v1/records/customer", with(key)); };
    const auto device = json::parse(client.get("/v1/me", with(key)).body)["device"].dump();
    const auto order = [&](const char* command) {
        const auto reply = client.post("/v1/devices/" + device + "/commands",
                                       json{{"command", command}}.dump(), ApiServer::bearer(it));
        EXPECT_EQ(reply.status, 200) << reply.body;
    };

    order("lock");
    const auto locked = ask();
    order("unlock");
    const auto unlocked = ask();

    EXPECT_EQ(problemCode(locked), "key.ended");
    EXPECT_EQ(unlocked.status, 200);
}

TEST_F(Keys, AreCutOffFromLivePokesWhenTheyAreRevoked)
{
    const auto key = issue("ming", "records.read");
    testing::WebSocketClient live{server.application().port(), "/v1/live", with(key)};
    const auto device = server.application().engine().store.read()->keys({}).at(0).device;

    const auto ended = client.request("DELETE", "/v1/keys/" + key["id"].get<std::string>(), "",
                                      ApiServer::bearer(it));

    EXPECT_EQ(ended.status, 204);
    EXPECT_EQ(live.receiveClose(), 1008);
    EXPECT_EQ(server.application().engine().store.read()->findDevice(device)->state,
              DeviceState::Revoked);
}

TEST_F(Keys, AreGivenOutByAdministratorsAndSeenByTheirOwners)
{
    const auto key = issue("ming", "records.read", {{"days", 30}});
    const auto ming = server.signIn("ming", 1);
    const auto ana = server.signIn("ana", 2);
    const std::string wanted = R"({"name":"mine","scopes":"records.read"})";
    const std::string place = "/v1/keys/" + key["id"].get<std::string>();

    const auto refused = client.post("/v1/keys", wanted, ApiServer::bearer(ming));
    const auto mings = json::parse(client.get("/v1/keys", ApiServer::bearer(ming)).body)["keys"];
    const auto anas = json::parse(client.get("/v1/keys", ApiServer::bearer(ana)).body)["keys"];
    const auto all = json::parse(client.get("/v1/keys", ApiServer::bearer(it)).body)["keys"];
    const auto others = client.request("DELETE", place, "", ApiServer::bearer(ana));
    const auto own = client.request("DELETE", place, "", ApiServer::bearer(ming));

    EXPECT_EQ(problemCode(refused), "access.denied");
    ASSERT_EQ(mings.size(), 1U);
    EXPECT_EQ(mings[0]["name"], "reporting");
    EXPECT_EQ(mings[0]["created_by"], idOf("it"));
    EXPECT_FALSE(mings[0]["expires_at"].is_null());
    EXPECT_FALSE(mings[0].contains("key"));
    EXPECT_TRUE(key["key"].get<std::string>().starts_with(mings[0]["hint"].get<std::string>()));
    EXPECT_TRUE(anas.empty());
    EXPECT_EQ(all.size(), 1U);
    EXPECT_EQ(others.status, 404);
    EXPECT_EQ(own.status, 204);
}

TEST_F(Keys, AreRefusedWithTheReason)
{
    struct Bad {
        const char* body;
        const char* code;
    };
    for (const Bad& bad :
         {Bad{R"({"name":"x"})", "body.malformed"}, Bad{R"({"name":"x","scopes":""})", "key.scope"},
          Bad{R"({"name":"x","scopes":"everything"})", "key.scope"},
          Bad{R"({"name":"","scopes":"files.read"})", "key.name"},
          Bad{R"({"name":"a\nb","scopes":"files.read"})", "key.name"},
          Bad{R"({"name":"x","scopes":"files.read","days":0})", "key.life"},
          Bad{R"({"name":"x","scopes":"files.read","days":99999999999})", "key.life"},
          Bad{R"({"name":"x","scopes":"files.read","days":"1"})", "body.malformed"},
          Bad{R"({"name":"x","scopes":"files.read","owner":"nobody"})", "user.missing"}}) {
        const auto reply = client.post("/v1/keys", bad.body, ApiServer::bearer(it));
        EXPECT_EQ(problemCode(reply), bad.code) << bad.body;
    }
    const auto unknown =
        client.get("/v1/me", {{"Authorization", "Bearer fbk_" + std::string(43, 'A')}});
    EXPECT_EQ(unknown.status, 401);
    EXPECT_EQ(problemCode(unknown), "key.ended");
}

TEST_F(Keys, AreNowhereButWithWhoeverAskedForThem)
{
    const auto key = issue("ming", "records.read");
    const auto token = key["key"].get<std::string>();
    EXPECT_EQ(client.get("/v1/me", with(key)).status, 200);

    const auto stored = server.application().engine().store.read()->keys({});

    ASSERT_EQ(stored.size(), 1U);
    EXPECT_EQ(stored[0].digest, tokenDigest(token));
    EXPECT_LT(stored[0].hint.size(), 12U);
    std::string trail;
    server.application().engine().trail.forEach(0, [&](const TrailEntry& entry) {
        trail += std::string{entry.header} + std::string{entry.body.value_or("")};
        return true;
    });
    EXPECT_NE(trail.find("key.issued"), std::string::npos);
    EXPECT_EQ(trail.find(token.substr(12)), std::string::npos);
}

// Appointments and reminders of Ming, as a calendar program fetches them.
class CalendarAddress : public Keys {
protected:
    void add(const char* type, const Uuid& id, FieldValues values)
    {
        rules::RecordWrite write;
        write.type = &typeNamed(type);
        write.id = id;
        write.create = true;
        write.set("owner", *Uuid::parse(idOf("ming")));
        for (auto& [name, value] : values) {
            write.set(name, std::move(value));
        }
        auto& engine = server.application().engine();
        const auto done = engine.commits.run([&](Commit& commit) -> Result<void> {
            const std::vector<ServerChange> changes{write};
            const auto applied = engine.changes.applyGroup(commit, rules::Actor{}, changes);
            return applied ? Result<void>{} : fail(applied.error());
        });
        ASSERT_TRUE(done) << done.error().code;
    }
    static Timestamp at(const char* text) { return *parseRfc3339(text); }
    std::string renew(const json& session)
    {
        const auto reply = client.post("/v1/me/calendar", "", ApiServer::bearer(session));
        EXPECT_EQ(reply.status, 201) << reply.body;
        const auto url = json::parse(reply.body)["url"].get<std::string>();
        const auto path = url.find("/v1/");
        EXPECT_TRUE(url.starts_with("http://")) << url;
        return url.substr(path);
    }

    Uuid meeting{*Uuid::parse("01890000-0000-7000-8000-00000000cc01")};
    Uuid call{*Uuid::parse("01890000-0000-7000-8000-00000000cc02")};
};

TEST_F(CalendarAddress, ShowsWhatIsBeforeItsUserAndNothingElse)
{
    add("appointment", meeting,
        {{"title", std::string{"例会, weekly"}},
         {"starts_at", at("2026-12-07T01:00:00Z")},
         {"ends_at", at("2026-12-07T02:00:00Z")},
         {"time_zone", std::string{"Asia/Shanghai"}},
         {"recurrence", std::string{"FREQ=WEEKLY;BYDAY=MO"}},
         {"except_on", TextSet{"2026-12-14"}}});
    add("reminder", call,
        {{"title", std::string{"Call back"}},
         {"state", std::string{"open"}},
         {"due_at", at("2099-12-08T06:00:00Z")}});
    const auto ming = server.signIn("ming", 1);
    const auto ana = server.signIn("ana", 2);

    const auto his = client.get(renew(ming));
    const auto hers = client.get(renew(ana));

    ASSERT_EQ(his.status, 200);
    EXPECT_EQ(his.find("Content-Type"), "text/calendar; charset=utf-8");
    for (const std::string& line :
         {"UID:" + meeting.text() + "@fieldbook", std::string{"SUMMARY:例会\\, weekly"},
          std::string{"DTSTART;TZID=Asia/Shanghai:20261207T090000"},
          std::string{"RRULE:FREQ=WEEKLY;BYDAY=MO"},
          std::string{"EXDATE;TZID=Asia/Shanghai:20261214T090000"}, std::string{"BEGIN:VTIMEZONE"},
          std::string{"TZID:Asia/Shanghai"}, std::string{"SUMMARY:Call back"},
          std::string{"DTSTART:20991208T060000Z"}, std::string{"TRANSP:TRANSPARENT"}}) {
        EXPECT_NE(his.body.find(line), std::string::npos) << line << "\n" << his.body;
    }
    EXPECT_EQ(hers.body.find("SUMMARY"), std::string::npos) << hers.body;
}

TEST_F(CalendarAddress, IsNoDevice)
{
    const auto devices = server.application().engine().store.read()->devices().size();

    const auto place = renew(server.signIn("ming", 1));

    EXPECT_EQ(client.get(place).status, 200);
    EXPECT_EQ(server.application().engine().store.read()->devices().size(), devices + 1);
}

TEST(CalendarOrigin, IsWhereTheCompanySaysThatItIsReached)
{
    ApiServer server{false, "", {}, [](Configuration& settings) {
                         settings.publicAddress = "https://fieldbook.example";
                     }};

    const auto reply =
        server.client().post("/v1/me/calendar", "", ApiServer::bearer(server.signIn("ming", 1)));

    const auto url = json::parse(reply.body)["url"].get<std::string>();
    EXPECT_TRUE(url.starts_with("https://fieldbook.example/v1/calendars/fbk_")) << url;
}

TEST_F(CalendarAddress, IsNotSentAgainUntilItChanges)
{
    add("reminder", call,
        {{"title", std::string{"Call back"}},
         {"state", std::string{"open"}},
         {"due_at", at("2099-12-08T06:00:00Z")}});
    const auto place = renew(server.signIn("ming", 1));
    const auto first = client.get(place);
    const auto tag = *first.find("ETag");

    const auto same = client.get(place, {{"If-None-Match", tag}});
    add("reminder", meeting,
        {{"title", std::string{"Another"}},
         {"state", std::string{"open"}},
         {"due_at", at("2099-12-09T06:00:00Z")}});
    const auto changed = client.get(place, {{"If-None-Match", tag}});

    EXPECT_EQ(same.status, 304);
    EXPECT_EQ(same.body, "");
    EXPECT_EQ(changed.status, 200);
    EXPECT_NE(changed.find("ETag"), tag);
}

TEST_F(CalendarAddress, EndsWhenItIsRenewedRevokedOrItsUserIsFrozen)
{
    const auto ming = server.signIn("ming", 1);
    const auto first = renew(ming);
    const auto second = renew(ming);
    EXPECT_EQ(client.get(first).status, 404);
    EXPECT_EQ(client.get(second).status, 200);
    EXPECT_EQ(client.request("DELETE", "/v1/me/calendar", "", ApiServer::bearer(ming)).status, 204);
    EXPECT_EQ(client.get(second).status, 404);
    const auto third = renew(ming);
    auto& engine = server.application().engine();
    EXPECT_TRUE(engine.people.alter({}, "user", *Uuid::parse(idOf("ming")),
                                    {{"status", std::string{"frozen"}}}));

    const auto gone = client.get(third);

    EXPECT_EQ(gone.status, 404);
    EXPECT_EQ(problemCode(gone), "calendar.missing");
}

TEST_F(CalendarAddress, OpensNothingElseAndNothingElseOpensIt)
{
    const auto place = renew(server.signIn("ming", 1));
    const auto begin = place.rfind('/') + 1;
    const auto token = place.substr(begin, place.size() - begin - 4);
    const ApiServer::Fields bearer{{"Authorization", "Bearer " + token}};

    for (const auto* target : {"/v1/me", "/v1/records/customer", "/v1/pull", "/v1/review"}) {
        EXPECT_EQ(problemCode(client.get(target, bearer)), "key.scope_missing") << target;
    }
    const auto key = issue("ming", "records.read files.read");
    EXPECT_EQ(client.get("/v1/calendars/" + key["key"].get<std::string>() + ".ics").status, 404);
    EXPECT_EQ(client.get("/v1/calendars/" + token).status, 404);
    EXPECT_EQ(client.get("/v1/calendars/" + std::string(43, 'A') + ".ics").status, 404);
}

} // namespace
} // namespace fieldbook::server
