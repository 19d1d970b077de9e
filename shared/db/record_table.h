#pragma once

#include "shared/db/transaction.h"
#include "shared/record/columns.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::db {

// The table of one record type, made from its declaration: `id BLOB PRIMARY KEY, doc TEXT NOT
// NULL`, then columnsOf(type). The same on server and tablet. Stateless but for SQL text; the
// thread is the database's.
class RecordTable {
public:
    // The table of a type; made once for each.
    [[nodiscard]] static const RecordTable& of(const TypeSpec& type);

    // The table's name, quoted for SQL.
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const TypeSpec& type() const { return *type_; }

    // Inserts the record or replaces it.
    void put(Transaction& transaction, const Record& record) const;
    // The same from a document that was scanned instead of parsed; `cells` as columnsOf(type).
    void put(Transaction& transaction,
             const Uuid& id,
             std::string_view document,
             std::span<const Cell> cells) const;
    void erase(Transaction& transaction, const Uuid& id) const;

    [[nodiscard]] std::optional<Record> find(Database& database, const Uuid& id) const;
    [[nodiscard]] std::optional<std::string> findDocument(Database& database, const Uuid& id) const;
    // Records whose column `field` (a declared Reference column) is `id`, not deleted, in order of
    // id.
    [[nodiscard]] std::vector<Record>
    referring(Database& database, std::string_view field, const Uuid& id) const;
    void forEach(Database& database, const std::function<void(const Record&)>& visit) const;

private:
    explicit RecordTable(const TypeSpec& type);
    friend void ensureRecordTables(Transaction& transaction);
    void create(Transaction& transaction) const;
    void rebuild(Transaction& transaction) const;

    const TypeSpec* type_;
    std::string name_;
    std::string createSql_;
    std::vector<std::string> indexSql_;
    std::string putSql_;
    std::string eraseSql_;
    std::string findSql_;
};

// Brings the tables of all types to their declarations: creates what is missing and refills from
// the documents a table whose columns have changed since. Cheap when nothing has.
void ensureRecordTables(Transaction& transaction);

} // namespace fieldbook::db
