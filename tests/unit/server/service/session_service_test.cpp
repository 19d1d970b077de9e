#include "tests/support/office.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fieldbook::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class Sessions : public ::testing::Test {
protected:
    Office office;
    Company& company = office.company;
    server::SessionService& sessions = office.machine->sessions;

    void SetUp() override
    {
        ASSERT_TRUE(sessions.setPassword(company.ming, "correct horse"));
        ASSERT_TRUE(sessions.setPassword(company.ana, "battery staple"));
    }
    [[nodiscard]] Result<server::SignedIn>
    signIn(std::string login, std::string password, std::uint8_t install = 1)
    {
        return sessions.signIn({.login = std::move(login),
                                .password = std::move(password),
                                .install = idOf(install),
                                .deviceName = "Pad",
                                .platform = "android",
                                .appVersion = "0.1.0"});
    }
    [[nodiscard]] std::string codeOf(const auto& result)
    {
        return result ? "fine" : result.error().code;
    }
};

TEST_F(Sessions, ATokenOpensTheSessionOfWhoSignedIn)
{
    const auto in = signIn("MING", "correct horse");

    ASSERT_TRUE(in) << in.error().code;
    EXPECT_EQ(in->caller.user, company.ming);
    EXPECT_FALSE(in->caller.deviceCode.empty());
    EXPECT_EQ(in->token.size(), 43u);
    EXPECT_EQ(sessions.verify(in->token), in->caller);
    EXPECT_EQ(codeOf(sessions.verify("guess")), "session.ended");
    EXPECT_EQ(codeOf(sessions.verify("")), "session.ended");
    const auto stored = office.machine->store.read()->sessions(company.ming);
    ASSERT_THAT(stored, SizeIs(1));
    EXPECT_EQ(stored[0].token, tokenDigest(in->token));
}

