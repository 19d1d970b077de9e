#pragma once

#include "shared/base/clock.h"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fieldbook {

// A 128-bit identifier (RFC 9562). Ordered as its bytes, so version 7 ids sort by time of making.
class Uuid {
public:
    constexpr Uuid() = default;
    explicit constexpr Uuid(const std::array<std::uint8_t, 16>& bytes) : bytes_{bytes} {}

    // The canonical 36-character form, either case; nothing for anything else.
    [[nodiscard]] static std::optional<Uuid> parse(std::string_view text);
    // Exactly 16 bytes; nothing for any other length.
    [[nodiscard]] static std::optional<Uuid> fromBytes(std::span<const std::uint8_t> bytes);

    [[nodiscard]] std::string text() const;
    [[nodiscard]] constexpr const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }
    [[nodiscard]] constexpr bool isNil() const { return *this == Uuid{}; }

    friend constexpr bool operator==(const Uuid&, const Uuid&) = default;
    friend constexpr auto operator<=>(const Uuid&, const Uuid&) = default;

private:
    std::array<std::uint8_t, 16> bytes_{};
};

// Where randomness comes from; a seeded one makes a run repeatable.
class Entropy {
public:
    virtual ~Entropy() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

// The operating system's generator, through libsodium. Any thread.
class SystemEntropy final : public Entropy {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

// Mints version 7 ids, strictly increasing for one source even when the clock stands still or steps
// back (RFC 9562, section 6.2, method 3). One thread.
class UuidSource {
public:
    UuidSource(const Clock& clock, Entropy& entropy) : clock_{clock}, entropy_{entropy} {}

    [[nodiscard]] Uuid next();

private:
    const Clock& clock_;
    Entropy& entropy_;
    std::uint64_t lastTicks_ = 0;
};

} // namespace fieldbook

template <>
struct std::hash<fieldbook::Uuid> {
    std::size_t operator()(const fieldbook::Uuid& id) const noexcept;
};
