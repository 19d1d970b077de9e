#pragma once

#include "shared/base/clock.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fieldbook {

// A hybrid logical time: physical milliseconds with a counter that orders what happened within one
// (Kulkarni et al., "Logical Physical Clocks", 2014). Wire form "<millis>.<counter>".
struct HybridTime {
    std::int64_t millis = 0;
    std::uint32_t counter = 0;

    [[nodiscard]] std::string text() const;
    [[nodiscard]] static std::optional<HybridTime> parse(std::string_view text);

    friend constexpr bool operator==(const HybridTime&, const HybridTime&) = default;
    friend constexpr auto operator<=>(const HybridTime&, const HybridTime&) = default;
};

// Issues hybrid times that never go back, whatever the system clock does. One thread.
class HybridClock {
public:
    explicit HybridClock(HybridTime last = {}) : last_{last} {}

    [[nodiscard]] HybridTime tick(Timestamp now);
    // Learns a time seen elsewhere, so that what is ticked next comes after it.
    void observe(HybridTime seen);
    [[nodiscard]] HybridTime last() const { return last_; }

private:
    HybridTime last_;
};

} // namespace fieldbook
