#pragma once

#include "shared/record/field.h"

#include <span>
#include <string_view>

namespace fieldbook::rules {

struct ErrorText {
    std::string_view code;
    Label text; // What happened and what to do, without a full stop.
};

// A sentence for every code that a receipt can carry, in order of code.
[[nodiscard]] std::span<const ErrorText> errorTexts();
// The sentence for a code. One that is not known here (a newer server's) is said to be so; show the
// code beside it.
[[nodiscard]] Label textFor(std::string_view code);

} // namespace fieldbook::rules
