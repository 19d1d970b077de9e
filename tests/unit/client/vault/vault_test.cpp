#include "tests/unit/client/vault/vault_tester.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace fieldbook::testing {
namespace {

using client::SecretKind;
using client::Standing;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::string codeOf(const Result<SecretKey>& result) { return result ? "" : result.error().code; }
std::string codeOf(const Result<void>& result) { return result ? "" : result.error().code; }

TEST(Vault, GivesTheSameKeyToWhoeverKnowsThePinAfterARestart)
{
    VaultTester tablet;
    const auto made = tablet.create();
    ASSERT_TRUE(made);

    tablet.vault().lock(0);
    EXPECT_EQ(tablet.vault().standing(), Standing::Locked);
    tablet.restart();
    EXPECT_EQ(tablet.vault().standing(), Standing::Locked);
    EXPECT_EQ(codeOf(tablet.vault().unlock("482916")), "vault.secret_wrong");
    const auto key = tablet.vault().unlock(VaultTester::pin);

    ASSERT_TRUE(key);
    EXPECT_EQ(*key, *made);
    EXPECT_EQ(tablet.vault().standing(), Standing::Open);
}

TEST(Vault, WritesNeitherTheKeyNorTheShareNorThePinInTheOpen)
{
    VaultTester tablet;
    const auto key = tablet.create();
    ASSERT_TRUE(key);

    const auto shows = [](const MemoryKeyStore& store, std::span<const std::uint8_t> secret) {
        return std::ranges::any_of(store.kept, [&](const auto& entry) {
            const std::string hex = toHex(entry.second);
            const std::string text{asText(entry.second)};
            return hex.find(toHex(secret)) != std::string::npos ||
                   text.find(toBase64Url(secret)) != std::string::npos;
        });
    };
    for (const auto* store : {&tablet.device, &tablet.folder}) {
        EXPECT_FALSE(shows(*store, key->bytes()));
        EXPECT_FALSE(shows(*store, VaultTester::secret("share").bytes()));
        EXPECT_FALSE(shows(*store, VaultTester::secret("recovery").bytes()));
        EXPECT_FALSE(shows(*store, asBytes(VaultTester::pin)));
    }
}

TEST(Vault, NeedsEachOfItsThreeParts)
{
    VaultTester tablet;
    ASSERT_TRUE(tablet.create());
    tablet.vault().lock(0);
    const auto whole = tablet.device.kept;

    tablet.device.kept.erase("share");
    EXPECT_EQ(codeOf(tablet.vault().unlock(VaultTester::pin)), "lease.ended");
    tablet.device.kept = whole;
    tablet.device.kept["device"][0] ^= 1;
    tablet.restart();
    EXPECT_EQ(codeOf(tablet.vault().unlock(VaultTester::pin)), "vault.sign_in");
    tablet.device.kept = whole;
    tablet.device.kept.erase("device");
    tablet.restart();
    EXPECT_EQ(codeOf(tablet.vault().unlock(VaultTester::pin)), "vault.device_key");
    EXPECT_EQ(codeOf(tablet.signIn()), "vault.device_key");
    tablet.device.kept = whole;
    tablet.restart();
    EXPECT_TRUE(tablet.vault().unlock(VaultTester::pin));
}

TEST(Vault, HasALeaseThatEndsAlthoughThePinIsRight)
{
    VaultTester tablet;
    const auto made = tablet.create();
    tablet.vault().lock(4);

    tablet.pass(VaultTester::leaseDays - seconds{1});
    EXPECT_TRUE(tablet.vault().unlock(VaultTester::pin));
    EXPECT_TRUE(tablet.vault().tick());
    tablet.pass(seconds{1});
    EXPECT_FALSE(tablet.vault().tick());

    EXPECT_EQ(tablet.vault().standing(), Standing::LeaseEnded);
    EXPECT_FALSE(tablet.device.kept.contains("share"));
    EXPECT_EQ(codeOf(tablet.vault().unlock(VaultTester::pin)), "lease.ended");
    tablet.reboot();
    EXPECT_EQ(codeOf(tablet.vault().unlock(VaultTester::pin)), "lease.ended");
    const auto key = tablet.signIn();
    ASSERT_TRUE(key);
    EXPECT_EQ(*key, *made);
    tablet.vault().lock(4);
    EXPECT_TRUE(tablet.vault().unlock(VaultTester::pin));
}

TEST(Vault, EndsTheLeaseAlsoWhereItWasNeverOpenAtTheEnd)
{
    VaultTester tablet;
    ASSERT_TRUE(tablet.create());
    tablet.vault().lock(0);

    tablet.pass(days{8});
    tablet.restart();
    EXPECT_EQ(tablet.vault().standing(), Standing::LeaseEnded);

    tablet.clock.advance(-days{8});
    tablet.boot.time.since -= days{8};
    tablet.restart();
    EXPECT_EQ(tablet.vault().standing(), Standing::LeaseEnded);
    EXPECT_EQ(codeOf(tablet.vault().unlock(VaultTester::pin)), "lease.ended");
}

TEST(Vault, GainsNothingFromAClockThatIsSetBack)
{
    VaultTester tablet;
    ASSERT_TRUE(tablet.create());

    // Set back by a month while the machine runs on: the days pass all the same.
    tablet.clock.advance(-days{30});
    for (int day = 1; day < 7; ++day) {
        tablet.pass(days{1});
        EXPECT_TRUE(tablet.vault().tick()) << day;
    }
    tablet.pass(days{1});
    EXPECT_FALSE(tablet.vault().tick());
    EXPECT_EQ(tablet.vault().standing(), Standing::LeaseEnded);
}

TEST(Vault, RemembersTheLatestTimeAcrossRebootsWithAClockSetBack)
{
    VaultTester tablet;
    ASSERT_TRUE(tablet.create());

    // Each day of work is followed by a reboot and a clock that says it is the first day again.
    for (int day = 1; day < 7; ++day) {
        tablet.pass(days{1});
        ASSERT_TRUE(tablet.vault().tick()) << day;
        tablet.vault().lock(0);
        tablet.clock.advance(-days{1});
        tablet.reboot();
        ASSERT_TRUE(tablet.vault().unlock(VaultTester::pin)) << day;
    }
    tablet.pass(days{1});
    EXPECT_FALSE(tablet.vault().tick());
}

TEST(Vault, GainsNothingFromAClockThatIsSetForwardAndBack)
{
    VaultTester tablet;
    ASSERT_TRUE(tablet.create());
    tablet.vault().lock(0);

    tablet.clock.advance(days{30});
    EXPECT_EQ(tablet.vault().standing(), Standing::LeaseEnded);
    tablet.clock.advance(-days{30});
    EXPECT_EQ(tablet.vault().standing(), Standing::LeaseEnded);

    // Once the server has said what time it is, the future that was seen no longer counts.
    ASSERT_TRUE(tablet.signIn());
    tablet.pass(days{6});
    EXPECT_TRUE(tablet.vault().tick());
}

TEST(Vault, TakesALeaseOnlyFromItsServerAndOnlyTheOneItAskedFor)
{
    VaultTester tablet;
    ASSERT_TRUE(tablet.create());
    tablet.pass(days{3});
    const auto ends = tablet.vault().leaseEndsAt();
    const auto asked = tablet.request();
    const auto old = tablet.grant(asked);

    auto forged = tablet.grant(asked);
    const SigningKey stranger{VaultTester::secret("stranger")};
    forged.lease = custody::signedLease({.vault = asked.vault,
                                         .user = tablet.user,
                                         .device = 3,
                                         .issuedAt = tablet.server.now(),
                                         .endsAt = tablet.server.now() + days{900},
                                         .nonce = asked.nonce},
                                        stranger);
    forged.leaseKey = stranger.publicKey();
    EXPECT_EQ(codeOf(tablet.vault().takeLease(asked, forged)), "lease.signature");
    EXPECT_EQ(codeOf(tablet.vault().takeLease(tablet.request(), old)), "lease.foreign");
    EXPECT_EQ(tablet.vault().leaseEndsAt(), ends);
    EXPECT_TRUE(tablet.vault().takeLease(asked, old));
    EXPECT_EQ(tablet.vault().leaseEndsAt(), ends + days{3});
}

TEST(Vault, LetsTriesWaitAndThenTakesNoneWhateverIsRestarted)
{
    VaultTester tablet;
    const auto made = tablet.create();
    tablet.vault().lock(0);

    for (int i = 0; i < 4; ++i) {
        EXPECT_EQ(codeOf(tablet.vault().unlock("000000")), "vault.secret_wrong");
    }
    for (const auto delay : {seconds{0}, seconds{30}, seconds{60}, seconds{300}, seconds{900}}) {
        if (delay.count() > 0) {
            tablet.restart();
            tablet.clock.advance(-hours{2});
            EXPECT_EQ(codeOf(tablet.vault().unlock(VaultTester::pin)), "vault.wait");
            tablet.clock.advance(hours{2});
            EXPECT_GT(tablet.vault().retryIn(), delay - seconds{1});
            tablet.pass(delay);
        }
        EXPECT_EQ(codeOf(tablet.vault().unlock("000000")), "vault.secret_wrong") << delay.count();
    }
    tablet.pass(hours{1});
    EXPECT_EQ(tablet.vault().triesLeft(), 1);
    EXPECT_EQ(codeOf(tablet.vault().unlock("000000")), "vault.sign_in");
    EXPECT_FALSE(tablet.device.kept.contains("share"));
    tablet.restart();
    EXPECT_EQ(tablet.vault().standing(), Standing::SignInOnly);
    EXPECT_EQ(codeOf(tablet.vault().unlock(VaultTester::pin)), "vault.sign_in");

    const auto key = tablet.signIn();
    ASSERT_TRUE(key);
    EXPECT_EQ(*key, *made);
    EXPECT_TRUE(tablet.vault().secretInDoubt());
    ASSERT_TRUE(tablet.vault().setSecret(SecretKind::Password, "correct horse"));
    tablet.vault().lock(0);
    EXPECT_EQ(codeOf(tablet.vault().unlock(VaultTester::pin)), "vault.secret_wrong");
    EXPECT_TRUE(tablet.vault().unlock("correct horse"));
}

TEST(Vault, CountsATryThatTheProgramWasKilledIn)
{
    VaultTester tablet;
    ASSERT_TRUE(tablet.create());
    tablet.vault().lock(0);
    const auto before = tablet.vault().triesLeft();

    // Killed right after the try was counted, before anything was compared.
    tablet.fault = {.after = 0, .done = true};
    EXPECT_THROW((void)tablet.vault().unlock("000000"), std::runtime_error);
    tablet.fault = {};
    tablet.restart();
    EXPECT_EQ(tablet.vault().triesLeft(), before - 1);

    // A try that cannot be counted is not made.
    tablet.fault = {.after = 0};
    EXPECT_THROW((void)tablet.vault().unlock(VaultTester::pin), std::runtime_error);
    tablet.fault = {};
}

TEST(Vault, TakesNoTriesWhereTheirCountIsGone)
{
    VaultTester tablet;
    ASSERT_TRUE(tablet.create());
    tablet.vault().lock(0);

    tablet.device.kept.erase("state");
    tablet.restart();

    EXPECT_EQ(tablet.vault().standing(), Standing::SignInOnly);
    EXPECT_EQ(codeOf(tablet.vault().unlock(VaultTester::pin)), "vault.sign_in");
    EXPECT_TRUE(tablet.signIn());
}

// Every step of a change of the PIN may be the last: one of the two opens the store afterwards, and
// the other does not.
TEST(Vault, OpensByTheOldOrTheNewPinWhereverAChangeIsCutOff)
{
    for (const bool done : {false, true}) {
        bool through = false;
        for (int at = 0; !through; ++at) {
            VaultTester tablet;
            const auto made = tablet.create();
            ASSERT_TRUE(made);
            tablet.fault = {.after = at, .done = done};
            try {
                through = tablet.vault()
                              .changeSecret(VaultTester::pin, SecretKind::Pin, "730164")
                              .has_value();
            } catch (const std::runtime_error&) {
                through = false;
            }
            tablet.fault = {};
            tablet.restart();

            const auto former = tablet.vault().unlock(VaultTester::pin);
            if (former) {
                tablet.vault().lock(0);
            }
            const auto chosen = tablet.vault().unlock("730164");
            EXPECT_NE(former.has_value(), chosen.has_value()) << at;
            EXPECT_EQ(former ? *former : *chosen, *made) << at;
            EXPECT_TRUE(!through || chosen) << at;
            ASSERT_LT(at, 10);
        }
    }
}

// The same for a lease that is renewed, and for one that is restored by a sign-in.
TEST(Vault, StaysRecoverableWhereverTheTakingOfALeaseIsCutOff)
{
    for (const bool ended : {false, true}) {
        bool through = false;
        for (int at = 0; !through; ++at) {
            VaultTester tablet;
            const auto made = tablet.create();
            if (ended) {
                tablet.pass(days{8});
                ASSERT_FALSE(tablet.vault().tick());
            }
            tablet.fault = {.after = at};
            try {
                const auto asked = tablet.request();
                through = ended ? tablet.signIn().has_value()
                                : tablet.vault().takeLease(asked, tablet.grant(asked)).has_value();
            } catch (const std::runtime_error&) {
                through = false;
            }
            tablet.fault = {};
            tablet.restart();

            auto key = tablet.vault().unlock(VaultTester::pin);
            if (!key) {
                EXPECT_TRUE(ended) << at;
                EXPECT_EQ(key.error().code, "lease.ended") << at;
                key = tablet.signIn();
            }
            ASSERT_TRUE(key) << at;
            EXPECT_EQ(*key, *made) << at;
            ASSERT_LT(at, 10);
        }
    }
}

TEST(Vault, IsMadeWholeOrNotAtAll)
{
    bool through = false;
    for (int at = 0; !through; ++at) {
        VaultTester tablet;
        tablet.fault = {.after = at};
        try {
            through = tablet.create().has_value();
        } catch (const std::runtime_error&) {
            through = false;
        }
        tablet.fault = {};
        tablet.restart();
        EXPECT_EQ(tablet.vault().standing(), through ? Standing::Locked : Standing::None) << at;
        if (!through) {
            EXPECT_TRUE(tablet.create()) << at;
        }
        ASSERT_LT(at, 10);
    }
}

TEST(Vault, LeavesTheCompanyAWayWhenItIsGivenUp)
{
    VaultTester tablet;
    const auto made = tablet.create();

    tablet.vault().lock(3);
    tablet.vault().giveUp();

    EXPECT_EQ(tablet.vault().standing(), Standing::None);
    EXPECT_TRUE(tablet.device.kept.empty());
    const auto file = client::parseVaultFile(asText(tablet.folder.kept.at("vault")));
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->key.empty());
    EXPECT_TRUE(file->recovery.empty());
    EXPECT_EQ(file->ending, client::Ending::Kept);
    const auto key = tablet.company.open(file->escrow);
    ASSERT_TRUE(key);
    EXPECT_TRUE(std::ranges::equal(*key, made->bytes()));
}

