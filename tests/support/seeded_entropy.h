#pragma once

#include "shared/base/uuid.h"

#include <cstdint>
#include <span>

namespace fieldbook::testing {

// Bytes that follow from the seed alone, the same on every machine, so that a run can be repeated.
// Never for secrets. One thread.
class SeededEntropy final : public Entropy {
public:
    explicit SeededEntropy(std::uint64_t seed) : state_{seed} {}

    void fill(std::span<std::uint8_t> bytes) override;

    [[nodiscard]] std::uint64_t next();
    // Even over 0 to bound - 1; bound must not be 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
    // True in `percent` of 100 draws.
    [[nodiscard]] bool chance(unsigned percent) { return below(100) < percent; }

private:
    std::uint64_t state_;
};

} // namespace fieldbook::testing
