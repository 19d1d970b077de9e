#include "tests/support/temp_dir.h"
#include "tests/system/programs.h"

#include <gtest/gtest.h>

#include <fstream>

namespace fieldbook::testing {
namespace {

// The door of the app itself, worked by written pieces without anybody giving it a PIN.
class LockedApp : public ::testing::Test {
protected:
    LockedApp()
    {
        const auto made = server_.command({"demo", "--customers", "12"});
        EXPECT_EQ(made.code, 0) << made.err;
        server_.start();
        const auto begun = play("wait \"Sign-in name\"\n"
                                "tap \"Password\"\n"
                                "write \"fieldbook\"\n"
                                "tap \"Sign in\"\n"
                                "wait \"Choose a PIN for this tablet\"\n"
                                "write \"123456\"\n"
                                "wait \"This PIN is guessed first; choose another (pin.trivial)\"\n"
                                "write \"482915\"\n"
                                "wait \"Enter it once more\"\n"
                                "write \"482915\"\n"
                                "wait \"Visits this week\"\n");
        EXPECT_EQ(begun.code, 0) << begun.err;
    }
    ~LockedApp() override { server_.stop(); }

    [[nodiscard]] Ended play(const std::string& piece) const
    {
        const auto file = folder_ / "piece.play";
        std::ofstream{file} << piece;
        return run(std::string{FIELDBOOK_BIN} + "/fieldbook",
                   {"--folder", (folder_ / "tablet").string(), "--server", server_.url(), "--login",
                    "lin", "--lang", "en", "--play", file.string(), "--pictures",
                    (folder_ / "pictures").string()},
                   {{"QT_QPA_PLATFORM", "offscreen"}});
    }

    TempDir folder_;
    ServerProgram server_{folder_ / "company"};
};

TEST_F(LockedApp, OpensByThePinAlsoWithoutANetworkAndLocksOnDemand)
{
    server_.stop();

    const auto opened = play("wait \"Enter your PIN\"\n"
                             "write \"730164\"\n"
                             "wait \"That is not right. Try again.\"\n"
                             "write \"482915\"\n"
                             "wait \"Visits this week\"\n"
                             "tap \"Settings\"\n"
                             "tap \"Lock now\"\n"
                             "wait \"Enter your PIN\"\n"
                             "gone \"Lock now\"\n"
                             "write \"482915\"\n"
                             "wait \"Lock now\"\n");

    EXPECT_EQ(opened.code, 0) << opened.err;
    server_.start();
}

TEST_F(LockedApp, OpensByTheServersSignInWhereThePinIsForgotten)
{
    const auto opened = play("wait \"Enter your PIN\"\n"
                             "tap \"Sign in with password\"\n"
                             "tap \"Password of lin\"\n"
                             "write \"fieldbook\"\n"
                             "tap \"Sign in\"\n"
                             "wait \"Visits this week\"\n");

    EXPECT_EQ(opened.code, 0) << opened.err;
}

} // namespace
} // namespace fieldbook::testing
