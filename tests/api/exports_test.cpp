#include "shared/rules/exports.h"
#include "shared/text/csv.h"
#include "tests/api/api_server.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

#include <future>
#include <sstream>
#include <thread>

namespace fieldbook::server {
namespace {

using nlohmann::json;

// Ming asks, Zhou approves and takes out what is his own to see.
class Exports : public ::testing::Test {
protected:
    std::shared_ptr<testing::FakeClock> clock = std::make_shared<testing::FakeClock>();
    ApiServer server{false, {}, {.clock = clock}};
    testing::HttpClient client = server.client();
    json ming = server.signIn("ming", 1);
    json zhou = server.signIn("zhou", 2);
    json zhao = server.signIn("zhao", 3);
    int changes = 0;

    json request(const json& who, const std::string& body)
    {
        const auto reply = client.post("/v1/exports", body, ApiServer::bearer(who));
        EXPECT_EQ(reply.status, 201) << reply.body;
        return json::parse(reply.body, nullptr, false);
    }
    testing::HttpReply take(const json& who, const json& request)
    {
        return client.post("/v1/exports/" + request["id"].get<std::string>() + "/file", "{}",
                           ApiServer::bearer(who));
    }
    // What somebody else does in the store meanwhile.
    Result<void> set(std::string_view type, const Uuid& id, std::string_view field, Value value)
    {
        Engine& engine = server.application().engine();
        rules::RecordWrite write{&typeNamed(type), id, false, {}};
        write.set(field, std::move(value));
        return engine.commits.run([&](Commit& commit) -> Result<void> {
            const std::vector<ServerChange> writes{write};
            const auto applied = engine.changes.applyGroup(commit, rules::Actor{}, writes);
            return applied ? Result<void>{} : fail(applied.error());
        });
    }
    static Uuid userOf(const json& session)
    {
        return Uuid::parse(session["user"]["id"].get<std::string>()).value();
    }
    std::string act(const json& who, const std::string& name, const json& request)
    {
        const json change{{"n", ++changes},
                          {"at", std::to_string(toMillis(clock->now())) + ".0"},
                          {"act",
                           {{"name", name},
                            {"type", "export_request"},
                            {"id", request["id"]},
                            {"args", {{"answer", "fine"}}}}}};
        const auto reply =
            client.post("/v1/push", push(who, change.dump()), ApiServer::bearer(who));
        EXPECT_EQ(reply.status, 200) << reply.body;
        return json::parse(reply.body)["receipts"][0].value("code", std::string{"done"});
    }
    static std::vector<std::vector<std::string>> rowsOf(const std::string& csv)
    {
        std::istringstream in{csv};
        CsvReader reader{in};
        std::vector<std::vector<std::string>> rows;
        for (auto row = reader.next(); row && *row; row = reader.next()) {
            rows.push_back((*row)->fields);
        }
        return rows;
    }
};

TEST_F(Exports, GiveWhatTheTakerSeesMarkedAndNoted)
{
    const auto asked = request(
        zhou, R"({"type":"customer","format":"csv","reason":"campaign","fields":["name"]})");
    EXPECT_EQ(asked["f"]["state"], "approved");

    const auto file = take(zhou, asked);

    ASSERT_EQ(file.status, 200) << file.body;
    EXPECT_TRUE(file.find("Content-Disposition")->starts_with("attachment; filename=\"customer-"));
    const auto rows = rowsOf(file.body);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0], (std::vector<std::string>{"Name", "Fieldbook"}));
    EXPECT_EQ(rows[1][0], "Bakery") << "Ana's smithy is not Zhou's to see";
    EXPECT_TRUE(rows[1][1].starts_with("zhou ") &&
                rows[1][1].ends_with(asked["id"].get<std::string>()));
    const auto noted =
        json::parse(client.get("/v1/trail?kind=export.taken", ApiServer::bearer(zhao)).body);
    ASSERT_EQ(noted["entries"].size(), 1U);
    EXPECT_EQ(noted["entries"][0]["body"]["what"]["rows"], 1);
    EXPECT_EQ(noted["entries"][0]["body"]["what"]["fields"], json({"name"}));
    EXPECT_EQ(noted["entries"][0]["body"]["what"]["of"], "customer");
}

TEST_F(Exports, SpeakTheLanguageOfTheirTakerAndNameWhatIsReferredTo)
{
    auto headers = ApiServer::bearer(zhou);
    headers.emplace_back("Accept-Language", "zh-CN");
    const auto asked = request(
        zhou,
        R"({"type":"customer","format":"csv","reason":"campaign","fields":["owner","kind"]})");

    const auto file =
        client.post("/v1/exports/" + asked["id"].get<std::string>() + "/file", "{}", headers);

    ASSERT_EQ(file.status, 200) << file.body;
    const auto rows = rowsOf(file.body);
    ASSERT_EQ(rows.size(), 2U);
    const auto& kind = typeNamed("customer").field("kind");
    EXPECT_EQ(rows[0][0], kind.fieldLabel.zh);
    EXPECT_EQ(rows[1][0], kind.choices.front().label.zh);
    EXPECT_EQ(rows[1][1], "ming");
}

TEST_F(Exports, TakeWhatTheirFilterLetsThroughAndNoMore)
{
    const auto asked =
        request(zhou, R"({"type":"customer","format":"csv","reason":"x","fields":["name"],
        "where":{"field":"name","op":"is","values":["Nobody"]}})");
    EXPECT_EQ(asked["f"]["expected"], 0);

    EXPECT_EQ(rowsOf(take(zhou, asked).body).size(), 1U);
}

