#include "shared/db/error.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/office.h"

#include <gtest/gtest.h>

namespace fieldbook::testing {
namespace {

Value words(std::string_view text) { return std::string{text}; }

// A tablet that pushes to a server whose power may go at any operation on its disk, and pushes
// again until it is answered.
class Crash : public ::testing::Test {
protected:
    FaultDisk disk{"crash"};
    SeededEntropy chance{7};
    Office office{server::CommitQueue::Mode::Immediate,
                  {.readers = 1, .vfs = disk.vfs(), .cacheKib = 1024},
                  "/server.db"};
    PlainTablet ming{office, office.company.ming};
    int made = 0;

    [[nodiscard]] Uuid nextId() { return idOf(static_cast<std::uint8_t>(60 + made++ % 190)); }

    // Three changes, two of them a group, one to be refused.
    std::array<Uuid, 2> recordSome()
    {
        const Uuid customer = nextId();
        const Uuid contact = nextId();
        ming.create("customer", customer, {{"name", words("客户")}, {"kind", words("person")}});
        ming.create("contact", contact, {{"customer", customer}, {"name", words("王")}});
        ming.group(2);
        ming.create("contact", nextId(), {{"customer", idOf(5)}, {"name", words("无")}});
        return {customer, contact};
    }
    void powerCut()
    {
        disk.cutPower();
        office.switchOff();
        disk.crash(chance);
        office.switchOn();
    }
    // True if the power went.
    template <class Work>
    bool interrupted(Work work)
    {
        try {
            work();
            return false;
        } catch (const db::Error&) {
            return true;
        }
    }
};

TEST_F(Crash, WhateverIsAnsweredSurvivesAPowerCutAtAnyOperation)
{
    bool interruptedAny = true;
    for (std::uint64_t operations = 0; interruptedAny; ++operations) {
        const auto ids = recordSome();
        const auto request = ming.request();
        disk.cutPowerAfter(operations);
        interruptedAny =
            interrupted([&] { std::ignore = office.sync().push(ming.caller(), request); });
        const bool answered = !interruptedAny;
        powerCut();

        // All of the push is there, or nothing.
        const auto last =
            office.machine->store.read()->findDevice(ming.caller().device)->lastChange;
        EXPECT_EQ(office.find(ids[0]).has_value(), office.find(ids[1]).has_value());
        EXPECT_EQ(office.find(ids[0]).has_value(), last == request.changes.back().number);
        if (answered) {
            EXPECT_EQ(last, request.changes.back().number);
        }
        const auto receipts = ming.push();
        ASSERT_EQ(receipts.size(), 3u) << operations;
        EXPECT_EQ(receipts[0].outcome, sync::Outcome::Applied) << receipts[0].code;
        EXPECT_EQ(receipts[1].outcome, sync::Outcome::Applied) << receipts[1].code;
        EXPECT_EQ(receipts[2].code, "reference.missing");
        EXPECT_TRUE(office.find(ids[1]));
        EXPECT_TRUE(
            office.machine->store.read()->findRefusal(ming.caller().device, receipts[2].number));
        ASSERT_LT(operations, 500u);
    }
    ming.pull();
    PlainTablet fresh{office, office.company.ming};
    fresh.pull();
    EXPECT_EQ(ming.held, fresh.held);
}

TEST_F(Crash, AFullDiskRefusesAndThenGoesOn)
{
    const auto ids = recordSome();
    disk.failAfter(0, DiskFault::Full);
    EXPECT_TRUE(interrupted([&] { ming.push(); }));
    EXPECT_FALSE(office.find(ids[0]));

    disk.heal();
    ming.push();

    EXPECT_TRUE(office.find(ids[0]));
    EXPECT_TRUE(office.find(ids[1]));
}

TEST_F(Crash, AnAnswerThatAFailingDiskPreventedIsGivenLater)
{
    for (std::uint64_t operations = 0; operations < 12; ++operations) {
        const auto ids = recordSome();
        disk.failAfter(operations, DiskFault::Io);
        const bool failed = interrupted([&] { ming.push(); });
        disk.heal();

        if (failed) {
            ming.push();
        }

        EXPECT_TRUE(office.find(ids[0]));
        EXPECT_TRUE(office.find(ids[1]));
    }
}

} // namespace
} // namespace fieldbook::testing
