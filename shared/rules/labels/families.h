#pragma once

#include "shared/rules/labels.h"

// The sentences by what they are about, each family in order of code.
namespace fieldbook::rules {

[[nodiscard]] std::span<const ErrorText> deedTexts();
[[nodiscard]] std::span<const ErrorText> tabletTexts();
[[nodiscard]] std::span<const ErrorText> valueTexts();

} // namespace fieldbook::rules
