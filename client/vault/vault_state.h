#pragma once

#include "client/vault/boot_clock.h"
#include "shared/base/clock.h"
#include "shared/base/encoding.h"

#include <cstdint>
#include <optional>
#include <string>

namespace fieldbook::client {

inline constexpr int triesMax = 10;

// What a vault remembers of tries and of time, sealed with the device's key.
struct VaultState {
    int failures = 0;
    Timestamp retryAt = {};
    // The latest time that was seen, and where the machine's own running time stood then.
    Timestamp mark = {};
    BootTime markedAt = {};
    std::int64_t unsent = -1; // -1: not known.

    // The time it is at least, whatever the clock says: time does not run backwards, and runs on
    // while the machine does.
    [[nodiscard]] Timestamp atLeast(const BootTime& boot) const;

    [[nodiscard]] Bytes toBytes() const;
    [[nodiscard]] static std::optional<VaultState> fromBytes(std::span<const std::uint8_t> bytes);
};

// How long no further try is taken after so many wrong ones.
[[nodiscard]] std::chrono::milliseconds delayAfter(int failures);

} // namespace fieldbook::client
