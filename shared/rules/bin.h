#pragma once

#include "shared/base/result.h"
#include "shared/rules/world.h"

#include <chrono>
#include <vector>

// The recycle bin. A record lies in it while it has `deleted_at`; what hangs on it goes with it and
// comes back with it.
namespace fieldbook::rules {

// How long it lies there before the server takes it away for good.
inline constexpr std::chrono::days binKept{30};

// Whether it is for people to take out of the bin again. Users, teams and prices are the company's:
// what was deleted of them stays to be referred to. So does a customer that has gone into another.
[[nodiscard]] bool isInBin(const Record& record);
// Whether it was deleted itself, and not along with what it hangs on.
[[nodiscard]] bool wasDeletedItself(const Record& record, const World& world);

// Whether an edit may take the record into the bin, or out of it. Codes: `bin.orders`, a customer
// that has ordered stays for the books; `bin.parent`, what it hangs on lies in the bin itself.
[[nodiscard]] Result<void> mayBin(const Record& standing, const Record& edited, const World& world);

// What follows from such an edit: who deleted it, and the same for all that hangs on it. What hangs
// on it and was deleted on its own account stays deleted: it bears another time. Nothing follows
// from other edits.
[[nodiscard]] std::vector<RecordWrite>
withBinned(const Record& standing, const Record& edited, const Uuid& by, const World& world);

} // namespace fieldbook::rules
