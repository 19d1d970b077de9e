#pragma once

#include <string>
#include <string_view>

namespace fieldbook {

// How a name is read and typed. 吕明朗 is {"luminglang", "lu ming lang", "lml", "lvminglang"}.
struct Pinyin {
    std::string full; // Without spaces.
    std::string spaced; // A space between syllables and words.
    std::string initials; // The first letter of each syllable or word.
    std::string typed; // `full` with v for ü, or empty where that is the same.

    friend bool operator==(const Pinyin&, const Pinyin&) = default;
};

// Reads each run of Han characters as ICU's Han-Latin/Names does, surnames included (单 shan, 尉迟
// yu chi), without tones. Everything else counts as words of folded text, so a name without Han is
// itself: "Northwind Traders" is {"northwindtraders", "northwind traders", "nt"}. Punctuation
// separates and is left out. Han without a known reading stays as it is. Any thread.
[[nodiscard]] Pinyin pinyinOf(std::string_view name);

// Words to store in an FTS5 column so that phraseFor() finds the name by its syllables, and by its
// full pinyin or its initials from any syllable on: 李明朗 gives
// "liminglang minglang lang li ming lml ml l". Empty for a name without Han, whose own words are
// indexed anyway. Words are cut at 32 letters.
[[nodiscard]] std::string pinyinForIndex(std::string_view name);

} // namespace fieldbook
