#include "tests/api/api_server.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

// What managers and IT do over the office's endpoints: the flow through the stages, handovers, what
// was refused, and whether the trail is whole.
namespace fieldbook::server {
namespace {

using nlohmann::json;
using testing::FakeClock;

const std::string ovens = "01890000-0000-7000-8000-00000000cc01";

class Office : public ::testing::Test {
protected:
    std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();
    ApiServer server{false, {}, {clock, std::make_shared<SystemEntropy>()}};
    testing::HttpClient client = server.client();
    json ming = server.signIn("ming", 1);
    ApiServer::Fields zhou = ApiServer::bearer(server.signIn("zhou", 3));
    ApiServer::Fields chen = ApiServer::bearer(server.signIn("chen", 4));
    ApiServer::Fields zhao = ApiServer::bearer(server.signIn("zhao", 5));
    int last = 0;

    // What Ming's tablet sends, and how it is answered.
    json send(const json& change)
    {
        json numbered{{"n", ++last}, {"at", std::to_string(toMillis(clock->now())) + ".0"}};
        numbered.update(change);
        const auto reply =
            client.post("/v1/push", push(ming, numbered.dump()), ApiServer::bearer(ming));
        EXPECT_EQ(reply.status, 200) << reply.body;
        return json::parse(reply.body)["receipts"][0];
    }
    json sendCreate(const std::string& type, const std::string& id, const json& fields)
    {
        return send({{"create", {{"type", type}, {"id", id}, {"f", fields}}}});
    }
    void sendMove(const std::string& stage)
    {
        const json act{{"name", "opportunity.move"},
                       {"type", "opportunity"},
                       {"id", ovens},
                       {"args", {{"stage", stage}}}};
        EXPECT_EQ(send({{"act", act}})["outcome"], "applied");
    }
    void sendClose(const std::string& day)
    {
        const auto stored = get("/v1/records/opportunity/" + ovens, zhou);
        const json edit{
            {"type", "opportunity"},
            {"id", ovens},
            {"f",
             {{"expected_close",
               {{"to", day},
                {"from", stored.contains("w") ? stored["w"].value("expected_close", stored["v"])
                                              : stored["v"]},
                {"was", stored["f"]["expected_close"]}}}}}};
        EXPECT_EQ(send({{"edit", edit}})["outcome"], "applied");
    }
    void makeDeal()
    {
        const auto made = sendCreate("opportunity", ovens,
                                     {{"customer", server.bakery().text()},
                                      {"name", "Ovens"},
                                      {"amount", {{"minor", 100'000}, {"currency", "CNY"}}},
                                      {"expected_close", "2030-03-01"}});
        EXPECT_EQ(made["outcome"], "applied") << made;
    }
    json get(const std::string& place, const ApiServer::Fields& as)
    {
        const auto reply = client.get(place, as);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return json::parse(reply.body);
    }
    json post(const std::string& place, const json& body, const ApiServer::Fields& as)
    {
        const auto reply = client.post(place, body.dump(), as);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return json::parse(reply.body);
    }
    [[nodiscard]] std::string today() const { return toIsoDate(Zone::utc().dateAt(clock->now())); }
    [[nodiscard]] std::string idOf(const std::string& login)
    {
        const auto directory = server.application().engine().directory.current();
        return directory->userByLogin(login)->id.text();
    }
    json flow(const ApiServer::Fields& as, const json& more = json::object())
    {
        json asked{{"from", "2020-01-01"}, {"to", "2029-12-31"}};
        asked.update(more);
        return post("/v1/review/flow", asked, as);
    }
};

json stageOf(const json& flow, const std::string& code)
{
    for (const auto& stage : flow["stages"]) {
        if (stage["stage"] == code) {
            return stage;
        }
    }
    return nullptr;
}

TEST_F(Office, CountsWhatWentThroughTheStagesAndHowLongItStayed)
{
    makeDeal();
    clock->advance(std::chrono::hours{48});
    sendMove("needs");
    clock->advance(std::chrono::hours{24});
    sendMove("proposal");

    const auto told = flow(zhou);

    const auto initial = stageOf(told, "initial");
    EXPECT_EQ(initial["entered"], 1);
    EXPECT_EQ(initial["advanced"], 1);
    EXPECT_EQ(initial["stayed_ms"], 48 * 3'600'000);
    EXPECT_EQ(stageOf(told, "needs")["stayed_ms"], 24 * 3'600'000);
    EXPECT_EQ(stageOf(told, "proposal")["entered"], 1);
    EXPECT_EQ(stageOf(told, "proposal")["advanced"], 0);
    EXPECT_EQ(stageOf(flow(chen), "initial")["entered"], 0);
    EXPECT_EQ(
        stageOf(flow(zhou, {{"from", "2019-01-01"}, {"to", "2019-12-31"}}), "initial")["entered"],
        0);
}

TEST_F(Office, SaysWhichDealsWerePutOff)
{
    makeDeal();
    clock->advance(std::chrono::hours{1});
    sendClose("2030-04-01");
    clock->advance(std::chrono::hours{1});
    sendClose("2030-05-01");

    const auto told = flow(zhou);

    EXPECT_EQ(told["slipped"], 1);
    const auto slip = told["slips"][0];
    EXPECT_EQ(slip["id"], ovens);
    EXPECT_EQ(slip["was"], "2030-03-01");
    EXPECT_EQ(slip["now"], "2030-05-01");
    EXPECT_EQ(slip["times"], 2);
    EXPECT_EQ(slip["f"]["name"], "Ovens");
    EXPECT_EQ(told["names"][slip["f"]["owner"].get<std::string>()], "ming");
    EXPECT_TRUE(flow(chen)["slips"].empty());
}

TEST_F(Office, KnowsTheForecastAsItWasOnAnEvening)
{
    makeDeal();
    const auto evening = today();
    clock->advance(std::chrono::hours{72});
    sendMove("needs");
    sendClose("2030-06-01");

    const auto then = flow(zhou, {{"before", evening}})["forecast_before"];
    const auto now = flow(zhou, {{"before", today()}})["forecast_before"];

    ASSERT_EQ(then.size(), 1U);
    EXPECT_EQ(then[0]["month"], "2030-03");
    EXPECT_EQ(then[0]["amount"][0]["minor"], 100'000);
    EXPECT_EQ(then[0]["weighted"][0]["minor"], 10'000);
    ASSERT_EQ(now.size(), 1U);
    EXPECT_EQ(now[0]["month"], "2030-06");
    EXPECT_EQ(now[0]["weighted"][0]["minor"], 25'000);
    EXPECT_TRUE(flow(zhou, {{"before", "2019-01-01"}})["forecast_before"].empty());
}

TEST_F(Office, HandsABookOverAfterAPreviewAndTakesItBack)
{
    const json order{{"from", idOf("ming")}, {"to", idOf("ana")}, {"reason", "leaves"}};
    json preview = order;
    preview["preview"] = true;
    const auto ownerNow = [&] {
        return get("/v1/records/customer/" + server.bakery().text(), zhao)["f"]["owner"];
    };

    const auto would = post("/v1/handovers", preview, zhao);
    EXPECT_EQ(would["moved"][0]["records"], 1);
    EXPECT_EQ(ownerNow(), idOf("ming"));
    EXPECT_TRUE(get("/v1/handovers", zhao)["handovers"].empty());
    const auto done = post("/v1/handovers", order, zhao);
    EXPECT_EQ(ownerNow(), idOf("ana"));
    EXPECT_EQ(get("/v1/handovers", zhou)["handovers"][0]["reason"], "leaves");
    EXPECT_TRUE(get("/v1/handovers", chen)["handovers"].empty());
    const auto place = "/v1/handovers/" + done["id"].get<std::string>();
    EXPECT_EQ(client.request("DELETE", place, "", ApiServer::bearer(ming)).status, 403);
    EXPECT_EQ(client.request("DELETE", place, "", zhao).status, 200);

    EXPECT_EQ(ownerNow(), idOf("ming"));
    EXPECT_EQ(problemCode(client.request("DELETE", place, "", zhao)), "handover.undone");
    EXPECT_EQ(problemCode(client.post("/v1/handovers", order.dump(), chen)), "access.manager_only");
}

TEST_F(Office, ShowsRefusedChangesToWhoAnswersForThePersonAndOnlyWhatTheySee)
{
    const auto own = sendCreate("activity", "01890000-0000-7000-8000-00000000aa01",
                                {{"customer", server.bakery().text()},
                                 {"kind", "song"},
                                 {"happened_at", "2024-01-01T10:00:00Z"},
                                 {"content", "They want ovens"}});
    ASSERT_EQ(own["outcome"], "refused");
    const auto foreign = sendCreate("activity", "01890000-0000-7000-8000-00000000aa02",
                                    {{"customer", server.smithy().text()},
                                     {"kind", "call"},
                                     {"happened_at", "2024-01-01T10:00:00Z"}});
    ASSERT_EQ(foreign["outcome"], "refused");

    const auto seen = get("/v1/refusals", zhou)["changes"];
    ASSERT_EQ(seen.size(), 2U);
    EXPECT_TRUE(seen[0]["content"].is_null()) << "another team's customer";
    EXPECT_EQ(seen[1]["content"]["f"]["content"], "They want ovens");
    EXPECT_EQ(seen[1]["code"], "field.choice");
    EXPECT_NE(seen[1]["reason"], "");
    EXPECT_EQ(seen.dump().find(server.smithy().text()), std::string::npos);
    EXPECT_FALSE(get("/v1/refusals", zhao)["changes"][0]["content"].is_null());
    EXPECT_TRUE(get("/v1/refusals", chen)["changes"].empty());
    EXPECT_TRUE(get("/v1/refusals", ApiServer::bearer(ming))["changes"].empty());
    EXPECT_TRUE(get("/v1/refusals?state=held", zhou)["changes"].empty());
}

TEST_F(Office, DecidesAboutWhatIsHeld)
{
    auto& engine = server.application().engine();
    const auto user = *Uuid::parse(idOf("ming"));
    const auto frozen = engine.people.alter({}, "user", user, {{"status", std::string{"frozen"}}});
    ASSERT_TRUE(frozen) << frozen.error().code;
    const auto held = sendCreate("activity", "01890000-0000-7000-8000-00000000aa03",
                                 {{"customer", server.bakery().text()},
                                  {"kind", "call"},
                                  {"happened_at", "2024-01-01T10:00:00Z"}});
    ASSERT_EQ(held["code"], "quarantine.held");
    const std::string place = "/v1/users/" + user.text() + "/quarantine";

    EXPECT_EQ(get("/v1/refusals?state=held", zhou)["changes"].size(), 1U);
    EXPECT_EQ(problemCode(client.post(place, R"({"release":true})", chen)), "access.manager_only");
    const auto outcome = post(place, {{"release", true}}, zhou);

    EXPECT_EQ(outcome["released"], 1);
    EXPECT_TRUE(get("/v1/refusals?state=held", zhou)["changes"].empty());
    EXPECT_EQ(problemCode(client.post(place, R"({"release":false})", zhou)), "quarantine.empty");
}

TEST_F(Office, FindsTheTrailWhole)
{
    makeDeal();

    const auto report = post("/v1/trail/verification", json::object(), zhao);

    EXPECT_TRUE(report["faults"].empty()) << report;
    EXPECT_GT(report["entries"], 0);
    EXPECT_EQ(problemCode(client.post("/v1/trail/verification", "{}", zhou)),
              "access.manager_only");
}

} // namespace
} // namespace fieldbook::server
