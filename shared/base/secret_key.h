#pragma once

#include "shared/base/uuid.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace fieldbook {

// 256 bits nobody may see: overwritten when it goes, never printed, compared in constant time.
class SecretKey {
public:
    static constexpr std::size_t size = 32;

    // Exactly 32 bytes; nothing for any other length.
    [[nodiscard]] static std::optional<SecretKey> fromBytes(std::span<const std::uint8_t> bytes);
    [[nodiscard]] static SecretKey random(Entropy& entropy);

    SecretKey(const SecretKey&) = default;
    SecretKey& operator=(const SecretKey&) = default;
    ~SecretKey();

    [[nodiscard]] std::span<const std::uint8_t, size> bytes() const { return bytes_; }

    friend bool operator==(const SecretKey& left, const SecretKey& right);

private:
    SecretKey() = default;

    std::array<std::uint8_t, size> bytes_{};
};

} // namespace fieldbook
