#pragma once

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fieldbook {

// Bytes whose order is that in which people look names up in a Chinese list: by pinyin, Latin
// after it, capitals and marks only where nothing else differs. For a BLOB column; keys of
// different ICU versions must not be mixed, so store collationVersion() beside them. Any thread.
[[nodiscard]] std::vector<std::uint8_t> collationKey(std::string_view text);

// The order of the keys, for two texts at hand.
[[nodiscard]] std::strong_ordering collate(std::string_view left, std::string_view right);

// Changes whenever stored keys must be made anew.
[[nodiscard]] std::uint32_t collationVersion();

} // namespace fieldbook
