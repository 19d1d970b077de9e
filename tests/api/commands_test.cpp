#include "server/app/commands/command.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace fieldbook::server::commands {
namespace {

// fieldbookd on a data folder of its own, without a shell.
class Commands : public ::testing::Test {
protected:
    struct Said {
        int code = 0;
        std::string out;
        std::string err;
    };

    Said run(std::vector<std::string> arguments)
    {
        std::istringstream in;
        std::ostringstream out;
        std::ostringstream err;
        Console console{.in = in,
                        .out = out,
                        .err = err,
                        .configurationFile = {},
                        .overrides = {},
                        .environment = [this](const std::string& name) {
                            const auto found = environment_.find(name);
                            return found == environment_.end() ? std::nullopt
                                                               : std::optional{found->second};
                        }};
        arguments.insert(arguments.begin(), {"--data", (folder_ / "data").string()});
        const int code = commands::run(arguments, console);
        return {code, out.str(), err.str()};
    }

    Said init() { return run({"init", "--company", "Boyuan", "--zone", "UTC"}); }

    testing::TempDir folder_;
    std::map<std::string, std::string> environment_{{"FIELDBOOK_PASSWORD", "a good password"}};
};

TEST_F(Commands, SetUpACompanyOnce)
{
    const auto first = init();
    const auto second = init();

    EXPECT_EQ(first.code, 0) << first.err;
    EXPECT_EQ(second.code, 1);
    EXPECT_NE(second.err.find("[init.already]"), std::string::npos);
}

TEST_F(Commands, KeepUsersAndTeams)
{
    ASSERT_EQ(init().code, 0);
    ASSERT_EQ(run({"team", "add", "East", "--parent", "company"}).code, 0);
    const auto added = run({"user", "add", "ming", "--name", "李明", "--role", "salesperson",
                            "--team", "East", "--manager", "admin", "--password"});
    const auto twice = run({"user", "add", "ming", "--name", "X", "--role", "salesperson"});
    const auto frozen = run({"user", "freeze", "ming"});
    const auto list = run({"user", "list", "--json"});

    EXPECT_EQ(added.code, 0) << added.err;
    EXPECT_NE(twice.err.find("[user.login_taken]"), std::string::npos);
    EXPECT_EQ(frozen.code, 0) << frozen.err;
    const auto users = nlohmann::json::parse(list.out);
    ASSERT_EQ(users.size(), 2U);
    EXPECT_EQ(users[1]["team"], "East");
    EXPECT_EQ(users[1]["status"], "frozen");
}

TEST_F(Commands, ShareACustomerAndArrangeLeaveCover)
{
    ASSERT_EQ(init().code, 0);
    for (const char* login : {"ming", "ana"}) {
        ASSERT_EQ(run({"user", "add", login, "--name", login, "--role", "salesperson"}).code, 0);
    }
    std::ofstream{folder_ / "book.csv"} << "Code,Name\nC1,Bakery\n";
    std::ofstream{folder_ / "book.toml"} << R"(
source = "old"
currency = "CNY"
[[records]]
name = "customers"
file = "book.csv"
type = "customer"
key = ["Code"]
[records.fields]
code = "Code"
name = "Name"
kind = { value = "organisation" }
owner = { value = "ming", stored = { type = "user", by = "login" } }
)";
    ASSERT_EQ(run({"import", "--mapping", (folder_ / "book.toml").string(),
                   (folder_ / "book.csv").string()})
                  .code,
              0);

    const auto shared = run({"share", "give", "C1", "--with", "ana", "--until", "2999-01-01"});
    EXPECT_EQ(shared.code, 1);
    EXPECT_NE(shared.err.find("[period.too_long]"), std::string::npos) << shared.err;
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const auto until = toIsoDate(Date{today + std::chrono::days{7}});
    const auto given = run({"share", "give", "C1", "--with", "ana", "--until", until, "--access",
                            "edit", "--include", "contact"});
    ASSERT_EQ(given.code, 0) << given.err;
    const auto shares = nlohmann::json::parse(run({"share", "list", "--json"}).out);
    ASSERT_EQ(shares.size(), 1U);
    EXPECT_EQ(shares[0]["user"], "ana");
    EXPECT_EQ(shares[0]["access"], "edit");
    EXPECT_EQ(shares[0]["includes"], nlohmann::json({"contact"}));
    EXPECT_EQ(run({"share", "end", shares[0]["id"]}).code, 0);
    EXPECT_EQ(nlohmann::json::parse(run({"share", "list", "--json"}).out).size(), 0U);

    const auto covered =
        run({"cover", "add", "ming", "--by", "ana", "--from",
             toIsoDate(Date{today - std::chrono::days{1}}), "--until", until, "--reason", "年假"});
    ASSERT_EQ(covered.code, 0) << covered.err;
    const auto covers = nlohmann::json::parse(run({"cover", "list", "--json"}).out);
    ASSERT_EQ(covers.size(), 1U);
    EXPECT_EQ(covers[0]["stands_in"], "ana");
    EXPECT_EQ(covers[0]["state"], "active");
    const auto listed = run({"--lang", "zh", "audit", "list", "--record", covers[0]["id"]});
    EXPECT_NE(listed.out.find("record.made"), std::string::npos) << listed.out;
    EXPECT_EQ(run({"cover", "add", "ming", "--by", "ming", "--from", until, "--until", until}).code,
              1);
}

