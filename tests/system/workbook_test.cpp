#include "tests/support/temp_dir.h"
#include "tests/system/programs.h"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>

namespace fieldbook::testing {
namespace {

using nlohmann::json;

// How often that stands in the text.
std::size_t countOf(const std::string& text, const std::string& pattern)
{
    const std::regex sought{pattern};
    return static_cast<std::size_t>(
        std::distance(std::sregex_iterator{text.begin(), text.end(), sought}, {}));
}

// The orders of a company, as LibreOffice reads the workbook that was exported.
TEST(Workbook, OpensInLibreOfficeWithAmountsAndTimesForWhatTheyAre)
{
    const TempDir folder;
    ServerProgram server{folder / "company"};
    ASSERT_EQ(server.command({"demo", "--customers", "12", "--people", "2"}).code, 0);
    server.start({"--log-level", "error"});
    const auto executive = server.signIn("fang", 1);
    HttpClient client{server.port()};
    const auto asked = client.post(
        "/v1/exports",
        R"({"type":"order","format":"xlsx","reason":"the books","fields":["number","customer","state","total","submitted_at"]})",
        bearer(executive));
    ASSERT_EQ(asked.status, 201) << asked.body;
    const auto request = json::parse(asked.body);
    const std::size_t orders = request["f"]["expected"];
    ASSERT_GT(orders, 0U);

    const auto file = client.post("/v1/exports/" + request["id"].get<std::string>() + "/file", "{}",
                                  bearer(executive));

    ASSERT_EQ(file.status, 200) << file.body;
    std::ofstream{folder / "orders.xlsx", std::ios::binary} << file.body;
    const auto opened = run("/usr/bin/soffice",
                            {"-env:UserInstallation=file://" + (folder / "profile").string(),
                             "--headless", "--convert-to", "fods", "--outdir",
                             folder.path().string(), (folder / "orders.xlsx").string()},
                            {{"HOME", folder.path().string()}, {"LC_ALL", "C.UTF-8"}});
    ASSERT_EQ(opened.code, 0) << opened.err;
    std::ostringstream read;
    read << std::ifstream{folder / "orders.fods"}.rdbuf();
    const std::string sheet = read.str();
    EXPECT_EQ(countOf(sheet, R"(office:value-type="float")"), orders) << "the totals";
    EXPECT_GT(countOf(sheet, R"(office:value-type="date")"), 0U) << "when they were submitted";
    const std::string mark = "fang [0-9TZ:.-]+ " + request["id"].get<std::string>();
    EXPECT_EQ(countOf(sheet, "<text:p>" + mark), orders);
    EXPECT_EQ(countOf(sheet, "<dc:description>" + mark), 1U);
    EXPECT_EQ(countOf(sheet, "<style:region-left>\\s*<text:p>.*" + mark), 1U);
    EXPECT_EQ(countOf(sheet, "table:formula"), 0U);
}

} // namespace
} // namespace fieldbook::testing
