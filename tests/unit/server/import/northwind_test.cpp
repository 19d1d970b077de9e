#include "server/service/review_service.h"
#include "shared/rules/totals.h"
#include "tests/unit/server/import/import_fixture.h"

#include <gtest/gtest.h>

#include <map>

namespace fieldbook::server::import {
namespace {

const std::filesystem::path project{FIELDBOOK_PROJECT};
const std::filesystem::path data = project / ".." / "shared" / "data" / "northwind";

using Rows = std::vector<std::vector<std::string>>;

Rows rowsOf(const std::string& name)
{
    std::ifstream in{data / name, std::ios::binary};
    CsvReader reader{in};
    Rows rows;
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

// What each employee sold, in ten-thousandths of a dollar, by the first name that is the login.
std::map<std::string, std::int64_t> soldByCsv()
{
    std::map<std::string, std::string> names;
    for (const auto& row : rowsOf("employees.csv")) {
        names[row[0]] = row[2];
    }
    std::map<std::string, std::string> sellers;
    for (const auto& row : rowsOf("orders.csv")) {
        sellers[row[0]] = names[row[2]];
    }
    std::map<std::string, std::int64_t> sold;
    for (const auto& row : rowsOf("order_details.csv")) {
        sold[sellers[row[0]]] +=
            hundredths(row[2]) * std::stoll(row[3]) * (100 - hundredths(row[4]));
    }
    return sold;
}

class Northwind : public ImportTest {
protected:
    void SetUp() override
    {
        if (!std::filesystem::exists(data / "orders.csv")) {
            GTEST_SKIP() << "THE NORTHWIND FILES ARE NOT AT " << data
                         << ": what this test promises was not checked.";
        }
    }

    [[nodiscard]] Summary import()
    {
        const auto mapping = readMapping(project / "tests" / "data" / "northwind.toml");
        EXPECT_TRUE(mapping) << mapping.error().detail;
        return run(*mapping, data);
    }
};

TEST_F(Northwind, ComesInWholeWithItsDirtyRowsReported)
{
    const auto summary = import();

    EXPECT_EQ(summary.errors(), 0U);
    EXPECT_EQ(records("user").size(), 9U);
    EXPECT_EQ(records("team").size(), 2U);
    EXPECT_EQ(records("customer").size(), 93U);
    EXPECT_EQ(records("contact").size(), 93U);
    EXPECT_EQ(records("product").size(), 77U);
    EXPECT_EQ(records("price").size(), 77U);
    EXPECT_EQ(records("order").size(), 830U);
    EXPECT_EQ(records("order_line").size(), 2'155U);
    EXPECT_EQ(count(summary, "import.spaces"), 1U);
    // Two customers without address, city, country and phone; 21 orders that were never shipped.
    EXPECT_EQ(count(summary, "import.empty"), 2U * 4U + 21U);
    EXPECT_EQ(import().unchanged, summary.created);
}

TEST_F(Northwind, AgreesWithTheFilesToTheCentForEveryone)
{
    static_cast<void>(import());
    std::map<Uuid, std::string> logins;
    for (const auto& user : records("user")) {
        logins[user.id()] = user.textOf("login");
    }
    std::map<Uuid, std::string> sellers;
    for (const auto& order : records("order")) {
        sellers[order.id()] = logins[order.referenceOf("owner")];
    }
    rules::UnroundedSum all;
    std::map<std::string, rules::UnroundedSum> bySeller;
    for (const auto& line : records("order_line")) {
        const auto terms = rules::LineTerms::of(line, *Currency::parse("USD"));
        ASSERT_TRUE(terms);
        ASSERT_TRUE(all.add(*terms));
        ASSERT_TRUE(bySeller[sellers[line.referenceOf("order")]].add(*terms));
    }

    EXPECT_EQ(*all.rounded(), 126'579'304);
    const auto expected = soldByCsv();
    ASSERT_EQ(bySeller.size(), 9U);
    ASSERT_EQ(expected.size(), 9U);
    for (const auto& [name, sold] : expected) {
        std::string login = name;
        login[0] = static_cast<char>(login[0] | 0x20);
        EXPECT_EQ(*bySeller.at(login).rounded(), *mulDivHalfEven(sold, 1, 100)) << name;
    }
}

TEST_F(Northwind, GivesCustomersToWhoTookMostOfTheirOrders)
{
    static_cast<void>(import());
    std::map<Uuid, std::string> logins;
    for (const auto& user : records("user")) {
        logins[user.id()] = user.textOf("login");
    }

    std::map<std::string, std::string> owners;
    for (const auto& customer : records("customer")) {
        owners[customer.textOf("code")] = logins[customer.referenceOf("owner")];
    }

    EXPECT_EQ(owners["PARIS"], "steven"); // Never ordered anything.
    EXPECT_EQ(owners["Val2"], "steven");
    EXPECT_EQ(owners["SAVEA"], "nancy"); // Six of them; nobody else has more than four.
    EXPECT_EQ(owners["ERNSH"], "margaret"); // Five, as Nancy has; hers is the latest.
}

TEST_F(Northwind, IsShownByTheReview)
{
    static_cast<void>(import());
    ReviewService service{engine_.store, engine_.directory, engine_.clock};

    const auto review = service.reviewAll(
        {.first = *parseIsoDate("1996-07-01"), .last = *parseIsoDate("1998-05-31")});

    EXPECT_EQ(review.people.size(), 9U);
    std::int64_t orders = 0;
    std::int64_t ordered = 0;
    for (const auto& person : review.people) {
        orders += person.orders;
        ordered += person.ordered.minor().begin()->second;
    }
    std::int64_t totals = 0;
    for (const auto& order : records("order")) {
        totals += std::get<Money>(order.get("total")).minor();
    }
    EXPECT_EQ(orders, 830);
    EXPECT_EQ(ordered, totals);
}

} // namespace
} // namespace fieldbook::server::import
