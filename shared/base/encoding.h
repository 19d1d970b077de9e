#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook {

using Bytes = std::vector<std::uint8_t>;

[[nodiscard]] inline std::span<const std::uint8_t> asBytes(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

[[nodiscard]] inline std::string_view asText(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Lower case, two digits a byte.
[[nodiscard]] std::string toHex(std::span<const std::uint8_t> bytes);
// Either case; nothing for an odd length or any other character.
[[nodiscard]] std::optional<Bytes> fromHex(std::string_view text);

// RFC 4648, section 5, without padding: safe in a URL, a header and a file name.
[[nodiscard]] std::string toBase64Url(std::span<const std::uint8_t> bytes);
[[nodiscard]] std::optional<Bytes> fromBase64Url(std::string_view text);

// RFC 4648, section 4, with padding: what tus and HTTP headers speak.
[[nodiscard]] std::string toBase64(std::span<const std::uint8_t> bytes);
// Refuses white space, missing padding and stray bits after the end.
[[nodiscard]] std::optional<Bytes> fromBase64(std::string_view text);

} // namespace fieldbook
