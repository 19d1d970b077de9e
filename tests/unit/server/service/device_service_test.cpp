#include "server/service/lease_service.h"
#include "tests/support/office.h"

#include <gtest/gtest.h>

#include <set>

namespace fieldbook::testing {
namespace {

using server::DeviceCommand;
using server::DeviceState;

std::string codeOf(const auto& result) { return result ? "fine" : result.error().code; }

// A tablet as the server meets it: its key, and the chain of its contacts.
struct Pad {
    SigningKey key;
    sync::Contact contact;

    explicit Pad(std::string_view seed) : key{*SecretKey::fromBytes(sha256(seed))}
    {
        contact.next = "1";
        contact.key = key.publicKey();
    }
    void answered()
    {
        contact.token = contact.next;
        contact.next =
            std::to_string(++contact.count + 1) + " of " + toHex(key.publicKey()).substr(0, 16);
    }
    [[nodiscard]] sync::SignedText asks(std::int64_t device) const
    {
        return sync::signedFor(sync::Purpose::Contact, sync::contactText(device, contact), key);
    }
    [[nodiscard]] sync::SignedText wiped(std::int64_t device) const
    {
        return sync::signedFor(sync::Purpose::WipeReceipt,
                               sync::toJson(sync::WipeReceipt{.device = device,
                                                              .install = "one",
                                                              .orderedAt = fromMillis(1),
                                                              .wipedAt = fromMillis(2),
                                                              .files = {{"store.key", 32}}}),
                               key);
    }
};

class Devices : public ::testing::Test {
protected:
    Office office;
    Company& company = office.company;
    Pad pad{"ming's"};

    void SetUp() override { givePasswords(); }

