#pragma once

#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace fieldbook {

// ICU fails here only when its data is missing or memory is gone: the world broke.
inline void requireIcu(UErrorCode status, const char* what)
{
    if (U_FAILURE(status)) {
        throw std::runtime_error{std::string{"ICU: "} + what + ": " + u_errorName(status)};
    }
}

// Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] inline icu::UnicodeString fromUtf8(std::string_view text)
{
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece{text.data(), static_cast<int32_t>(text.size())});
}

[[nodiscard]] inline std::string toUtf8(const icu::UnicodeString& text)
{
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

} // namespace fieldbook
