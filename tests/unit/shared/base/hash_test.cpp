#include "shared/base/hash.h"
#include "shared/base/random_token.h"

#include <gtest/gtest.h>

#include <set>

namespace fieldbook {
namespace {

// The examples of FIPS 180-4 and one million times "a".
TEST(Sha256, AgreesWithThePublishedExamples)
{
    EXPECT_EQ(toHex(sha256("")),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(toHex(sha256("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(toHex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(toHex(sha256(std::string(1'000'000, 'a'))),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, DoesNotMindHowTheBytesArrive)
{
    const std::string text(1000, 'x');
    for (const std::size_t piece : {1U, 63U, 64U, 65U, 999U}) {
        Sha256 hash;
        for (std::size_t at = 0; at < text.size(); at += piece) {
            hash.update(std::string_view{text}.substr(at, piece));
        }
        EXPECT_EQ(hash.finish(), sha256(text)) << piece;
    }
}

TEST(Sha256, TakesNothingAsNothing)
{
    Sha256 hash;
    hash.update(std::string_view{});

    EXPECT_EQ(hash.finish(), sha256(std::string_view{}));
    EXPECT_EQ(sha256(std::string_view{}), sha256(""));
}

TEST(Sha256, ACopyTellsTheDigestSoFar)
{
    Sha256 hash;
    hash.update("ab");
    auto soFar = hash;
    hash.update("c");

    EXPECT_EQ(soFar.finish(), sha256("ab"));
    EXPECT_EQ(hash.finish(), sha256("abc"));
}

// Keys shorter than the block are padded with zeros, so test case 2 of RFC 4231 has a key of 32
// bytes as well.
TEST(HmacSha256, AgreesWithThePublishedExample)
{
    std::array<std::uint8_t, SecretKey::size> key{'J', 'e', 'f', 'e'};

    EXPECT_EQ(
        toHex(hmacSha256(asBytes("what do ya want for nothing?"), *SecretKey::fromBytes(key))),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Sha256DeathTest, IsUsedUpOnceFinished)
{
    Sha256 hash;
    static_cast<void>(hash.finish());

    EXPECT_DEATH(hash.update("more"), "finished_");
}

TEST(EqualInConstantTime, ComparesContentAndLength)
{
    EXPECT_TRUE(equalInConstantTime(asBytes("secret"), asBytes("secret")));
    EXPECT_TRUE(equalInConstantTime({}, {}));
    EXPECT_FALSE(equalInConstantTime(asBytes("secret"), asBytes("secreT")));
    EXPECT_FALSE(equalInConstantTime(asBytes("secret"), asBytes("secre")));
}

TEST(RandomToken, CarriesAllItsRandomBitsAndIsNeverTheSame)
{
    SystemEntropy entropy;
    std::set<std::string> tokens;
    for (int i = 0; i < 1000; ++i) {
        const auto token = randomToken(entropy);
        EXPECT_EQ(token.size(), 43U);
        ASSERT_TRUE(fromBase64Url(token));
        EXPECT_EQ(fromBase64Url(token)->size(), randomTokenBytes);
        tokens.insert(token);
    }

    EXPECT_EQ(tokens.size(), 1000U);
}

TEST(RandomToken, IsStoredAsItsDigest) { EXPECT_EQ(tokenDigest("abc"), sha256("abc")); }

} // namespace
} // namespace fieldbook
