#include "tests/support/temp_dir.h"
#include "tests/support/websocket_client.h"
#include "tests/system/programs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

namespace fieldbook::testing {
namespace {

using nlohmann::json;

std::set<std::string> idsOf(const TabletProgram& tablet, const std::string& type)
{
    std::set<std::string> ids;
    for (const json& record : tablet.ask({"list", type})) {
        ids.insert(record["id"]);
    }
    return ids;
}

// What IT types; its answer, which must be in order.
std::string done(const Ended& ended)
{
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended.out;
}

// What a wiped tablet still has, but for the note of it and the look of the app.
std::vector<std::string> leftOf(const std::filesystem::path& folder)
{
    const std::set<std::string> known{"wiping.json", "lock", "preferences.ini"};
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (const auto name = entry.path().filename().string(); !known.contains(name)) {
            names.push_back(name);
        }
    }
    return names;
}

// A salesperson leaves with unsent work on the tablet.
TEST(LeaverStory, LosesTheBookToColleaguesAndTheTabletToAWipeAndNothingOfWhatWasRecordedOffline)
{
    const TempDir folder;
    ServerProgram server{folder / "company"};
    ASSERT_EQ(server.command({"demo", "--customers", "24", "--people", "6"}).code, 0);
    server.start({"--log-level", "error"});
    const TabletProgram lin{folder / "lin", "lin"};
    const TabletProgram wang{folder / "wang", "wang"};
    const TabletProgram chen{folder / "chen", "chen"};
    for (const auto* tablet : {&lin, &wang, &chen}) {
        tablet->signIn(server.url());
        tablet->sync();
    }
    const auto book = idsOf(lin, "customer");
    ASSERT_GE(book.size(), 2U);
    const auto session = server.signIn("lin", 7);
    WebSocketClient live{server.port(), "/v1/live", bearer(session)};
    const std::string first = *book.begin();
    const std::string second = *book.rbegin();

    // Without a network: a visit, a reminder, an edit, and a customer nobody else has heard of.
    const std::string visit = lin.ask({"add", "visit", "customer=" + first, "kind=phone",
                                       "planned_at=now", "purpose=last words"})["id"];
    const std::string reminder =
        lin.ask({"add", "reminder", "title=call back", "due_at=now", "customer=" + second})["id"];
    std::ignore = lin.ask({"edit", second, "fax=0571-4711"});
    const std::string found =
        lin.ask({"add", "customer", "name=New found bakery", "kind=organisation"})["id"];

    // Meanwhile in the office, beside the running server.
    done(server.command({"user", "freeze", "lin"}));
    HttpClient client{server.port()};
    const auto refused = client.get("/v1/me", bearer(session));
    EXPECT_EQ(refused.status, 401);
    EXPECT_EQ(json::parse(refused.body)["code"], "session.frozen");
    EXPECT_NE(live.receiveClose(), 0);
    std::ofstream{folder / "to_chen.csv"} << first << ",chen\n";
    const Words order{
        "handover", "give", "lin", "--to", "wang", "--customers", (folder / "to_chen.csv").string(),
        "--json"};
    auto asPreview = order;
    asPreview.emplace_back("--preview");
    const auto preview = json::parse(done(server.command(asPreview)));
    const auto handover = json::parse(done(server.command(order)));
    EXPECT_EQ(preview["moved"], handover["moved"]);

    const std::string code = lin.ask({"status"})["device_code"];
    done(server.command({"device", "wipe", code, "--reason", "lin leaves"}));

    // The tablet comes into reach: it delivers, hears nothing more, and destroys what it holds.
    const auto ended = lin.command({"sync"});
    EXPECT_EQ(ended.code, 1);
    EXPECT_NE(ended.err.find("device.wiped"), std::string::npos) << ended.err;
    EXPECT_TRUE(leftOf(folder / "lin").empty());
    const auto device = json::parse(done(server.command({"device", "show", code, "--json"})));
    EXPECT_EQ(device["state"], "wiped");
    EXPECT_EQ(device["reason"], "lin leaves");
    EXPECT_GT(device["files_destroyed"], 0);
    EXPECT_NE(device["receipt"].get<std::string>().find("store/tablet.db"), std::string::npos);
    EXPECT_NE(lin.command({"sign-in", server.url(), "lin"}).code, 0);
    wang.sync();
    EXPECT_FALSE(idsOf(wang, "visit").contains(visit));
    const auto held = json::parse(done(server.command({"quarantine", "list", "--json"})));
    EXPECT_GE(held.size(), 4U);
    const auto outcome = json::parse(
        done(server.command({"quarantine", "release", "lin", "--to", "wang", "--json"})));
    EXPECT_EQ(outcome["released"], held.size());
    EXPECT_TRUE(outcome["refused"].empty()) << outcome;

    // Nothing is missing at the colleagues'.
    wang.sync();
    chen.sync();
    auto present = idsOf(wang, "customer");
    EXPECT_TRUE(present.contains(found));
    present.merge(idsOf(chen, "customer"));
    EXPECT_TRUE(std::ranges::includes(present, book));
    EXPECT_TRUE(idsOf(chen, "visit").contains(visit));
    EXPECT_TRUE(idsOf(wang, "reminder").contains(reminder));
    EXPECT_EQ(wang.ask({"show", second})["f"]["fax"], "0571-4711");
    EXPECT_EQ(server.stop(), 0);
}

} // namespace
} // namespace fieldbook::testing
