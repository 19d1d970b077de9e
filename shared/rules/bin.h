#pragma once

#include "shared/base/result.h"
#include "shared/rules/world.h"

#include <vector>

// The recycle bin. A record lies in it while it has `deleted_at`; what hangs on it goes with it and
// comes back with it. What a server does with what has lain there long enough is its own business.
namespace fieldbook::rules {

// Whether an edit may take the record into the bin, or out of it. Codes: `bin.orders`, a customer
// that has ordered stays for the books; `bin.parent`, what it hangs on lies in the bin itself.
[[nodiscard]] Result<void> mayBin(const Record& standing, const Record& edited, const World& world);

// What follows from such an edit: who deleted it, and the same for all that hangs on it. What hangs
// on it and was deleted on its own account stays deleted: it bears another time. Nothing follows
// from other edits.
[[nodiscard]] std::vector<RecordWrite>
withBinned(const Record& standing, const Record& edited, const Uuid& by, const World& world);

} // namespace fieldbook::rules
