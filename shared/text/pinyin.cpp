#include "shared/text/pinyin.h"

#include "shared/base/utf8.h"
#include "shared/text/fold.h"
#include "shared/text/pinyin_table.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <vector>

namespace fieldbook {
namespace {

constexpr std::size_t indexWordMax = 32;

// A syllable of Han, or a word of anything else.
struct Word {
    std::string_view plain;
    std::string_view typed;
    bool isHan;
};

std::uint16_t entryOf(const PinyinTable& table, char32_t c)
{
    const auto upper = c / 256;
    return upper < table.pageOf.size() ? table.pages[table.pageOf[upper]][c % 256]
                                       : std::uint16_t{0};
}

bool isHan(std::uint16_t entry, char32_t c)
{
    if (entry != 0 || c < 0x2E80) {
        return entry != 0;
    }
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HAN;
}

// The reading of c before `next`, first in its run of Han or not.
const Syllable&
readingOf(const PinyinTable& table, std::uint16_t entry, char32_t c, char32_t next, bool isFirst)
{
    if ((entry & hasSpecialReadings) != 0) {
        const auto specials =
            std::ranges::equal_range(table.special, c, {}, &SpecialReading::character);
        for (const auto& special : specials) {
            const bool isHere = special.next == 0 || special.next == next;
            if (isHere && (isFirst || !special.onlyFirst)) {
                return table.syllables[special.syllable];
            }
        }
    }
    return table.syllables[entry & ~hasSpecialReadings];
}

bool isInWord(char32_t c)
{
    return isWordCharacter(c) ||
           (c >= 0x80 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0);
}

// The words of folded text, which must outlive them.
std::vector<Word> wordsOf(std::string_view folded)
{
    const auto& table = pinyinTable();
    std::vector<Word> words;
    words.reserve(folded.size() / 3 + 1);
    bool afterHan = false;
    bool inWord = false;
    for (std::size_t at = 0; at < folded.size();) {
        const auto [c, length] = codePointAt(folded, at);
        const auto self = folded.substr(at, length);
        const auto entry = entryOf(table, c);
        const bool han = isHan(entry, c);
        at += length;
        if (han) {
            const auto next = at < folded.size() ? codePointAt(folded, at).value : U'\0';
            const auto& reading = readingOf(table, entry, c, next, !afterHan);
            const bool isRead = !reading.plain.empty();
            words.push_back({isRead ? reading.plain : self, isRead ? reading.typed : self, true});
        } else if (isInWord(c) && inWord) {
            auto& word = words.back();
            word.plain = {word.plain.data(), word.plain.size() + length};
            word.typed = word.plain;
        } else if (isWordCharacter(c)) {
            words.push_back({self, self, false});
        }
        afterHan = han;
        inWord = !han && isInWord(c) && (inWord || isWordCharacter(c));
    }
    return words;
}

std::string_view initialOf(std::string_view word)
{
    return word.substr(0, codePointAt(word, 0).length);
}

// Adds the words from each one on, run together and cut.
template <class Part>
void addEndings(std::string& text, const std::vector<Word>& words, Part part)
{
    for (auto from = words.begin(); from != words.end(); ++from) {
        std::string ending;
        for (auto word = from; word != words.end() && ending.size() < indexWordMax; ++word) {
            ending.append(part(*word));
        }
        text.append(utf8Prefix(ending, indexWordMax)).append(1, ' ');
    }
}

bool isTypedOtherwise(const std::vector<Word>& words)
{
    return std::ranges::any_of(words, [](const Word& word) { return word.plain != word.typed; });
}

} // namespace

Pinyin pinyinOf(std::string_view name)
{
    const auto folded = foldForSearch(name);
    const auto words = wordsOf(folded);
    Pinyin pinyin;
    pinyin.full.reserve(words.size() * 6);
    pinyin.spaced.reserve(words.size() * 7);
    for (const auto& word : words) {
        if (!pinyin.spaced.empty()) {
            pinyin.spaced.push_back(' ');
        }
        pinyin.full.append(word.plain);
        pinyin.spaced.append(word.plain);
        pinyin.initials.append(initialOf(word.plain));
    }
    if (isTypedOtherwise(words)) {
        for (const auto& word : words) {
            pinyin.typed.append(word.typed);
        }
    }
    return pinyin;
}

std::string pinyinForIndex(std::string_view name)
{
    const auto folded = foldForSearch(name);
    const auto words = wordsOf(folded);
    if (std::ranges::none_of(words, &Word::isHan)) {
        return {};
    }
    const auto plain = [](const Word& word) { return word.plain; };
    const auto typed = [](const Word& word) { return word.typed; };
    std::string text;
    addEndings(text, words, plain);
    for (const auto& word : std::span{words}.first(words.size() - 1)) {
        text.append(word.plain).append(1, ' ');
    }
    if (isTypedOtherwise(words)) {
        addEndings(text, words, typed);
    }
    addEndings(text, words, [](const Word& word) { return initialOf(word.plain); });
    text.pop_back();
    return text;
}

} // namespace fieldbook
