#include "shared/sync/replica.h"
#include "shared/sync/tuning.h"
#include "tests/unit/shared/sync/replica_machine.h"

#include <gtest/gtest.h>

namespace fieldbook::sync {
namespace {

using namespace testing;

TEST(Replica, DoesNothingUntilSomebodyIsSignedInAndOnline)
{
    tell({}, {{event::Outbox{3}, ""},
              {event::NetworkUp{}, ""},
              {event::Files{1}, ""},
              {event::Asked{}, ""},
              {event::SignedIn{}, "push#1 pull#2 upload#3 live#4 wake+90000"}});
}

TEST(Replica, PullsPageAfterPageUntilOneIsComplete)
{
    tell({}, {{event::NetworkUp{}, ""},
              {event::SignedIn{}, "pull#1 live#2 wake+90000"},
              {event::Pulled{1, false, true, 0}, "pull#3"},
              {event::Pulled{3, false, true, 0}, "pull#4 wake+90000", 5},
              {event::Pulled{4, true, true, 7}, "wake+15000"},
              {event::Woke{}, "pull#5 wake+90000", 15'000}});
}

TEST(Replica, PushesAtOnceWhatIsRecordedAndGoesOnUntilNothingWaits)
{
    tell(Machine::quiet(), {{event::Outbox{2500}, "push#4 wake+90000"},
                            {event::Outbox{2501}, ""},
                            {event::Pushed{4, 2000, 501, 0}, "push#5"},
                            {event::Pushed{5, 501, 0, 0}, "wake+450000"}});
}

TEST(Replica, PullsWhatItsOwnPushDid)
{
    tell(Machine::quiet(), {{event::Outbox{1}, "push#4 wake+90000"},
                            {event::Pushed{4, 1, 0, 12}, "pull#5"},
                            {event::Pulled{5, true, true, 12}, "wake+450000"}});
}

TEST(Replica, PushAndPullAndUploadNeverWaitForEachOther)
{
    tell(Machine::quiet(), {{event::Outbox{1}, "push#4 wake+90000"},
                            {event::Poked{}, "pull#5"},
                            {event::Files{2}, "upload#6"},
                            {event::Poked{}, ""},
                            {event::Uploaded{6, 1}, "upload#7"},
                            {event::Pulled{5, true, true, 11}, "pull#8"},
                            {event::Pulled{8, true, true, 12}, ""},
                            {event::Uploaded{7, 0}, ""},
                            {event::Pushed{4, 1, 0, 12}, "wake+450000"}});
}

TEST(Replica, WaitsALittleWhenAPullFallsShortOfAReceipt)
{
    tell(Machine::quiet(), {{event::Outbox{1}, "push#4 wake+90000"},
                            {event::Pushed{4, 1, 0, 11}, "pull#5"},
                            {event::Pulled{5, true, true, 10}, "wake+500"},
                            {event::Woke{}, "pull#6 wake+90000", 500},
                            {event::Pulled{6, true, true, 10}, "wake+1000"},
                            {event::Woke{}, "pull#7 wake+90000", 1000},
                            {event::Pulled{7, true, true, 11}, "wake+450000"}});
}

TEST(Replica, GivesUpOnAReceiptThatIsNeverReached)
{
    Machine machine = Machine::quiet();
    machine(event::Outbox{1});
    machine(event::Pushed{4, 1, 0, 1'000'000});
    Ticket ticket = 5;
    for (unsigned i = 0; i < behindReceiptTriesMax; ++i) {
        machine(event::Pulled{ticket, true, true, 10});
        ASSERT_EQ(machine(event::Woke{}, 60'000),
                  "pull#" + std::to_string(++ticket) + " wake+90000");
    }

    EXPECT_EQ(machine(event::Pulled{ticket, true, true, 10}), "wake+450000");
    EXPECT_TRUE(machine.status().caughtUp);
}

TEST(Replica, PollsOftenOnlyWhileNobodyPokes)
{
    tell(Machine::quiet(), {{event::LiveClosed{2}, "wake+1000"},
                            {event::Woke{}, "live#4 wake+500", 1000},
                            {event::Woke{}, "pull#5 wake+90000", 500},
                            {event::Pulled{5, true, true, 10}, "wake+15000"},
                            {event::LiveOpened{4}, "pull#6 wake+90000"},
                            {event::Pulled{6, true, true, 10}, "wake+450000"}});
}

TEST(Replica, ReopensTheLiveConnectionEverMoreRarely)
{
    Machine machine = Machine::quiet();
    std::string delays;
    Ticket live = 2;
    Ticket next = 4;
    for (int i = 0; i < 5; ++i) {
        machine(event::LiveClosed{live});
        std::int64_t waited = 0;
        for (; waited < 600'000; waited += 1000) {
            const std::string done = machine(event::Woke{}, 1000);
            if (done.starts_with("pull")) {
                machine(event::Pulled{next++, true, true, 10});
            } else if (done.starts_with("live")) {
                live = next++;
                break;
            }
        }
        delays += std::to_string(waited + 1000) + ' ';
    }

    EXPECT_EQ(delays, "1000 2000 4000 8000 16000 ");
}

} // namespace
} // namespace fieldbook::sync
