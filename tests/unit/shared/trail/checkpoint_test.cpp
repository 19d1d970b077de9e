#include "shared/trail/checkpoint.h"
#include "shared/trail/entry.h"
#include "tests/support/seeded_entropy.h"

#include <gtest/gtest.h>

namespace fieldbook::trail {
namespace {

SigningKey keyOf(std::uint64_t seed)
{
    testing::SeededEntropy entropy{seed};
    return SigningKey{SecretKey::random(entropy)};
}

const Checkpoint sample{.tree = {.size = 42, .root = sha256("root")},
                        .at = fromMillis(1'790'000'000'000)};

TEST(Signature, IsThatOfTheStandard)
{
    // RFC 8032, section 7.1, test 2.
    const SigningKey key{*SecretKey::fromBytes(
        *fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))};
    EXPECT_EQ(toHex(key.publicKey()),
              "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const auto message = *fromHex("72");
    EXPECT_EQ(toHex(key.sign(message)),
              "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
              "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    EXPECT_TRUE(isSignedBy(key.publicKey(), message, key.sign(message)));
    EXPECT_FALSE(isSignedBy(key.publicKey(), asBytes("s"), key.sign(message)));
    EXPECT_FALSE(isSignedBy(keyOf(2).publicKey(), message, key.sign(message)));
}

TEST(Checkpoint, IsReadAsItWasSigned)
{
    const auto key = keyOf(1);
    const auto text = signedText(sample, key);
    EXPECT_TRUE(text.starts_with(originOf(key.publicKey()) + "\n42\n")) << text;
    const auto read = readCheckpoint(text, key.publicKey());
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, sample);
}

TEST(Checkpoint, OfAnotherKeyIsRefused)
{
    const auto read = readCheckpoint(signedText(sample, keyOf(1)), keyOf(2).publicKey());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, "checkpoint.signature");
}

TEST(Checkpoint, IsRefusedHoweverItIsAltered)
{
    const auto key = keyOf(1);
    const auto text = signedText(sample, key);
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto altered = text;
        altered[i] = static_cast<char>(altered[i] ^ 1);
        const auto read = readCheckpoint(altered, key.publicKey());
        EXPECT_FALSE(read) << "byte " << i;
    }
    for (std::size_t size = 0; size < text.size(); ++size) {
        EXPECT_FALSE(readCheckpoint(text.substr(0, size), key.publicKey())) << size;
    }
    EXPECT_FALSE(readCheckpoint(text + text, key.publicKey()));
}

TEST(Entry, HasALeafOfItsHeaderAndItsBody)
{
    const EntryHeader header{.at = fromMillis(1'790'000'000'123),
                             .kind = "record.changed",
                             .by = *Uuid::parse("01890a5d-ac96-774b-bcce-b302099a8057"),
                             .device = 7,
                             .type = "customer",
                             .record = *Uuid::parse("01890a5d-ac96-774b-bcce-b302099a8058")};
    EXPECT_EQ(toJson(header),
              R"({"at":"2026-09-21T14:13:20.123Z","kind":"record.changed",)"
              R"("by":"01890a5d-ac96-774b-bcce-b302099a8057","device":7,"type":"customer",)"
              R"("id":"01890a5d-ac96-774b-bcce-b302099a8058"})");
    EXPECT_EQ(toJson({.at = header.at, .kind = "x.y", .by = {}, .type = {}, .record = {}}),
              R"({"at":"2026-09-21T14:13:20.123Z","kind":"x.y"})");

    const auto leaf = entryHash("header", bodyDigest(asBytes("salt"), "body"));
    EXPECT_NE(leaf, entryHash("heade", bodyDigest(asBytes("salt"), "body")));
    EXPECT_NE(leaf, entryHash("header", bodyDigest(asBytes("sal"), "body")));
    EXPECT_NE(leaf, entryHash("header", bodyDigest(asBytes("salt"), "bodies")));
}

} // namespace
} // namespace fieldbook::trail