TEST_F(Sessions, AWrongPasswordAndAnUnknownLoginAreAnsweredAlike)
{
    const auto wrong = signIn("ming", "incorrect horse");
    const auto unknown = signIn("nobody", "correct horse");
    const auto without = signIn("zhou", "correct horse"); // Has no password.
    const auto endless = signIn("ming", std::string(100'000, 'x'));

    for (const auto* answer : {&wrong, &unknown, &without, &endless}) {
        ASSERT_FALSE(*answer);
        EXPECT_EQ(answer->error(), wrong.error());
    }
    EXPECT_EQ(wrong.error().code, "session.wrong_credentials");
    EXPECT_EQ(wrong.error().kind, ErrorKind::Unauthorised);
    EXPECT_THAT(sessions.list(std::nullopt), IsEmpty());
}

TEST_F(Sessions, OnlyWhoKnowsThePasswordLearnsThatTheAccountIsFrozen)
{
    office.setField("user", company.ming, "status", std::string{"frozen"});

    EXPECT_EQ(codeOf(signIn("ming", "correct horse")), "user.inactive");
    EXPECT_EQ(codeOf(signIn("ming", "wrong")), "session.wrong_credentials");
}

TEST_F(Sessions, AnInstallHasOneSessionAndOneDeviceForEachUser)
{
    const auto first = signIn("ming", "correct horse");
    const auto second = signIn("ming", "correct horse");
    const auto elsewhere = signIn("ming", "correct horse", 2);
    const auto other = signIn("ana", "battery staple");

    EXPECT_EQ(codeOf(sessions.verify(first->token)), "session.ended");
    EXPECT_EQ(codeOf(sessions.verify(second->token)), "session.ended"); // Ana took the tablet.
    EXPECT_EQ(codeOf(sessions.verify(elsewhere->token)), "fine");
    EXPECT_EQ(codeOf(sessions.verify(other->token)), "fine");
    EXPECT_EQ(first->caller.device, second->caller.device);
    EXPECT_NE(first->caller.device, elsewhere->caller.device);
    EXPECT_NE(first->caller.device, other->caller.device);
    EXPECT_EQ(signIn("ming", "correct horse")->caller.device, first->caller.device);
}

TEST_F(Sessions, AnEndedSessionIsOverAtOnceAlsoWhereItWasRemembered)
{
    const auto in = signIn("ming", "correct horse");
    ASSERT_TRUE(sessions.verify(in->token));

    ASSERT_TRUE(sessions.end(in->caller.session, "lost"));

    EXPECT_EQ(codeOf(sessions.verify(in->token)), "session.ended");
    EXPECT_EQ(codeOf(sessions.end(in->caller.session, "again")), "session.missing");
    EXPECT_THAT(sessions.list(company.ming), IsEmpty());
}

TEST_F(Sessions, SigningOutEndsOnlyTheOwnSession)
{
    const auto here = signIn("ming", "correct horse", 1);
    const auto there = signIn("ming", "correct horse", 2);
    EXPECT_THAT(sessions.list(company.ming), SizeIs(2));

    ASSERT_TRUE(sessions.signOut(here->caller));

    EXPECT_EQ(codeOf(sessions.verify(here->token)), "session.ended");
    EXPECT_EQ(codeOf(sessions.verify(there->token)), "fine");
}

TEST_F(Sessions, FreezingAndANewPasswordEndAllOfThem)
{
    const auto first = signIn("ming", "correct horse", 1);
    ASSERT_TRUE(sessions.verify(first->token));
    ASSERT_TRUE(sessions.setPassword(company.ming, "another horse"));
    EXPECT_EQ(codeOf(sessions.verify(first->token)), "session.ended");
    const auto second = signIn("ming", "another horse", 1);
    ASSERT_TRUE(sessions.verify(second->token));

    office.setField("user", company.ming, "status", std::string{"left"});

    EXPECT_EQ(codeOf(sessions.verify(second->token)), "session.frozen");
    EXPECT_THAT(sessions.list(company.ming), IsEmpty());
    office.setField("user", company.ming, "status", std::string{"active"});
    office.clock.advance(std::chrono::seconds{2});
    EXPECT_EQ(codeOf(sessions.verify(second->token)), "session.ended");
}

TEST_F(Sessions, ASessionThatNobodyUsesRunsOut)
{
    const auto in = signIn("ming", "correct horse");
    office.clock.advance(std::chrono::hours{40});
    ASSERT_TRUE(sessions.verify(in->token)); // Counts from here anew.
    office.clock.advance(std::chrono::hours{40});
    ASSERT_TRUE(sessions.verify(in->token));
    office.clock.advance(std::chrono::hours{49});

    EXPECT_EQ(codeOf(sessions.verify(in->token)), "session.ended");
}

TEST_F(Sessions, ShortAndEndlessPasswordsAreNotTaken)
{
    EXPECT_EQ(codeOf(sessions.setPassword(company.ming, "1234567")), "password.too_short");
    EXPECT_EQ(codeOf(sessions.setPassword(company.ming, std::string(1'000, 'x'))),
              "password.too_long");
    EXPECT_EQ(codeOf(sessions.setPassword(idOf(99), "correct horse")), "user.missing");
}

TEST_F(Sessions, APasswordIsTheSameOnEveryKeyboard)
{
    ASSERT_TRUE(sessions.setPassword(company.ming, "cafe\u0301 by the harbour"));

    EXPECT_EQ(codeOf(signIn("ming", "café by the harbour")), "fine");
    EXPECT_EQ(codeOf(signIn("ming", "ｃafé by the harbour")), "fine");
    EXPECT_EQ(codeOf(signIn("ming", "cafe by the harbour")), "session.wrong_credentials");
}

TEST_F(Sessions, WhoChangesTheirPasswordStaysSignedInThereOnly)
{
    const auto here = signIn("ming", "correct horse", 1);
    const auto there = signIn("ming", "correct horse", 2);
    const auto change = [&](std::string_view current, std::string_view password) {
        return codeOf(sessions.changePassword(here->caller, current, password));
    };

    EXPECT_EQ(change("wrong horse", "a better horse"), "password.wrong_current");
    EXPECT_EQ(change("correct horse", "correct horse"), "password.unchanged");
    EXPECT_EQ(change("correct horse", "password"), "password.common");
    EXPECT_EQ(codeOf(sessions.verify(there->token)), "fine");

    EXPECT_EQ(change("correct horse", "a better horse"), "fine");

    EXPECT_EQ(codeOf(sessions.verify(here->token)), "fine");
    EXPECT_EQ(codeOf(sessions.verify(there->token)), "session.ended");
    EXPECT_EQ(codeOf(signIn("ming", "correct horse", 3)), "session.wrong_credentials");
    EXPECT_EQ(codeOf(signIn("ming", "a better horse", 3)), "fine");
}

TEST_F(Sessions, AnInstallWithoutAnIdIsTurnedAway)
{
    const auto answer = sessions.signIn({.login = "ming",
                                         .password = "correct horse",
                                         .install = {},
                                         .deviceName = {},
                                         .platform = {},
                                         .appVersion = {}});

    EXPECT_EQ(codeOf(answer), "device.foreign");
}

} // namespace
} // namespace fieldbook::testing
