#include "tests/support/temp_dir.h"
#include "tests/system/app_program.h"

#include <gtest/gtest.h>

#include <csignal>

namespace fieldbook::testing {
namespace {

constexpr auto openLeadForm = "wait \"Visits this week\"\n"
                              "tap \"Pipeline\" 1\n"
                              "tap \"Leads\"\n"
                              "tap \"New lead\"\n";

TEST(App, BringsBackWhatWasTypedWhenItWasKilled)
{
    const TempDir folder;
    ServerProgram server{folder / "company"};
    const auto made = server.command({"demo", "--customers", "20"});
    ASSERT_EQ(made.code, 0) << made.err;
    server.start();
    const AppProgram app{folder / "app", server.url(), {{"FIELDBOOK_PIN", "482915"}}};
    const auto signedIn = app.play(std::string{signInPiece} + "wait \"Visits this week\"\n");
    ASSERT_EQ(signedIn.code, 0) << signedIn.err;

    const auto typing = app.open(std::string{openLeadForm} + "tap \"Name or company\"\n"
                                                             "write \"Nanhu Tyres\"\n"
                                                             "tap \"Phone\"\n"
                                                             "write \"13905730001\"\n"
                                                             "say \"typed\"\n"
                                                             "wait \"until it is killed\"\n");
    auto said = typing->readLine();
    while (said && *said != "typed") {
        said = typing->readLine();
    }
    ASSERT_TRUE(said) << typing->restOfErrors();
    typing->signal(SIGKILL);
    EXPECT_EQ(typing->wait(), 128 + SIGKILL);

    const auto again = app.play(std::string{openLeadForm} + "wait \"Nanhu Tyres\"\n"
                                                            "wait \"13905730001\"\n");
    EXPECT_EQ(again.code, 0) << again.err;
    server.stop();
}

} // namespace
} // namespace fieldbook::testing
