#include "tests/support/office.h"

#include <gtest/gtest.h>

namespace fieldbook::testing {
namespace {

Value words(std::string_view text) { return std::string{text}; }
std::string codeOf(const auto& result) { return result ? "fine" : result.error().code; }

// Ming is frozen with unsent changes on the tablet, and the book has gone to Ana.
class Quarantine : public ::testing::Test {
protected:
    Office office;
    Company& company = office.company;
    Uuid bakery = idOf(100);
    Uuid visit = idOf(101);
    Uuid anas = idOf(102);
    PlainTablet ming{office, company.ming};
    std::int64_t edited = 0;
    std::int64_t visited = 0;

    void SetUp() override
    {
        office.decide({Office::writeOf(aRecord(
            "customer", anas,
            {{"name", words("Ana's")}, {"kind", words("person")}, {"owner", company.ana}}))});
        ming.create("customer", bakery, {{"name", words("面包房")}, {"kind", words("person")}});
        ming.push();
        ming.pull();
        edited = ming.edit("customer", bakery, "city", words("杭州"));
        visited =
            ming.create("visit", visit, {{"customer", bakery}, {"planned_at", office.clock.now()}});
        freeze();
        ASSERT_TRUE(office.machine->handovers.handOver(
            {},
            {.from = company.ming, .to = company.ana, .parts = {}, .customers = {}, .reason = {}}));
    }

    void freeze()
    {
        office.clock.advance(std::chrono::minutes{1});
        ASSERT_TRUE(
            office.machine->people.alter({}, "user", company.ming, {{"status", words("frozen")}}));
        ming.onlyDelivers();
    }
    server::QuarantineService& quarantine() { return office.machine->quarantine; }
};

TEST_F(Quarantine, HoldsWhatTheTabletOfAFrozenUserDeliversAndTellsItNothing)
{
    const auto receipts = ming.push();

    ASSERT_EQ(receipts.size(), 2U);
    for (const auto& receipt : receipts) {
        EXPECT_EQ(receipt.outcome, sync::Outcome::Refused);
        EXPECT_EQ(receipt.code, "quarantine.held");
    }
    EXPECT_EQ(office.find(bakery)->textOf("city"), "");
    EXPECT_FALSE(office.find(visit));
    const auto held = quarantine().list(company.ming);
    ASSERT_EQ(held.size(), 2U);
    EXPECT_NE(held[0].raw.find("杭州"), std::string::npos);
    EXPECT_TRUE(quarantine().list(company.ana).empty());
    EXPECT_EQ(codeOf(office.sync().pull(ming.caller(), ming.cursor)), "session.ended");
}

TEST_F(Quarantine, ReleasesItAsRecordedByTheLeaverThoughTheBookHasMoved)
{
    ming.push();

    const auto outcome = quarantine().release({}, company.ming);

    ASSERT_TRUE(outcome) << codeOf(outcome);
    EXPECT_EQ(outcome->released, 2U);
    EXPECT_TRUE(outcome->refused.empty());
    PlainTablet ana{office, company.ana};
    ana.pull();
    ASSERT_TRUE(ana.holds(visit));
    EXPECT_EQ(ana.holds(visit)->referenceOf("owner"), company.ming);
    EXPECT_EQ(ana.holds(bakery)->textOf("city"), "杭州");
    EXPECT_EQ(ana.holds(bakery)->referenceOf("owner"), company.ana);
    const auto city = *typeNamed("customer").indexOf("city");
    EXPECT_EQ(ana.holds(bakery)->versionAt(city).device, ming.caller().device);
    EXPECT_TRUE(quarantine().list({}).empty());
    EXPECT_EQ(codeOf(quarantine().release({}, company.ming)), "quarantine.empty");
}

TEST_F(Quarantine, KeepsAGroupTogether)
{
    const Uuid contact = idOf(103);
    ming.create("contact", contact, {{"customer", anas}, {"name", words("不归他")}});
    ming.edit("customer", bakery, "address", words("建国路"));
    ming.group(2);
    ming.push();

    const auto outcome = quarantine().release({}, company.ming);

    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->released, 2U);
    ASSERT_EQ(outcome->refused.size(), 2U);
    EXPECT_EQ(outcome->refused[0].code, "reference.missing");
    EXPECT_FALSE(office.find(contact));
    EXPECT_EQ(office.find(bakery)->textOf("address"), "");
    const auto filed =
        office.machine->store.read()->findRefusal(ming.caller().device, outcome->refused[1].number);
    ASSERT_TRUE(filed);
    EXPECT_NE(filed->raw.find("建国路"), std::string::npos);
    EXPECT_FALSE(filed->held);
}

TEST_F(Quarantine, KeepsTheContentOfWhatIsDiscarded)
{
    ming.push();

    EXPECT_EQ(quarantine().discard({}, company.ming), 2U);

    EXPECT_TRUE(quarantine().list({}).empty());
    EXPECT_EQ(office.find(bakery)->textOf("city"), "");
    const auto filed = office.machine->store.read()->findRefusal(ming.caller().device, edited);
    ASSERT_TRUE(filed);
    EXPECT_EQ(filed->code, "quarantine.discarded");
    EXPECT_NE(filed->raw.find("杭州"), std::string::npos);
}

TEST_F(Quarantine, IsDecidedAboutByThoseWhoAnswerForTheUser)
{
    ming.push();

    EXPECT_EQ(codeOf(quarantine().release(company.ana, company.ming)), "access.manager_only");
    EXPECT_EQ(codeOf(quarantine().discard(company.chen, company.ming)), "access.manager_only");
    EXPECT_EQ(codeOf(quarantine().release({}, idOf(99))), "user.missing");
    EXPECT_EQ(codeOf(quarantine().release(company.zhou, company.ming)), "fine");
}

TEST_F(Quarantine, AnswersWhatIsDeliveredAgainAsTheFirstTime)
{
    const auto request = ming.request();

    const auto first = office.sync().push(ming.caller(), request);
    const auto again = office.sync().push(ming.caller(), request);

    ASSERT_TRUE(first && again);
    EXPECT_EQ(first->receipts, again->receipts);
    EXPECT_EQ(quarantine().list({}).size(), 2U);
}

// Tokens of sessions, by way of the service that knows them.
class Delivery : public ::testing::Test {
protected:
    Office office;
    server::SessionService& sessions = office.machine->sessions;
    std::string token;

