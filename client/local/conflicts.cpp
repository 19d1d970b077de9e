#include "client/local/conflicts.h"

#include "client/local/display.h"

#include <algorithm>

namespace fieldbook::client {

bool concerns(const Record& record, const Uuid& user, std::int64_t device)
{
    const TypeSpec& type = record.type();
    if (!type.ownerField.empty() && record.referenceOf(type.ownerField) == user) {
        return true;
    }
    return std::ranges::any_of(record.conflicts(), [&](const auto& conflict) {
        const auto& [field, alternatives] = conflict;
        return record.versionAt(field).device == device ||
               std::ranges::any_of(alternatives, [&](const Alternative& alternative) {
                   return alternative.author == user;
               });
    });
}

bool hasConflictItems(db::Database& database)
{
    return database.prepare("SELECT 1 FROM attention WHERE kind = 1 LIMIT 1").step();
}

void keepConflictItem(db::Transaction& transaction, const Record& record, const rules::World& world)
{
    Version latest;
    for (const auto& [field, alternatives] : record.conflicts()) {
        latest = std::max(latest, record.versionAt(field));
        for (const auto& alternative : alternatives) {
            latest = std::max(latest, alternative.version);
        }
    }
    transaction.database()
        .prepare("INSERT INTO attention (kind, at, type, record, title, code, reason_en, "
                 "reason_zh, fields, device, first, last) "
                 "VALUES (1, :at, :type, :record, :title, '', '', '', :fields, 0, 0, 0) "
                 "ON CONFLICT (record) WHERE kind = 1 DO UPDATE "
                 "SET at = excluded.at, title = excluded.title, fields = excluded.fields")
        .bind(":at", latest.at.millis)
        .bind(":type", record.type().name)
        .bind(":record", record.id())
        .bind(":title", titleOf(record, world))
        .bind(":fields", static_cast<std::int64_t>(record.conflicts().size()))
        .run();
}

bool dropConflictItem(db::Transaction& transaction, const Uuid& record)
{
    auto& database = transaction.database();
    database.prepare("DELETE FROM attention WHERE kind = 1 AND record = :record")
        .bind(":record", record)
        .run();
    return database.changes() > 0;
}

} // namespace fieldbook::client
