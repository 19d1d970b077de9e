#include "shared/base/money.h"
#include "shared/text/csv.h"
#include "tests/support/temp_dir.h"
#include "tests/system/programs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>

namespace fieldbook::testing {
namespace {

using nlohmann::json;

const std::filesystem::path project{FIELDBOOK_PROJECT};
const std::filesystem::path files = project / ".." / "shared" / "data" / "northwind";
const std::vector<std::string> people{"nancy",   "andrew", "janet", "margaret", "steven",
                                      "michael", "robert", "laura", "anne"};

const std::string traderPassword{"coffee, cheese and tea"};

// By person, in hundred-thousandths of a cent: exact, since quantities are thousandths and
// discounts ten-thousandths.
using Sums = std::map<std::string, std::int64_t>;
constexpr std::int64_t unitsInCent = 1'000LL * 10'000;

std::vector<std::vector<std::string>> rowsOf(const std::string& name)
{
    std::ifstream in{files / name, std::ios::binary};
    CsvReader reader{in};
    std::vector<std::vector<std::string>> rows;
    static_cast<void>(reader.next()); // The head.
    for (auto row = reader.next(); row && *row; row = reader.next()) {
        rows.push_back((*row)->fields);
    }
    return rows;
}

// "14.5" as 1450, by text alone.
std::int64_t hundredths(const std::string& text)
{
    const auto point = text.find('.');
    std::string fraction = point == std::string::npos ? "" : text.substr(point + 1);
    fraction.resize(2, '0');
    return std::stoll(text.substr(0, point)) * 100 + std::stoll(fraction);
}

Sums soldByFiles()
{
    std::map<std::string, std::string> logins;
    for (auto row : rowsOf("employees.csv")) {
        row[2][0] = static_cast<char>(row[2][0] | 0x20);
        logins[row[0]] = row[2];
    }
    std::map<std::string, std::string> sellers;
    for (const auto& row : rowsOf("orders.csv")) {
        sellers[row[0]] = logins[row[2]];
    }
    Sums sold;
    for (const auto& row : rowsOf("order_details.csv")) {
        sold[sellers[row[0]]] +=
            hundredths(row[2]) * std::stoll(row[3]) * 1'000 * (100 - hundredths(row[4])) * 100;
    }
    return sold;
}

Sums soldByRecords(const json& users, const json& orders, const json& lines)
{
    std::map<std::string, std::string> logins;
    for (const json& user : users) {
        logins[user["id"]] = user["f"]["login"];
    }
    std::map<std::string, std::string> sellers;
    for (const json& order : orders) {
        sellers[order["id"]] = logins[order["f"]["owner"]];
    }
    Sums sold;
    for (const json& line : lines) {
        const json& f = line["f"];
        sold[sellers[f["order"]]] += f["unit_price"]["minor"].get<std::int64_t>() *
                                     f["quantity"].get<std::int64_t>() *
                                     (10'000 - f.value("discount", std::int64_t{0}));
    }
    return sold;
}

std::int64_t centsOf(std::int64_t units) { return *mulDivHalfEven(units, 1, unitsInCent); }

class NorthwindCompany : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (!std::filesystem::exists(files / "orders.csv")) {
            GTEST_SKIP() << "THE NORTHWIND FILES ARE NOT AT " << files
                         << ": what this test promises was not checked.";
        }
        expectDone(server_.command(
            {"init", "--company", "Northwind", "--currency", "USD", "--zone", "UTC"}));
        const auto mapping = project / "tests" / "data" / "northwind.toml";
        expectDone(server_.command({"import", "--mapping", mapping.string(), files.string()}));
        for (const std::string& login : people) {
            expectDone(server_.command({"user", "password", login}));
            tablets_.emplace_back(folder_ / login, login, traderPassword);
        }
        server_.start({"--log-level", "error"});
    }

    static void expectDone(const Ended& ended) { ASSERT_EQ(ended.code, 0) << ended.err; }

    void syncAll()
    {
        for (const TabletProgram& tablet : tablets_) {
            tablet.sync();
        }
    }