    void SetUp() override
    {
        ASSERT_TRUE(sessions.setPassword(office.company.ming, "a good password"));
        const auto done = sessions.signIn({.login = "ming",
                                           .password = "a good password",
                                           .install = idOf(150),
                                           .deviceName = "Tablet",
                                           .platform = "test",
                                           .appVersion = "1"});
        ASSERT_TRUE(done) << codeOf(done);
        token = done->token;
    }
    void setStatus(std::string_view status)
    {
        ASSERT_TRUE(office.machine->people.alter({}, "user", office.company.ming,
                                                 {{"status", words(status)}}));
    }
};

TEST_F(Delivery, IsOpenToASessionThatEndedBecauseItsUserWasFrozen)
{
    EXPECT_FALSE(sessions.verifyDelivery(token)->delivering);
    setStatus("frozen");

    EXPECT_EQ(codeOf(sessions.verify(token)), "session.frozen");
    const auto caller = sessions.verifyDelivery(token);
    ASSERT_TRUE(caller) << codeOf(caller);
    EXPECT_TRUE(caller->delivering);
    EXPECT_EQ(caller->user, office.company.ming);
    EXPECT_EQ(codeOf(sessions.verifyDelivery("made up")), "session.ended");
}

TEST_F(Delivery, EndsAfterItsTimeAndWhenTheUserIsActiveAgain)
{
    setStatus("left");
    setStatus("active");
    EXPECT_EQ(codeOf(sessions.verifyDelivery(token)), "session.ended");
    setStatus("frozen");
    EXPECT_EQ(codeOf(sessions.verifyDelivery(token)), "fine");

    office.clock.advance(std::chrono::hours{24 * 91});

    EXPECT_EQ(codeOf(sessions.verifyDelivery(token)), "session.ended");
    EXPECT_EQ(codeOf(sessions.verify(token)), "session.ended");
}

TEST_F(Delivery, IsNotOpenToASessionThatEndedOtherwise)
{
    ASSERT_TRUE(sessions.endAll(office.company.ming, "administrator"));
    setStatus("frozen");

    EXPECT_EQ(codeOf(sessions.verify(token)), "session.ended");
    EXPECT_EQ(codeOf(sessions.verifyDelivery(token)), "session.ended");
}

} // namespace
} // namespace fieldbook::testing
