#include "shared/base/hash.h"
#include "shared/base/sealed_box.h"
#include "shared/custody/lease.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

namespace fieldbook::custody {
namespace {

SecretKey secret(std::string_view name) { return *SecretKey::fromBytes(sha256(name)); }

LeaseTerms terms()
{
    const testing::FakeClock clock;
    return {.vault = *Uuid::parse("0190b1c0-0000-7000-8000-0000000000aa"),
            .user = *Uuid::parse("0190b1c0-0000-7000-8000-000000000003"),
            .device = 3,
            .issuedAt = clock.now(),
            .endsAt = clock.now() + std::chrono::days{7},
            .nonce = {1, 2, 3}};
}

TEST(Lease, ReadsBackWhatTheServerSigned)
{
    const SigningKey key{secret("lease")};

    const auto read = readLease(signedLease(terms(), key), key.publicKey());

    ASSERT_TRUE(read);
    EXPECT_EQ(*read, terms());
}

TEST(Lease, IsRefusedWhenSignedByAnotherOrAltered)
{
    const SigningKey key{secret("lease")};
    const auto text = signedLease(terms(), key);
    auto longer = terms();
    longer.endsAt += std::chrono::days{1};
    const auto other = signedLease(longer, SigningKey{secret("other")});
    // The longer terms under the signature of the shorter ones.
    const auto mixed = other.substr(0, other.find('.')) + text.substr(text.find('.'));

    for (const auto& bad : {other, mixed}) {
        EXPECT_EQ(readLease(bad, key.publicKey()).error().code, "lease.signature");
    }
    for (const std::string_view bad : {"", ".", "abc", "a.b", "!.!"}) {
        EXPECT_FALSE(readLease(bad, key.publicKey())) << bad;
    }
}

TEST(LeaseGrant, SurvivesTheWire)
{
    const SigningKey key{secret("lease")};
    const BoxKey company{secret("company")};
    const LeaseGrant grant{.lease = signedLease(terms(), key),
                           .share = secret("share"),
                           .recovery = secret("recovery"),
                           .leaseKey = key.publicKey(),
                           .companyKey = company.publicKey()};

    const auto read = parseGrant(toJson(grant));

    ASSERT_TRUE(read);
    EXPECT_EQ(read->lease, grant.lease);
    EXPECT_EQ(read->share, grant.share);
    EXPECT_EQ(read->recovery, grant.recovery);
    EXPECT_EQ(read->companyKey, grant.companyKey);
    EXPECT_EQ(parseGrant("{}").error().code, "lease.malformed");
    EXPECT_EQ(parseGrant("[").error().code, "lease.malformed");
}

TEST(SealedBox, OpensOnlyForTheCompany)
{
    const BoxKey company{secret("company")};
    const BoxKey stranger{secret("stranger")};
    auto box = sealTo(company.publicKey(), asBytes("the key"));

    const auto plain = company.open(box);
    ASSERT_TRUE(plain);
    EXPECT_EQ(asText(*plain), "the key");
    EXPECT_EQ(stranger.open(box).error().code, "sealed_box.unreadable");
    box.back() ^= 1;
    EXPECT_EQ(company.open(box).error().code, "sealed_box.unreadable");
    EXPECT_EQ(company.open({}).error().code, "sealed_box.unreadable");
}

} // namespace
} // namespace fieldbook::custody
