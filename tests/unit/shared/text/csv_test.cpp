#include "shared/text/csv.h"

#include <gtest/gtest.h>

#include <random>
#include <sstream>

namespace fieldbook {
namespace {

using Fields = std::vector<std::string>;

// What a reader says of a text, a row or a refusal an entry: "2:a|b" or "3!csv.quotes".
std::vector<std::string> read(const std::string& text, CsvOptions options = {})
{
    std::istringstream in{text};
    CsvReader reader{in, options};
    std::vector<std::string> entries;
    for (;;) {
        auto row = reader.next();
        if (!row) {
            entries.push_back(std::to_string(reader.line()) + "!" + row.error().code);
            continue;
        }
        if (!*row) {
            return entries;
        }
        EXPECT_EQ((*row)->line, reader.line());
        std::string entry = std::to_string((*row)->line) + ":";
        for (const auto& field : (*row)->fields) {
            entry += field + "|";
        }
        entry.pop_back();
        entries.push_back(entry);
    }
}

using Entries = std::vector<std::string>;

TEST(CsvReader, ReadsRowsWithTheLinesTheyBeginOn)
{
    EXPECT_EQ(read("id,name\r\n1,\"Li, Ming\"\r\n2,\"two\nlines\"\r\n3,\"say \"\"hi\"\"\"\r\n"),
              (Entries{"1:id|name", "2:1|Li, Ming", "3:2|two\nlines", "5:3|say \"hi\""}));
}

TEST(CsvReader, TakesAnyLineEndAndAMissingLastOne)
{
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        std::string text = "a,b_\"c_d\",e__f,g";
        std::string inside = "2:c_d|e";
        for (auto* line : {&text, &inside}) {
            for (auto at = line->find('_'); at != line->npos; at = line->find('_')) {
                line->replace(at, 1, end);
            }
        }
        EXPECT_EQ(read(text), (Entries{"1:a|b", inside, "5:f|g"}));
    }
}

TEST(CsvReader, KeepsEmptyFieldsAndSpacesAndPassesOverEmptyLines)
{
    EXPECT_EQ(read("\n\na,,\" b \", c \n\n\"\"\n,\n"), (Entries{"3:a|| b | c ", "5:", "6:|"}));
    EXPECT_EQ(read(""), Entries{});
    EXPECT_EQ(read("\n\r\n\n"), Entries{});
}

TEST(CsvReader, PassesOverAByteOrderMark)
{
    EXPECT_EQ(read("\xEF\xBB\xBFid,名称\n1,李"), (Entries{"1:id|名称", "2:1|李"}));
    EXPECT_EQ(read("\xEF\xBB\xBF"), Entries{});
    EXPECT_EQ(read("\xEF\xBB\xBF\"quoted\",b"), Entries{"1:quoted|b"});
}

TEST(CsvReader, GoesOnAfterARowItRefuses)
{
    EXPECT_EQ(read("a,b\n5\" disc,x\nc,d\n\"e\"f,y\n\"g\nh\"i\nj,k\n"),
              (Entries{"1:a|b", "2!csv.quotes", "3:c|d", "4!csv.quotes", "6!csv.quotes", "7:j|k"}));
    EXPECT_EQ(read("a\r\nb\"\r\nc\r\n"), (Entries{"1:a", "2!csv.quotes", "3:c"}));
    EXPECT_EQ(read("a\rb\"\rc\r"), (Entries{"1:a", "2!csv.quotes", "3:c"}));
    EXPECT_EQ(read("a\nb\xff,c\nd\n"), (Entries{"1:a", "2!csv.not_utf8", "3:d"}));
    EXPECT_EQ(read(std::string{"a\nb\0,c\nd\n", 9}), (Entries{"1:a", "2!csv.zero_byte", "3:d"}));
    EXPECT_EQ(read("a\n1,2,3,4\nd\n", {.fieldsMax = 3}),
              (Entries{"1:a", "2!csv.too_many_fields", "3:d"}));
}

TEST(CsvReader, SaysWhereAndWhy)
{
    std::istringstream in{"a\n1,\xff\n"};
    CsvReader reader{in};
    static_cast<void>(reader.next());
    const auto refused = reader.next();

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
    EXPECT_EQ(refused.error().detail, "line 2: field 2 is not UTF-8");
}

TEST(CsvReader, StopsWhereNothingSensibleCanFollow)
{
    EXPECT_EQ(read("a\nb,\"c\nd\ne"), (Entries{"1:a", "2!csv.unclosed_quotes"}));
    EXPECT_EQ(read("a\n\"" + std::string(300'000, 'x') + "\"\nb\n", {.fieldBytesMax = 1000}),
              (Entries{"1:a", "2!csv.field_too_long"}));
    EXPECT_EQ(read("a\n" + std::string(1001, 'x') + "\nb\n", {.fieldBytesMax = 1000}),
              (Entries{"1:a", "2!csv.field_too_long"}));
    EXPECT_EQ(read("a\nb\nc\nd\n", {.rowsMax = 2}), (Entries{"1:a", "2:b", "3!csv.too_many_rows"}));
    EXPECT_EQ(read(std::string{"\xFF\xFE"
                               "a\0",
                               4}),
              Entries{"1!csv.utf16"});
    EXPECT_EQ(read(std::string{"\xFE\xFF\0a", 4}), Entries{"1!csv.utf16"});
}

TEST(CsvReader, TakesExactlyWhatTheLimitsAllow)
{
    const std::string long_(1000, 'x');

    EXPECT_EQ(read("1,2,3\n" + long_, {.fieldBytesMax = 1000, .fieldsMax = 3, .rowsMax = 2}),
              (Entries{"1:1|2|3", "2:" + long_}));
}

TEST(CsvReader, UsesTheDelimiterItIsTold)
{
    EXPECT_EQ(read("a;b,c;\"d;e\"\n", {.delimiter = ';'}), Entries{"1:a|b,c|d;e"});
    EXPECT_EQ(read("a\tb c\n", {.delimiter = '\t'}), Entries{"1:a|b c"});
}

TEST(CsvReader, ReadsFilesLongerThanItsBuffer)
{
    std::string text;
    for (int i = 0; i < 50'000; ++i) {
        text += std::to_string(i) + ",\"客户 \"\"" + std::to_string(i) + "\"\"\nx\"\r\n";
    }
    std::istringstream in{text};
    CsvReader reader{in};

    for (std::size_t i = 0; i < 50'000; ++i) {
        const auto row = reader.next();
        ASSERT_TRUE(row && *row);
        ASSERT_EQ((*row)->line, 1 + 2 * i);
        ASSERT_EQ((*row)->fields,
                  (Fields{std::to_string(i), "客户 \"" + std::to_string(i) + "\"\nx"}));
    }
    EXPECT_FALSE(reader.next()->has_value());
    EXPECT_FALSE(reader.next()->has_value());
}

TEST(CsvReader, ThrowsWhenTheStreamBreaks)
{
    class Broken : public std::streambuf {
        int_type underflow() override { throw std::runtime_error{"disk"}; }
    } broken;
    std::istream in{&broken};
    CsvReader reader{in};

    EXPECT_THROW(static_cast<void>(reader.next()), std::runtime_error);
}

TEST(CsvReader, EndsOnAnyBytes)
{
    std::mt19937 random{20260514};
    constexpr std::string_view some = "a,\"\r\n\xff\xEF\xBB\xBF ";
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (auto length = random() % 24; length > 0; --length) {
            text.push_back(some[random() % some.size()]);
        }
        ASSERT_LE(read(text).size(), text.size() + 1);
    }
}

std::string written(const std::vector<Fields>& rows, CsvStyle style = {})
{
    std::ostringstream out;
    CsvWriter writer{out, style};
    for (const auto& row : rows) {
        writer.write(row);
    }
    return out.str();
}

TEST(CsvWriter, QuotesOnlyWhatNeedsIt)
{
    EXPECT_EQ(
        written({{"id", "名称"}, {"1", "a,b"}, {"2", "say \"hi\""}, {"", "two\nlines", " x"}}),
        "id,名称\r\n1,\"a,b\"\r\n2,\"say \"\"hi\"\"\"\r\n,\"two\nlines\",\" x\"\r\n");
    EXPECT_EQ(written({{""}}), "\"\"\r\n");
    EXPECT_EQ(written({{"a"}}, {.byteOrderMark = true}), "\xEF\xBB\xBF"
                                                         "a\r\n");
    EXPECT_EQ(written({{"a;b", "a,b"}}, {.delimiter = ';'}), "\"a;b\";a,b\r\n");
}

TEST(CsvWriter, DefusesWhatASpreadsheetWouldRun)
{
    const CsvStyle style{.defuseFormulas = true};
    for (const std::string harmful : {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx",
                                      "＝1", "＋1+2", "-", "+86 138 0013 8000"}) {
        EXPECT_EQ(written({{harmful}}, style), "'" + harmful + "\r\n");
        EXPECT_EQ(written({{harmful}}), harmful + "\r\n");
    }
    EXPECT_EQ(written({{"=\"a\""}}, style), "\"'=\"\"a\"\"\"\r\n");
    for (const std::string harmless : {"-12.34", "+8613800138000", "1-2", "a=b", "'x", "0", ""}) {
        EXPECT_EQ(written({{"x", harmless}}, style), "x," + harmless + "\r\n");
    }
}

TEST(CsvWriter, WritesWhatTheReaderReadsBack)
{
    std::mt19937 random{20260514};
    constexpr std::string_view some[] = {"a",    ",", "\"", "\n",           "\r",
                                         "\r\n", " ", "李", "\xEF\xBB\xBF", ";"};
    for (int round = 0; round < 5'000; ++round) {
        Fields row(1 + random() % 3);
        for (auto& field : row) {
            for (auto length = random() % 4; length > 0; --length) {
                field += some[random() % std::size(some)];
            }
        }
        std::istringstream in{written({row, row})};
        CsvReader reader{in};
        for (int i = 0; i < 2; ++i) {
            const auto back = reader.next();
            ASSERT_TRUE(back && *back);
            ASSERT_EQ((*back)->fields, row) << in.str();
        }
    }
}

TEST(CsvWriter, ThrowsWhenTheStreamTakesNoMore)
{
    std::ostringstream out;
    CsvWriter writer{out};
    writer.write({"taken"});
    out.setstate(std::ios::badbit);

    EXPECT_THROW(writer.write({"lost"}), std::runtime_error);
}

} // namespace
} // namespace fieldbook
