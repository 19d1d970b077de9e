#include "shared/base/utf8.h"
#include "shared/text/fold.h"
#include "shared/text/icu.h"
#include "shared/text/pinyin.h"

#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/uscript.h>

#include <memory>
#include <random>
#include <sstream>

namespace fieldbook {
namespace {

// What pinyin.h promises to equal.
std::string icuPinyin(std::string_view name)
{
    static const auto names = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made{icu::Transliterator::createInstance(
            "Han-Latin/Names; Latin-ASCII; Lower", UTRANS_FORWARD, status)};
        requireIcu(status, "Han-Latin/Names");
        return made;
    }();
    auto text = fromUtf8(name);
    names->transliterate(text);
    return toUtf8(text);
}

std::string withoutSpaces(std::string text)
{
    std::erase(text, ' ');
    return text;
}

bool isHan(char32_t c)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HAN;
}

TEST(Pinyin, ReadsSurnamesRight)
{
    const std::pair<const char*, const char*> surnames[] = {
        {"曾", "zeng"},        {"单", "shan"},      {"仇", "qiu"},       {"解", "xie"},
        {"尉迟", "yu chi"},    {"欧阳", "ou yang"}, {"查", "zha"},       {"任", "ren"},
        {"区", "ou"},          {"盖", "ge"},        {"华", "hua"},       {"乐", "yue"},
        {"翟", "zhai"},        {"万俟", "mo qi"},   {"令狐", "ling hu"}, {"澹台", "tan tai"},
        {"长孙", "zhang sun"}, {"召", "shao"},      {"繁", "po"},        {"隗", "wei"},
        {"葛", "ge"},          {"燕", "yan"},       {"重", "chong"},     {"上官", "shang guan"},
        {"诸葛", "zhu ge"},    {"司马", "si ma"},   {"夏侯", "xia hou"}, {"李", "li"},
        {"王", "wang"},        {"张", "zhang"},     {"沈", "shen"},
    };
    for (const auto& [surname, read] : surnames) {
        const auto name = std::string{surname} + "明朗";
        EXPECT_EQ(pinyinOf(name).spaced, std::string{read} + " ming lang");
        EXPECT_EQ(icuPinyin(name), pinyinOf(name).spaced);
    }
}

TEST(Pinyin, GivesFullSpacedInitialsAndTyped)
{
    EXPECT_EQ(pinyinOf("李明朗"), (Pinyin{"liminglang", "li ming lang", "lml", ""}));
    EXPECT_EQ(pinyinOf("吕绿略"), (Pinyin{"lululue", "lu lu lue", "lll", "lvlvlve"}));
    EXPECT_EQ(pinyinOf(""), (Pinyin{}));
    EXPECT_EQ(pinyinOf("（）！"), (Pinyin{}));
}

TEST(Pinyin, TakesOtherScriptsAsWords)
{
    EXPECT_EQ(pinyinOf("Northwind Traders"),
              (Pinyin{"northwindtraders", "northwind traders", "nt", ""}));
    EXPECT_EQ(pinyinOf("上海ABC（中国）3号店"),
              (Pinyin{"shanghaiabczhongguo3haodian", "shang hai abc zhong guo 3 hao dian",
                      "shazg3hd", ""}));
    EXPECT_EQ(pinyinOf("O’Neil-Müller"), (Pinyin{"oneilmuller", "o neil muller", "onm", ""}));
    EXPECT_EQ(pinyinOf("佐々木"), (Pinyin{"zuo々mu", "zuo 々 mu", "z々m", ""}));
}

// First in a run and inside one; all of the usual block, every 16th of the others.
TEST(Pinyin, IsWhatIcuSaysForHan)
{
    std::vector<std::string> names;
    std::string lines;
    std::size_t checked = 0;
    const auto check = [&] {
        std::istringstream expected{icuPinyin(std::exchange(lines, {}))};
        for (const auto& name : std::exchange(names, {})) {
            std::string read;
            std::getline(expected, read);
            EXPECT_EQ(pinyinOf(name).full, withoutSpaces(read)) << name;
            ++checked;
        }
    };
    for (char32_t c = 0; c <= 0x3FFFF; ++c) {
        const bool isUsual = c >= 0x4E00 && c <= 0x9FFF;
        if (isHan(c) && (isUsual || c % 16 == 0)) {
            std::string character;
            appendUtf8(character, c);
            names.push_back(foldForSearch(character));
            names.back().append("明").append(foldForSearch(character));
            lines.append(names.back()).append(1, '\n');
        }
        if (names.size() == 100) {
            check();
        }
    }
    check();

    EXPECT_GT(checked, 25000U);
}

TEST(Pinyin, IsWhatIcuSaysForAnyRunOfCharactersWithSpecialReadings)
{
    constexpr std::u32string_view some = U"令狐万俟澹台长孙秘卜种重刀干葛盖过华纪筠靓牟粘区繁仇任单"
                                         U"召折舍沈峙解莘燕尉乐员查翟曾藏文庆阳鲁"
                                         U"李明一吕 A";
    std::mt19937 random{20260514};
    for (int round = 0; round < 20000; ++round) {
        std::string name;
        for (auto length = 1 + random() % 5; length > 0; --length) {
            appendUtf8(name, some[random() % some.size()]);
        }
        const auto folded = foldForSearch(name);
        ASSERT_EQ(pinyinOf(name).full, withoutSpaces(icuPinyin(folded))) << name;
    }
}

TEST(PinyinForIndex, HoldsSyllablesAndEveryEnding)
{
    EXPECT_EQ(pinyinForIndex("李明朗"), "liminglang minglang lang li ming lml ml l");
    EXPECT_EQ(pinyinForIndex("吕布"), "lubu bu lu lvbu bu lb b");
    EXPECT_EQ(pinyinForIndex("李"), "li l");
    EXPECT_EQ(pinyinForIndex("Northwind"), "");
    EXPECT_EQ(pinyinForIndex(""), "");
}

TEST(PinyinForIndex, CutsLongWords)
{
    std::string name;
    for (int i = 0; i < 200; ++i) {
        name += "双";
    }
    const auto text = pinyinForIndex(name);

    std::size_t at = 0;
    while (at < text.size()) {
        const auto end = std::min(text.find(' ', at), text.size());
        ASSERT_LE(end - at, 32U);
        at = end + 1;
    }
}

} // namespace
} // namespace fieldbook
