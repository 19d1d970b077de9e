#include "client/device/folder_lock.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <csignal>
#include <unistd.h>

namespace fieldbook::client {
namespace {

// A second process that holds the folder until it is killed.
class Holder {
public:
    explicit Holder(const QDir& folder)
    {
        std::array<int, 2> told{};
        EXPECT_EQ(::pipe(told.data()), 0);
        process_ = ::fork();
        if (process_ == 0) {
            const auto held = FolderLock::hold(folder);
            const char answer = held ? 'y' : 'n';
            static_cast<void>(::write(told[1], &answer, 1));
            ::pause();
            ::_exit(0);
        }
        ::close(told[1]);
        EXPECT_EQ(::read(told[0], &answer_, 1), 1);
        ::close(told[0]);
    }
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;
    ~Holder() { kill(); }

    [[nodiscard]] bool holds() const { return answer_ == 'y'; }
    [[nodiscard]] pid_t process() const { return process_; }
    void kill()
    {
        if (process_ > 0) {
            ::kill(process_, SIGKILL);
            ::waitpid(process_, nullptr, 0);
            process_ = -1;
        }
    }

private:
    pid_t process_ = -1;
    char answer_ = 'n';
};

class FolderLockTest : public ::testing::Test {
protected:
    testing::TempDir folder_;
    QDir dir_{QString::fromStdString(folder_.path().string())};
};

TEST_F(FolderLockTest, ASecondProcessIsToldWhoHoldsTheFolder)
{
    const Holder other{dir_};
    ASSERT_TRUE(other.holds());

    const auto mine = FolderLock::hold(dir_);

    ASSERT_FALSE(mine);
    EXPECT_EQ(mine.error().code, "store.in_use");
    EXPECT_EQ(mine.error().detail, "process " + std::to_string(other.process()));
}

TEST_F(FolderLockTest, TheHoldEndsWithAProcessThatIsKilled)
{
    Holder other{dir_};
    ASSERT_TRUE(other.holds());

    other.kill();

    EXPECT_TRUE(FolderLock::hold(dir_));
}

TEST_F(FolderLockTest, TheHoldEndsWithTheObject)
{
    {
        const auto mine = FolderLock::hold(dir_);
        ASSERT_TRUE(mine);
        EXPECT_FALSE(Holder{dir_}.holds());
    }

    EXPECT_TRUE(Holder{dir_}.holds());
}

} // namespace
} // namespace fieldbook::client
