#pragma once

#include "client/local/rows.h"
#include "shared/db/transaction.h"
#include "shared/record/record.h"
#include "shared/rules/world.h"

#include <cstdint>

// Fields that stand between two values until a person picks: which of them wait for this user, as
// items of the attention inbox (one a record).
namespace fieldbook::client {

// Whether the user is to decide: the record is theirs, or one of the values is.
[[nodiscard]] bool concerns(const Record& record, const Uuid& user, std::int64_t device);

[[nodiscard]] bool hasConflictItems(db::Database& database);
void keepConflictItem(db::Transaction& transaction,
                      const Record& record,
                      const rules::World& world);
// False if there was none.
bool dropConflictItem(db::Transaction& transaction, const Uuid& record);

} // namespace fieldbook::client
