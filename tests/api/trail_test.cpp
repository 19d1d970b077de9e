#include "shared/base/encoding.h"
#include "shared/trail/checkpoint.h"
#include "tests/api/api_server.h"

#include <gtest/gtest.h>

namespace fieldbook::server {
namespace {

using nlohmann::json;

class TrailApi : public ::testing::Test {
protected:
    ApiServer server;
    ApiServer::Fields ming = ApiServer::bearer(server.signIn("ming", 1));
    ApiServer::Fields zhao = ApiServer::bearer(server.signIn("zhao", 2));
    testing::HttpClient client = server.client();
    Uuid contact = *Uuid::parse("01890000-0000-7000-8000-0000000000c1");

    void SetUp() override
    {
        rules::RecordWrite write{&typeNamed("contact"), contact, true, {}};
        write.set("customer", server.bakery());
        write.set("name", std::string{"王芳"});
        write.set("family", std::string{"two children"});
        Engine& engine = server.application().engine();
        const auto done = engine.commits.run([&](Commit& commit) -> Result<void> {
            const std::vector<ServerChange> changes{write};
            const auto applied = engine.changes.applyGroup(commit, rules::Actor{}, changes);
            return applied ? Result<void>{} : fail(applied.error());
        });
        ASSERT_TRUE(done) << done.error().code;
    }

    json trail(const std::string& query, const ApiServer::Fields& as)
    {
        const auto reply = client.get("/v1/trail" + query, as);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return json::parse(reply.body);
    }
    [[nodiscard]] std::string placeOf() const { return "/v1/records/contact/" + contact.text(); }
};

TEST_F(TrailApi, ShowsSensitiveFieldsOnRequestAndNotesIt)
{
    const auto masked = json::parse(client.get(placeOf(), ming).body);
    EXPECT_EQ(masked["f"]["family"], "t***");

    const auto shown = client.post(placeOf() + "/reveal", R"({"fields":["family"]})", ming);

    ASSERT_EQ(shown.status, 200) << shown.body;
    EXPECT_EQ(json::parse(shown.body)["values"]["family"], "two children");
    const auto views = trail("?kind=field.viewed", zhao)["entries"];
    ASSERT_EQ(views.size(), 1U);
    EXPECT_EQ(views[0]["id"], contact.text());
    EXPECT_EQ(views[0]["body"]["what"]["fields"], json({"family"}));
}

TEST_F(TrailApi, NotesWhatWasRefused)
{
    EXPECT_EQ(client.get("/v1/review", ming).status, 403);
    EXPECT_EQ(client.get("/v1/trail", ming).status, 403);

    // Behind what waits in the queue.
    server.application().engine().drain();
    const auto refused = trail("?kind=request.refused", zhao)["entries"];

    ASSERT_EQ(refused.size(), 2U);
    EXPECT_EQ(refused[0]["body"]["operation"], "searchTrail");
    EXPECT_EQ(refused[1]["body"]["code"], "access.manager_only");
}

TEST_F(TrailApi, IsSearchedAndReadInPages)
{
    const auto made = trail("?record=" + contact.text(), zhao)["entries"];
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0]["kind"], "record.made");
    EXPECT_EQ(made[0]["body"]["fields"]["name"], "王芳");
    EXPECT_EQ(made[0]["body"]["fields"]["family"], "***");

    const auto first = trail("?limit=2", zhao);
    const auto before = first["entries"][1]["number"].dump();
    const auto second = trail("?limit=2&before=" + before, zhao);
    EXPECT_TRUE(first["more"]);
    EXPECT_EQ(second["entries"][0]["number"], first["entries"][1]["number"].get<int>() - 1);
}

TEST_F(TrailApi, ShowsAnAdministratorWhoAndWhenButNotWhatRecordsHeld)
{
    auto& people = server.application().engine().people;
    ASSERT_TRUE(people.createUser({}, {{"name", std::string{"gao"}},
                                       {"login", std::string{"gao"}},
                                       {"role", std::string{"administrator"}},
                                       {"status", std::string{"active"}}}));
    server.givePasswords();
    const auto gao = ApiServer::bearer(server.signIn("gao", 3));

    const auto made = trail("?record=" + contact.text(), gao)["entries"];

    ASSERT_EQ(made.size(), 1U);
    EXPECT_FALSE(made[0].contains("body"));
    EXPECT_TRUE(trail("?kind=session.opened", gao)["entries"][0].contains("at"));
}

TEST_F(TrailApi, ProvesEachStateToAWitnessWhoKeepsIt)
{
    const auto ask = [&](std::uint64_t former) {
        const auto reply = client.get("/v1/trail/checkpoint?size=" + std::to_string(former), zhao);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return json::parse(reply.body);
    };
    const auto first = ask(0);
    PublicKey key{};
    std::ranges::copy(*fromHex(first["key"].get<std::string>()), key.begin());
    const auto kept = trail::readCheckpoint(first["checkpoint"].get<std::string>(), key);
    ASSERT_TRUE(kept);
    const json mine{{"checkpoint", first["checkpoint"]}};
    EXPECT_EQ(client.post("/v1/trail/witness", mine.dump(), zhao).status, 204);
    EXPECT_EQ(client.get("/v1/review", ming).status, 403);
    server.application().engine().drain();

    const auto second = ask(kept->tree.size);

    const auto now = trail::readCheckpoint(second["checkpoint"].get<std::string>(), key);
    ASSERT_TRUE(now);
    EXPECT_GT(now->tree.size, kept->tree.size);
    std::vector<Sha256Digest> proof;
    for (const auto& text : second["proof"]) {
        Sha256Digest hash{};
        std::ranges::copy(*fromHex(text.get<std::string>()), hash.begin());
        proof.push_back(hash);
    }
    EXPECT_TRUE(trail::isBeginning(kept->tree, now->tree, proof));
    EXPECT_EQ(server.application().engine().trail.verify().witnesses, 1U);
    EXPECT_EQ(problemCode(client.post("/v1/trail/witness", R"({"checkpoint":"x"})", zhao)),
              "checkpoint.malformed");
    EXPECT_EQ(client.get("/v1/trail/checkpoint", ming).status, 403);
}

} // namespace
} // namespace fieldbook::server
