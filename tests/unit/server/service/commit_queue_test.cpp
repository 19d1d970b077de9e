#include "tests/support/office.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <barrier>
#include <latch>
#include <thread>

namespace fieldbook::testing {
namespace {

using server::Commit;
using server::CommitQueue;

class Queue : public ::testing::Test {
protected:
    TempDir folder;
    server::SqliteStore store{folder / "server.db", {.readers = 2}};
    server::DirectoryBoard directory{store};

    static Result<int> put(Commit& commit, const std::string& name, int value)
    {
        commit.writer().setSetting(name, std::to_string(value));
        return value;
    }
    [[nodiscard]] std::optional<std::string> setting(const std::string& name)
    {
        return store.read()->setting(name);
    }
};

TEST_F(Queue, AnswersWhenTheWorkIsOnDisk)
{
    const SystemClock clock;
    CommitQueue queue{store, directory, clock, CommitQueue::Mode::Threaded};

    const auto answer = queue.run([](Commit& commit) { return put(commit, "a", 7); });

    EXPECT_EQ(answer, 7);
    EXPECT_EQ(setting("a"), "7");
}

TEST_F(Queue, WorkThatSaysNoLeavesNothing)
{
    const SystemClock clock;
    CommitQueue queue{store, directory, clock, CommitQueue::Mode::Threaded};

    const auto answer = queue.run([](Commit& commit) -> Result<int> {
        commit.writer().setSetting("a", "1");
        return fail(ErrorKind::Conflict, "test.no");
    });

    EXPECT_EQ(answer.error().code, "test.no");
    EXPECT_FALSE(setting("a"));
}

TEST_F(Queue, WorkThatThrowsFailsAlone)
{
    const SystemClock clock;
    CommitQueue queue{store, directory, clock, CommitQueue::Mode::Threaded};
    std::latch started{1};
    std::latch allWait{1};
    std::jthread first{[&] {
        const auto held = queue.run([&](Commit& commit) {
            if (!started.try_wait()) {
                started.count_down();
                allWait.wait();
            }
            return put(commit, "first", 1);
        });
        EXPECT_TRUE(held);
    }};
    started.wait();
    std::promise<void> good;
    std::promise<void> bad;
    // Both wait behind the first and so share a commit.
    ASSERT_TRUE(queue.enqueue([](Commit& commit) { return put(commit, "good", 1).has_value(); },
                              [&](const std::exception_ptr& failure) {
                                  failure ? good.set_exception(failure) : good.set_value();
                              }));
    ASSERT_TRUE(queue.enqueue(
        [](Commit& commit) -> bool {
            commit.writer().setSetting("bad", "1");
            throw std::runtime_error{"the world broke"};
        },
        [&](const std::exception_ptr& failure) {
            failure ? bad.set_exception(failure) : bad.set_value();
        }));
    allWait.count_down();

    EXPECT_NO_THROW(good.get_future().get());
    EXPECT_THROW(bad.get_future().get(), std::runtime_error);
    EXPECT_EQ(setting("good"), "1");
    EXPECT_FALSE(setting("bad"));
}

TEST_F(Queue, AFullQueueSaysThatItIsBusy)
{
    std::latch started{1};
    std::latch go{1};
    const SystemClock clock;
    CommitQueue queue{store, directory, clock, CommitQueue::Mode::Threaded, {.waitingMax = 1}};
    const auto hold = [&](Commit&) {
        started.count_down();
        go.wait();
        return true;
    };
    const auto nothing = [](const std::exception_ptr&) {};
    ASSERT_TRUE(queue.enqueue(hold, nothing));
    started.wait();
    ASSERT_TRUE(queue.enqueue([](Commit&) { return true; }, nothing));

    const auto refused = queue.run([](Commit& commit) { return put(commit, "a", 1); });

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "server.busy");
    EXPECT_EQ(refused.error().kind, ErrorKind::Unavailable);
    go.count_down();
}

TEST_F(Queue, DoesWhatWaitsBeforeItGoes)
{
    {
        const SystemClock clock;
        CommitQueue queue{store, directory, clock, CommitQueue::Mode::Threaded};
        for (int i = 0; i < 50; ++i) {
            ASSERT_TRUE(queue.enqueue(
                [i](Commit& commit) { return put(commit, "n" + std::to_string(i), i).has_value(); },
                [](const std::exception_ptr&) {}));
        }
    }

    for (int i = 0; i < 50; ++i) {
        EXPECT_EQ(setting("n" + std::to_string(i)), std::to_string(i));
    }
}

TEST(GroupCommit, ManyTabletsPushAtOnceAndEachIsAnsweredItsOwn)
{
    constexpr int tabletsMax = 8;
    constexpr int rounds = 10;
    Office office{CommitQueue::Mode::Threaded, {.readers = 4}};
    std::vector<std::unique_ptr<PlainTablet>> tablets;
    for (int i = 0; i < tabletsMax; ++i) {
        tablets.push_back(std::make_unique<PlainTablet>(office, i % 2 == 0 ? office.company.ming
                                                                           : office.company.ana));
    }
    std::atomic<int> applied = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < tabletsMax; ++i) {
            threads.emplace_back([&, i] {
                auto& tablet = *tablets[static_cast<std::size_t>(i)];
                for (int round = 0; round < rounds; ++round) {
                    tablet.create("customer",
                                  idOf(static_cast<std::uint8_t>(60 + i * rounds + round)),
                                  {{"name", std::string{"客户"}}, {"kind", std::string{"person"}}});
                    for (const auto& receipt : tablet.push()) {
                        applied += receipt.outcome == sync::Outcome::Applied ? 1 : 0;
                    }
                    tablet.pull();
                }
            });
        }
    }

    EXPECT_EQ(applied, tabletsMax * rounds);
    for (auto& tablet : tablets) {
        tablet->pull();
        EXPECT_EQ(tablet->held.size(),
                  tablets[tablet->caller().user == office.company.ming ? 0 : 1]->held.size());
    }
    EXPECT_EQ(office.machine->store.read()->findDevice(1)->lastChange, rounds);
}

} // namespace
} // namespace fieldbook::testing
