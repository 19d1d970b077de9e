#include "tests/support/office.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fieldbook::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

const Uuid bakery = idOf(100);
const Uuid cafe = idOf(101);

class Push : public ::testing::Test {
protected:
    Office office;
    Company& company = office.company;
    PlainTablet ming{office, company.ming};

    std::int64_t createCustomer(PlainTablet& tablet, const Uuid& id, std::string name = "面包房")
    {
        return tablet.create("customer", id,
                             {{"name", std::move(name)}, {"kind", std::string{"organisation"}}});
    }
};

TEST_F(Push, ACreatedRecordStandsOnTheServerAsItsAuthorMadeIt)
{
    const auto number = createCustomer(ming, bakery);

    const auto receipts = ming.push();

    ASSERT_THAT(receipts, SizeIs(1));
    EXPECT_EQ(receipts[0].outcome, sync::Outcome::Applied) << receipts[0].code;
    EXPECT_EQ(receipts[0].number, number);
    const auto stored = office.find(bakery);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->textOf("name"), "面包房");
    EXPECT_EQ(stored->referenceOf("owner"), company.ming);
    EXPECT_EQ(stored->referenceOf("created_by"), company.ming);
    EXPECT_EQ(stored->made(), ming.versionOf(number));
    EXPECT_EQ(stored->searchKeys().initials, "mbf");
}

TEST_F(Push, ChangesSentAgainTakeEffectOnceAndAreAnsweredAsBefore)
{
    createCustomer(ming, bakery);
    createCustomer(ming, bakery); // Refused: it exists.
    ming.act("visit.check_in", "visit", idOf(99)); // Refused: there is none.
    const auto request = ming.request();

    const auto first = office.sync().push(ming.caller(), request);
    const auto second = office.sync().push(ming.caller(), request);

    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->receipts, second->receipts);
    EXPECT_EQ(first->last, 3);
    EXPECT_EQ(second->last, 3);
    EXPECT_EQ(first->receipts[1].code, "record.exists");
    EXPECT_EQ(first->receipts[2].code, "record.missing");
    EXPECT_THAT(office.machine->store.read()->history(bakery), IsEmpty());
}

TEST_F(Push, ALostReplyIsMadeUpForTogetherWithWhatIsNew)
{
    createCustomer(ming, bakery);
    const auto lost = office.sync().push(ming.caller(), ming.request());
    createCustomer(ming, cafe);

    const auto receipts = ming.push();

    ASSERT_THAT(receipts, SizeIs(2));
    EXPECT_EQ(receipts[0], lost->receipts[0]);
    EXPECT_EQ(receipts[1].outcome, sync::Outcome::Applied);
    EXPECT_TRUE(office.find(cafe));
}

TEST_F(Push, AReceiptTheTabletHasIsForgottenButStillAnswered)
{
    createCustomer(ming, bakery);
    createCustomer(ming, bakery);
    const auto request = ming.request();
    const auto first = office.sync().push(ming.caller(), request);
    auto confirmed = request;
    confirmed.received = 2;
    confirmed.changes.clear();
    ASSERT_TRUE(office.sync().push(ming.caller(), confirmed));
    EXPECT_THAT(office.machine->store.read()->receipts(ming.caller().device, 1, 9), IsEmpty());

    const auto again = office.sync().push(ming.caller(), request);

    ASSERT_TRUE(again);
    EXPECT_EQ(again->receipts[0].outcome, sync::Outcome::Applied);
    EXPECT_GE(again->receipts[0].sequence, first->receipts[0].sequence);
    EXPECT_EQ(again->receipts[1].outcome, sync::Outcome::Refused);
    EXPECT_EQ(again->receipts[1].code, "record.exists");
}

TEST_F(Push, AGapIsRefusedWithTheNumberExpected)
{
    createCustomer(ming, bakery);
    createCustomer(ming, cafe);
    auto request = ming.request();
    request.changes.erase(request.changes.begin());

    const auto reply = office.sync().push(ming.caller(), request);

    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, "push.gap");
    EXPECT_EQ(reply.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(reply.error().detail, "1");
    EXPECT_FALSE(office.find(cafe));
}

TEST_F(Push, ANumberUsedForSomethingElseIsNoticed)
{
    createCustomer(ming, bakery);
    ASSERT_TRUE(office.sync().push(ming.caller(), ming.request()));
    PlainTablet other{office, company.ming};
    createCustomer(other, cafe);
    auto request = other.request();
    request.device = ming.caller().device;

    const auto reply = office.sync().push(ming.caller(), request);

    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, "push.diverged");
    EXPECT_FALSE(office.find(cafe));
}

