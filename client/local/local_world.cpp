#include "client/local/local_world.h"

#include "shared/base/assert.h"
#include "shared/db/record_table.h"
#include "shared/rules/directory.h"

#include <stdexcept>
#include <string>

namespace fieldbook::client {

std::optional<Record> LocalWorld::find(const Uuid& id) const
{
    for (const TypeSpec* type : allTypes()) {
        if (auto record = db::RecordTable::of(*type).find(database_, id)) {
            return record;
        }
    }
    return std::nullopt;
}

std::vector<Record>
LocalWorld::referring(const TypeSpec& type, std::string_view field, const Uuid& id) const
{
    return db::RecordTable::of(type).referring(database_, field, id);
}

std::vector<Record> LocalWorld::referringIn(const TypeSpec& type,
                                            std::string_view field,
                                            const Uuid& id,
                                            std::string_view state,
                                            std::span<const std::string_view> codes) const
{
    FIELDBOOK_ASSERT(type.field(field).isColumn && type.field(state).isColumn);
    // Names of declarations, never values, are put together here.
    std::string sql = "SELECT doc FROM " + db::RecordTable::of(type).name() + " WHERE \"" +
                      std::string{field} + "\" = ?1 AND deleted_at IS NULL AND \"" +
                      std::string{state} + "\" IN (";
    for (std::size_t i = 0; i < codes.size(); ++i) {
        sql += (i == 0 ? "?" : ", ?") + std::to_string(i + 2);
    }
    auto query = database_.prepare(sql + ") ORDER BY id");
    query.bind(1, id);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        query.bind(static_cast<int>(i + 2), codes[i]);
    }
    std::vector<Record> records;
    while (query.step()) {
        auto record = Record::parse(query.text(0));
        if (!record) {
            throw std::runtime_error("a stored document cannot be read: " + record.error().code);
        }
        records.push_back(std::move(*record));
    }
    return records;
}

const TypeSpec* findTypeOf(db::Database& database, const Uuid& id)
{
    for (const TypeSpec* type : allTypes()) {
        auto query = database.prepare("SELECT 1 FROM " + db::RecordTable::of(*type).name() +
                                      " WHERE id = :id");
        query.bind(":id", id);
        if (query.step()) {
            return type;
        }
    }
    return nullptr;
}

rules::Actor actorOf(db::Database& database, const Uuid& user)
{
    rules::Directory directory;
    for (const std::string_view type : {"team", "user", "substitution"}) {
        db::RecordTable::of(typeNamed(type)).forEach(database, [&](const Record& record) {
            directory.learn(record);
        });
    }
    rules::Actor newcomer;
    newcomer.user = user;
    return directory.actorFor(user).value_or(newcomer);
}

} // namespace fieldbook::client
