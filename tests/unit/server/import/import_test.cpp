#include "tests/unit/server/import/import_fixture.h"

#include <gtest/gtest.h>

namespace fieldbook::server::import {
namespace {

constexpr std::string_view shopMapping = R"(
source = "shop"
currency = "CNY"
[[records]]
name = "customers"
file = "customers.csv"
type = "customer"
key = ["Code"]
[records.fields]
name = "Name"
code = "Code"
kind = { column = "Kind", map = { "O" = "organisation", "P" = "person" } }
phone = { column = "Phone", expected = true }
visit_every_days = "Days"
[[records]]
name = "orders"
file = "orders.csv"
type = "order"
key = ["No"]
[records.fields]
customer = { column = "Customer", records = "customers" }
number = "No"
currency = { value = "CNY" }
ordered_on = { column = "Day", date = "%d/%m/%Y" }
[[records]]
name = "products"
file = "lines.csv"
type = "product"
key = ["Product", "No"]
[records.fields]
name = "Product"
code = "Product"
[[records]]
name = "lines"
file = "lines.csv"
type = "order_line"
key = ["No", "Product"]
part_of = "orders"
part_of_key = ["No"]
[records.fields]
order = { column = "No", records = "orders" }
product = { column = ["Product", "No"], join = "\u001F", records = "products" }
quantity = "Quantity"
unit_price = { column = "Price", decimal = "," }
)";

constexpr auto goodCustomers = "Code,Name,Kind,Phone,Days\nA,Bakery,O,138 0013 8000,7\n"
                               "B,李明,P,021-5555,14\n";
constexpr auto goodOrders = "No,Customer,Day\n1,A,03/04/2026\n2,B,05/04/2026\n";
constexpr auto goodLines =
    "No,Product,Quantity,Price\n1,Flour,2.5,\"3,10\"\n1,Salt,1,\"0,99\"\n2,Yeast,4,\"1,05\"\n";

class ShopImport : public ImportTest {
protected:
    ShopImport()
    {
        write("customers.csv", goodCustomers);
        write("orders.csv", goodOrders);
        write("lines.csv", goodLines);
    }

