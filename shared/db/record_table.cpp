#include "shared/db/record_table.h"

#include "shared/base/assert.h"

#include <map>
#include <stdexcept>

namespace fieldbook::db {
namespace {

void bindCell(Statement& statement, int index, const Cell& cell)
{
    if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        statement.bind(index, *number);
    } else if (const auto* real = std::get_if<double>(&cell)) {
        statement.bind(index, *real);
    } else if (const auto* text = std::get_if<std::string_view>(&cell)) {
        statement.bindView(index, *text);
    } else if (const auto* id = std::get_if<Uuid>(&cell)) {
        statement.bindView(index, *id);
    } else {
        statement.bind(index, std::nullopt);
    }
}

// A stored document that cannot be read means that the database is damaged or was tampered with.
Record readStored(std::string_view document)
{
    auto record = Record::parse(document);
    if (!record) {
        throw std::runtime_error("a stored document cannot be read: " + record.error().code + " " +
                                 record.error().detail);
    }
    return std::move(*record);
}

} // namespace

const RecordTable& RecordTable::of(const TypeSpec& type)
{
    static const auto all = [] {
        std::map<std::string_view, RecordTable> tables;
        for (const TypeSpec* each : allTypes()) {
            tables.emplace(each->name, RecordTable{*each});
        }
        return tables;
    }();
    return all.at(type.name);
}

RecordTable::RecordTable(const TypeSpec& type)
    : type_{&type},
      name_{'"' + std::string{type.name} + '"'},
      createSql_{"CREATE TABLE " + name_ + " (id BLOB PRIMARY KEY NOT NULL, doc TEXT NOT NULL"},
      eraseSql_{"DELETE FROM " + name_ + " WHERE id = :id"},
      findSql_{"SELECT doc FROM " + name_ + " WHERE id = :id"}
{
    std::string names = "id, doc";
    std::string values = "?1, ?2";
    std::string updates = "doc = excluded.doc";
    int index = 2;
    for (const ColumnSpec& column : columnsOf(type)) {
        const std::string quoted = '"' + column.name + '"';
        createSql_ += ", " + quoted + " " + std::string{column.sqlType};
        names += ", " + quoted;
        values += ", ?" + std::to_string(++index);
        updates += ", " + quoted + " = excluded." + quoted;
        if (column.indexed) {
            indexSql_.push_back("CREATE INDEX \"" + std::string{type.name} + "_by_" + column.name +
                                "\" ON " + name_ + " (" + quoted + ")");
        }
    }
    createSql_ += ") STRICT";
    putSql_ = "INSERT INTO " + name_ + " (" + names + ") VALUES (" + values +
              ") ON CONFLICT (id) DO UPDATE SET " + updates;
}

void RecordTable::put(Transaction& transaction, const Record& record) const
{
    thread_local std::vector<Cell> cells;
    thread_local std::vector<std::string> scratch;
    cellsOf(record, cells, scratch);
    put(transaction, record.id(), record.document(), cells);
}

void RecordTable::put(Transaction& transaction,
                      const Uuid& id,
                      std::string_view document,
                      std::span<const Cell> cells) const
{
    FIELDBOOK_ASSERT(cells.size() == columnsOf(*type_).size());
    Statement statement = transaction.database().prepare(putSql_);
    statement.bindView(1, id).bindView(2, document);
    int index = 2;
    for (const Cell& cell : cells) {
        bindCell(statement, ++index, cell);
    }
    statement.run();
}

void RecordTable::erase(Transaction& transaction, const Uuid& id) const
{
    transaction.database().prepare(eraseSql_).bind(":id", id).run();
}

std::optional<std::string> RecordTable::findDocument(Database& database, const Uuid& id) const
{
    Statement statement = database.prepare(findSql_);
    statement.bind(":id", id);
    return statement.step() ? std::optional{std::string{statement.text(0)}} : std::nullopt;
}

std::optional<Record> RecordTable::find(Database& database, const Uuid& id) const
{
    Statement statement = database.prepare(findSql_);
    statement.bind(":id", id);
    return statement.step() ? std::optional{readStored(statement.text(0))} : std::nullopt;
}

std::vector<Record>
RecordTable::referring(Database& database, std::string_view field, const Uuid& id) const
{
    const FieldSpec& spec = type_->field(field);
    FIELDBOOK_ASSERT(spec.isColumn && spec.kind == FieldKind::Reference);
    Statement statement =
        database.prepare("SELECT doc FROM " + name_ + " WHERE \"" + std::string{field} +
                         "\" = :id AND deleted_at IS NULL ORDER BY id");
    statement.bind(":id", id);
    std::vector<Record> records;
    while (statement.step()) {
        records.push_back(readStored(statement.text(0)));
    }
    return records;
}

void RecordTable::forEach(Database& database, const std::function<void(const Record&)>& visit) const
{
    Statement statement = database.prepare("SELECT doc FROM " + name_ + " ORDER BY id");
    while (statement.step()) {
        visit(readStored(statement.text(0)));
    }
}

void RecordTable::create(Transaction& transaction) const
{
    transaction.database().execute(createSql_);
    for (const std::string& sql : indexSql_) {
        transaction.database().execute(sql);
    }
}

void RecordTable::rebuild(Transaction& transaction) const
{
    Database& database = transaction.database();
    const std::string former = "\"" + std::string{type_->name} + "_former\"";
    database.execute("ALTER TABLE " + name_ + " RENAME TO " + former);
    Statement indexes = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND "
                                         "tbl_name = :table AND sql IS NOT NULL");
    indexes.bind(":table", std::string{type_->name} + "_former");
    std::vector<std::string> names;
    while (indexes.step()) {
        names.emplace_back(indexes.text(0));
    }
    indexes.reset();
    for (const std::string& name : names) {
        database.execute("DROP INDEX \"" + name + '"');
    }
    create(transaction);
    {
        Statement rows = database.prepare("SELECT doc FROM " + former);
        while (rows.step()) {
            put(transaction, readStored(rows.text(0)));
        }
    }
    database.execute("DROP TABLE " + former);
}

void ensureRecordTables(Transaction& transaction)
{
    Database& database = transaction.database();
    database.execute("CREATE TABLE IF NOT EXISTS record_schema "
                     "(type TEXT PRIMARY KEY NOT NULL, created_by TEXT NOT NULL) STRICT");
    for (const TypeSpec* type : allTypes()) {
        const RecordTable& table = RecordTable::of(*type);
        std::string wanted = table.createSql_;
        for (const std::string& sql : table.indexSql_) {
            wanted += ";" + sql;
        }
        std::optional<std::string> present;
        {
            Statement statement =
                database.prepare("SELECT created_by FROM record_schema WHERE type = :type");
            statement.bind(":type", type->name);
            if (statement.step()) {
                present = statement.text(0);
            }
        }
        if (present == wanted) {
            continue;
        }
        present ? table.rebuild(transaction) : table.create(transaction);
        database
            .prepare("INSERT INTO record_schema (type, created_by) VALUES (:type, :sql) "
                     "ON CONFLICT (type) DO UPDATE SET created_by = excluded.created_by")
            .bind(":type", type->name)
            .bind(":sql", wanted)
            .run();
    }
    // What lies in the recycle bin is little; so is this.
    for (const TypeSpec* type : allTypes()) {
        database.execute("CREATE INDEX IF NOT EXISTS \"" + std::string{type->name} +
                         "_binned\" ON " + RecordTable::of(*type).name() +
                         " (deleted_at) WHERE deleted_at IS NOT NULL");
    }
}

} // namespace fieldbook::db
