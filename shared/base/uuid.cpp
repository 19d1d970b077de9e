#include "shared/base/uuid.h"

#include <algorithm>
#include <cstring>
#include <sodium.h>

namespace fieldbook {
namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

int hexValue(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

constexpr bool dashAt(std::size_t position)
{
    return position == 8 || position == 13 || position == 18 || position == 23;
}

} // namespace

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != 36) {
        return std::nullopt;
    }
    std::array<std::uint8_t, 16> bytes{};
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (dashAt(i)) {
            if (text[i] != '-') {
                return std::nullopt;
            }
            continue;
        }
        const int value = hexValue(text[i]);
        if (value < 0) {
            return std::nullopt;
        }
        auto& byte = bytes[nibble / 2];
        byte = static_cast<std::uint8_t>((byte << 4) | value);
        ++nibble;
    }
    return Uuid{bytes};
}

std::optional<Uuid> Uuid::fromBytes(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() != 16) {
        return std::nullopt;
    }
    std::array<std::uint8_t, 16> copy{};
    std::ranges::copy(bytes, copy.begin());
    return Uuid{copy};
}

std::string Uuid::text() const
{
    std::string result(36, '-');
    std::size_t at = 0;
    for (const auto byte : bytes_) {
        if (dashAt(at)) {
            ++at;
        }
        result[at++] = hexDigits[byte >> 4];
        result[at++] = hexDigits[byte & 15];
    }
    return result;
}

void SystemEntropy::fill(std::span<std::uint8_t> bytes)
{
    randombytes_buf(bytes.data(), bytes.size());
}

Uuid UuidSource::next()
{
    // 48 bits of milliseconds and 12 bits of sub-millisecond counter, kept strictly increasing.
    const auto millis = static_cast<std::uint64_t>(toMillis(clock_.now()));
    lastTicks_ = std::max(lastTicks_ + 1, millis << 12);

    std::array<std::uint8_t, 16> bytes{};
    entropy_.fill(std::span{bytes}.subspan(8));
    const std::uint64_t time = lastTicks_ >> 12;
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<std::uint8_t>(time >> (40 - 8 * i));
    }
    bytes[6] = static_cast<std::uint8_t>(0x70 | ((lastTicks_ >> 8) & 0x0f));
    bytes[7] = static_cast<std::uint8_t>(lastTicks_);
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
    return Uuid{bytes};
}

} // namespace fieldbook

std::size_t std::hash<fieldbook::Uuid>::operator()(const fieldbook::Uuid& id) const noexcept
{
    // The last eight bytes are random in every version that is minted here.
    std::size_t value = 0;
    std::memcpy(&value, id.bytes().data() + 8, sizeof value);
    return value;
}
