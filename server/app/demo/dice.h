#pragma once

#include "shared/base/uuid.h"

#include <cstdint>
#include <span>

namespace fieldbook::server::demo {

// Repeatable randomness (SplitMix64; Steele, Lea, Flood 2014).
class Dice final : public Entropy {
public:
    explicit Dice(std::uint64_t seed) : state_{seed} {}

    std::uint64_t next();
    // From least to most, both included.
    std::int64_t between(std::int64_t least, std::int64_t most);
    bool chance(int percent) { return between(1, 100) <= percent; }
    template <class T, std::size_t Extent>
    T& pick(std::span<T, Extent> from)
    {
        return from[static_cast<std::size_t>(
            between(0, static_cast<std::int64_t>(from.size()) - 1))];
    }
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t state_;
};

} // namespace fieldbook::server::demo