TEST_F(Commands, KeepTheCompanysCustomers)
{
    ASSERT_EQ(init().code, 0);
    const auto unknown = run({"pool", "settings", "--set", "pool_after_weeks=4"});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_NE(unknown.err.find("[pool.setting]"), std::string::npos) << unknown.err;
    const auto words = run({"pool", "settings", "--set", "pool_after_days=many"});
    EXPECT_NE(words.err.find("[field.invalid]"), std::string::npos) << words.err;
    const auto settings = run({"pool", "settings", "--set", "pool_after_days=31", "--set",
                               "pool_hides=name,city", "--json"});
    ASSERT_EQ(settings.code, 0) << settings.err;
    EXPECT_EQ(nlohmann::json::parse(settings.out)["pool_after_days"], 31);
    EXPECT_EQ(nlohmann::json::parse(settings.out)["pool_hides"], nlohmann::json({"city", "name"}));

    std::ofstream{folder_ / "book.csv"} << "Code,Name,Phone\nC1,Bakery,0571-88880001\n"
                                           "C2,The Bakery,+86 571 88880001\n";
    std::ofstream{folder_ / "book.toml"} << R"(
source = "old"
currency = "CNY"
[[records]]
name = "customers"
file = "book.csv"
type = "customer"
key = ["Code"]
[records.fields]
code = "Code"
name = "Name"
phone = "Phone"
kind = { value = "organisation" }
)";
    ASSERT_EQ(run({"import", "--mapping", (folder_ / "book.toml").string(),
                   (folder_ / "book.csv").string()})
                  .code,
              0);
    const auto cases = nlohmann::json::parse(run({"merge", "list", "--json"}).out);
    ASSERT_EQ(cases.size(), 1U);
    EXPECT_EQ(cases[0]["state"], "found");
    const std::string id = cases[0]["id"];
    EXPECT_NE(run({"merge", "undo", id}).err.find("[merge.decided]"), std::string::npos);
    EXPECT_NE(run({"merge", "approve", id, "--choices", R"({"owner":"loser"})"})
                  .err.find("[act.arguments]"),
              std::string::npos);
    ASSERT_EQ(run({"merge", "approve", id, "--choices", R"({"name":"loser"})"}).code, 0);
    EXPECT_EQ(nlohmann::json::parse(run({"merge", "list", "--json"}).out).size(), 0U);
    ASSERT_EQ(run({"merge", "undo", id}).code, 0);
    const auto all = nlohmann::json::parse(run({"merge", "list", "--all", "--json"}).out);
    EXPECT_EQ(all[0]["state"], "undone");
    EXPECT_EQ(all[0]["survivor_name"], cases[0]["survivor_name"]);

    EXPECT_EQ(nlohmann::json::parse(run({"bin", "list", "--json"}).out).size(), 0U);
    EXPECT_NE(run({"bin", "restore", cases[0]["survivor"]}).err.find("[bin.not_in]"),
              std::string::npos);
    EXPECT_NE(run({"bin", "restore", "nothing"}).err.find("[record.missing]"), std::string::npos);
    EXPECT_EQ(run({"bin", "purge"}).code, 0);
    EXPECT_EQ(run({"pool", "return"}).code, 0);
    EXPECT_EQ(nlohmann::json::parse(run({"pool", "list", "--json"}).out).size(), 0U);
}

