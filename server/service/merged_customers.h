#pragma once

#include "server/service/change_group.h"

#include <optional>

// What was recorded of a customer that has gone into another meanwhile goes on with that one.
namespace fieldbook::server {

// The new record hung on the survivor; nothing if it hangs on nothing that was merged.
[[nodiscard]] std::optional<sync::CreateBody> hungOnSurvivor(const sync::CreateBody& body,
                                                             const rules::World& world);
// The edit as one of `standing`, hanging it on survivors.
[[nodiscard]] sync::EditBody
editOn(const Record& standing, const sync::EditBody& asked, const rules::World& world);

// Whether the fields of the survivor may be edited by who may edit what went into it. Codes:
// `record.merged` for taking the merged customer out of the bin or putting it there again, and
// those of mayEditFields() and checkEditable().
[[nodiscard]] Result<void> checkEditMerged(const Author& author,
                                           const sync::EditBody& body,
                                           const Record& survivor,
                                           const rules::World& world);

// The record as it hung on the customer that has gone into the one it hangs on now: whoever had
// that may go on about it too. Nothing if it has not come by a merge.
[[nodiscard]] std::optional<Record>
asBeforeMerge(const Record& record, StoreView& view, const rules::World& world);

struct Hung {
    const sync::CreateBody& asked; // As its author hung it.
    const sync::CreateBody& hung;
};
// prepareCreate() for who had what was merged when it was recorded.
[[nodiscard]] Result<rules::RecordWrite> preparedByLoser(Commit& commit,
                                                         const Author& author,
                                                         const Hung& body,
                                                         const rules::World& world,
                                                         HybridTime at);

} // namespace fieldbook::server
