#include "shared/base/hash.h"
#include "shared/sync/contact.h"
#include "shared/sync/invitation.h"
#include "shared/sync/messages.h"

#include <gtest/gtest.h>

namespace fieldbook::sync {
namespace {

SigningKey keyOf(std::string_view seed) { return SigningKey{*SecretKey::fromBytes(sha256(seed))}; }

Contact someContact()
{
    return {.count = 4,
            .token = "left before",
            .next = "leaves now",
            .key = keyOf("tablet").publicKey(),
            .changesWaiting = 3,
            .filesWaiting = 1};
}

TEST(Contact, TravelsWithAPushAndAlone)
{
    const auto contact = someContact();

    EXPECT_EQ(parseContact(toJson(contact)), contact);
    const auto push = parsePush(makePush(7, 0, {}, contact));
    ASSERT_TRUE(push) << push.error().detail;
    EXPECT_EQ(push->contact, contact);
    EXPECT_TRUE(push->changes.empty());
    const auto alone = parseContactText(contactText(7, contact));
    ASSERT_TRUE(alone);
    EXPECT_EQ(alone->device, 7);
    EXPECT_EQ(alone->contact, contact);
}

TEST(Contact, IsRefusedWhereItSaysNothingThatCanBeFollowed)
{
    const std::string long65(65, 'x');
    for (const std::string& bad :
         {std::string{"{}"}, std::string{"[]"}, std::string{"nonsense"},
          std::string{R"({"count":-1,"token":"","next":"n"})"},
          std::string{R"({"count":1,"token":"","next":""})"},
          std::string{R"({"count":"1","token":"","next":"n"})"},
          R"({"count":1,"token":"","next":")" + long65 + R"("})",
          std::string{R"({"count":1,"token":"","next":"n","key":"c2hvcnQ="})"}}) {
        const auto read = parseContact(bad);
        ASSERT_FALSE(read) << bad;
        EXPECT_EQ(read.error().code, "contact.malformed");
    }
    const auto push = parsePush(R"({"device":1,"received":0,"contact":{"count":1},"changes":[]})");
    ASSERT_FALSE(push);
    EXPECT_EQ(push.error().code, "push.malformed");
}

TEST(Contact, IsSignedForOnePurposeByOneKey)
{
    const auto key = keyOf("tablet");
    const auto message = signedFor(Purpose::Contact, "I am here", key);

    EXPECT_TRUE(isSigned(Purpose::Contact, message, key.publicKey()));
    EXPECT_FALSE(isSigned(Purpose::WipeReceipt, message, key.publicKey()));
    EXPECT_FALSE(isSigned(Purpose::Contact, message, keyOf("another").publicKey()));
    auto altered = message;
    altered.text += ' ';
    EXPECT_FALSE(isSigned(Purpose::Contact, altered, key.publicKey()));
    EXPECT_EQ(parseSignedText(toJson(message)), message);
    EXPECT_FALSE(parseSignedText(R"({"text":"x","signature":"c2hvcnQ="})"));
}

TEST(Contact, AReceiptNamesWhatWasDestroyed)
{
    const WipeReceipt receipt{.device = 7,
                              .install = "one",
                              .orderedAt = fromMillis(1'000),
                              .wipedAt = fromMillis(2'000),
                              .files = {{"store/tablet.db", 4'096}, {"store.key", 32}}};

    EXPECT_EQ(parseWipeReceipt(toJson(receipt)), receipt);
    EXPECT_FALSE(parseWipeReceipt(R"({"device":7})"));
    EXPECT_FALSE(parseWipeReceipt(
        R"({"device":7,"install":"","ordered_at":"2026-01-01T00:00:00Z","wiped_at":"soon",)"
        R"("files":[]})"));
}

TEST(Invitation, IsTypedOrScanned)
{
    const Invitation secure{"K7QM-4TRD-9XWF", "https://fieldbook.example:8443"};
    const Invitation plain{"K7QM-4TRD-9XWF", "http://127.0.0.1:4711"};

    EXPECT_EQ(typedText(secure), "K7QM-4TRD-9XWF@fieldbook.example:8443");
    for (const auto& each : {secure, plain}) {
        EXPECT_EQ(parseInvitation(typedText(each)), each);
        EXPECT_EQ(parseInvitation(linkText(each)), each);
        EXPECT_EQ(parseInvitation("  " + typedText(each) + "/\n"), each);
    }
    EXPECT_EQ(parseInvitation("k7qm 4trd 9xwf"), (Invitation{"k7qm 4trd 9xwf", ""}));
    EXPECT_EQ(linkText({"K7QM", ""}), "fieldbook:K7QM");
}

TEST(Invitation, IsNothingWhereItIsNone)
{
    for (const std::string_view bad :
         {"", "@server", "code@", "fieldbook:", "co/de@server", "code@ser ver", "code@a@b"}) {
        EXPECT_FALSE(parseInvitation(bad)) << bad;
    }
}

} // namespace
} // namespace fieldbook::sync
