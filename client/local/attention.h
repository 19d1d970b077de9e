#pragma once

#include "client/local/rows.h"
#include "shared/db/transaction.h"
#include "shared/record/record.h"
#include "shared/sync/change.h"
#include "shared/sync/receipt.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// What needs a person: refused changes with their whole content (a group is one item), and fields
// that two people changed. Reading works over any connection.
namespace fieldbook::client {

[[nodiscard]] std::vector<AttentionRow> attentionRows(db::Database& database);
[[nodiscard]] std::optional<AttentionDetail> attentionDetail(db::Database& database,
                                                             std::int64_t id);

// A field that waits for a decision, and how each answer is written down.
struct OpenConflict {
    std::size_t field = 0;
    AttentionField shown;
    Version standing;
    std::vector<Version> alternatives;
};
[[nodiscard]] std::vector<OpenConflict> openConflicts(db::Database& database, const Record& record);

// The changes of a refused item, as they were recorded; the numbers of those the program can no
// longer read are left out.
[[nodiscard]] std::vector<sync::Change> refusedChanges(db::Database& database, std::int64_t id);

// Files the refusal of changes first..last of a device (whose receipts are in the log) as one item.
void keepRefusal(db::Transaction& transaction,
                 std::int64_t device,
                 std::int64_t first,
                 std::int64_t last);
void dropItem(db::Transaction& transaction, std::int64_t id);

} // namespace fieldbook::client
