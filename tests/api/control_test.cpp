#include "server/app/control/control_socket.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <fstream>
#include <unistd.h>

namespace fieldbook::server {
namespace {

// What is done: says what was asked.
ControlAnswer echo(const ControlRequest& request)
{
    return {.code = static_cast<int>(request.arguments.size()),
            .out = request.folder.string(),
            .err = request.environment.contains("LANG") ? request.environment.at("LANG") : "",
            .refused = "some.code"};
}

class Control : public ::testing::Test {
protected:
    testing::TempDir folder_;
    std::filesystem::path file_ = folder_ / "control";
    ControlRequest request_{
        .arguments = {"user", "名单"}, .environment = {{"LANG", "zh_CN"}}, .folder = "/tmp"};
    ControlAnswer expected_{.code = 2, .out = "/tmp", .err = "zh_CN", .refused = "some.code"};
};

TEST_F(Control, HandsACommandOverAndBringsItsAnswer)
{
    const ControlSocket socket{file_, echo};

    EXPECT_EQ(askControl(file_, request_), expected_);
    EXPECT_EQ(askControl(file_, request_), expected_);
}

TEST_F(Control, IsForTheServersUserAlone)
{
    const ControlSocket socket{file_, echo};

    EXPECT_EQ(std::filesystem::status(file_).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(Control, HasNoAnswerWhereNobodyListens)
{
    EXPECT_FALSE(askControl(file_, request_));
    {
        const ControlSocket socket{file_, echo};
    }
    EXPECT_FALSE(askControl(file_, request_));
    EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_F(Control, TakesThePlaceOfASocketThatAKilledServerLeft)
{
    std::ofstream{file_} << "left";

    const ControlSocket socket{file_, echo};

    EXPECT_EQ(askControl(file_, request_), expected_);
}

TEST_F(Control, HangsUpOnWhatIsNoRequestAndGoesOn)
{
    const ControlSocket socket{file_, echo};
    const int caller = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    file_.string().copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::connect(caller, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    const std::string nonsense = "{\"arguments\":7}\n";
    ASSERT_EQ(::write(caller, nonsense.data(), nonsense.size()), std::ssize(nonsense));

    char byte = 0;
    EXPECT_EQ(::read(caller, &byte, 1), 0);
    ::close(caller);
    EXPECT_EQ(askControl(file_, request_), expected_);
}

} // namespace
} // namespace fieldbook::server
