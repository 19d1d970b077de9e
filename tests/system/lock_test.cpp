#include "tests/support/temp_dir.h"
#include "tests/system/app_program.h"

#include <gtest/gtest.h>

namespace fieldbook::testing {
namespace {

// A PIN, key by key.
std::string typed(const std::string& pin)
{
    std::string taps;
    for (const char digit : pin) {
        taps += std::string{"tap \""} + digit + "\"\n";
    }
    return taps;
}

// The door of the app itself, worked by written pieces without anybody giving it a PIN.
class LockedApp : public ::testing::Test {
protected:
    LockedApp()
    {
        const auto made = server_.command({"demo", "--customers", "12"});
        EXPECT_EQ(made.code, 0) << made.err;
        server_.start();
        const auto begun = play(
            std::string{signInPiece} + "wait \"Choose a PIN for this tablet\"\n" + typed("123456") +
            "wait \"This PIN is guessed first; choose another (pin.trivial)\"\n" + typed("482915") +
            "wait \"Enter it once more\"\n" + typed("482915") + "wait \"Visits this week\"\n");
        EXPECT_EQ(begun.code, 0) << begun.err;
    }
    ~LockedApp() override { server_.stop(); }

    [[nodiscard]] Ended play(const std::string& piece) const
    {
        return AppProgram{folder_ / "app", server_.url()}.play(piece);
    }

    TempDir folder_;
    ServerProgram server_{folder_ / "company"};
};

TEST_F(LockedApp, OpensByThePinAlsoWithoutANetworkAndLocksOnDemand)
{
    server_.stop();

    const auto opened = play(std::string{} + "wait \"Enter your PIN\"\n" + typed("730164") +
                             "wait \"That is not right. Try again.\"\n" + typed("482915") +
                             "wait \"Visits this week\"\n"
                             "tap \"Settings\"\n"
                             "tap \"Lock now\"\n"
                             "wait \"Enter your PIN\"\n"
                             "gone \"Lock now\"\n" +
                             typed("482915") + "wait \"Lock now\"\n");

    EXPECT_EQ(opened.code, 0) << opened.err;
    server_.start();
}

TEST_F(LockedApp, TakesThePinFromAKeyboard)
{
    const auto opened = play("wait \"Enter your PIN\"\n"
                             "write \"482915\"\n"
                             "wait \"Visits this week\"\n");

    EXPECT_EQ(opened.code, 0) << opened.err;
}

TEST_F(LockedApp, OpensByTheServersSignInWhereThePinIsForgotten)
{
    const auto opened = play(std::string{} + "wait \"Enter your PIN\"\n"
                                             "tap \"Sign in with password\"\n"
                                             "tap \"Password of lin\"\n"
                                             "write \"fieldbook\"\n"
                                             "tap \"Sign in\"\n"
                                             "wait \"Visits this week\"\n");

    EXPECT_EQ(opened.code, 0) << opened.err;
}

} // namespace
} // namespace fieldbook::testing
