#include "shared/base/encoding.h"

#include <sodium.h>

namespace fieldbook {
namespace {

std::string encoded(std::span<const std::uint8_t> bytes, int variant)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back(); // The terminating zero that libsodium counts and writes.
    return text;
}

std::optional<Bytes> decoded(std::string_view text, int variant)
{
    Bytes bytes(text.size() / 4 * 3 + 3);
    std::size_t length = 0;
    const char* end = nullptr;
    const int refused = sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(),
                                          nullptr, &length, &end, variant);
    if (refused != 0 || end != text.data() + text.size()) {
        return std::nullopt;
    }
    bytes.resize(length);
    return bytes;
}

} // namespace

std::string toHex(std::span<const std::uint8_t> bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

std::optional<Bytes> fromHex(std::string_view text)
{
    Bytes bytes(text.size() / 2 + 1); // libsodium takes no null pointer, not even for nothing.
    std::size_t length = 0;
    const char* end = nullptr;
    const int refused = sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(),
                                       nullptr, &length, &end);
    if (refused != 0 || end != text.data() + text.size() || text.size() % 2 != 0) {
        return std::nullopt;
    }
    bytes.resize(length);
    return bytes;
}

std::string toBase64Url(std::span<const std::uint8_t> bytes)
{
    return encoded(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::optional<Bytes> fromBase64Url(std::string_view text)
{
    return decoded(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::string toBase64(std::span<const std::uint8_t> bytes)
{
    return encoded(bytes, sodium_base64_VARIANT_ORIGINAL);
}

std::optional<Bytes> fromBase64(std::string_view text)
{
    return decoded(text, sodium_base64_VARIANT_ORIGINAL);
}

} // namespace fieldbook