TEST_F(Push, AnotherDevicesChangesAndThoseOfAFrozenUserAreTurnedAway)
{
    createCustomer(ming, bakery);
    auto request = ming.request();
    auto caller = ming.caller();

    ++request.device;
    const auto foreign = office.sync().push(caller, request);
    --request.device;
    caller.device = 77;
    const auto unknown = office.sync().push(caller, request);
    office.setField("user", company.ming, "status", std::string{"frozen"});
    const auto frozen = office.sync().push(ming.caller(), request);

    EXPECT_EQ(foreign.error().code, "push.device");
    EXPECT_EQ(unknown.error().code, "session.ended");
    EXPECT_EQ(frozen.error().code, "session.ended");
    EXPECT_EQ(frozen.error().kind, ErrorKind::Unauthorised);
}

TEST_F(Push, ARefusalIsFiledWholeAndWhatFollowsGoesOn)
{
    ming.create("visit", idOf(110), {{"customer", idOf(99)}});
    createCustomer(ming, bakery);
    const auto raw = ming.request().changes[0].raw;

    const auto receipts = ming.push();

    ASSERT_THAT(receipts, SizeIs(2));
    EXPECT_EQ(receipts[0].outcome, sync::Outcome::Refused);
    EXPECT_EQ(receipts[0].code, "reference.missing");
    EXPECT_EQ(receipts[0].reasonZh, "“客户”指向的记录不存在。");
    EXPECT_EQ(receipts[0].reasonEn, "“Customer” refers to a record that does not exist.");
    EXPECT_EQ(receipts[1].outcome, sync::Outcome::Applied);
    const auto filed = office.machine->store.read()->findRefusal(ming.caller().device, 1);
    ASSERT_TRUE(filed);
    EXPECT_EQ(filed->raw, raw);
    EXPECT_EQ(filed->user, company.ming);
    EXPECT_FALSE(office.find(idOf(110)));
}

TEST_F(Push, AChangeThatCannotBeReadIsRefusedAlone)
{
    createCustomer(ming, bakery);
    const std::string unreadable =
        R"({"n":2,"at":"1.0","create":{"type":"spaceship","id":"x","f":{}}})";
    const auto readable = toJson([&] {
        sync::Change change;
        change.number = 1;
        change.at = {toMillis(office.clock.now()), 0};
        change.body = sync::CreateBody{
            .type = &typeNamed("customer"),
            .id = bakery,
            .values = {{*typeNamed("customer").indexOf("name"), std::string{"A"}},
                       {*typeNamed("customer").indexOf("kind"), std::string{"person"}}}};
        return change;
    }());
    const std::vector<std::string_view> changes{readable, unreadable};
    const auto request = sync::parsePush(sync::makePush(ming.caller().device, 0, changes));
    ASSERT_TRUE(request);

    const auto reply = office.sync().push(ming.caller(), *request);

    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->receipts[0].outcome, sync::Outcome::Applied);
    EXPECT_EQ(reply->receipts[1].outcome, sync::Outcome::Refused);
    EXPECT_EQ(office.machine->store.read()->findRefusal(ming.caller().device, 2)->raw, unreadable);
}

TEST_F(Push, AGroupIsRefusedAsAWhole)
{
    createCustomer(ming, bakery);
    ming.create("order", idOf(120),
                {{"customer", bakery},
                 {"number", std::string{"SO-2605-A1-0001"}},
                 {"currency", std::string{"CNY"}}});
    ming.act("order.submit", "order", idOf(120));
    ming.group(2);
    createCustomer(ming, cafe);

    const auto receipts = ming.push();

    ASSERT_THAT(receipts, SizeIs(4));
    EXPECT_EQ(receipts[0].outcome, sync::Outcome::Applied);
    EXPECT_EQ(receipts[1].code, "group.refused");
    EXPECT_EQ(receipts[2].code, "order.empty");
    EXPECT_EQ(receipts[3].outcome, sync::Outcome::Applied);
    EXPECT_FALSE(office.find(idOf(120)));
    EXPECT_TRUE(office.find(cafe));
}

TEST_F(Push, AGroupStandsAtOneSequence)
{
    createCustomer(ming, bakery);
    ming.create("contact", idOf(111), {{"customer", bakery}, {"name", std::string{"王芳"}}});
    ming.group(2);

    const auto receipts = ming.push();

    ASSERT_THAT(receipts, SizeIs(2));
    const auto view = office.machine->store.read();
    EXPECT_EQ(view->findPlacement(bakery)->sequence, view->findPlacement(idOf(111))->sequence);
}

