#include "shared/base/encoding.h"

#include <gtest/gtest.h>

namespace fieldbook {
namespace {

TEST(Hex, ReadsBackWhatItWrote)
{
    const Bytes bytes{0x00, 0x7f, 0xff, 0xa5};

    EXPECT_EQ(toHex(bytes), "007fffa5");
    EXPECT_EQ(fromHex("007FFfa5"), bytes);
    EXPECT_EQ(fromHex(""), Bytes{});
    EXPECT_EQ(fromHex({}), Bytes{});
    EXPECT_EQ(toHex({}), "");
}

TEST(Hex, RefusesWhatIsNotPairsOfDigits)
{
    for (const auto* text : {"a", "abc", "0g", "0 1f", " 00", "00 ", "0x00"}) {
        EXPECT_FALSE(fromHex(text)) << text;
    }
}

// The vectors of RFC 4648, section 10.
TEST(Base64, WritesTheVectorsOfItsRfc)
{
    const std::pair<const char*, const char*> vectors[] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
    };
    for (const auto& [plain, text] : vectors) {
        EXPECT_EQ(toBase64(asBytes(plain)), text);
        ASSERT_TRUE(fromBase64(text)) << text;
        EXPECT_EQ(asText(*fromBase64(text)), plain);
    }
}

TEST(Base64, UsesTheSafeAlphabetWithoutPaddingInUrls)
{
    const Bytes bytes{0xfb, 0xff, 0xfe, 0x01};

    EXPECT_EQ(toBase64(bytes), "+//+AQ==");
    EXPECT_EQ(toBase64Url(bytes), "-__-AQ");
    EXPECT_EQ(fromBase64Url("-__-AQ"), bytes);
}

TEST(Base64, RefusesTheOtherAlphabetPaddingAndStrayBits)
{
    for (const auto* text : {"+//+AQ", "-__-AQ==", "-__-A", "-__-AR", "-__- AQ", "中"}) {
        EXPECT_FALSE(fromBase64Url(text)) << text;
    }
    for (const auto* text : {"+//+AQ", "-__-AQ==", "+//+AR==", "+//+AQ==\n"}) {
        EXPECT_FALSE(fromBase64(text)) << text;
    }
}

} // namespace
} // namespace fieldbook
