#include "tests/support/temp_dir.h"
#include "tests/system/programs.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>

namespace fieldbook::testing {
namespace {

// The app itself, drawn offscreen, worked by written pieces with the events of a finger and a
// keyboard.
class AppProgram : public ::testing::Test {
protected:
    AppProgram()
    {
        const auto made = server_.command({"demo", "--customers", "20"});
        EXPECT_EQ(made.code, 0) << made.err;
        server_.start();
        const auto signedIn = play("wait \"Sign-in name\"\n"
                                   "tap \"Password\"\n"
                                   "write \"fieldbook\"\n"
                                   "tap \"Sign in\"\n"
                                   "wait \"Visits this week\"\n");
        EXPECT_EQ(signedIn.code, 0) << signedIn.err;
    }
    ~AppProgram() override { server_.stop(); }

    [[nodiscard]] Words wordsFor(const std::string& piece) const
    {
        const auto file = folder_ / "piece.play";
        std::ofstream{file} << piece;
        return {"--folder",   (folder_ / "tablet").string(),
                "--server",   server_.url(),
                "--login",    "lin",
                "--lang",     "en",
                "--play",     file.string(),
                "--pictures", (folder_ / "pictures").string()};
    }
    [[nodiscard]] Ended play(const std::string& piece) const
    {
        return run(program_, wordsFor(piece), offscreen_);
    }

    TempDir folder_;
    ServerProgram server_{folder_ / "company"};
    std::string program_{std::string{FIELDBOOK_BIN} + "/fieldbook"};
    Environment offscreen_{{"QT_QPA_PLATFORM", "offscreen"}, {"FIELDBOOK_PIN", "482915"}};
};

constexpr auto openLeadForm = "wait \"Visits this week\"\n"
                              "tap \"Pipeline\" 1\n"
                              "tap \"Leads\"\n"
                              "tap \"New lead\"\n";

TEST_F(AppProgram, BringsBackWhatWasTypedWhenItWasKilled)
{
    const std::string typing = std::string{openLeadForm} + "tap \"Name or company\"\n"
                                                           "write \"Nanhu Tyres\"\n"
                                                           "tap \"Phone\"\n"
                                                           "write \"13905730001\"\n"
                                                           "say typed\n"
                                                           "wait \"until it is killed\"\n";
    Program app{program_, wordsFor(typing), offscreen_};
    auto said = app.readLine();
    while (said && *said != "typed") {
        said = app.readLine();
    }
    ASSERT_TRUE(said) << app.restOfErrors();
    app.signal(SIGKILL);
    EXPECT_EQ(app.wait(), 128 + SIGKILL);

    const auto again = play(std::string{openLeadForm} + "wait \"Not saved yet\"\n"
                                                        "wait \"Nanhu Tyres\"\n");
    EXPECT_EQ(again.code, 0) << again.err;
}

} // namespace
} // namespace fieldbook::testing