TEST_F(Push, AnEditWithAnOldVersionIsMergedAndSaysWhatBecameOfIt)
{
    PlainTablet zhou{office, company.zhou};
    createCustomer(ming, bakery);
    ming.push();
    ming.pull();
    zhou.pull();
    office.clock.advance(std::chrono::seconds{1});
    ming.edit("customer", bakery, "phone", std::string{"111"});
    office.clock.advance(std::chrono::seconds{1});
    const auto later = zhou.edit("customer", bakery, "phone", std::string{"222"});
    zhou.push();

    const auto receipts = ming.push();

    ASSERT_THAT(receipts, SizeIs(1));
    EXPECT_EQ(receipts[0].outcome, sync::Outcome::Merged);
    ASSERT_THAT(receipts[0].fields, SizeIs(1));
    EXPECT_EQ(receipts[0].fields[0].outcome, sync::FieldOutcome::Lost);
    EXPECT_EQ(receipts[0].fields[0].theirAuthor, company.zhou);
    EXPECT_EQ(receipts[0].fields[0].theirVersion, zhou.versionOf(later));
    EXPECT_EQ(office.find(bakery)->textOf("phone"), "222");
    const auto past = office.machine->store.read()->pastValues(bakery, "phone");
    ASSERT_FALSE(past.empty());
    EXPECT_EQ(past.back().value, Value{std::string{"111"}});
    EXPECT_EQ(past.back().author, company.ming);
}

TEST_F(Push, AClockFarAheadIsTakenAsNowAndTheDeviceIsFlagged)
{
    PlainTablet zhou{office, company.zhou};
    createCustomer(ming, bakery);
    ming.push();
    ming.pull();
    zhou.pull();
    ming.clockAhead = std::chrono::hours{24};
    ming.edit("customer", bakery, "phone", std::string{"111"});
    ming.push();
    office.clock.advance(std::chrono::minutes{1});
    zhou.edit("customer", bakery, "phone", std::string{"222"});
    zhou.push();

    EXPECT_EQ(office.find(bakery)->textOf("phone"), "222");
    const auto device = office.machine->store.read()->findDevice(ming.caller().device);
    EXPECT_EQ(device->clockAheadMillis, std::chrono::milliseconds{std::chrono::hours{24}}.count());
}

TEST_F(Push, ChainsOfOfflineEditsOfOneTabletSimplyWin)
{
    const auto born = createCustomer(ming, bakery);
    const auto first =
        ming.edit("customer", bakery, "phone", std::string{"1"}, ming.versionOf(born));
    ming.edit("customer", bakery, "phone", std::string{"2"}, ming.versionOf(first));

    for (const auto& receipt : ming.push()) {
        EXPECT_EQ(receipt.outcome, sync::Outcome::Applied) << receipt.code;
    }
    EXPECT_EQ(office.find(bakery)->textOf("phone"), "2");
}

TEST_F(Push, OthersRecordsAreNotToBeChanged)
{
    PlainTablet ana{office, company.ana};
    createCustomer(ming, bakery);
    ming.push();
    ana.edit("customer", bakery, "phone", std::string{"666"});
    ana.create("contact", idOf(111), {{"customer", bakery}, {"name", std::string{"Eve"}}});

    const auto receipts = ana.push();

    EXPECT_EQ(receipts[0].code, "record.missing");
    EXPECT_EQ(receipts[1].code, "reference.missing");
    EXPECT_FALSE(office.find(idOf(111)));
}

TEST_F(Push, WhatAnExOwnerRecordedBeforeTheRecordMovedIsTakenAndTheRestIsNot)
{
    createCustomer(ming, bakery);
    ming.push();
    ming.pull();
    office.clock.advance(std::chrono::minutes{10});
    ming.edit("customer", bakery, "phone", std::string{"before"});
    ming.create("contact", idOf(111), {{"customer", bakery}, {"name", std::string{"王芳"}}});
    office.clock.advance(std::chrono::minutes{10});
    office.setField("customer", bakery, "owner", company.ana);
    office.clock.advance(std::chrono::minutes{10});
    ming.edit("customer", bakery, "city", std::string{"after"});

    const auto receipts = ming.push();

    EXPECT_EQ(receipts[0].outcome, sync::Outcome::Applied) << receipts[0].code;
    EXPECT_EQ(receipts[1].outcome, sync::Outcome::Applied) << receipts[1].code;
    EXPECT_EQ(receipts[2].code, "record.missing");
    EXPECT_EQ(office.find(bakery)->textOf("phone"), "before");
    EXPECT_EQ(office.find(bakery)->textOf("city"), "");
    EXPECT_TRUE(office.find(idOf(111)));
}

TEST_F(Push, TellsWhichFeedsMoved)
{
    office.pokes.clear();
    createCustomer(ming, bakery);
    ming.push();

    ASSERT_THAT(office.pokes, SizeIs(1));
    const std::vector<server::FeedName> feeds{"t:" + company.east.text(),
                                              "u:" + company.ming.text()};
    EXPECT_EQ(office.pokes[0].feeds, feeds);
}

} // namespace
} // namespace fieldbook::testing
