#pragma once

#include "shared/record/type.h"
#include "shared/rules/roles.h"

#include <chrono>

namespace fieldbook::rules {

// How long an export that was approved waits to be taken, and how long it may be taken again, for a
// download that broke off.
inline constexpr std::chrono::days exportOpen{7};
inline constexpr std::chrono::hours exportTakenAgain{1};

// Never, Asks or May. Only records of the business are ever taken out: neither people and their
// rights, nor what Fieldbook keeps for itself.
[[nodiscard]] Exporting exportingOf(Role role, const TypeSpec& type);
// Whether the field may stand in a file: one that the role sees, and that is not sensitive.
[[nodiscard]] bool mayExport(Role role, const FieldSpec& field);

} // namespace fieldbook::rules
