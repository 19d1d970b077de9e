#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace fieldbook {

// One Unicode scalar value and the bytes it took; length 0 where the bytes are no UTF-8.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;
};

// The code point that begins at `at`, which must lie inside the text.
[[nodiscard]] CodePoint codePointAt(std::string_view text, std::size_t at);

void appendUtf8(std::string& text, char32_t codePoint);

// The position of the first byte that belongs to no code point, or npos. Overlong forms,
// surrogates and values above U+10FFFF are none.
[[nodiscard]] std::size_t findInvalidUtf8(std::string_view text);
[[nodiscard]] inline bool isValidUtf8(std::string_view text)
{
    return findInvalidUtf8(text) == std::string_view::npos;
}

// The longest beginning of at most so many bytes that cuts no code point in two.
[[nodiscard]] std::string_view utf8Prefix(std::string_view text, std::size_t bytesMax);

} // namespace fieldbook
