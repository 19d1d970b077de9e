#include "shared/base/utf8.h"

#include "shared/base/assert.h"

#include <cstring>

namespace fieldbook {
namespace {

constexpr bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// The six payload bits of the continuation byte at `at`, or above 63 where there is none.
char32_t payload(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(at < text.size() ? text[at] : '\0');
    return continues(byte) ? byte & 0x3FU : 0x100U;
}

CodePoint twoBytes(std::string_view text, std::size_t at, unsigned char lead)
{
    const char32_t second = payload(text, at + 1);
    if (lead < 0xC2 || second > 63) {
        return {};
    }
    return {((lead & 0x1FU) << 6) | second, 2};
}

CodePoint threeBytes(std::string_view text, std::size_t at, unsigned char lead)
{
    const char32_t second = payload(text, at + 1);
    const char32_t third = payload(text, at + 2);
    const char32_t value = ((lead & 0x0FU) << 12) | (second << 6) | third;
    if (second > 63 || third > 63 || value < 0x800 || (value >= 0xD800 && value <= 0xDFFF)) {
        return {};
    }
    return {value, 3};
}

CodePoint fourBytes(std::string_view text, std::size_t at, unsigned char lead)
{
    const char32_t second = payload(text, at + 1);
    const char32_t third = payload(text, at + 2);
    const char32_t fourth = payload(text, at + 3);
    const char32_t value = ((lead & 0x07U) << 18) | (second << 12) | (third << 6) | fourth;
    if (second > 63 || third > 63 || fourth > 63 || value < 0x10000 || value > 0x10FFFF) {
        return {};
    }
    return {value, 4};
}

} // namespace

CodePoint codePointAt(std::string_view text, std::size_t at)
{
    FIELDBOOK_ASSERT(at < text.size());
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
        return {lead, 1};
    }
    if (lead < 0xE0) {
        return twoBytes(text, at, lead);
    }
    if (lead < 0xF0) {
        return threeBytes(text, at, lead);
    }
    return lead < 0xF5 ? fourBytes(text, at, lead) : CodePoint{};
}

void appendUtf8(std::string& text, char32_t codePoint)
{
    const auto append = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (codePoint < 0x80) {
        append(codePoint);
        return;
    }
    if (codePoint < 0x800) {
        append(0xC0 | (codePoint >> 6));
    } else {
        if (codePoint < 0x10000) {
            append(0xE0 | (codePoint >> 12));
        } else {
            append(0xF0 | (codePoint >> 18));
            append(0x80 | ((codePoint >> 12) & 0x3F));
        }
        append(0x80 | ((codePoint >> 6) & 0x3F));
    }
    append(0x80 | (codePoint & 0x3F));
}

std::size_t findInvalidUtf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        // Most of what passes here is ASCII, which goes by eight bytes at a time.
        std::uint64_t eight = 0;
        if (at + sizeof eight <= text.size()) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080U) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const auto length = codePointAt(text, at).length;
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::string_view::npos;
}

std::string_view utf8Prefix(std::string_view text, std::size_t bytesMax)
{
    if (text.size() <= bytesMax) {
        return text;
    }
    auto end = bytesMax;
    while (end > 0 && continues(static_cast<unsigned char>(text[end]))) {
        --end;
    }
    return text.substr(0, end);
}

} // namespace fieldbook
