#include "tests/support/fault_vfs.h"
#include "tests/support/office.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fieldbook::testing {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

const Uuid bakery = idOf(100);
const Uuid order = idOf(101);
const Uuid line = idOf(102);
const Uuid bread = idOf(103);

class Pull : public ::testing::Test {
protected:
    Office office;
    Company& company = office.company;
    PlainTablet ming{office, company.ming};
    PlainTablet zhou{office, company.zhou};
    PlainTablet ana{office, company.ana};
    PlainTablet zhao{office, company.zhao};

    // Ming's customer with an order of one line.
    void fill()
    {
        office.decide({Office::writeOf(aRecord(
            "product", bread, {{"name", std::string{"面包"}}, {"code", std::string{"B"}}}))});
        ming.create("customer", bakery,
                    {{"name", std::string{"面包房"}}, {"kind", std::string{"organisation"}}});
        ming.create("order", order,
                    {{"customer", bakery},
                     {"number", std::string{"SO-2605-A1-0001"}},
                     {"currency", std::string{"CNY"}}});
        ming.create("order_line", line,
                    {{"order", order},
                     {"product", bread},
                     {"quantity", std::int64_t{2'000}},
                     {"unit_price", Money::fromMinor(500, *Currency::parse("CNY"))}});
        ming.group(2);
        for (const auto& receipt : ming.push()) {
            EXPECT_EQ(receipt.outcome, sync::Outcome::Applied)
                << receipt.code << ' ' << receipt.reasonEn;
        }
    }
    void pullAll()
    {
        for (auto* tablet : {&ming, &zhou, &ana, &zhao}) {
            tablet->pull();
        }
    }
};

TEST_F(Pull, EverybodyHoldsTheCompanyAndTheirOwn)
{
    fill();

    pullAll();

    for (const auto& id : {bakery, order, line}) {
        EXPECT_TRUE(ming.holds(id));
        EXPECT_TRUE(zhou.holds(id)); // Ming's manager.
        EXPECT_TRUE(zhao.holds(id)); // The executive.
        EXPECT_FALSE(ana.holds(id));
    }
    for (auto* tablet : {&ming, &zhou, &ana, &zhao}) {
        EXPECT_TRUE(tablet->holds(bread));
        EXPECT_TRUE(tablet->holds(company.ana));
    }
    EXPECT_EQ(ming.holds(bakery)->document(), office.find(bakery)->document());
}

TEST_F(Pull, CostsOnlyWhatChanged)
{
    fill();
    pullAll();
    ming.edit("customer", bakery, "phone", std::string{"1"});
    ming.push();
    zhou.seen.clear();

    EXPECT_EQ(zhou.pull(), 1);

    EXPECT_THAT(zhou.seen, ::testing::ElementsAre(bakery));
    zhou.seen.clear();
    EXPECT_EQ(zhou.pull(), 1);
    EXPECT_THAT(zhou.seen, IsEmpty());
}

TEST_F(Pull, ReassigningMovesWhatHangsOnIt)
{
    fill();
    pullAll();

    office.setField("customer", bakery, "owner", company.ana);
    pullAll();

    // The order stays Ming's own; the customer has gone to Ana with all that hangs on it.
    EXPECT_FALSE(ming.holds(bakery));
    EXPECT_TRUE(ming.holds(order));
    EXPECT_TRUE(ming.holds(line));
    EXPECT_THAT(ming.left, ::testing::ElementsAre(bakery));
    for (const auto& id : {bakery, order, line}) {
        EXPECT_TRUE(ana.holds(id));
    }
    // All teams are Zhao's to see: nothing left.
    EXPECT_THAT(zhao.left, IsEmpty());
    EXPECT_EQ(zhao.holds(bakery)->referenceOf("owner"), company.ana);
    EXPECT_THAT(zhou.left, ::testing::ElementsAre(bakery));
}

TEST_F(Pull, AManagerOfTheTeamThatGetsTheRecordKeepsIt)
{
    fill();
    pullAll();

    office.setField("customer", bakery, "owner", company.zhou);
    pullAll();

    EXPECT_TRUE(zhou.holds(bakery));
    EXPECT_THAT(zhou.left, IsEmpty());
    EXPECT_FALSE(ming.holds(bakery));
}

TEST_F(Pull, AUserWhoChangesTeamsTakesTheBookAlong)
{
    PlainTablet chen{office, company.chen};
    fill();
    pullAll();
    chen.pull();
    EXPECT_FALSE(chen.holds(bakery));

    office.setField("user", company.ming, "team", company.south);
    pullAll();
    chen.pull();

    for (const auto& id : {bakery, order, line}) {
        EXPECT_TRUE(chen.holds(id));
        EXPECT_FALSE(zhou.holds(id));
        EXPECT_TRUE(ming.holds(id));
        EXPECT_THAT(zhou.left, Contains(id));
        EXPECT_THAT(ming.left, Not(Contains(id)));
    }
}

TEST_F(Pull, ANewManagerGetsTheTeamAndTheFormerOneLosesIt)
{
    PlainTablet chen{office, company.chen};
    fill();
    pullAll();
    chen.pull();

    office.setField("team", company.east, "manager", company.chen);
    pullAll();
    chen.pull();

    EXPECT_TRUE(chen.holds(bakery));
    EXPECT_TRUE(chen.holds(line));
    EXPECT_FALSE(zhou.holds(bakery));
    EXPECT_FALSE(zhou.holds(line));
    EXPECT_TRUE(zhou.holds(bread)); // The company's.

    office.setField("team", company.east, "manager", company.zhou);
    pullAll();
    chen.pull();

    EXPECT_TRUE(zhou.holds(bakery));
    EXPECT_FALSE(chen.holds(bakery));
}

TEST_F(Pull, ALostFeedThatComesBackHalfwayLeavesNothingStale)
{
    fill();
    for (std::uint8_t i = 0; i < 5; ++i) {
        ming.create("lead", idOf(static_cast<std::uint8_t>(120 + i)),
                    {{"name", std::string{"潜客"}}, {"phone", std::string{"1"}}});
    }
    ming.push();
    pullAll();
    office.setField("team", company.east, "manager", company.chen);
    zhou.pullPage({.recordsMax = 1, .bytesMax = 1'000'000});
    // Moves away while Zhou is losing the team, and the team comes back.
    office.setField("lead", idOf(123), "owner", company.ana);
    office.setField("team", company.east, "manager", company.zhou);

    zhou.pull({.recordsMax = 2, .bytesMax = 1'000'000});

    EXPECT_TRUE(zhou.holds(bakery));
    EXPECT_TRUE(zhou.holds(idOf(120)));
    EXPECT_FALSE(zhou.holds(idOf(123)));
}

TEST_F(Pull, ResumesInTheMiddleAfterTheServerWasSwitchedOff)
{
    fill();
    EXPECT_FALSE(ming.pullPage({.recordsMax = 1, .bytesMax = 1'000'000}));
    const auto held = ming.held.size();

    office.switchOff();
    office.switchOn();
    ming.seen.clear();
    ming.pull({.recordsMax = 2, .bytesMax = 1'000'000});

    EXPECT_TRUE(ming.holds(line));
    EXPECT_EQ(ming.held.size(), held + ming.seen.size());
}

TEST_F(Pull, AGroupIsNeverCut)
{
    fill();

    while (!ming.pullPage({.recordsMax = 1, .bytesMax = 1})) {
        EXPECT_EQ(ming.holds(order).has_value(), ming.holds(line).has_value());
    }
    EXPECT_TRUE(ming.holds(line));
}

TEST_F(Pull, ACursorServesOnlyItsUserAndOnlyUnaltered)
{
    fill();
    pullAll();
    auto altered = ming.cursor;
    altered[altered.size() / 2] = altered[altered.size() / 2] == 'A' ? 'B' : 'A';

    const auto codeOf = [&](const PlainTablet& tablet, std::string_view cursor) {
        const auto page = office.sync().pull(tablet.caller(), cursor);
        return page ? std::string{"served"} : page.error().code;
    };

    EXPECT_EQ(codeOf(ming, ming.cursor), "served");
    EXPECT_EQ(codeOf(ana, ming.cursor), "cursor.invalid");
    EXPECT_EQ(codeOf(ming, altered), "cursor.invalid");
    EXPECT_EQ(codeOf(ming, ming.cursor.substr(0, 20)), "cursor.invalid");
    EXPECT_EQ(codeOf(ming, "not a cursor!"), "cursor.invalid");
    EXPECT_EQ(codeOf(ming, std::string(100'000, 'A')), "cursor.invalid");
}

// A store on a disk of its own that is copied and put back.
class Restored : public ::testing::Test {
protected:
    FaultDisk disk{"restored"};
    server::SqliteStoreOptions options{.readers = 1, .vfs = disk.vfs(), .cacheKib = 1024};
    Office office{server::CommitQueue::Mode::Immediate, options, "/server.db"};
    PlainTablet ming{office, office.company.ming};

    void recordCustomer(std::uint8_t number)
    {
        ming.create("customer", idOf(number),
                    {{"name", std::string{"客户"}}, {"kind", std::string{"person"}}});
    }
    void backUp() { office.machine->store.backupTo("/backup.db"); }
    void restore()
    {
        office.switchOff();
        office.useFile("/backup.db");
        office.switchOn();
    }
    [[nodiscard]] std::string answer()
    {
        const auto page = office.sync().pull(ming.caller(), ming.cursor);
        return page ? "served" : page.error().code;
    }
};

TEST_F(Restored, ServesWhoHadNotBeenFurtherThanTheBackup)
{
    recordCustomer(60);
    ming.push();
    ming.pull();
    backUp();
    restore();

    EXPECT_EQ(answer(), "served");
}

TEST_F(Restored, TurnsAwayACursorOfWhatItLost)
{
    backUp();
    recordCustomer(60);
    ming.push();
    ming.pull();
    restore();

    EXPECT_EQ(answer(), "cursor.epoch");

    // Also once it has got as far as the tablet was.
    for (int i = 0; i < 5; ++i) {
        office.setField("user", office.company.ana, "phone", std::to_string(i));
    }
    EXPECT_EQ(answer(), "cursor.epoch");
}

// A number given out twice would make two different orders with one number, and two edits that
// count as the same.
TEST_F(Restored, GivesNoDeviceANumberOrCodeThatItHasForgotten)
{
    ASSERT_TRUE(office.machine->sessions.setPassword(office.company.ming, "correct horse"));
    const auto signIn = [&](std::uint8_t install) {
        const auto in = office.machine->sessions.signIn({.login = "ming",
                                                         .password = "correct horse",
                                                         .install = idOf(install),
                                                         .deviceName = "Pad",
                                                         .platform = "android",
                                                         .appVersion = "0.1.0"});
        return in ? in->caller : server::Caller{};
    };
    const auto known = signIn(201);
    backUp();
    const auto forgotten = signIn(202);
    restore();
    office.clock.advance(std::chrono::minutes{5});

    const auto another = signIn(203);

    EXPECT_GT(forgotten.device, known.device) << "two within one moment";
    EXPECT_GT(another.device, forgotten.device);
    EXPECT_NE(another.deviceCode, forgotten.deviceCode);
    EXPECT_EQ(signIn(201).device, known.device);
}

// Pages in the middle leave out what was touched since, and in the backup that stands where they
// have been already: nobody would ever send it.
TEST_F(Restored, TurnsAwayACursorInTheMiddleOfWhatItLost)
{
    for (std::uint8_t number = 60; number <= 62; ++number) {
        recordCustomer(number);
        ming.push();
    }
    ming.pull();
    backUp();
    ming.edit("customer", idOf(61), "name", std::string{"改名"});
    ming.push();
    ming.cursor.clear();
    for (bool reached = false; !reached;) {
        auto body = *office.sync().pull(ming.caller(), ming.cursor, {.recordsMax = 1});
        const auto page = sync::parsePage(body);
        ASSERT_FALSE(page->complete);
        reached = page->documents.front().find(idOf(62).text()) != std::string_view::npos;
        ming.cursor = page->cursor;
    }
    restore();

    EXPECT_EQ(answer(), "cursor.epoch");
}

TEST_F(Restored, SaysWhichChangesItStillHas)
{
    recordCustomer(60);
    ming.push();
    backUp();
    recordCustomer(61);
    ming.push();
    auto before = *office.sync().pull(ming.caller(), "");
    EXPECT_EQ(sync::parsePage(before)->last, 2);

    restore();

    auto after = *office.sync().pull(ming.caller(), "");
    EXPECT_EQ(sync::parsePage(after)->last, 1);
}

TEST_F(Pull, AnEmployeeWhoLeftIsTurnedAway)
{
    pullAll();
    office.setField("user", company.ming, "status", std::string{"left"});

    const auto page = office.sync().pull(ming.caller(), ming.cursor);

    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().code, "session.ended");
}

} // namespace
} // namespace fieldbook::testing
