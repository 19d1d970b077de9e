#include "shared/sync/replica.h"
#include "shared/sync/tuning.h"
#include "tests/unit/shared/sync/replica_machine.h"

#include <gtest/gtest.h>

namespace fieldbook::sync {
namespace {

using namespace testing;

TEST(Replica, RetriesEverMoreRarelyAndSpreadsByChance)
{
    Machine machine = Machine::quiet();
    machine(event::Outbox{1});
    std::string delays;
    for (Ticket ticket = 4; ticket < 13; ++ticket) {
        machine.chance = ticket == 6 ? 0.5 : 0;
        machine(failure(Lane::Push, ticket, Fault::Unreachable));
        const auto delay = *machine.status().nextTryAt - machine.now;
        delays += std::to_string(delay.count()) + ' ';
        machine(event::Woke{}, delay.count());
    }

    EXPECT_EQ(delays, "1000 2000 3000 8000 16000 32000 64000 120000 120000 ");
}

TEST(Replica, WhenOneLaneGetsThroughTheOthersTryAtOnce)
{
    tell(Machine::quiet(), {{event::Outbox{1}, "push#4 wake+90000"},
                            {event::Poked{}, "pull#5"},
                            {failure(Lane::Push, 4, Fault::Unreachable), "wake+1000"},
                            {failure(Lane::Pull, 5, Fault::Unreachable), ""},
                            {event::Woke{}, "push#6 pull#7 wake+90000", 1000},
                            {failure(Lane::Push, 6, Fault::Unreachable), "wake+2000"},
                            {event::Pulled{7, true, true, 11}, "push#8 wake+90000"}});
}

TEST(Replica, DoesNotHurryAServerThatSaidWhen)
{
    event::Failed busy = failure(Lane::Push, 4, Fault::Busy, "server.busy");
    busy.retryAfter = milliseconds{30'000};
    tell(Machine::quiet(), {{event::Outbox{1}, "push#4 wake+90000"},
                            {busy, "wake+30000"},
                            {event::Poked{}, "pull#5"},
                            {event::Pulled{5, true, true, 11}, ""},
                            {event::Asked{}, "pull#6"},
                            {event::Pulled{6, true, true, 11}, ""},
                            {event::Woke{}, "push#7 wake+90000", 30'000}});
}

TEST(Replica, DoesNotBelieveARetryAfterOfADay)
{
    Machine machine = Machine::quiet();
    machine(event::Outbox{1});
    event::Failed busy = failure(Lane::Push, 4, Fault::Busy);
    busy.retryAfter = std::chrono::hours{24};

    machine(busy);

    EXPECT_EQ(*machine.status().push.nextTryAt, machine.now + retryAfterMax);
}

TEST(Replica, AClockThatIsSetBackDelaysNothing)
{
    constexpr std::int64_t nineHours = 9 * 3'600'000;
    tell(Machine::quiet(), {{event::Outbox{1}, "push#4 wake+90000"},
                            {failure(Lane::Push, 4, Fault::Unreachable), "wake+1000"},
                            {event::Woke{}, "wake+1000", -nineHours},
                            {event::Woke{}, "push#5 wake+90000", 1'000}});
}

TEST(Replica, WithoutNetworkItRestsAndWithItStartsAtOnce)
{
    tell(Machine::quiet(), {{event::Outbox{1}, "push#4 wake+90000"},
                            {failure(Lane::Push, 4, Fault::Unreachable), "wake+1000"},
                            {event::Poked{}, "push#5 pull#6 wake+90000"},
                            {event::NetworkDown{}, "cancel#5 cancel#6 close-live"},
                            {event::Outbox{2}, ""},
                            {event::Pushed{5, 1, 1, 11}, ""}, // Too late: it was given up.
                            {event::Woke{}, "", 100'000},
                            {event::NetworkUp{}, "push#7 pull#8 live#9 wake+90000", 100'000}});
}

TEST(Replica, GivesUpARequestThatIsNeverAnswered)
{
    tell(Machine::quiet(), {{event::Outbox{1}, "push#4 wake+90000"},
                            {event::Woke{}, "cancel#4 wake+1000", 90'000},
                            {event::Pushed{4, 1, 0, 11}, ""},
                            {event::Woke{}, "push#5 wake+90000", 1000}});
}

TEST(Replica, SignOutEndsEverything)
{
    tell(Machine::quiet(), {{event::Outbox{1}, "push#4 wake+90000"},
                            {event::Files{1}, "upload#5"},
                            {event::SignedOut{}, "cancel#4 cancel#5 close-live"},
                            {event::Poked{}, ""},
                            {event::Woke{}, "", 1'000'000},
                            {event::SignedIn{}, "push#6 pull#7 upload#8 live#9 wake+90000"}});
}

TEST(Replica, AnEndedSessionAsksForASignInAndStopsAllLanes)
{
    Machine machine = Machine::quiet();
    machine(event::Outbox{1});
    machine(event::Poked{});

    EXPECT_EQ(machine(failure(Lane::Pull, 5, Fault::SignInNeeded, "session.ended")),
              "cancel#4 close-live sign-in:session.ended");

    const Status status = machine.status();
    EXPECT_EQ(status.push.phase, Phase::SignedOut);
    EXPECT_EQ(status.lastErrorCode, "session.ended");
    EXPECT_EQ(status.changesWaiting, 1U);
    EXPECT_EQ(machine(event::SignedIn{}), "push#6 pull#7 live#8");
    EXPECT_EQ(machine.status().lastErrorCode, "");
}

TEST(Replica, AFrozenAccountDeliversWhatWaitsAndThenAsksForASignIn)
{
    tell(Machine::quiet(), {{event::Outbox{3}, "push#4 wake+90000"},
                            {event::Files{1}, "upload#5"},
                            {event::Poked{}, "pull#6"},
                            {failure(Lane::Pull, 6, Fault::Frozen, "session.frozen"), "close-live"},
                            {event::Pushed{4, 2, 1, 0}, "push#7"},
                            {event::Woke{}, "wake+89000", 1'000},
                            {failure(Lane::Push, 7, Fault::Unreachable), "wake+1000"},
                            {event::Asked{}, "push#8 wake+90000"},
                            {event::Pushed{8, 1, 0, 0}, "wake+299000"},
                            {event::Uploaded{5, 0}, "sign-in:session.frozen"},
                            {event::Woke{}, "", 1'000'000},
                            {event::SignedIn{}, "pull#9 live#10 wake+90000"}});
}

TEST(Replica, AFrozenAccountWithNothingToDeliverEndsAtOnce)
{
    tell(Machine::quiet(), {{event::Poked{}, "pull#4 wake+90000"},
                            {failure(Lane::Pull, 4, Fault::Frozen, "session.frozen"),
                             "close-live sign-in:session.frozen"}});
}

TEST(Replica, AFrozenAccountWhoseTimeToDeliverIsOverKeepsWhatWaits)
{
    Machine machine = Machine::quiet();
    machine(event::Outbox{3});
    machine(event::Poked{});
    machine(failure(Lane::Pull, 5, Fault::Frozen, "session.frozen"));

    EXPECT_EQ(machine(failure(Lane::Push, 4, Fault::SignInNeeded, "session.ended")),
              "sign-in:session.ended");
    EXPECT_EQ(machine.status().changesWaiting, 3U);
}

event::Failed gap(Ticket ticket, std::int64_t expected)
{
    event::Failed failed = failure(Lane::Push, ticket, Fault::Gap, "push.gap");
    failed.expected = expected;
    return failed;
}

TEST(Replica, RewindsForAServerThatWasPutBack)
{
    tell(Machine::quiet(), {{event::Outbox{1}, "push#4 wake+90000"},
                            {gap(4, 17), "rewind=17 push#5"},
                            {event::Outbox{9}, ""},
                            {event::Pushed{5, 9, 0, 10}, "wake+450000"},
                            {event::Outbox{1}, "push#6 wake+90000"},
                            {gap(6, 17), "rewind=17 push#7"}});
}

TEST(Replica, AGapThatCannotBeClosedNeedsANewDevice)
{
    tell(Machine::quiet(), {{event::Outbox{1}, "push#4 wake+90000"},
                            {gap(4, 17), "rewind=17 push#5"},
                            {gap(5, 17), "close-live sign-in:push.gap"},
                            {event::Outbox{2}, ""},
                            {event::SignedIn{}, "push#6 pull#7 live#8"}});
}

TEST(Replica, ATabletThatWasPutBackNeedsANewDevice)
{
    ASSERT_EQ(faultOf(409, "push.diverged"), Fault::SignInNeeded);
    tell(Machine::quiet(), {{event::Outbox{1}, "push#4 wake+90000"},
                            {failure(Lane::Push, 4, Fault::SignInNeeded, "push.diverged"),
                             "close-live sign-in:push.diverged"}});
}

TEST(Replica, HalvesABatchThatIsTooLargeAndGrowsAgain)
{
    Machine machine = Machine::quiet();
    EXPECT_EQ(machine(event::Outbox{5000}), "push#4 wake+90000");
    EXPECT_EQ(machine(failure(Lane::Push, 4, Fault::TooLarge)), "push#5(1000)");
    EXPECT_EQ(machine(failure(Lane::Push, 5, Fault::TooLarge)), "push#6(500)");
    EXPECT_EQ(machine(event::Pushed{6, 500, 4500, 11}), "push#7(1000) pull#8");
    EXPECT_EQ(machine(event::Pushed{7, 1000, 3500, 11}), "push#9");
}

TEST(Replica, ABatchThatCannotBeMadeSmallerWaitsInsteadOfLooping)
{
    Machine machine = Machine::quiet();
    machine(event::Outbox{1});
    std::string done;
    int pushes = 0;
    for (Ticket ticket = 4; ticket < 40; ++ticket, ++pushes) {
        done = machine(failure(Lane::Push, ticket, Fault::TooLarge));
        if (!done.starts_with("push")) {
            break;
        }
    }

    EXPECT_EQ(done, "wake+300000");
    EXPECT_LT(pushes, 20);
}

TEST(Replica, AFileThatIsTooLargeDoesNotMakePushesSmaller)
{
    tell(Machine::quiet(), {{event::Files{1}, "upload#4 wake+300000"},
                            {failure(Lane::Files, 4, Fault::TooLarge, "file.too_large"), ""},
                            {event::Outbox{1}, "push#5 wake+90000"}});
}

TEST(Replica, AServerThatAnswersNothingIsNotAskedInALoop)
{
    tell(Machine::quiet(), {{event::Outbox{1}, "push#4 wake+90000"},
                            {event::Pushed{4, 0, 1, 10}, "wake+1000"},
                            {event::Poked{}, "pull#5"},
                            {event::Pulled{5, false, false, 0}, ""}});
}

TEST(Replica, ALostCursorStartsThePullAnew)
{
    tell(Machine::quiet(),
         {{event::Poked{}, "pull#4 wake+90000"},
          {failure(Lane::Pull, 4, Fault::CursorLost, "cursor.invalid"), "forget-cursor wake+1000"},
          {event::Woke{}, "pull#5 wake+90000", 1000},
          {event::Pulled{5, true, true, 3}, "wake+450000"}});
}

TEST(Replica, AnOutdatedProgramStillPushes)
{
    Machine machine = Machine::quiet();
    machine(event::Poked{});
    EXPECT_EQ(machine(failure(Lane::Pull, 4, Fault::Outdated, "app.outdated")), "");
    EXPECT_EQ(machine.status().pull.phase, Phase::Outdated);

    EXPECT_EQ(machine(event::Outbox{1}), "push#5");
    EXPECT_EQ(machine(event::Pushed{5, 1, 0, 12}), "");
    EXPECT_EQ(machine.status().push.phase, Phase::Idle);
    EXPECT_EQ(machine(event::Asked{}), "pull#6");
}

TEST(Replica, ARefusedRequestIsNotRepeatedSoon)
{
    tell(Machine::quiet(),
         {{event::Outbox{1}, "push#4 wake+90000"},
          {failure(Lane::Push, 4, Fault::Refused, "push.malformed"), "wake+300000"}});
}

TEST(Replica, AnswersThatNobodyAwaitsArePassedOver)
{
    tell(Machine::quiet(), {{event::Pushed{99, 1, 0, 50}, ""},
                            {event::Pulled{99, true, true, 50}, ""},
                            {event::Uploaded{99, 0}, ""},
                            {failure(Lane::Pull, 99, Fault::SignInNeeded), ""},
                            {event::LiveClosed{99}, ""},
                            {event::LiveOpened{99}, ""}});
}

TEST(Replica, TellsThePersonWhatGoesOn)
{
    Machine machine;
    EXPECT_EQ(machine.status().push.phase, Phase::SignedOut);
    machine(event::SignedIn{});
    EXPECT_EQ(machine.status().pull.phase, Phase::Offline);
    machine(event::NetworkUp{});
    EXPECT_EQ(machine.status().pull.phase, Phase::Working);
    EXPECT_FALSE(machine.status().caughtUp);
    machine(event::Pulled{1, true, true, 0});
    EXPECT_TRUE(machine.status().caughtUp); // Also a company that has nothing yet.
    EXPECT_EQ(machine.status().lastContact, machine.now);

    machine(event::Outbox{7});
    machine(failure(Lane::Push, 3, Fault::Unreachable, "network.unreachable"), 500);
    Status status = machine.status();
    EXPECT_EQ(status.push.phase, Phase::Retrying);
    EXPECT_EQ(status.push.errorCode, "network.unreachable");
    EXPECT_EQ(status.nextTryAt, machine.now + milliseconds{1000});
    EXPECT_EQ(status.lastErrorCode, "network.unreachable");
    EXPECT_EQ(status.changesWaiting, 7U);
    EXPECT_EQ(status.lastContact, machine.now - milliseconds{500});

    machine(event::Woke{}, 1000);
    machine(event::Pushed{4, 7, 0, 0});
    status = machine.status();
    EXPECT_EQ(status.push.phase, Phase::Idle);
    EXPECT_EQ(status.lastErrorCode, "");
    EXPECT_EQ(status.nextTryAt, std::nullopt);
}

TEST(Replica, TheSameEventsGiveTheSameActions)
{
    const auto run = [] {
        Machine machine = Machine::quiet();
        machine.chance = 0.25;
        std::string all;
        for (int i = 0; i < 50; ++i) {
            all += machine(event::Outbox{static_cast<std::size_t>(i % 3)}, 100);
            all +=
                machine(failure(Lane::Push, static_cast<Ticket>(4 + i), Fault::Unreachable), 400);
            all += machine(event::Woke{}, 700) + '\n';
        }
        return all;
    };

    EXPECT_EQ(run(), run());
}

TEST(Fault, FollowsFromTheStatusAndTheCode)
{
    EXPECT_EQ(faultOf(0, ""), Fault::Unreachable);
    EXPECT_EQ(faultOf(401, "session.ended"), Fault::SignInNeeded);
    EXPECT_EQ(faultOf(409, "push.gap"), Fault::Gap);
    EXPECT_EQ(faultOf(409, "something.else"), Fault::Refused);
    EXPECT_EQ(faultOf(400, "cursor.invalid"), Fault::CursorLost);
    EXPECT_EQ(faultOf(413, "push.too_large"), Fault::TooLarge);
    EXPECT_EQ(faultOf(426, "app.outdated"), Fault::Outdated);
    EXPECT_EQ(faultOf(426, "http.upgrade_required"), Fault::Refused);
    EXPECT_EQ(faultOf(409, "upload.offset"), Fault::Busy);
    EXPECT_EQ(faultOf(404, "upload.missing"), Fault::Busy);
    EXPECT_EQ(faultOf(409, "file.digest_mismatch"), Fault::Busy);
    EXPECT_EQ(faultOf(413, "file.too_large"), Fault::TooLarge);
    EXPECT_EQ(faultOf(429, "rate.exceeded"), Fault::Busy);
    EXPECT_EQ(faultOf(503, "server.busy"), Fault::Busy);
    EXPECT_EQ(faultOf(500, ""), Fault::Busy);
    EXPECT_EQ(faultOf(400, "push.malformed"), Fault::Refused);
    EXPECT_EQ(faultOf(302, ""), Fault::Refused); // A captive portal.
}

} // namespace
} // namespace fieldbook::sync
