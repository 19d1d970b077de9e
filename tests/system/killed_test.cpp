#include "tests/support/temp_dir.h"
#include "tests/system/programs.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <map>
#include <random>
#include <set>

namespace fieldbook::testing {
namespace {

using nlohmann::json;

constexpr int roundsUsual = 8;
constexpr int deedsInRound = 8;
const std::vector<std::string> types{"customer", "contact",  "lead",       "visit",
                                     "reminder", "activity", "order_line", "order"};

int settingOr(const char* name, int standard)
{
    const char* value = std::getenv(name);
    return value == nullptr ? standard : std::atoi(value);
}

// The copy of a person's records that a tablet holds, by id, without how they stand with the
// server.
std::map<std::string, json> copyOf(const TabletProgram& tablet)
{
    std::map<std::string, json> copy;
    for (const std::string& type : types) {
        for (json record : tablet.ask({"list", type, "--deleted"})) {
            EXPECT_EQ(record["mark"], "sent") << record;
            record.erase("mark");
            copy[record["id"]] = record;
        }
    }
    return copy;
}

// One tablet while its program runs: what it was told, and what it has answered.
struct Working {
    const TabletProgram* tablet;
    std::unique_ptr<Program> program = {};
    std::size_t linesLeft = 0; // Until it is killed.
};

class Killed : public ::testing::Test {
protected:
    Killed()
    {
        const auto made = server_.command({"demo", "--customers", "24", "--people", "6"});
        EXPECT_EQ(made.code, 0) << made.err;
        server_.start({"--log-level", "error"});
        for (const std::string login : {"lin", "wang", "chen", "zhou"}) {
            tablets_.push_back(std::make_unique<TabletProgram>(folder_ / login, login));
            tablets_.back()->signIn(server_.url());
            tablets_.back()->sync();
            for (const json& record : tablets_.back()->ask({"list", "customer", "--limit", "4"})) {
                customers_[login].push_back(record["id"]);
            }
        }
        product_ = tablets_.front()->ask({"list", "product", "--limit", "1"})[0]["id"];
    }

    [[nodiscard]] std::size_t upTo(std::size_t most)
    {
        return std::uniform_int_distribution<std::size_t>{0, most}(random_);
    }

    // A deed whose content is found nowhere else.
    [[nodiscard]] Words someDeed(const std::string& login)
    {
        const std::string token = login + '-' + std::to_string(++deeds_);
        const auto& customers = customers_[login];
        const std::string customer = customers[upTo(customers.size() - 1)];
        switch (upTo(4)) {
        case 0:
            tokens_[login].insert(token);
            return {"add", "lead", "name=" + token, "phone=13900000000"};
        case 1:
            tokens_[login].insert(token);
            return {"add", "reminder", "title=" + token, "due_at=now", "customer=" + customer};
        case 2:
            return {"order", customer, product_ + "=" + std::to_string(1 + upTo(5)),
                    "--notes=" + token};
        case 3:
            return {"edit", customer, "fax=" + token};
        default:
            tokens_[login].insert(token);
            return {"add",        "visit",          "customer=" + customer,
                    "kind=phone", "planned_at=now", "purpose=" + token};
        }
    }

    // Reads what the program says next; false when it has nothing more to say.
    bool hear(Working& working)
    {
        const auto line = working.program->readLine();
        if (!line) {
            return false;
        }
        const json said = json::parse(*line);
        EXPECT_FALSE(said.contains("error")) << *line;
        if (said.contains("id")) {
            committed_[working.tablet->login()].insert(said["id"]);
        }
        return !said.value("settled", false);
    }

    // All tablets record and sync at once; each is killed after so many lines, the server after so
    // many of all of them.
    void playRound()
    {
        std::vector<Working> all;
        for (const auto& tablet : tablets_) {
            Working working{tablet.get(), tablet->open(), upTo(3 * deedsInRound)};
            for (int i = 0; i < deedsInRound; ++i) {
                working.program->write(json(someDeed(tablet->login())).dump() + '\n');
            }
            all.push_back(std::move(working));
        }
        std::size_t untilServer = upTo(4 * 2 * deedsInRound);
        while (!all.empty()) {
            const std::size_t which = upTo(all.size() - 1);
            Working& working = all[which];
            if (working.linesLeft-- == 0 || !hear(working)) {
                working.program->signal(SIGKILL);
                working.program->wait();
                all.erase(all.begin() + static_cast<std::ptrdiff_t>(which));
                ++kills_;
            }
            if (untilServer-- == 0) {
                server_.kill();
                server_.start({"--log-level", "error"});
                ++kills_;
            }
        }
    }

