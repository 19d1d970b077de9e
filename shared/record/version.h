#pragma once

#include "shared/base/hybrid_time.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fieldbook {

// Which edit gave a field its value: the change's device and dense number identify it, its hybrid
// time orders it. Device 0 is the server itself. Wire form "<millis>.<counter>.<device>.<change>".
// Two versions are the same edit when device and change are the same; a clamped time does not make
// another.
struct Version {
    HybridTime at;
    std::int64_t device = 0;
    std::int64_t change = 0;

    [[nodiscard]] std::string text() const;
    [[nodiscard]] static std::optional<Version> parse(std::string_view text);

    [[nodiscard]] constexpr bool isNone() const { return device == 0 && change == 0; }
    [[nodiscard]] constexpr bool sameEdit(const Version& other) const
    {
        return device == other.device && change == other.change;
    }

    friend constexpr bool operator==(const Version&, const Version&) = default;
    // Later edit is greater; device and change only break ties.
    friend constexpr auto operator<=>(const Version&, const Version&) = default;
};

} // namespace fieldbook
