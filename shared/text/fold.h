#pragma once

#include <string>
#include <string_view>

namespace fieldbook {

// The one form in which text is compared for search and duplicates: compatibility forms unified
// (full width to half width, ligatures apart), case folded, Latin letters without their marks,
// white space and control characters collapsed to single spaces with none at the ends. Folding
// what is folded changes nothing. Bytes that are no UTF-8 become U+FFFD. Any thread.
[[nodiscard]] std::string foldForSearch(std::string_view text);

// Han, kana, Hangul and Bopomofo: written without spaces, so each character is a word to search.
[[nodiscard]] bool isCjk(char32_t codePoint);

// A letter or digit, as FTS5's unicode61 tokenizer sees it; what is none separates words.
[[nodiscard]] bool isWordCharacter(char32_t codePoint);

// The folded text with every CJK character standing alone, to be stored in an FTS5 table with the
// unicode61 tokenizer: any part of a Chinese name is then a phrase.
[[nodiscard]] std::string spacedForIndex(std::string_view text);

// The FTS5 MATCH expression for what a person typed: every word must occur, a run of CJK
// characters as a phrase, the last word also as the beginning of one. Whatever was typed is taken
// as words, never as FTS5 syntax. Empty when nothing in it can be searched for; do not match then.
// Bounded: what follows the first 256 bytes, cut at a character, is not searched for.
[[nodiscard]] std::string phraseFor(std::string_view typed);

} // namespace fieldbook