    void givePasswords()
    {
        ASSERT_TRUE(sessions().setPassword(company.ming, "correct horse"));
        ASSERT_TRUE(sessions().setPassword(company.ana, "correct horse"));
    }
    void require(server::AdmissionRules rules)
    {
        office.admission = rules;
        office.switchOff();
        office.switchOn();
    }
    server::DeviceService& devices() { return office.machine->devices; }
    server::SessionService& sessions() { return office.machine->sessions; }
    [[nodiscard]] server::SignIn as(std::string login, std::uint8_t install) const
    {
        return {.login = std::move(login),
                .password = "correct horse",
                .install = idOf(install),
                .deviceName = "Pad",
                .platform = "android",
                .appVersion = "1",
                .contact = pad.contact};
    }
    [[nodiscard]] Result<server::SignedIn>
    signIn(std::uint8_t install = 1, std::string code = {}, std::string login = "ming")
    {
        auto request = as(std::move(login), install);
        request.enrolment = std::move(code);
        return sessions().signIn(request);
    }
    [[nodiscard]] std::string order(std::int64_t device, DeviceCommand command)
    {
        return codeOf(devices().order({}, device, command, "because"));
    }
    [[nodiscard]] DeviceState stateOf(std::int64_t device)
    {
        return office.machine->store.read()->findDevice(device)->state;
    }
    [[nodiscard]] Result<sync::PushReply> push(const server::Caller& caller)
    {
        return office.sync().push(
            caller,
            {.device = caller.device, .received = 0, .changes = {}, .contact = pad.contact});
    }
    [[nodiscard]] std::multiset<std::string> trail()
    {
        std::multiset<std::string> kinds;
        office.machine->store.read()->forEachTrailEntry(0, [&](const server::TrailEntry& entry) {
            const std::string header{entry.header};
            const auto at = header.find("\"kind\":\"") + 8;
            kinds.insert(header.substr(at, header.find('"', at) - at));
            return true;
        });
        return kinds;
    }
};

TEST_F(Devices, ANewOneWaitsWhereAnAdministratorHasToApproveIt)
{
    require({.needsApproval = true});
    const auto in = signIn();
    ASSERT_TRUE(in) << codeOf(in);
    EXPECT_EQ(in->state, DeviceState::Pending);
    EXPECT_EQ(codeOf(sessions().verify(in->token)), "device.pending");
    EXPECT_EQ(codeOf(sessions().verifyDelivery(in->token)), "device.pending");
    EXPECT_EQ(codeOf(office.sync().pull(in->caller, "")), "device.pending");
    EXPECT_EQ(codeOf(push(in->caller)), "device.pending");

    EXPECT_EQ(order(in->caller.device, DeviceCommand::Approve), "fine");

    EXPECT_EQ(codeOf(sessions().verify(in->token)), "fine");
    EXPECT_EQ(codeOf(push(in->caller)), "fine");
    EXPECT_EQ(signIn()->state, DeviceState::Approved) << "once is enough";
    const auto told = trail();
    EXPECT_EQ(told.count("device.waits"), 1U);
    EXPECT_EQ(told.count("device.approved"), 1U);
}

// A page of the server is let in by the password; an app is no page because it once said so.
TEST_F(Devices, ABrowserWaitsForNobodyAndIsNoTabletForThat)
{
    require({.needsApproval = true, .needsCode = true});
    server::SignIn page = as("ming", 1);
    page.browser = true;

    EXPECT_EQ(sessions().signIn(page)->state, DeviceState::Approved);

    EXPECT_EQ(codeOf(signIn(1)), "device.code_needed");
    const auto made = devices().makeCode({}, company.ming, std::chrono::hours{72});
    EXPECT_EQ(signIn(1, made->code)->state, DeviceState::Pending);
}

TEST_F(Devices, WhoeverSignsInWithTheCompanysAccountNeedsTheCodeAndTheApprovalTheSame)
{
    require({.needsApproval = true, .needsCode = true});
    server::SignIn request = as("ming", 1);
    request.password.clear();

    EXPECT_EQ(codeOf(sessions().signInAs(request)), "device.code_needed");
    request.enrolment = devices().makeCode({}, company.ming, std::chrono::hours{72})->code;

    EXPECT_EQ(sessions().signInAs(request)->state, DeviceState::Pending);
}

TEST_F(Devices, OneThatIsClosedOffGetsNoLease)
{
    server::LeaseService leases{office.machine->store, office.machine->commits, office.clock,
                                server::CompanyKeys{*SecretKey::fromBytes(sha256("company"))}};
    const auto lease = [&, nonce = Bytes(16, 1)](const server::Caller& caller) {
        return codeOf(leases.grant(caller, idOf(77), nonce, false));
    };
    const std::pair<DeviceCommand, std::string> orders[]{{DeviceCommand::Lock, "device.locked"},
                                                         {DeviceCommand::Revoke, "device.revoked"},
                                                         {DeviceCommand::Wipe, "device.wipe"}};
    std::uint8_t install = 10;
    for (const auto& [command, code] : orders) {
        pad = Pad{code};
        const auto in = signIn(++install);
        EXPECT_EQ(lease(in->caller), "fine");

        ASSERT_EQ(order(in->caller.device, command), "fine");

        EXPECT_EQ(lease(in->caller), code) << "though it was let in before the order";
    }
}

TEST_F(Devices, ACodeEnrolsOneTabletOfOneUser)
{
    require({.needsCode = true});
    EXPECT_EQ(codeOf(signIn()), "device.code_needed");
    const auto made = devices().makeCode({}, company.ming, std::chrono::hours{72});
    ASSERT_TRUE(made) << codeOf(made);

    EXPECT_EQ(codeOf(signIn(1, made->code, "ana")), "device.code_invalid");
    std::string typed = made->code;
    std::erase(typed, '-');
    std::ranges::transform(typed, typed.begin(), [](char c) { return c == '0' ? 'o' : c; });
    EXPECT_EQ(codeOf(signIn(1, typed)), "fine");
    EXPECT_EQ(codeOf(signIn(2, made->code)), "device.code_invalid") << "it was used";
    EXPECT_EQ(codeOf(signIn(1)), "fine") << "a tablet that is known needs none";
    EXPECT_EQ(trail().count("device.code_made"), 1U);
    EXPECT_EQ(trail().count("device.code_refused"), 2U);
}

TEST_F(Devices, ACodeRunsOutAndIsNotGuessed)
{
    const auto made = devices().makeCode({}, company.ming, std::chrono::hours{72});
    for (int i = 0; i < server::codeAttemptsMax; ++i) {
        EXPECT_EQ(codeOf(signIn(1, "0000-0000-0000")), "device.code_invalid");
    }
    EXPECT_EQ(codeOf(signIn(1, made->code)), "device.code_invalid") << "tried too often";
    const auto second = devices().makeCode({}, company.ming, std::chrono::hours{72});
    office.clock.advance(std::chrono::hours{73});
    EXPECT_EQ(codeOf(signIn(1, second->code)), "device.code_invalid") << "expired";
    EXPECT_EQ(codeOf(signIn(1)), "fine") << "nobody asked for one";
    EXPECT_EQ(codeOf(devices().makeCode({}, idOf(99), std::chrono::hours{1})), "user.missing");
}

TEST_F(Devices, OnlyAdministratorsOrderThem)
{
    const auto in = signIn();
    for (const auto& who : {company.ming, company.zhou, company.zhao}) {
        EXPECT_EQ(codeOf(devices().order(who, in->caller.device, DeviceCommand::Wipe, "")),
                  "access.denied");
        EXPECT_EQ(codeOf(devices().makeCode(who, company.ming, std::chrono::hours{1})),
                  "access.denied");
    }
    EXPECT_EQ(codeOf(devices().order(company.gao, in->caller.device, DeviceCommand::Lock, "")),
              "fine");
    EXPECT_EQ(codeOf(devices().order({}, 4711, DeviceCommand::Lock, "")), "device.missing");
}

TEST_F(Devices, AreSeenByTheirUserAndByWhoAdministers)
{
    const auto mings = signIn();
    ASSERT_TRUE(signIn(2, {}, "ana"));

    EXPECT_EQ(devices().list(company.ming)->size(), 1U);
    EXPECT_EQ(devices().list(company.zhou)->size(), 0U);
    for (const auto& who : {company.gao, company.zhao, Uuid{}}) {
        EXPECT_EQ(devices().list(who)->size(), 2U);
    }
    EXPECT_TRUE(devices().find(company.ming, mings->caller.device)->signedIn);
    EXPECT_EQ(codeOf(devices().find(company.ana, mings->caller.device)), "device.missing");
}

TEST_F(Devices, TakeTheCommandsOfTheirState)
{
    using enum DeviceCommand;
    const auto number = signIn()->caller.device;

    EXPECT_EQ(order(number, Approve), "device.state");
    EXPECT_EQ(order(number, Unlock), "device.state");
    EXPECT_EQ(order(number, Lock), "fine");
    EXPECT_EQ(order(number, Lock), "device.state");
    EXPECT_EQ(order(number, Resync), "device.state");
    EXPECT_EQ(order(number, Unlock), "fine");
    EXPECT_EQ(order(number, Revoke), "fine");
    EXPECT_EQ(order(number, Unlock), "device.state");
    EXPECT_EQ(order(number, Revoke), "device.state");
    EXPECT_EQ(order(number, Wipe), "fine");
    EXPECT_EQ(order(number, Wipe), "device.state");
    EXPECT_EQ(order(number, Revoke), "device.state");
    EXPECT_EQ(stateOf(number), DeviceState::WipePending);
}

TEST_F(Devices, OneThatIsClosedOffIsToldSoAndDelivers)
{
    const std::pair<DeviceCommand, std::string> orders[]{{DeviceCommand::Lock, "device.locked"},
                                                         {DeviceCommand::Revoke, "device.revoked"},
                                                         {DeviceCommand::Wipe, "device.wipe"}};
    std::uint8_t install = 10;
    for (const auto& [command, code] : orders) {
        SCOPED_TRACE(code);
        pad = Pad{code};
        const auto in = signIn(++install);
        ASSERT_TRUE(sessions().verify(in->token));

        ASSERT_EQ(order(in->caller.device, command), "fine");

        EXPECT_EQ(codeOf(sessions().verify(in->token)), code);
        const auto delivering = sessions().verifyDelivery(in->token);
        ASSERT_TRUE(delivering) << codeOf(delivering);
        EXPECT_TRUE(delivering->delivering);
        EXPECT_EQ(codeOf(push(*delivering)), "fine");
        pad.answered();
        EXPECT_EQ(codeOf(push(in->caller)), code) << "though it was let in before the order";
        EXPECT_EQ(codeOf(office.sync().pull(in->caller, "")), code);
        EXPECT_EQ(codeOf(signIn(install)), code);
    }
}

TEST_F(Devices, WhatOneThatIsClosedOffDeliversIsHeld)
{
    PlainTablet tablet{office, company.ming};
    tablet.create("customer", idOf(100),
                  {{"name", std::string{"面包房"}}, {"kind", std::string{"person"}}});
    ASSERT_EQ(order(tablet.caller().device, DeviceCommand::Wipe), "fine");
    tablet.onlyDelivers();

    const auto receipts = tablet.push();

    ASSERT_EQ(receipts.size(), 1U);
    EXPECT_EQ(receipts[0].code, "quarantine.held");
    EXPECT_FALSE(office.find(idOf(100)));
    EXPECT_EQ(office.machine->quarantine.release({}, company.ming)->released, 1U);
    EXPECT_TRUE(office.find(idOf(100)));
}

TEST_F(Devices, UnlockingLetsItsUserSignInAgain)
{
    const auto in = signIn();
    ASSERT_EQ(order(in->caller.device, DeviceCommand::Lock), "fine");
    ASSERT_EQ(order(in->caller.device, DeviceCommand::Unlock), "fine");

    EXPECT_EQ(codeOf(sessions().verify(in->token)), "session.ended");
    EXPECT_EQ(codeOf(sessions().verifyDelivery(in->token)), "session.ended");
    EXPECT_EQ(signIn()->caller.device, in->caller.device);
}

TEST_F(Devices, AContactThatIsSentAgainIsTheSameContact)
{
    const auto in = signIn();
    EXPECT_EQ(codeOf(push(in->caller)), "fine");
    EXPECT_EQ(codeOf(push(in->caller)), "fine") << "the answer was lost";
    pad.answered();
    EXPECT_EQ(codeOf(push(in->caller)), "fine");
    EXPECT_EQ(codeOf(sessions().verify(in->token)), "fine");
    EXPECT_EQ(trail().count("device.cloned"), 0U);
}

TEST_F(Devices, TheSecondCopyOfATabletIsNoticed)
{
    const auto in = signIn();
    ASSERT_TRUE(push(in->caller));
    pad.answered();
    Pad copy = pad;
    copy.contact.next = "of the copy";
    ASSERT_TRUE(push(in->caller));
    pad.answered();

    std::swap(pad, copy);
    EXPECT_EQ(codeOf(push(in->caller)), "device.cloned");

    EXPECT_EQ(codeOf(sessions().verify(in->token)), "session.ended");
    EXPECT_EQ(codeOf(signIn()), "device.cloned") << "the copy needs an install of its own";
    std::swap(pad, copy);
    const auto again = signIn();
    ASSERT_TRUE(again) << codeOf(again);
    EXPECT_EQ(again->caller.device, in->caller.device);
    EXPECT_EQ(codeOf(push(again->caller)), "fine");
    EXPECT_EQ(trail().count("device.cloned"), 1U);
}

TEST_F(Devices, ATabletThatIsAheadOfARestoredServerIsNoCopy)
{
    const auto in = signIn();
    for (int i = 0; i < 3; ++i) {
        pad.answered(); // What the server has forgotten.
    }

    EXPECT_EQ(codeOf(push(in->caller)), "fine");
    pad.answered();
    EXPECT_EQ(codeOf(push(in->caller)), "fine");
}

TEST_F(Devices, AnotherKeyUnderAKnownInstallIsACopy)
{
    ASSERT_TRUE(signIn());
    pad = Pad{"somebody else's"};

    EXPECT_EQ(codeOf(signIn()), "device.cloned");
}

TEST_F(Devices, ATabletWithoutASessionHearsHowItStands)
{
    const auto in = signIn();
    const auto number = in->caller.device;
    ASSERT_TRUE(sessions().signOut(in->caller));
    const auto ask = [&] {
        const auto answer = devices().contact(pad.asks(number));
        pad.answered();
        return answer;
    };

    EXPECT_EQ(ask()->state, DeviceState::Approved);
    pad.contact.changesWaiting = 2;
    EXPECT_EQ(ask()->delivery, "") << "whoever may sign in does";
    ASSERT_EQ(order(number, DeviceCommand::Wipe), "fine");
    const auto told = ask();
    EXPECT_EQ(told->state, DeviceState::WipePending);
    ASSERT_NE(told->delivery, "");
    EXPECT_EQ(codeOf(sessions().verify(told->delivery)), "device.wipe");
    EXPECT_TRUE(sessions().verifyDelivery(told->delivery)->delivering);
    EXPECT_EQ(office.machine->store.read()->findDevice(number)->changesWaiting, 2);
    pad.contact.changesWaiting = 0;
    EXPECT_EQ(ask()->delivery, "");
}

TEST_F(Devices, AFrozenUsersTabletDeliversWithoutASession)
{
    const auto in = signIn();
    ASSERT_TRUE(sessions().signOut(in->caller));
    office.setField("user", company.ming, "status", std::string{"frozen"});
    pad.contact.filesWaiting = 1;

    const auto told = devices().contact(pad.asks(in->caller.device));

    ASSERT_TRUE(told) << codeOf(told);
    EXPECT_TRUE(sessions().verifyDelivery(told->delivery)->delivering);
}

TEST_F(Devices, AContactIsBelievedOnlyWithTheKeyThatIsKnown)
{
    const auto number = signIn()->caller.device;
    const Pad stranger{"stranger"};

    EXPECT_EQ(codeOf(devices().contact(stranger.asks(number))), "device.unknown");
    EXPECT_EQ(codeOf(devices().contact(pad.asks(4711))), "device.unknown");
    EXPECT_EQ(codeOf(devices().contact({.text = "{}", .signature = {}})), "contact.malformed");
    EXPECT_EQ(codeOf(devices().contact(pad.asks(number))), "fine");
}

TEST_F(Devices, TheReceiptOfAWipeIsVerifiedAndKept)
{
    const auto number = signIn()->caller.device;
    EXPECT_EQ(codeOf(devices().takeReceipt(pad.wiped(number))), "device.state") << "not ordered";
    ASSERT_EQ(order(number, DeviceCommand::Wipe), "fine");
    EXPECT_EQ(codeOf(devices().takeReceipt(Pad{"stranger"}.wiped(number))), "device.unknown");
    auto forged = pad.wiped(number);
    forged.text.replace(forged.text.find("32"), 2, "33");
    EXPECT_EQ(codeOf(devices().takeReceipt(forged)), "device.unknown");
    EXPECT_EQ(stateOf(number), DeviceState::WipePending);

    EXPECT_EQ(codeOf(devices().takeReceipt(pad.wiped(number))), "fine");
    EXPECT_EQ(codeOf(devices().takeReceipt(pad.wiped(number))), "fine") << "the answer was lost";

    EXPECT_EQ(stateOf(number), DeviceState::Wiped);
    const auto receipt = devices().find({}, number)->receipt;
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->text, pad.wiped(number).text);
    EXPECT_EQ(trail().count("device.wiped"), 1U);
}

TEST_F(Devices, AResyncMakesTheTabletBeginAnewOnce)
{
    PlainTablet tablet{office, company.ming};
    tablet.pull();
    ASSERT_EQ(order(tablet.caller().device, DeviceCommand::Resync), "fine");

    EXPECT_EQ(codeOf(office.sync().pull(tablet.caller(), tablet.cursor)), "cursor.resync");
    tablet.cursor.clear();
    tablet.pull();
    EXPECT_EQ(codeOf(office.sync().pull(tablet.caller(), tablet.cursor)), "fine");
}

TEST_F(Devices, SessionsAreEndedByTheirOwnerAndByAdministrators)
{
    const auto here = signIn(1);
    pad = Pad{"there"};
    const auto there = signIn(2);

    EXPECT_EQ(devices().sessionsOf(company.ming, company.ming)->size(), 2U);
    EXPECT_EQ(devices().sessionsOf(company.gao, company.ming)->size(), 2U);
    EXPECT_EQ(codeOf(devices().sessionsOf(company.zhou, company.ming)), "access.denied");
    const auto handleOn = [&](const server::Caller& caller) {
        for (const auto& each : sessions().list(company.ming)) {
            if (each.id == caller.session) {
                return server::handleOf(each);
            }
        }
        return std::string{};
    };
    const auto away = handleOn(there->caller);
    EXPECT_EQ(codeOf(devices().endSession(company.ana, away)), "session.missing");
    EXPECT_EQ(codeOf(devices().endSession(company.ming, away)), "fine");
    EXPECT_EQ(codeOf(sessions().verify(there->token)), "session.ended");
    EXPECT_EQ(codeOf(devices().endSession(company.gao, handleOn(here->caller))), "fine");
    EXPECT_EQ(codeOf(devices().endSession(company.gao, "4711")), "session.missing");
}

} // namespace
} // namespace fieldbook::testing
