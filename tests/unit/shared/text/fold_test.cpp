#include "shared/base/utf8.h"
#include "shared/text/fold.h"
#include "shared/text/fold_by_icu.h"

#include <gtest/gtest.h>

#include <random>

namespace fieldbook {
namespace {

TEST(FoldForSearch, UnifiesWhatPeopleTypeDifferently)
{
    const std::pair<const char*, const char*> cases[] = {
        {"Northwind  Traders", "northwind traders"},
        {"ＡＢＣ（上海）１２３", "abc(上海)123"},
        {"  李　明朗\t", "李 明朗"},
        {"Zoë Müller", "zoe muller"},
        {"Zoe\u0308 Mu\u0308ller", "zoe muller"},
        {"STRASSE Straße", "strasse strasse"},
        {"Łódź Ærø Đà Nẵng", "lodz aero da nang"},
        {"İstanbul Iğdır", "istanbul igdir"},
        {"O’Brien – “Sons”", "o'brien - \"sons\""},
        {"ﬁeld №5 ㈱", "field no5 (株)"},
        {"ｶﾞｯﾀ", "ガッタ"},
        {"Ёлка Йод", "ёлка йод"},
        {"阿里木·买买提", "阿里木·买买提"},
        {"soft\u00ADhyphen", "softhyphen"},
        {"", ""},
        {" \r\n\x01 ", ""},
    };
    for (const auto& [typed, folded] : cases) {
        EXPECT_EQ(foldForSearch(typed), folded) << typed;
    }
}

TEST(FoldForSearch, ReplacesBytesThatAreNoText)
{
    EXPECT_EQ(foldForSearch("a\xff\xfe"), "a\uFFFD\uFFFD");
    EXPECT_EQ(foldForSearch(std::string_view{"a\0b", 3}), "a b");
}

// The quick way and ICU's must not differ for any character, alone or beside others.
TEST(FoldForSearch, IsWhatIcuSaysForEveryCharacterOfTheFirstPlanes)
{
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        const bool isSurrogate = c >= 0xD800 && c <= 0xDFFF;
        if (isSurrogate || (c >= 0x20000 && c % 64 != 0)) {
            continue; // The outer planes are uniform: a sample is enough.
        }
        std::string text;
        appendUtf8(text, c);
        text += " A";
        appendUtf8(text, c);
        text += "李";
        const auto folded = foldForSearch(text);
        if (folded != foldByIcu(text) || foldForSearch(folded) != folded) {
            ADD_FAILURE() << "U+" << std::hex << static_cast<std::uint32_t>(c) << " " << folded;
        }
    }
}

TEST(FoldForSearch, IsWhatIcuSaysForAnyMixtureAndChangesNothingTwice)
{
    std::mt19937 random{20260514};
    constexpr std::u32string_view some =
        U"aZ9 \t李明　（）ＡＺ·、《é\u0301\u0308ßøİıσΣς\u0345ガﾞｶ각ᄀ\u1161й\u00AD\u200D’—𠮷\uFFFD";
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (auto length = random() % 8; length > 0; --length) {
            appendUtf8(text, some[random() % some.size()]);
        }
        const auto folded = foldForSearch(text);
        ASSERT_EQ(folded, foldByIcu(text)) << text;
        ASSERT_EQ(foldForSearch(folded), folded) << text;
    }
}

TEST(SpacedForIndex, SetsEveryCjkCharacterApart)
{
    const std::pair<const char*, const char*> cases[] = {
        {"李明朗", "李 明 朗"}, {"上海ABC公司2部", "上 海 abc 公 司 2 部"},
        {"王 伟", "王 伟"},     {"Northwind", "northwind"},
        {"𠮷野家", "𠮷 野 家"}, {"かな각", "か な 각"},
        {"(李)", "( 李 )"},     {"", ""},
    };
    for (const auto& [name, spaced] : cases) {
        EXPECT_EQ(spacedForIndex(name), spaced);
    }
}

} // namespace
} // namespace fieldbook
