#include "tests/support/temp_dir.h"
#include "tests/system/programs.h"

#include <gtest/gtest.h>

#include <fstream>

namespace fieldbook::testing {
namespace {

using nlohmann::json;

// Somebody's calendar, as programs of others fetch and show it.
TEST(CalendarPrograms, FetchTheAddressAndShowWhatRepeatsAtItsWallTime)
{
    const TempDir folder;
    ServerProgram server{folder / "company"};
    ASSERT_EQ(server.command({"demo", "--customers", "4", "--people", "2"}).code, 0);
    server.start({"--log-level", "error"});
    const TabletProgram lin{folder / "lin", "lin"};
    lin.signIn(server.url());
    lin.sync();
    // Nine o'clock in New York before and after the clocks change there on 8 March 2026.
    std::ignore = lin.ask({"add", "appointment", "title=Quarterly plan 季度计划",
                           "starts_at=2026-03-02T14:00:00Z", "ends_at=2026-03-02T15:00:00Z",
                           "time_zone=America/New_York", "recurrence=FREQ=WEEKLY;COUNT=3"});
    lin.sync();
    HttpClient client{server.port()};
    const auto made = client.post("/v1/me/calendar", "", bearer(server.signIn("lin", 1)));
    ASSERT_EQ(made.status, 201) << made.body;
    const std::string url = json::parse(made.body)["url"];
    std::ofstream{folder / "vdirsyncer"}
        << "[general]\nstatus_path = \"" << (folder / "status").string() << "\"\n"
        << "[pair fieldbook]\na = \"web\"\nb = \"disk\"\ncollections = null\n"
        << "[storage web]\ntype = \"http\"\nurl = \"" << url << "\"\n"
        << "[storage disk]\ntype = \"filesystem\"\nfileext = \".ics\"\npath = \""
        << (folder / "calendar").string() << "\"\n";
    std::ofstream{folder / "khal"}
        << "[calendars]\n[[fieldbook]]\npath = " << (folder / "calendar").string()
        << "\n[locale]\nlocal_timezone = America/New_York\n"
        << "default_timezone = America/New_York\n"
        << "timeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        << "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
        << "longdatetimeformat = %Y-%m-%d %H:%M\n"
        << "[sqlite]\npath = " << (folder / "khal.db").string() << "\n";
    const Environment here{{"HOME", folder.path().string()},
                           {"LC_ALL", "C.UTF-8"},
                           {"VDIRSYNCER_CONFIG", (folder / "vdirsyncer").string()}};
    std::filesystem::create_directories(folder / "calendar");

    const auto discovered = run("/usr/bin/vdirsyncer", {"discover", "--no-list"}, here);
    const auto fetched = run("/usr/bin/vdirsyncer", {"sync"}, here);
    const auto listed = run("/usr/bin/khal",
                            {"-c", (folder / "khal").string(), "list", "--format",
                             "{start-date} {start-time} {title}", "2026-03-01", "2026-03-31"},
                            here);

    ASSERT_EQ(discovered.code, 0) << discovered.err;
    ASSERT_EQ(fetched.code, 0) << fetched.err;
    ASSERT_EQ(listed.code, 0) << listed.err;
    for (const auto* day : {"2026-03-02", "2026-03-09", "2026-03-16"}) {
        EXPECT_NE(listed.out.find(std::string{day} + " 09:00 Quarterly plan 季度计划"),
                  std::string::npos)
            << listed.out;
    }
    EXPECT_EQ(listed.out.find("2026-03-23 "), std::string::npos) << listed.out;
}

} // namespace
} // namespace fieldbook::testing
