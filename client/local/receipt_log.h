#pragma once

#include "client/local/rows.h"
#include "shared/base/clock.h"
#include "shared/db/transaction.h"
#include "shared/sync/receipt.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

// What became of every change, with its whole content: what was lost in a merge or refused is
// found here for good.
namespace fieldbook::client {

// First and last number of a change's group; twice its own if it stood alone.
using GroupRange = std::pair<std::int64_t, std::int64_t>;

// Copies the change from the outbox to the log, with its receipt. Nothing if it is there already.
[[nodiscard]] std::optional<GroupRange> logReceipt(db::Transaction& transaction,
                                                   std::int64_t device,
                                                   const sync::Receipt& receipt,
                                                   Timestamp receivedAt);
// The change stays in the outbox until its effects have been pulled.
void markAnswered(db::Transaction& transaction, std::int64_t number, std::int64_t sequence);
// Puts changes from this number on back into the outbox, to wait. Their items of attention go.
// Returns what was put back: number and record.
struct Revived {
    std::int64_t number = 0;
    Uuid record;
    std::string type;
};
[[nodiscard]] std::vector<Revived>
reviveFromLog(db::Transaction& transaction, std::int64_t device, std::int64_t from);
// Forgets the oldest of the many that were simply applied.
void pruneLog(db::Transaction& transaction);

[[nodiscard]] std::vector<ChangeRow> outboxRows(db::Database& database);
[[nodiscard]] std::vector<ReceiptRow> receiptRows(db::Database& database, std::size_t limit);

} // namespace fieldbook::client
