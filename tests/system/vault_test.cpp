#include "tests/support/temp_dir.h"
#include "tests/system/programs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace fieldbook::testing {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int plantedCount = 200;
// Unlike anything else, so that one byte of it in the open is found.
std::string planted(int number) { return "Zq7kPlanted" + std::to_string(1'000 + number) + "vX"; }

// Moves the clock that can be set, and not the one that counts how long the machine has run.
const Environment fakeTime{{"DONT_FAKE_MONOTONIC", "1"}, {"FAKETIME_DONT_FAKE_MONOTONIC", "1"}};

Environment withFakeTime(Environment given)
{
    given.insert(fakeTime.begin(), fakeTime.end());
    return given;
}

// The files under a folder that hold one of the planted strings, or any of the words.
std::vector<std::string> filesThatShow(const fs::path& folder, const Words& more = {})
{
    std::vector<std::string> showing;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file()) {
            continue;
        }
        std::ifstream in{entry.path(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
        const bool shows = bytes.find("Zq7kPlanted") != std::string::npos ||
                           std::ranges::any_of(more, [&](const std::string& word) {
                               return bytes.find(word) != std::string::npos;
                           });
        if (shows) {
            showing.push_back(entry.path().string());
        }
    }
    return showing;
}

std::string codeIn(const Ended& ended) { return json::parse(ended.out)["error"]["code"]; }

class VaultStory : public ::testing::Test {
protected:
    VaultStory()
    {
        EXPECT_EQ(server.command({"demo", "--customers", "12", "--people", "5"}).code, 0);
        server.start({"--log-level", "debug"});
        lin.signIn(server.url());
        lin.sync();
    }

    // 200 strings in fields of customers and contacts, recorded by one program.
    void plant() const
    {
        const auto program = lin.open();
        for (int i = 0; i < plantedCount; ++i) {
            const json line{"add",
                            "customer",
                            "name=" + planted(i),
                            "kind=organisation",
                            "phone=1380000" + std::to_string(1'000 + i),
                            "profile=" + planted(i)};
            program->write(line.dump() + '\n');
        }
        program->closeInput();
        ASSERT_EQ(program->wait(), 0) << program->restOfErrors();
    }
    // As on another day.
    [[nodiscard]] Ended later(int days, Words words) const
    {
        words.insert(words.begin(), {"-f", "+" + std::to_string(days) + "d",
                                     std::string{FIELDBOOK_BIN} + "/fieldbook-tablet", "--json",
                                     "--folder", tablet().string()});
        return run("/usr/bin/faketime", words,
                   {{"FIELDBOOK_PASSWORD", demoPassword}, {"FIELDBOOK_PIN", "482915"}});
    }
    [[nodiscard]] fs::path tablet() const { return folder / "lin"; }

    TempDir folder;
    ServerProgram server{folder / "company"};
    TabletProgram lin{folder / "lin", "lin"};
};

TEST_F(VaultStory, ShowsNothingOfWhatWasRecordedWhileItIsClosed)
{
    plant();

    const auto status = lin.ask({"status"});
    EXPECT_GE(json(lin.ask({"search", planted(7)})).size(), 1U) << status;
    EXPECT_EQ(filesThatShow(tablet(), {"482915", "1380000"}), Words{});

    // After the end of the lease, whatever the clock then says.
    EXPECT_EQ(codeIn(later(8, {"status"})), "lease.ended");
    EXPECT_FALSE(fs::exists(tablet() / "keys/share"));
    EXPECT_EQ(codeIn(lin.command({"status"})), "lease.ended");
    EXPECT_EQ(filesThatShow(tablet(), {"482915", "1380000"}), Words{});

    // Once the server has restored it, everything is there.
    lin.signIn(server.url());
    EXPECT_GE(json(lin.ask({"search", planted(7)})).size(), 1U);
    lin.sync();

    EXPECT_NE(json::parse(lin.command({"wipe"}).out)["sealed"], nullptr);
    EXPECT_FALSE(fs::exists(tablet() / "store"));
    EXPECT_FALSE(fs::exists(tablet() / "keys/device"));
    EXPECT_EQ(filesThatShow(tablet(), {"482915", "1380000"}), Words{});
    EXPECT_EQ(codeIn(lin.command({"status"})), "store.missing");

    EXPECT_EQ(server.stop(), 0);
    const auto log = server.program().restOfErrors();
    EXPECT_FALSE(log.empty());
    EXPECT_EQ(log.find("Zq7kPlanted"), std::string::npos);
    EXPECT_EQ(log.find("482915"), std::string::npos);
}

TEST_F(VaultStory, TakesWrongPinsTenTimesAndThenOnlyTheServersSignIn)
{
    const auto with = [&](const std::string& pin, Words words) {
        words.insert(words.begin(), {"--json", "--folder", tablet().string()});
        return run(std::string{FIELDBOOK_BIN} + "/fieldbook-tablet", words,
                   {{"FIELDBOOK_PASSWORD", demoPassword}, {"FIELDBOOK_PIN", pin}});
    };
    std::ignore = lin.ask({"add", "lead", "name=" + planted(1), "phone=13800001234"});

    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(codeIn(with("000000", {"status"})), "vault.secret_wrong") << i;
    }
    EXPECT_EQ(codeIn(with("482915", {"status"})), "vault.wait");
    // Tries as in the days after; the lease lasts for a week.
    for (int day = 1; day <= 4; ++day) {
        const auto words = Words{"-f",
                                 "+" + std::to_string(day) + "d",
                                 std::string{FIELDBOOK_BIN} + "/fieldbook-tablet",
                                 "--json",
                                 "--folder",
                                 tablet().string(),
                                 "status"};
        EXPECT_EQ(
            codeIn(run("/usr/bin/faketime", words, withFakeTime({{"FIELDBOOK_PIN", "000000"}}))),
            "vault.secret_wrong")
            << day;
    }
    EXPECT_EQ(codeIn(run("/usr/bin/faketime",
                         {"-f", "+5d", std::string{FIELDBOOK_BIN} + "/fieldbook-tablet", "--json",
                          "--folder", tablet().string(), "status"},
                         withFakeTime({{"FIELDBOOK_PIN", "000000"}}))),
              "vault.sign_in");
    EXPECT_EQ(codeIn(lin.command({"status"})), "vault.sign_in");

    lin.signIn(server.url());
    EXPECT_EQ(json(lin.ask({"search", planted(1)})).size(), 1U);
    EXPECT_EQ(server.stop(), 0);
}

TEST_F(VaultStory, IsRecoveredByTheCompanyWhenItsUserIsGone)
{
    std::ofstream{folder / "photo.jpg"} << "a photo " << planted(3);
    const std::string customer = lin.ask({"list", "customer", "--limit", "1"})[0]["id"];
    std::ignore = lin.ask({"edit", customer, "fax=" + planted(2)});
    std::ignore =
        lin.ask({"attach", (folder / "photo.jpg").string(), "customer=" + customer, "kind=photo"});
    const auto waiting = lin.ask({"status"})["waiting"].get<std::size_t>();
    ASSERT_GE(waiting, 2U);
    EXPECT_EQ(server.command({"user", "freeze", "lin"}).code, 0);

    // The lease has ended, nobody signs in any more: IT takes the tablet's folder.
    EXPECT_EQ(codeIn(later(9, {"status"})), "lease.ended");
    EXPECT_NE(lin.command({"--server", server.url(), "sign-in", "lin"}).code, 0);
    const Words recover{"recover", tablet().string(), "--json"};
    const auto first = server.command(recover);
    ASSERT_EQ(first.code, 0) << first.err;
    const auto outcome = json::parse(first.out)[0];
    EXPECT_EQ(outcome["held"], waiting) << outcome;
    EXPECT_EQ(outcome["files"], 1) << outcome;
    const auto again = json::parse(server.command(recover).out)[0];
    EXPECT_EQ(again["held"], 0) << again;
    EXPECT_EQ(again["known"], waiting) << again;
    EXPECT_EQ(again["files"], 0) << again;

    const auto released =
        json::parse(server.command({"quarantine", "release", "lin", "--to", "zhou", "--json"}).out);
    EXPECT_EQ(released["released"], waiting) << released;
    const TabletProgram zhou{folder / "zhou", "zhou"};
    zhou.signIn(server.url());
    zhou.sync();
    EXPECT_EQ(zhou.ask({"show", customer})["f"]["fax"], planted(2));
    EXPECT_EQ(server.command({"recover", (folder / "zhou").string() + "/nothing"}).code, 1);
    EXPECT_EQ(server.stop(), 0);
}

TEST_F(VaultStory, KeepsSealedWhatIsWipedBeforeItWasSent)
{
    std::ignore = lin.ask({"add", "lead", "name=" + planted(5), "phone=13800001234"});

    const fs::path sealed = lin.ask({"wipe"})["sealed"].get<std::string>();
    EXPECT_TRUE(fs::exists(sealed / "store/tablet.db"));
    EXPECT_TRUE(fs::is_empty(tablet() / "keys"));
    EXPECT_EQ(filesThatShow(tablet()), Words{});
    EXPECT_EQ(codeIn(lin.command({"status"})), "store.missing");

    // The same tablet begins anew, and the company takes what was sealed.
    lin.signIn(server.url());
    const auto outcome = json::parse(server.command({"recover", tablet().string(), "--json"}).out);
    ASSERT_EQ(outcome.size(), 2U);
    EXPECT_EQ(outcome[0]["held"].get<int>() + outcome[1]["held"].get<int>(), 1) << outcome;
    EXPECT_EQ(json::parse(server.command({"quarantine", "list", "--json"}).out).size(), 1U);
    EXPECT_EQ(server.stop(), 0);
}

} // namespace
} // namespace fieldbook::testing
