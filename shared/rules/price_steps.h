#pragma once

#include "shared/base/money.h"

#include <cstdint>
#include <span>

namespace fieldbook::rules {

// A price that holds from a quantity on.
struct PriceStep {
    std::int64_t from = 0; // Thousandths.
    Money price;

    friend bool operator==(const PriceStep&, const PriceStep&) = default;
};

// The step whose price a quantity has: the highest one reached, or the lowest one where none is.
// Steps are in ascending order. Null where there are none.
[[nodiscard]] inline const PriceStep* stepFor(std::span<const PriceStep> steps,
                                              std::int64_t quantity)
{
    const PriceStep* found = steps.empty() ? nullptr : &steps.front();
    for (const PriceStep& step : steps) {
        if (step.from <= quantity) {
            found = &step;
        }
    }
    return found;
}

} // namespace fieldbook::rules
