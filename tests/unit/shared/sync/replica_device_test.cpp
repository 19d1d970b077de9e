#include "shared/sync/tuning.h"
#include "tests/unit/shared/sync/replica_machine.h"

namespace fieldbook::sync::testing {
namespace {

TEST(ReplicaDevice, TheCodesOfADeviceSayWhatIsDone)
{
    for (const auto* code : {"device.locked", "device.revoked", "device.wipe", "session.frozen"}) {
        EXPECT_EQ(faultOf(401, code), Fault::Frozen) << code;
    }
    EXPECT_EQ(faultOf(401, "device.pending"), Fault::Pending);
    EXPECT_EQ(faultOf(409, "device.cloned"), Fault::SignInNeeded);
    EXPECT_EQ(faultOf(409, "cursor.resync"), Fault::CursorLost);
}

TEST(ReplicaDevice, AContactThatIsDueIsAPushWithoutChanges)
{
    tell(Machine::quiet(), {
                               {event::ContactDue{}, "push#4 wake+90000"},
                               {event::ContactDue{}, "", 10},
                               {event::Pushed{4, 0, 0, 0, true}, "wake+449980", 10},
                               {event::Woke{}, "wake+349980", 100'000},
                           });
}

TEST(ReplicaDevice, AnEmptyPushIsNoFailureThoughSomethingHasComeMeanwhile)
{
    auto machine = Machine::quiet();
    machine(event::ContactDue{});
    machine(event::Outbox{2});

    EXPECT_EQ(machine(event::Pushed{4, 0, 2, 0, true}), "push#5");
    EXPECT_EQ(machine.status().push.errorCode, "");
}

TEST(ReplicaDevice, ACopyThatHearsFirstThatItsSessionIsOverSaysInTheEndThatItIsACopy)
{
    auto machine = Machine::quiet();
    machine(event::Asked{});
    machine(failure(Lane::Pull, 4, Fault::SignInNeeded, "session.ended"));
    EXPECT_EQ(machine.status().lastErrorCode, "session.ended");

    machine(event::SignedOut{"device.cloned"});
    EXPECT_EQ(machine.status().lastErrorCode, "device.cloned");

    machine(event::SignedIn{});
    EXPECT_EQ(machine.status().lastErrorCode, "");
}

TEST(ReplicaDevice, OneThatWaitsForApprovalAsksEveryFewSeconds)
{
    auto machine = Machine::quiet();
    machine(event::Asked{});
    for (Ticket ticket = 4; ticket < 10; ++ticket) {
        EXPECT_EQ(machine(failure(Lane::Pull, ticket, Fault::Pending, "device.pending")),
                  "wake+" + std::to_string(pendingDelay.count()))
            << "it waits no longer for having waited long";
        EXPECT_EQ(machine(event::Woke{}, pendingDelay.count()),
                  "pull#" + std::to_string(ticket + 1) + " wake+90000");
    }
    EXPECT_EQ(machine.status().lastErrorCode, "device.pending");
}

TEST(ReplicaDevice, DeliversFirstAndThenIsWiped)
{
    auto machine = Machine::quiet();
    machine(event::Outbox{1});
    machine(event::Files{1});
    machine(event::Asked{});

    machine(failure(Lane::Pull, 6, Fault::Frozen, "device.wipe"));
    EXPECT_EQ(machine(event::Pushed{4, 1, 0, 12}).find("sign-in"), std::string::npos)
        << "a file waits still";
    EXPECT_NE(machine(event::Uploaded{5, 0}).find("sign-in:device.wipe"), std::string::npos);
}

TEST(ReplicaDevice, APushThatHearsItFirstIsSentAgain)
{
    auto machine = Machine::quiet();
    machine(event::Outbox{1});

    const auto told = machine(failure(Lane::Push, 4, Fault::Frozen, "device.locked"));
    EXPECT_EQ(told.find("sign-in"), std::string::npos);
    EXPECT_NE(machine(event::Woke{}, 2'000).find("push#5"), std::string::npos);
    EXPECT_NE(machine(event::Pushed{5, 1, 0, 12}).find("sign-in:device.locked"), std::string::npos);
}

TEST(ReplicaDevice, DeliversWithoutASession)
{
    Machine machine;
    machine(event::NetworkUp{});
    machine(event::SignedOut{});
    machine(event::Outbox{1});

    EXPECT_EQ(machine(event::Delivering{"device.wipe"}), "push#1 wake+90000");
    EXPECT_NE(machine(event::Pushed{1, 1, 0, 12}).find("sign-in:device.wipe"), std::string::npos);
    EXPECT_NE(machine(event::Delivering{"device.wipe"}).find("sign-in:device.wipe"),
              std::string::npos)
        << "nothing waits";
}

TEST(ReplicaDevice, AConnectionThatIsCutOffIsAReasonToAskAtOnce)
{
    tell(Machine::quiet(), {
                               {event::LiveClosed{2, true}, "pull#4 wake+1000"},
                           });
}

TEST(ReplicaDevice, ACopyHasToSignIn)
{
    auto machine = Machine::quiet();
    machine(event::ContactDue{});

    const auto told = machine(failure(Lane::Push, 4, Fault::SignInNeeded, "device.cloned"));
    EXPECT_NE(told.find("sign-in:device.cloned"), std::string::npos);
    EXPECT_EQ(machine.status().push.phase, Phase::SignedOut);
}

} // namespace
} // namespace fieldbook::sync::testing
