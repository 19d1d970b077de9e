#include "shared/base/utf8.h"

#include <gtest/gtest.h>

namespace fieldbook {
namespace {

TEST(Utf8, ReadsBackEveryScalarValue)
{
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (value >= 0xD800 && value <= 0xDFFF) {
            continue;
        }
        std::string text;
        appendUtf8(text, value);
        const auto read = codePointAt(text, 0);
        if (read.value != value || read.length != text.size() || !isValidUtf8(text)) {
            FAIL() << "U+" << std::hex << static_cast<std::uint32_t>(value);
        }
    }
}

TEST(Utf8, FindsTheFirstByteThatIsNone)
{
    const std::pair<const char*, std::size_t> cases[] = {
        {"plain text \xff after", 11},
        {"李\xe6\x9d", 3}, // Cut short.
        {"\x80", 0}, // A continuation of nothing.
        {"a\xc0\x80", 1}, // Overlong in two bytes,
        {"a\xe0\x80\x80", 1}, // in three
        {"a\xf0\x80\x80\x80", 1}, // and in four.
        {"a\xed\xa0\x80", 1}, // A surrogate.
        {"a\xf4\x90\x80\x80", 1}, // Above U+10FFFF.
        {"a\xf8\x88\x80\x80\x80", 1}, // Five bytes.
        {"twelve bytes\xe6\x9d\x8e\xe6", 15},
    };
    for (const auto& [text, position] : cases) {
        EXPECT_EQ(findInvalidUtf8(text), position) << text;
    }
    EXPECT_TRUE(isValidUtf8(""));
    EXPECT_TRUE(isValidUtf8("Zoë 李明朗 𠮷野家 and more"));
}

TEST(Utf8, ShortensWithoutCuttingACodePoint)
{
    EXPECT_EQ(utf8Prefix("李明", 6), "李明");
    EXPECT_EQ(utf8Prefix("李明", 5), "李");
    EXPECT_EQ(utf8Prefix("李明", 3), "李");
    EXPECT_EQ(utf8Prefix("李明", 2), "");
    EXPECT_EQ(utf8Prefix("a𠮷", 4), "a");
    EXPECT_EQ(utf8Prefix("abc", 2), "ab");
}

} // namespace
} // namespace fieldbook