TEST_F(Commands, HandOverABookAndTakeItBack)
{
    ASSERT_EQ(init().code, 0);
    for (const char* login : {"ming", "ana", "zhou"}) {
        ASSERT_EQ(run({"user", "add", login, "--name", login, "--role", "salesperson"}).code, 0);
    }
    std::ofstream{folder_ / "book.csv"} << "Code,Name,City\nC1,Bakery,杭州\nC2,Garage,宁波\n"
                                           "C3,School,宁波\n";
    std::ofstream{folder_ / "book.toml"} << R"(
source = "old"
currency = "CNY"
[[records]]
name = "customers"
file = "book.csv"
type = "customer"
key = ["Code"]
[records.fields]
code = "Code"
name = "Name"
city = "City"
kind = { value = "organisation" }
owner = { value = "ming", stored = { type = "user", by = "login" } }
)";
    const auto imported = run(
        {"import", "--mapping", (folder_ / "book.toml").string(), (folder_ / "book.csv").string()});
    ASSERT_EQ(imported.code, 0) << imported.err;
    std::ofstream{folder_ / "chosen.csv"} << "C1,zhou\n";
    std::ofstream{folder_ / "wrong.csv"} << "C9,zhou\n";
    const std::vector<std::string> order{
        "handover", "give", "ming", "--to", "ana", "--customers", (folder_ / "chosen.csv").string(),
        "--json"};
    auto asPreview = order;
    asPreview.emplace_back("--preview");

    const auto preview = run(asPreview);
    const auto given = run(order);
    const auto again = run(order);
    ASSERT_EQ(given.code, 0) << given.err;
    const auto made = nlohmann::json::parse(given.out);
    const auto undone = run({"handover", "undo", made["id"], "--json"});
    const auto byCity = run({"handover", "give", "ming", "--part", "city=宁波:zhou"});
    const auto malformed = run({"handover", "give", "ming", "--part", "zhou"});
    const auto unknown = run({"handover", "give", "ming", "--to", "ana", "--customers",
                              (folder_ / "wrong.csv").string()});
    const auto list = run({"handover", "list", "--json"});

    const auto moved = R"([{"to":"zhou","type":"customer","records":1},
                           {"to":"ana","type":"customer","records":2}])"_json;
    const auto sorted = [](nlohmann::json counts) {
        std::sort(counts.begin(), counts.end());
        return counts;
    };
    EXPECT_EQ(preview.code, 0) << preview.err;
    EXPECT_EQ(sorted(nlohmann::json::parse(preview.out)["moved"]), sorted(moved));
    EXPECT_EQ(sorted(made["moved"]), sorted(moved));
    EXPECT_NE(again.err.find("[handover.empty]"), std::string::npos) << again.err;
    EXPECT_EQ(nlohmann::json::parse(undone.out)["moved"][0]["records"], 3);
    EXPECT_EQ(byCity.code, 0) << byCity.err;
    EXPECT_NE(byCity.out.find("zhou"), std::string::npos);
    EXPECT_NE(malformed.err.find("[handover.part]"), std::string::npos);
    EXPECT_NE(unknown.err.find("[handover.customer] C9"), std::string::npos) << unknown.err;
    EXPECT_EQ(nlohmann::json::parse(list.out).size(), 2U);
}

TEST_F(Commands, RefuseWhatIsNotThereOrInUse)
{
    const auto nothing = run({"user", "list"});
    const auto held = DataFolder::hold(folder_ / "data", DataFolder::Making::Allowed);
    ASSERT_TRUE(held);
    const auto inUse = init();
    const auto chinese = run({"init", "--company", "X", "--zone", "UTC", "--lang", "zh"});

    EXPECT_NE(nothing.err.find("[store.missing]"), std::string::npos);
    EXPECT_NE(inUse.err.find("[store.in_use]"), std::string::npos);
    EXPECT_NE(chinese.err.find("数据目录正在使用中"), std::string::npos);
}

TEST_F(Commands, ImportTelephoneNumbersAsThoseOfTheCompanysCountry)
{
    ASSERT_EQ(init().code, 0);
    std::ofstream{folder_ / "people.csv"} << "Login,Phone\nming,030 901820\nana,+1 212 555 2368\n";
    std::ofstream{folder_ / "people.toml"} << R"(
source = "old"
currency = "EUR"
[[records]]
name = "people"
file = "people.csv"
type = "user"
key = ["Login"]
[records.fields]
name = "Login"
login = "Login"
role = { value = "salesperson" }
status = { value = "active" }
phone = "Phone"
team = { value = "company", stored = { type = "team", by = "code" } }
)";
    const auto imported = run({"import", "--mapping", (folder_ / "people.toml").string(),
                               (folder_ / "people.csv").string(), "--company-country", "DE"});

    ASSERT_EQ(imported.code, 0) << imported.err;
    Engine engine{*DataFolder::hold(folder_ / "data", DataFolder::Making::MustExist),
                  Configuration{}, CommitQueue::Mode::Immediate};
    std::set<std::string> phones;
    engine.store.read()->forEachDocument(typeNamed("user"), [&](std::string_view document) {
        phones.insert(Record::parse(document)->textOf("phone"));
    });
    EXPECT_TRUE(phones.contains("+49 30 901820"));
    EXPECT_TRUE(phones.contains("+1 212 555 2368"));
}

TEST_F(Commands, SayWhereASettingComesFrom)
{
    environment_["FIELDBOOK_READ_THREADS"] = "3";
    const auto shown = run({"config", "--json", "--server-port", "9000"});
    const auto wrong = run({"config", "--port", "many"});
    const auto unknown = run({"config", "--no-such-thing"});

    std::map<std::string, std::string> from;
    for (const auto& row : nlohmann::json::parse(shown.out)) {
        from[row["setting"]] = row["from"];
    }
    EXPECT_EQ(from["server.port"], "command line");
    EXPECT_EQ(from["server.read_threads"], "environment");
    EXPECT_EQ(from["log.level"], "built-in");
    EXPECT_EQ(wrong.code, 2);
    EXPECT_NE(wrong.err.find("[config.value]"), std::string::npos);
    EXPECT_EQ(unknown.code, 2);
}

} // namespace
} // namespace fieldbook::server::commands
