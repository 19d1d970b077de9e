#include "shared/record/document_scan.h"
#include "tests/support/random_record.h"

#include <gtest/gtest.h>

namespace fieldbook {
namespace {

const Uuid id = *Uuid::parse("0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5b");

std::string textOf(const Cell& cell)
{
    const auto* text = std::get_if<std::string_view>(&cell);
    return text == nullptr ? "(no text)" : std::string{*text};
}

Cell cellNamed(const DocumentScan& scan, std::string_view name)
{
    const auto& columns = columnsOf(scan.type());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == name) {
            return scan.cells()[i];
        }
    }
    ADD_FAILURE() << name;
    return {};
}

TEST(DocumentScan, ReadsTheSameCellsAsTheWholeRecordWould)
{
    testing::SeededEntropy random{42};
    DocumentScan scan;
    std::vector<Cell> cells;
    std::vector<std::string> scratch;
    for (int round = 0; round < 200; ++round) {
        for (const TypeSpec* type : allTypes()) {
            const Record record = testing::randomRecord(*type, random);
            const std::string document = record.document();
            cellsOf(record, cells, scratch);

            const auto read = scan.read(document);

            ASSERT_TRUE(read) << read.error().detail << ' ' << document;
            ASSERT_EQ(&scan.type(), type);
            ASSERT_EQ(scan.id(), record.id());
            ASSERT_TRUE(std::ranges::equal(scan.cells(), cells)) << document;
            ASSERT_EQ(scan.hasConflicts(), !record.conflicts().empty());
            ASSERT_EQ(scan.pinyin(), record.searchKeys().pinyin);
            ASSERT_EQ(scan.initials(), record.searchKeys().initials);
        }
    }
}

TEST(DocumentScan, GivesSearchedTextsAlsoOfFieldsThatAreNoColumns)
{
    Record customer{typeNamed("customer"), id};
    customer.set("name", std::string{"张伟商行"});
    customer.set("more_phones", TextSet{"010 1", "020 \"2\""});
    customer.set("website", std::string{"not searched"});
    const std::string document = customer.document();
    DocumentScan scan;

    ASSERT_TRUE(scan.read(document));

    const auto text = [&](std::string_view field) {
        return scan.searchedText(*scan.type().indexOf(field));
    };
    EXPECT_EQ(text("name"), "张伟商行");
    EXPECT_EQ(text("more_phones"), "010 1\n020 \"2\"");
    EXPECT_EQ(text("short_name"), "");
    EXPECT_EQ(text("website"), "");
    EXPECT_EQ(textOf(cellNamed(scan, "sort")), "张伟商行");
}

TEST(DocumentScan, WhatOneDocumentHeldIsGoneWithTheNext)
{
    Record first{typeNamed("customer"), id};
    first.set("name", std::string{"One"});
    first.setSearchKeys({"one", "o"});
    const Record second{typeNamed("customer"), id};
    DocumentScan scan;

    ASSERT_TRUE(scan.read(first.document()));
    ASSERT_TRUE(scan.read(second.document()));

    EXPECT_EQ(cellNamed(scan, "name"), Cell{});
    EXPECT_EQ(cellNamed(scan, "sort"), Cell{});
    EXPECT_EQ(scan.pinyin(), "");
}

TEST(DocumentScan, FieldsOfANewerProgramArePassedOver)
{
    const std::string document =
        R"({"type":"customer","id":")" + id.text() +
        R"(","v":"1.0.1.1","x":[1],"f":{"aura":{"a":[1,"}"]},"name":"A"}})";
    DocumentScan scan;

    ASSERT_TRUE(scan.read(document));

    EXPECT_EQ(textOf(cellNamed(scan, "name")), "A");
}

TEST(DocumentScan, RefusesWhatIsNotADocument)
{
    const std::string head = R"({"type":"customer","id":")" + id.text() + R"(","v":"1.0.1.1")";
    DocumentScan scan;
    for (const std::string& document :
         {std::string{}, std::string{"[]"}, std::string{"{}"},
          std::string{R"({"type":"customer"})"}, R"({"id":")" + id.text() + R"(","f":{}})",
          std::string{R"({"type":"customer","id":"7","f":{}})"}, head + R"(,"f":{"name":7}})",
          head + R"(,"f":{"owner":"x"}})", head + R"(,"f":{"created_at":"noon"}})",
          head + R"(,"f":{"visit_every_days":"1"}})", head + R"(,"f":[]})",
          head + R"(,"f":{"name":"A)"}) {
        const auto read = scan.read(document);
        ASSERT_FALSE(read) << document;
        EXPECT_EQ(read.error().code, "record.malformed");
    }
    EXPECT_EQ(scan.read(R"({"type":"unicorn","id":")" + id.text() + R"(","f":{}})").error().code,
              "record.type");
}

} // namespace
} // namespace fieldbook
