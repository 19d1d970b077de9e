#pragma once

#include "shared/base/uuid.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace fieldbook::client {

// What one commit of the tablet's store changed, so that pages refresh no more than they must. Sent
// after the commit, from the writer's thread.
struct StoreChange {
    // Record types of which something changed; the views are names of TypeSpecs.
    std::set<std::string_view> types;
    // The records, unless there were too many to name (`many`).
    std::set<Uuid> records;
    bool many = false;
    // Outbox, receipts, attention, session or other facts of StoreStatus changed.
    bool status = false;

    [[nodiscard]] bool touches(std::string_view type) const { return types.contains(type); }
    [[nodiscard]] bool touches(const Uuid& record) const
    {
        return many || records.contains(record);
    }
};

} // namespace fieldbook::client
