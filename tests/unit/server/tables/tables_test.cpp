#include "server/tables/table_file.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <limits>

namespace fieldbook::server {
namespace {

// 14 May 2026, 01:12 UTC.
const Timestamp morning = fromMillis(1'778'721'120'000);

class TablesOfBothKinds : public ::testing::TestWithParam<TableFormat> {
protected:
    testing::TempDir folder;
    TableAbout about{.title = "订单",
                     .head = {"编号", "金额"},
                     .mark = "zhou & co",
                     .at = morning,
                     .zone = Zone::find("Asia/Shanghai").value()};
};

TEST_P(TablesOfBothKinds, LeaveNothingBesideThemselves)
{
    const auto file = tableFile(GetParam(), about, folder.path());
    const std::vector<TableCell> row{std::string{"SO-1"}, DecimalCell{1250, 2}};
    for (int i = 0; i < 1000; ++i) {
        file->write(row);
    }

    EXPECT_FALSE(file->finish().empty());

    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_P(TablesOfBothKinds, TakeWhatNoSpreadsheetHolds)
{
    const auto file = tableFile(GetParam(), about, folder.path());
    constexpr auto most = std::numeric_limits<std::int64_t>::max();

    std::string wide;
    for (int i = 0; i < 20'000; ++i) {
        wide += "😀"; // Two units of UTF-16 each.
    }
    file->write(std::vector<TableCell>{std::string(40'000, 'x'), DecimalCell{most, 2}});
    file->write(std::vector<TableCell>{wide, std::string{"\xEF\xBF\xBE\xEF\xBF\xBF\x01"}});
    file->write(
        std::vector<TableCell>{most, DecimalCell{std::numeric_limits<std::int64_t>::min()}});

    EXPECT_FALSE(file->finish().empty());
}

INSTANTIATE_TEST_SUITE_P(Formats,
                         TablesOfBothKinds,
                         ::testing::Values(TableFormat::Csv, TableFormat::Xlsx),
                         [](const auto& info) { return std::string{endingOf(info.param)}; });

TEST(CsvTable, WritesCellsAsProgramsReadThem)
{
    const testing::TempDir folder;
    const TableAbout about{.title = "t",
                           .head = {"a", "b", "c", "d", "e", "f", "g", "h"},
                           .mark = "m",
                           .at = morning,
                           .zone = Zone::find("America/St_Johns").value()};
    const auto file = tableFile(TableFormat::Csv, about, folder.path());

    file->write(std::vector<TableCell>{{},
                                       std::string{"=1+1"},
                                       std::int64_t{-7},
                                       true,
                                       DecimalCell{-5, 2},
                                       DecimalCell{1250, 2, true},
                                       Date{std::chrono::year{2026} / 5 / 14},
                                       morning});

    const std::string written = file->finish();
    EXPECT_EQ(written.substr(written.find('\n') + 1),
              ",'=1+1,-7,true,-0.05,12.50%,2026-05-14,2026-05-13T22:42:00.000-02:30,m\r\n");
}

TEST(CsvTable, WritesDecimalsExactly)
{
    const testing::TempDir folder;
    const TableAbout about{
        .title = "t", .head = {"a", "b", "c"}, .mark = "m", .at = morning, .zone = Zone::utc()};
    const auto file = tableFile(TableFormat::Csv, about, folder.path());

    file->write(std::vector<TableCell>{DecimalCell{std::numeric_limits<std::int64_t>::min(), 2},
                                       DecimalCell{7, 0}, DecimalCell{0, 3}});

    const std::string written = file->finish();
    EXPECT_EQ(written.substr(written.find('\n') + 1), "-92233720368547758.08,7,0.000,m\r\n");
}

} // namespace
} // namespace fieldbook::server