    [[nodiscard]] Summary import(Importer::Mode mode = Importer::Mode::Import)
    {
        const auto mapping = parseMapping(shopMapping, "shop.toml");
        EXPECT_TRUE(mapping) << mapping.error().detail;
        return run(*mapping, folder_.path(), mode);
    }
};

TEST_F(ShopImport, BringsRecordsInWithTheTotalsOfTheOrderRules)
{
    const auto summary = import();

    EXPECT_EQ(summary.created, 10U);
    EXPECT_TRUE(summary.findings.empty());
    const auto orders = records("order");
    ASSERT_EQ(orders.size(), 2U);
    const auto& first = orders[0].textOf("number") == "1" ? orders[0] : orders[1];
    EXPECT_EQ(std::get<Money>(first.get("total")).minor(), 775 + 99);
    EXPECT_EQ(std::get<Date>(first.get("ordered_on")), *parseIsoDate("2026-04-03"));
    EXPECT_EQ(first.integerOf("line_count"), 2);
}

TEST_F(ShopImport, TakesNoPointThatGroupsDigitsForADecimalSign)
{
    write("lines.csv", "No,Product,Quantity,Price\n1,Flour,2.5,\"1.200\"\n2,Yeast,4,\"1,05\"\n");

    const auto summary = import();

    EXPECT_EQ(count(summary, "money.malformed"), 1U);
}

TEST_F(ShopImport, RunAgainChangesNothing)
{
    static_cast<void>(import());
    const auto head = engine_.store.read()->head();

    const auto again = import();

    EXPECT_EQ(again.created + again.changed + again.rejected, 0U);
    EXPECT_EQ(again.unchanged, 10U);
    EXPECT_EQ(engine_.store.read()->head(), head);
}

TEST_F(ShopImport, ChangesOnlyWhatTheSourceChangedSinceLastTime)
{
    static_cast<void>(import());
    const auto bakery = records("customer")[0].textOf("code") == "A" ? records("customer")[0]
                                                                     : records("customer")[1];
    const auto edited = engine_.commits.run([&](Commit& commit) {
        rules::RecordWrite write;
        write.type = &typeNamed("customer");
        write.id = bakery.id();
        write.set("name", std::string{"Bakery on the corner"});
        const std::vector<ServerChange> changes{write};
        return engine_.changes.applyGroup(commit, rules::Actor{}, changes);
    });
    ASSERT_TRUE(edited);
    write("customers.csv", "Code,Name,Kind,Phone,Days\nA,Bakery,O,138 0013 8000,30\n"
                           "B,李明,P,021-5555,14\n");

    const auto again = import();

    EXPECT_EQ(again.changed, 1U);
    const auto now = engine_.store.read()->find(bakery.id());
    const auto record = *Record::parse(now->document);
    EXPECT_EQ(record.textOf("name"), "Bakery on the corner");
    EXPECT_EQ(record.integerOf("visit_every_days"), 30);
}

TEST_F(ShopImport, ADryRunSaysTheSameAndWritesNothing)
{
    const auto dry = import(Importer::Mode::DryRun);

    EXPECT_EQ(dry.created, 10U);
    EXPECT_TRUE(records("customer").empty());
    EXPECT_EQ(import().created, 10U);
}

TEST_F(ShopImport, ReportsDirtyRowsAndImportsTheRest)
{
    write("customers.csv", "Code,Name,Kind,Phone,Days\nA ,Bakery,O,,7\nB,李明,X,1,14\n"
                           "A,Twice,O,1,1\n,Nobody,O,1,1\nC,Late,O,1,soon\nD,Short,O\n");

    const auto summary = import();

    EXPECT_EQ(count(summary, "import.spaces"), 1U);
    EXPECT_EQ(count(summary, "import.empty"), 1U);
    EXPECT_EQ(count(summary, "field.choice"), 1U);
    EXPECT_EQ(count(summary, "import.key_twice"), 1U);
    EXPECT_EQ(count(summary, "import.key_empty"), 1U);
    EXPECT_EQ(count(summary, "number.malformed"), 1U);
    EXPECT_EQ(count(summary, "import.cells"), 1U);
    EXPECT_EQ(records("customer").size(), 1U);
    // The order of the refused customer goes with its lines.
    EXPECT_EQ(count(summary, "import.reference_rejected"), 1U);
    EXPECT_EQ(records("order").size(), 1U);
    EXPECT_EQ(records("order_line").size(), 2U);
}

TEST_F(ShopImport, AnOrderFallsWithOneOfItsLines)
{
    write("lines.csv", "No,Product,Quantity,Price\n1,Flour,2.5,\"3,10\"\n1,Salt,much,\"0,99\"\n"
                       "2,Yeast,4,\"1,05\"\n9,Ghost,1,\"1,00\"\n");

    const auto summary = import();

    EXPECT_EQ(count(summary, "import.part_rejected"), 1U);
    EXPECT_EQ(count(summary, "import.whole_rejected"), 1U);
    EXPECT_EQ(count(summary, "import.whole_missing"), 1U);
    ASSERT_EQ(records("order").size(), 1U);
    EXPECT_EQ(records("order")[0].textOf("number"), "2");
}

TEST_F(ShopImport, HostileFilesAreReportedNotBelieved)
{
    write("customers.csv",
          std::string{"Code,Name,Kind,Phone,Days\nA,\xFF\xFE,O,1,1\nB,a\0b,O,1,1\n",
                      sizeof "Code,Name,Kind,Phone,Days\nA,\xFF\xFE,O,1,1\nB,a\0b,O,1,1\n" - 1} +
              "C," + std::string(5'000, 'x') + ",O,1,1\n" + "D,\"never closed,O,1,1\n");

    const auto summary = import();

    EXPECT_EQ(count(summary, "csv.not_utf8"), 1U);
    EXPECT_EQ(count(summary, "csv.zero_byte"), 1U);
    EXPECT_EQ(count(summary, "field.too_long"), 1U);
    EXPECT_EQ(count(summary, "csv.unclosed_quotes"), 1U);
    EXPECT_TRUE(records("customer").empty());
    EXPECT_TRUE(records("order").empty());
}

TEST(Mapping, SaysWhatIsWrongWithIt)
{
    const auto code = [](std::string_view text) {
        const auto mapping = parseMapping(text, "m.toml");
        return mapping ? std::string{"good"} : mapping.error().code;
    };

    EXPECT_EQ(code(shopMapping), "good");
    EXPECT_EQ(code("source ="), "import.mapping_malformed");
    EXPECT_EQ(code(""), "import.mapping");
    EXPECT_EQ(code("source = \"x\"\ncurrency = \"dollars\""), "import.mapping");
    std::string misspelt{shopMapping};
    misspelt.replace(misspelt.find("expected"), 8, "expectde");
    EXPECT_EQ(code(misspelt), "import.mapping");
    std::string unmapped{shopMapping};
    unmapped.erase(unmapped.find("name = \"Name\""), 13);
    EXPECT_EQ(code(unmapped), "import.mapping");
}

TEST(ImportedId, IsTheSameForTheSameKeyOnly)
{
    EXPECT_EQ(importedId("a", "b", "c"), importedId("a", "b", "c"));
    EXPECT_NE(importedId("a", "b", "c"), importedId("a", "bc", ""));
    EXPECT_EQ(importedId("a", "b", "c").text()[14], '8');
}

} // namespace
} // namespace fieldbook::server::import