    // What a salesperson does in the field, with no server to be reached.
    void recordDay(const TabletProgram& tablet)
    {
        const auto& login = tablet.login();
        const std::string customer = customerOf(tablet);
        static_cast<void>(tablet.ask({"add", "lead", "name=Lead of " + login, "phone=5550100"}));
        static_cast<void>(tablet.ask(
            {"add", "reminder", "title=Call for " + login, "due_at=now", "customer=" + customer}));
        const std::string visit = tablet.ask(
            {"add", "visit", "customer=" + customer, "kind=on_site", "planned_at=now"})["id"];
        static_cast<void>(tablet.ask({"act", visit, "visit.check_in"}));
        static_cast<void>(tablet.ask({"act", visit, "visit.check_out"}));
        static_cast<void>(tablet.ask({"order", customer, "Chai=2", "Tofu=1.5"}));
    }

    [[nodiscard]] static std::string customerOf(const TabletProgram& tablet)
    {
        const json mine = tablet.ask({"list", "customer", "--query", "owner=" + tablet.login()});
        const json any = tablet.ask({"list", "customer", "--limit", "1"});
        return mine.empty() ? any[0]["id"] : mine[0]["id"];
    }

    TempDir folder_;
    ServerProgram server_{folder_ / "company", traderPassword};
    std::vector<TabletProgram> tablets_;
};

TEST_F(NorthwindCompany, IsTheSameToTheCentInFilesServerAndEveryTablet)
{
    const Sums expected = soldByFiles();
    const json session = server_.signIn("andrew", 1);
    const Sums onServer =
        soldByRecords(server_.records(session, "user"), server_.records(session, "order"),
                      server_.records(session, "order_line"));
    std::int64_t all = 0;
    for (const TabletProgram& tablet : tablets_) {
        const auto& login = tablet.login();
        tablet.signIn(server_.url());
        tablet.sync();

        const Sums onTablet =
            soldByRecords(tablet.ask({"list", "user"}), tablet.ask({"list", "order"}),
                          tablet.ask({"list", "order_line"}));

        EXPECT_EQ(onTablet.at(login), expected.at(login)) << login;
        EXPECT_EQ(onServer.at(login), expected.at(login)) << login;
        std::cout << login << ": " << centsOf(onTablet.at(login)) << " cents\n";
        all += onTablet.at(login);
    }
    // The sum over all lines, rounded once, half to even.
    EXPECT_EQ(centsOf(all), 126'579'304);
}

TEST_F(NorthwindCompany, BringsNineOfflineDaysTogetherForTheManager)
{
    for (const TabletProgram& tablet : tablets_) {
        tablet.signIn(server_.url());
        tablet.sync();
    }
    ASSERT_EQ(server_.stop(), 0);
    for (const TabletProgram& tablet : tablets_) {
        recordDay(tablet);
        EXPECT_EQ(tablet.command({"sync"}).code, 3) << "no server, and yet it synced";
    }
    // Nancy and her executive change the same customer, neither knowing of the other.
    const std::string shared = customerOf(tablets_[0]);
    static_cast<void>(tablets_[0].ask({"edit", shared, "website=https://nancy.example"}));
    static_cast<void>(tablets_[1].ask({"edit", shared, "fax=5550199"}));
    server_.start({"--log-level", "error"});
    syncAll();
    tablets_[0].sync();

    for (const TabletProgram& tablet : tablets_) {
        EXPECT_EQ(tablet.ask({"outbox"}).size(), 0U) << tablet.login();
        EXPECT_EQ(tablet.ask({"attention", "list"}).size(), 0U) << tablet.login();
    }
    for (const std::size_t each : {0U, 1U}) {
        const json merged = tablets_[each].ask({"show", shared});
        EXPECT_EQ(merged["f"].value("website", ""), "https://nancy.example");
        EXPECT_EQ(merged["f"].value("fax", ""), "5550199");
    }
    ASSERT_EQ(server_.stop(), 0);
    const auto review = server_.command({"review", "--json"});
    const json shown = json::parse(review.out);
    std::size_t seen = 0;
    for (const json& person : shown["people"]) {
        const auto at = std::ranges::find(people, person["login"].get<std::string>());
        if (at != people.end()) {
            ++seen;
            EXPECT_EQ(person["leads"], 1) << person;
            EXPECT_EQ(person["visits_done"], 1) << person;
            EXPECT_EQ(person["reminders"], 1) << person;
            EXPECT_EQ(person["orders"], 1) << person;
        }
    }
    EXPECT_EQ(seen, people.size());
}

} // namespace
} // namespace fieldbook::testing