TEST(Vault, ChangesThePinOnlyForWhoeverKnowsIt)
{
    VaultTester tablet;
    ASSERT_TRUE(tablet.create());

    EXPECT_EQ(codeOf(tablet.vault().changeSecret("000001", SecretKind::Pin, "730164")),
              "vault.secret_wrong");
    EXPECT_EQ(codeOf(tablet.vault().changeSecret(VaultTester::pin, SecretKind::Pin, "123456")),
              "pin.trivial");
    EXPECT_EQ(tablet.vault().triesLeft(), client::triesMax - 1);
    EXPECT_TRUE(tablet.vault().changeSecret(VaultTester::pin, SecretKind::Pin, "730164"));
    tablet.vault().lock(0);
    tablet.restart();
    EXPECT_TRUE(tablet.vault().unlock("730164"));
    EXPECT_EQ(tablet.vault().file()->pinDigits, 6U);
}

TEST(SecretRules, RefuseWhatIsGuessedFirst)
{
    for (const char* trivial : {"111111", "123456", "987654", "890123", "246802", "121212",
                                "123123", "520131", "147258", "9999999"}) {
        EXPECT_EQ(codeOf(checkSecret(SecretKind::Pin, trivial)), "pin.trivial") << trivial;
    }
    EXPECT_EQ(codeOf(checkSecret(SecretKind::Pin, "48291")), "pin.length");
    EXPECT_EQ(codeOf(checkSecret(SecretKind::Pin, "4829157364829")), "pin.length");
    EXPECT_EQ(codeOf(checkSecret(SecretKind::Pin, "48a915")), "pin.digits");
    EXPECT_EQ(codeOf(checkSecret(SecretKind::Password, "short")), "password.too_short");
    EXPECT_TRUE(checkSecret(SecretKind::Pin, VaultTester::pin));
    EXPECT_TRUE(checkSecret(SecretKind::Password, "correct horse"));
}

} // namespace
} // namespace fieldbook::testing