    TempDir folder_;
    ServerProgram server_{folder_ / "company"};
    std::vector<std::unique_ptr<TabletProgram>> tablets_;
    std::map<std::string, std::vector<std::string>> customers_;
    std::string product_;
    std::mt19937 random_{static_cast<unsigned>(settingOr("FIELDBOOK_SYSTEM_SEED", 1))};
    int deeds_ = 0;
    int kills_ = 0;
    std::map<std::string, std::set<std::string>> tokens_; // Of what was to be made, by person.
    std::map<std::string, std::set<std::string>> committed_; // Ids that a tablet answered.
};

// How often each token is the name, title or purpose of a record.
std::map<std::string, int> countTokens(const std::map<std::string, json>& copy)
{
    std::map<std::string, int> counts;
    for (const auto& [id, record] : copy) {
        for (const char* field : {"name", "title", "purpose"}) {
            if (record["f"].contains(field)) {
                ++counts[record["f"][field]];
            }
        }
    }
    return counts;
}

TEST_F(Killed, ProgramsLoseNothingAndDoNothingTwice)
{
    const int rounds = settingOr("FIELDBOOK_SYSTEM_ROUNDS", roundsUsual);
    for (int i = 0; i < rounds; ++i) {
        playRound();
    }

    std::map<std::string, std::set<std::string>> numbers;
    for (const auto& tablet : tablets_) {
        SCOPED_TRACE(tablet->login());
        tablet->sync();
        EXPECT_EQ(tablet->ask({"outbox"}).size(), 0U);
        const auto mine = copyOf(*tablet);
        const TabletProgram other{folder_ / (tablet->login() + "-anew"), tablet->login()};
        other.signIn(server_.url());
        other.sync();

        const auto theirs = copyOf(other);
        EXPECT_EQ(mine.size(), theirs.size());
        EXPECT_TRUE(mine == theirs) << "tablet and server do not hold the same";
        for (const std::string& id : committed_[tablet->login()]) {
            EXPECT_TRUE(theirs.contains(id)) << id << " was committed and is gone";
        }
        for (const auto& [token, count] : countTokens(theirs)) {
            EXPECT_TRUE(count == 1 || !tokens_[tablet->login()].contains(token))
                << token << " is there " << count << " times";
        }
        std::set<std::int64_t> answered;
        for (const json& receipt : tablet->ask({"receipts", "--limit", "100000"})) {
            EXPECT_EQ(receipt.value("code", ""), "") << receipt;
            EXPECT_TRUE(answered.insert(receipt["n"].get<std::int64_t>()).second);
        }
        EXPECT_EQ(answered.size(), static_cast<std::size_t>(*answered.rbegin()));
        for (const auto& [id, record] : theirs) {
            if (record["type"] == "order") {
                numbers[record["f"]["number"]].insert(id);
            }
        }
    }
    for (const auto& [number, orders] : numbers) {
        EXPECT_EQ(orders.size(), 1U) << number;
    }
    std::size_t committed = 0;
    for (const auto& [login, ids] : committed_) {
        committed += ids.size();
    }
    EXPECT_GT(committed, static_cast<std::size_t>(deeds_ / 4)) << "killed before anything was done";
    std::cout << "killed " << kills_ << " times, " << deeds_ << " deeds, " << committed
              << " records answered for\n";
}

TEST_F(Killed, ProgramsShowNobodyWhatIsNotTheirs)
{
    playRound();

    std::map<std::string, std::map<std::string, int>> seen;
    for (const auto& tablet : tablets_) {
        tablet->sync();
        seen[tablet->login()] = countTokens(copyOf(*tablet));
    }
    for (const std::string& reader : {"lin", "wang", "chen"}) {
        for (const auto& [token, count] : seen[reader]) {
            for (const auto& [writer, tokens] : tokens_) {
                EXPECT_TRUE(writer == reader || writer == "zhou" || !tokens.contains(token))
                    << reader << " sees " << token;
            }
        }
    }
}

} // namespace
} // namespace fieldbook::testing