TEST_F(Exports, MayBeTakenAgainForAnHourAndWaitForAWeek)
{
    const auto asked = request(zhou, R"({"type":"customer","format":"csv","reason":"campaign"})");
    const auto left = request(zhou, R"({"type":"customer","format":"csv","reason":"later"})");
    ASSERT_EQ(take(zhou, asked).status, 200);
    clock->advance(std::chrono::minutes{59});
    EXPECT_EQ(take(zhou, asked).status, 200);
    clock->advance(std::chrono::minutes{2});

    EXPECT_EQ(problemCode(take(zhou, asked)), "export.taken");

    clock->advance(rules::exportOpen);
    zhou = server.signIn("zhou", 2);
    EXPECT_EQ(problemCode(take(zhou, left)), "export.expired");
}

TEST_F(Exports, AreWorkbooksToo)
{
    const auto asked = request(zhou, R"({"type":"order","format":"xlsx","reason":"the books"})");

    const auto file = take(zhou, asked);

    ASSERT_EQ(file.status, 200) << file.body;
    EXPECT_TRUE(file.body.starts_with("PK"));
    EXPECT_EQ(file.find("Content-Type"),
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
}

TEST_F(Exports, OfThoseWhoMustAskWaitForAManager)
{
    const auto asked = request(ming, R"({"type":"customer","format":"csv","reason":"for a fair"})");
    EXPECT_EQ(asked["f"]["state"], "requested");
    EXPECT_EQ(problemCode(take(ming, asked)), "export.waiting");
    EXPECT_EQ(problemCode(take(zhou, asked)), "record.missing") << "who approves takes nothing";

    EXPECT_EQ(act(zhou, "export_request.approve", asked), "done");
    EXPECT_EQ(act(zhou, "export_request.reject", asked), "export.decided");

    EXPECT_EQ(take(ming, asked).status, 200);
}

TEST_F(Exports, ThatWereRejectedGiveNothing)
{
    const auto asked = request(ming, R"({"type":"customer","format":"csv","reason":"for myself"})");
    EXPECT_EQ(act(zhou, "export_request.reject", asked), "done");

    EXPECT_EQ(problemCode(take(ming, asked)), "export.rejected");
}

TEST_F(Exports, AreNoFormulasForASpreadsheet)
{
    ASSERT_TRUE(set("customer", server.bakery(), "name", std::string{"=HYPERLINK(\"http://x\")"}));

    const auto rows = rowsOf(
        take(zhou,
             request(zhou, R"({"type":"customer","format":"csv","reason":"x","fields":["name"]})"))
            .body);

    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1][0], "'=HYPERLINK(\"http://x\")");
}

TEST_F(Exports, AskedForTwiceWithOneKeyAreMadeOnce)
{
    const std::string body =
        R"({"type":"customer","format":"csv","reason":"x","key":"01890000-0000-7000-8000-0000000000fe"})";

    const auto first = request(zhou, body);

    EXPECT_EQ(request(zhou, body), first);
    EXPECT_NE(request(ming, body)["id"], first["id"]) << "of somebody else";
    EXPECT_NE(request(zhou, R"({"type":"customer","format":"csv","reason":"x"})")["id"],
              first["id"]);
}

TEST_F(Exports, WaitForAManagerAfterAllWhenTheirTakerMustAskSince)
{
    const auto asked = request(zhou, R"({"type":"customer","format":"csv","reason":"campaign"})");
    ASSERT_TRUE(set("user", userOf(zhou), "role", std::string{"salesperson"}));

    EXPECT_EQ(problemCode(take(zhou, asked)), "export.waiting");

    ASSERT_TRUE(set("user", userOf(zhou), "role", std::string{"technician"}));
    EXPECT_EQ(problemCode(take(zhou, asked)), "access.export");
}

TEST_F(Exports, AreNotGivenOutWhenWhatTheirTakerSeesChangesMeanwhile)
{
    const auto asked = request(zhou, R"({"type":"customer","format":"csv","reason":"campaign"})");
    auto& commits = server.application().engine().commits;
    const auto untilWaiting = [&](std::size_t jobs) {
        while (commits.waiting() < jobs) {
            std::this_thread::yield();
        }
    };
    std::promise<void> begun;
    std::promise<void> go;
    auto holds = std::async(std::launch::async, [&] {
        return commits.run([&](Commit&) -> Result<void> {
            begun.set_value();
            go.get_future().wait();
            return {};
        });
    });
    begun.get_future().wait();
    auto demoted = std::async(std::launch::async, [&] {
        return set("user", userOf(zhou), "role", std::string{"auditor"});
    });
    untilWaiting(1);
    // The file is written as the manager sees it, and is noted after the change.
    auto taken = std::async(std::launch::async, [&] { return take(zhou, asked); });
    untilWaiting(2);
    go.set_value();

    EXPECT_EQ(problemCode(taken.get()), "export.changed");

    EXPECT_TRUE(holds.get() && demoted.get());
    const auto entries =
        json::parse(client.get("/v1/trail?kind=export.taken", ApiServer::bearer(zhao)).body);
    EXPECT_TRUE(entries["entries"].empty());
}

TEST_F(Exports, AreDecidedByNobodyWhoMustAskToo)
{
    ASSERT_TRUE(set("user", userOf(zhou), "role", std::string{"marketing"}));
    const auto asked = request(ming, R"({"type":"customer","format":"csv","reason":"for a fair"})");

    EXPECT_EQ(act(zhou, "export_request.approve", asked), "access.manager_only");

    EXPECT_EQ(problemCode(take(ming, asked)), "export.waiting");
}

} // namespace
} // namespace fieldbook::server
