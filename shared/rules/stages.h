#pragma once

#include "shared/record/field.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace fieldbook::rules {

// A step of the sales pipeline.
struct Stage {
    enum class Kind : std::uint8_t { Open, Won, Lost };

    std::string_view code;
    Label label; // As opportunity.stage has it.
    Kind kind = Kind::Open;
    std::int64_t winRate = 0; // Basis points, given to the opportunity as it enters.
    // Fields of the opportunity without which it may not stand here.
    std::vector<std::string_view> required;
};

// The pipeline in its order: initial, needs, proposal, negotiation, verbal, won, lost.
[[nodiscard]] std::span<const Stage> pipeline();
// Null for a code that is none.
[[nodiscard]] const Stage* findStage(std::string_view code);

enum class StageMove : std::uint8_t {
    Stay,
    Forward, // Any number of steps on; to won or lost from any open stage.
    Back, // Needs a reason.
    Reopen, // Out of won or lost, also from one to the other: a manager's, and needs a reason.
};
[[nodiscard]] StageMove moveBetween(const Stage& from, const Stage& to);

} // namespace fieldbook::rules
