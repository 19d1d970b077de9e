#include "shared/base/hash.h"
#include "shared/base/password.h"

#include <gtest/gtest.h>

namespace fieldbook {
namespace {

TEST(Password, MatchesOnlyItself)
{
    const auto hash = hashPassword("正确的马 horse", argon2Least);

    EXPECT_TRUE(passwordMatches(hash, "正确的马 horse"));
    EXPECT_FALSE(passwordMatches(hash, "正确的马 Horse"));
    EXPECT_FALSE(passwordMatches(hash, ""));
    EXPECT_FALSE(passwordMatches(hash, {}));
    EXPECT_TRUE(passwordMatches(hashPassword({}, argon2Least), ""));
}

TEST(Password, HashesTheSamePasswordDifferentlyEachTime)
{
    EXPECT_NE(hashPassword("same", argon2Least), hashPassword("same", argon2Least));
}

TEST(Password, UsesTheInteractiveCostUnlessTold)
{
    const auto hash = hashPassword("secret");

    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << hash;
    EXPECT_TRUE(passwordMatches(hash, "secret"));
    EXPECT_FALSE(passwordHashIsDated(hash));
}

TEST(Password, SaysWhenAHashWasMadeAtAnotherCost)
{
    EXPECT_TRUE(passwordHashIsDated(hashPassword("secret", argon2Least)));
    EXPECT_FALSE(passwordHashIsDated(hashPassword("secret", argon2Least), argon2Least));
}

TEST(Password, TreatsWhatIsNoHashAsNoMatch)
{
    using namespace std::string_view_literals;
    for (const auto hash : {""sv, "secret"sv, "$argon2id$v=19$m=65536"sv, "$argon2id$\0x"sv}) {
        EXPECT_FALSE(passwordMatches(hash, "secret")) << hash;
        EXPECT_TRUE(passwordHashIsDated(hash)) << hash;
    }
    EXPECT_FALSE(passwordMatches(std::string(500, 'a'), "secret"));
}

TEST(Password, ThrowsWhenTheMemoryIsNotToBeHad)
{
    const Argon2Cost impossible{.passes = 1, .memoryBytes = std::size_t{1} << 60};

    EXPECT_THROW(static_cast<void>(hashPassword("secret", impossible)), std::runtime_error);
    EXPECT_THROW(static_cast<void>(deriveKey("secret", KeySalt{}, impossible)), std::runtime_error);
}

TEST(DeriveKey, DependsOnPassphraseSaltAndCostAndNothingElse)
{
    const KeySalt salt{1, 2, 3};
    const KeySalt otherSalt{1, 2, 4};
    const auto key = deriveKey("passphrase", salt, argon2Least);

    EXPECT_EQ(key, deriveKey("passphrase", salt, argon2Least));
    EXPECT_FALSE(key == deriveKey("Passphrase", salt, argon2Least));
    EXPECT_FALSE(key == deriveKey("passphrase", otherSalt, argon2Least));
    EXPECT_FALSE(key == deriveKey("passphrase", salt, {.passes = 2, .memoryBytes = 8192}));
}

// What `argon2 somesaltsomesalt -id -t 1 -k 8 -p 1 -l 32` says, the reference implementation.
TEST(DeriveKey, IsPlainArgon2id)
{
    KeySalt salt{};
    std::ranges::copy(std::string_view{"somesaltsomesalt"}, salt.begin());

    EXPECT_EQ(toHex(deriveKey("passphrase", salt, argon2Least).bytes()),
              "e1582321178b59cdbbc32eb75f86cdb011aaa8dd51bf10797555d40c05b98098");
}

TEST(SecretKey, IsExactly32Bytes)
{
    SystemEntropy entropy;

    EXPECT_FALSE(SecretKey::fromBytes(Bytes(31)));
    EXPECT_FALSE(SecretKey::fromBytes(Bytes(33)));
    ASSERT_TRUE(SecretKey::fromBytes(Bytes(32, 7)));
    EXPECT_EQ(toHex(SecretKey::fromBytes(Bytes(32, 7))->bytes()), toHex(Bytes(32, 7)));
    EXPECT_FALSE(SecretKey::random(entropy) == SecretKey::random(entropy));
    EXPECT_NE(randomKeySalt(entropy), randomKeySalt(entropy));
}

} // namespace
} // namespace fieldbook
