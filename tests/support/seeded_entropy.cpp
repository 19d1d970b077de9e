#include "tests/support/seeded_entropy.h"

#include "shared/base/assert.h"

#include <limits>

namespace fieldbook::testing {

// SplitMix64: one addition and a mixing of the bits; passes the usual tests of randomness and any
// seed is a good seed.
std::uint64_t SeededEntropy::next()
{
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31);
}

std::uint64_t SeededEntropy::below(std::uint64_t bound)
{
    FIELDBOOK_ASSERT(bound != 0);
    // Draws above the last whole multiple would favour the small results.
    const std::uint64_t whole = std::numeric_limits<std::uint64_t>::max() -
                                std::numeric_limits<std::uint64_t>::max() % bound;
    std::uint64_t drawn = next();
    while (drawn >= whole) {
        drawn = next();
    }
    return drawn % bound;
}

void SeededEntropy::fill(std::span<std::uint8_t> bytes)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i % 8 == 0) {
            word = next();
        }
        bytes[i] = static_cast<std::uint8_t>(word >> (8 * (i % 8)));
    }
}

} // namespace fieldbook::testing
