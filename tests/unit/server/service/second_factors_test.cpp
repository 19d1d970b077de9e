#include "server/service/qr_code.h"
#include "server/service/totp.h"
#include "tests/support/office.h"

#include <gmock/gmock.h>
#include <liboath/oath.h>

#include <set>

namespace fieldbook::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

std::string codeAt(std::span<const std::uint8_t> secret, Timestamp time)
{
    std::array<char, 7> code{};
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    EXPECT_EQ(oath_totp_generate(reinterpret_cast<const char*>(secret.data()), secret.size(),
                                 seconds, 30, 0, 6, code.data()),
              OATH_OK);
    return code.data();
}

Bytes fromBase32(const std::string& text)
{
    char* decoded = nullptr;
    std::size_t length = 0;
    EXPECT_EQ(oath_base32_decode(text.data(), text.size(), &decoded, &length), OATH_OK);
    Bytes bytes(decoded, decoded + length);
    std::free(decoded);
    return bytes;
}

TEST(Totp, TakesTheCodesOfTheStandard)
{
    // RFC 6238, appendix B: the last six of the eight digits there.
    const auto secret = asBytes("12345678901234567890");

    EXPECT_EQ(server::totpStepOf(secret, "287082", fromMillis(59'000)), 1u);
    EXPECT_EQ(server::totpStepOf(secret, "081804", fromMillis(1'111'111'109'000)), 37'037'036u);
    EXPECT_EQ(server::totpStepOf(secret, "353130", fromMillis(20'000'000'000'000)), 666'666'666u);
}

TEST(Totp, TakesTheStepBeforeAndAfterAndNoOther)
{
    const auto secret = asBytes("12345678901234567890");
    const auto second = [](std::int64_t seconds) { return fromMillis(seconds * 1'000); };

    EXPECT_EQ(server::totpStepOf(secret, "287082", second(29)), 1u);
    EXPECT_EQ(server::totpStepOf(secret, "287082", second(89)), 1u);
    EXPECT_FALSE(server::totpStepOf(secret, "287082", second(90)));
    EXPECT_FALSE(server::totpStepOf(secret, "287083", second(59)));
    for (const char* odd : {"", "28708", "2870820", "28708a", "287 082", "２８７０８２"}) {
        EXPECT_FALSE(server::totpStepOf(secret, odd, second(59))) << odd;
    }
}

TEST(Totp, TellsAnAppWhatItMustKnow)
{
    EXPECT_EQ(server::toBase32(asBytes("12345678901234567890")),
              "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    EXPECT_EQ(server::toBase32(asBytes("f")), "MY");
    EXPECT_EQ(server::totpUri("随访 A&B", "li.na", asBytes("12345678901234567890")),
              "otpauth://totp/%E9%9A%8F%E8%AE%BF%20A%26B:li.na?secret="
              "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E9%9A%8F%E8%AE%BF%20A%26B");
}

TEST(QrCode, IsDrawnForTerminalsAndPages)
{
    const auto lines = server::qrForTerminal("otpauth://totp/a");
    const auto picture = server::qrAsSvg("otpauth://totp/a");

    EXPECT_THAT(lines, HasSubstr("█"));
    EXPECT_GT(std::ranges::count(lines, '\n'), 12);
    EXPECT_TRUE(picture.starts_with("<svg "));
    EXPECT_TRUE(picture.ends_with("</svg>"));
    EXPECT_NE(picture, server::qrAsSvg("otpauth://totp/b"));
}

class SecondFactor : public ::testing::Test {
protected:
    Office office;
    Company& company = office.company;
    server::SessionService& sessions = office.machine->sessions;
    server::SecondFactors& factors = office.machine->secondFactors;

    void SetUp() override { ASSERT_TRUE(sessions.setPassword(company.ming, "correct horse")); }

    [[nodiscard]] std::string signIn(std::string code)
    {
        return codeOf(sessions.signIn({.login = "ming",
                                       .password = "correct horse",
                                       .code = std::move(code),
                                       .install = idOf(1),
                                       .deviceName = "Pad",
                                       .platform = "android",
                                       .appVersion = "0.1.0"}));
    }
    [[nodiscard]] static std::string codeOf(const auto& result)
    {
        return result ? "fine" : result.error().code;
    }
    [[nodiscard]] Bytes begun()
    {
        const auto enrolment = factors.begin(company.ming);
        EXPECT_TRUE(enrolment);
        return fromBase32(enrolment->secret);
    }
    [[nodiscard]] std::string now(const Bytes& secret)
    {
        return codeAt(secret, office.clock.now());
    }
    void wait() { office.clock.advance(std::chrono::seconds{30}); }
};

TEST_F(SecondFactor, CountsOnceItsAppHasShownACode)
{
    EXPECT_EQ(codeOf(factors.confirm(company.ming, "123456")), "factor.not_begun");
    const auto former = begun();
    const auto secret = begun();
    EXPECT_EQ(signIn(""), "fine");
    EXPECT_EQ(codeOf(factors.confirm(company.ming, now(former))), "session.wrong_code");

    const auto codes = factors.confirm(company.ming, now(secret));

    ASSERT_TRUE(codes) << codes.error().code;
    EXPECT_THAT(std::set(codes->begin(), codes->end()), SizeIs(8));
    EXPECT_TRUE(factors.standingOf(company.ming).isEnrolled);
    EXPECT_EQ(signIn(""), "session.code_needed");
    EXPECT_EQ(codeOf(factors.begin(company.ming)), "factor.enrolled");
    EXPECT_EQ(codeOf(factors.confirm(company.ming, now(secret))), "factor.enrolled");
}

TEST_F(SecondFactor, TakesEachCodeOnceAndNoneFromBefore)
{
    const auto secret = begun();
    ASSERT_TRUE(factors.confirm(company.ming, now(secret)));
    EXPECT_EQ(signIn(now(secret)), "session.wrong_code"); // It confirmed the enrolment.

    wait();
    const auto early = now(secret);
    wait();
    const auto code = now(secret);

    EXPECT_EQ(signIn(code), "fine");
    EXPECT_EQ(signIn(code), "session.wrong_code");
    EXPECT_EQ(signIn(early), "session.wrong_code"); // Its window is open, but it is older.
    EXPECT_EQ(signIn("000000"), "session.wrong_code");
    wait();
    EXPECT_EQ(signIn(now(secret)), "fine");
}

TEST_F(SecondFactor, ARecoveryCodeServesOnceHoweverItIsTyped)
{
    const auto secret = begun();
    const auto codes = factors.confirm(company.ming, now(secret));
    ASSERT_TRUE(codes);
    std::string typed = codes->front();
    std::ranges::transform(typed, typed.begin(), [](unsigned char c) { return std::tolower(c); });
    std::ranges::replace(typed, '-', ' ');

    EXPECT_EQ(signIn(typed), "fine");
    EXPECT_EQ(signIn(codes->front()), "session.wrong_code");
    EXPECT_EQ(signIn(codes->back()), "fine");
    EXPECT_EQ(factors.standingOf(company.ming).recoveryCodesLeft, 6u);
}

TEST_F(SecondFactor, IsTakenAwayByAnotherAdministratorOnly)
{
    const auto secret = begun();
    ASSERT_TRUE(factors.confirm(company.ming, now(secret)));
    office.setField("user", company.ana, "role", std::string{"administrator"});

    EXPECT_EQ(codeOf(factors.reset(company.ming, company.ming)), "access.denied");
    EXPECT_EQ(codeOf(factors.reset(company.zhou, company.ming)), "access.denied");
    EXPECT_EQ(codeOf(factors.reset(company.ana, company.ana)), "access.denied");
    EXPECT_EQ(codeOf(factors.reset(company.ana, company.zhou)), "factor.missing");
    EXPECT_EQ(codeOf(factors.reset(company.ana, company.ming)), "fine");

    EXPECT_EQ(signIn(""), "fine");
    EXPECT_EQ(factors.standingOf(company.ming).recoveryCodesLeft, 0u);
}

TEST_F(SecondFactor, WhoseRoleAsksForOneMustEnrolFirst)
{
    office.setField("user", company.ming, "role", std::string{"administrator"});

    EXPECT_EQ(signIn(""), "session.factor_needed");
    EXPECT_TRUE(factors.standingOf(company.ming).isRequired);
    const auto secret = begun();
    EXPECT_EQ(signIn(now(secret)), "session.factor_needed");
    ASSERT_TRUE(factors.confirm(company.ming, now(secret)));
    wait();
    EXPECT_EQ(signIn(now(secret)), "fine");
}

TEST_F(SecondFactor, IsNowhereInTheStoreInTheOpen)
{
    const auto secret = begun();

    const auto stored = office.machine->store.read()->findSecondFactor(company.ming);

    ASSERT_TRUE(stored);
    EXPECT_EQ(std::ranges::search(stored->secret, secret).begin(), stored->secret.end());
}

} // namespace
} // namespace fieldbook::testing
