#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace fieldbook {

// One reading without its tone. `typed` is how it is entered on a keyboard, where v stands for ü:
// 吕 is "lu" and typed "lv"; for nearly all others both are the same.
struct Syllable {
    std::string_view plain;
    std::string_view typed;
};

// A reading that depends on where the character stands: as the first of a run of Han, or before
// `next` (0 for any).
struct SpecialReading {
    char32_t character;
    char32_t next;
    bool onlyFirst;
    std::uint16_t syllable;
};

inline constexpr std::uint16_t hasSpecialReadings = 0x8000;

// The readings ICU gives to Han characters in names, written out while building (see
// generate_pinyin_table.cpp).
struct PinyinTable {
    // The first is empty: there is no reading.
    std::span<const Syllable> syllables;
    // By the code point's upper bits; a page holds for each of its 256 code points the syllable and
    // whether there are special readings besides.
    std::span<const std::uint16_t> pageOf;
    std::span<const std::array<std::uint16_t, 256>> pages;
    // Sorted by character; for one character those with a `next` come first.
    std::span<const SpecialReading> special;
};

[[nodiscard]] const PinyinTable& pinyinTable();

} // namespace fieldbook
