#include "server/store/sqlite/sqlite_view.h"

#include "server/store/sqlite/page_reader.h"
#include "shared/base/assert.h"
#include "shared/db/record_table.h"
#include "shared/record/value.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace fieldbook::server {
namespace {

// A stored document that cannot be read means that the store is damaged.
Record readStored(std::string_view document)
{
    auto record = Record::parse(document);
    if (!record) {
        throw std::runtime_error("a stored document cannot be read: " + record.error().code);
    }
    return std::move(*record);
}

std::string sqlName(std::string_view name) { return '"' + std::string{name} + '"'; }

const ColumnSpec& columnNamed(const TypeSpec& type, std::string_view name)
{
    const auto& columns = columnsOf(type);
    const auto found = std::ranges::find(columns, name, &ColumnSpec::name);
    FIELDBOOK_ASSERT(found != columns.end());
    return *found;
}

// From a row of (record, type, field, value, version, author, replaced_by).
PastValue pastFrom(const db::Statement& row, const TypeCodes& types)
{
    PastValue past;
    past.record = row.uuid(0);
    past.type = &types.type(row.int64(1));
    const auto field = past.type->indexOf(row.text(2));
    const auto version = Version::parse(row.text(4));
    const auto replacedBy = Version::parse(row.text(6));
    if (!field || !version || !replacedBy) {
        throw std::runtime_error("a stored past value cannot be read");
    }
    past.field = *field;
    past.version = *version;
    past.replacedBy = *replacedBy;
    auto value = parseValue(past.type->fields[*field], nlohmann::json::parse(row.text(3)));
    past.value = value ? std::move(*value) : Value{};
    past.author = row.isNull(5) ? Uuid{} : row.uuid(5);
    return past;
}

Cell cellFrom(const db::Statement& row, int index, const ColumnSpec& column)
{
    if (row.isNull(index)) {
        return {};
    }
    if (column.sqlType == "INTEGER") {
        return row.int64(index);
    }
    if (column.sqlType == "REAL") {
        return row.real(index);
    }
    if (column.sqlType == "BLOB") {
        return row.uuid(index);
    }
    return row.text(index);
}

} // namespace

Sequence SqliteView::head()
{
    auto select = database_.prepare("SELECT seq FROM head");
    const bool found = select.step();
    FIELDBOOK_ASSERT(found);
    return select.int64(0);
}

std::int64_t SqliteView::epoch()
{
    auto select = database_.prepare("SELECT id FROM epoch ORDER BY number DESC LIMIT 1");
    return select.step() ? select.int64(0) : 0;
}

std::optional<Sequence> SqliteView::reachedIn(std::int64_t epoch)
{
    std::int64_t number = 0;
    if (epoch != 0) {
        auto known = database_.prepare("SELECT number FROM epoch WHERE id = :id");
        known.bind(":id", epoch);
        if (!known.step()) {
            return std::nullopt;
        }
        number = known.int64(0);
    }
    auto next =
        database_.prepare("SELECT since FROM epoch WHERE number > :number ORDER BY number LIMIT 1");
    next.bind(":number", number);
    return next.step() ? next.int64(0) : head();
}

Placement SqliteView::placementFrom(const db::Statement& row)
{
    return {.type = &types_.type(row.int64(1)),
            .id = row.uuid(0),
            .sequence = row.int64(2),
            .parent = row.isNull(3) ? Uuid{} : row.uuid(3),
            .feeds = feeds_.set(row.int64(4)).names};
}

std::optional<Placement> SqliteView::findPlacement(const Uuid& id)
{
    auto select =
        database_.prepare("SELECT id, type, seq, parent, feeds FROM record_index WHERE id = ?1");
    select.bindView(1, id);
    return select.step() ? std::optional{placementFrom(select)} : std::nullopt;
}

std::optional<StoredRecord> SqliteView::find(const Uuid& id)
{
    auto placement = findPlacement(id);
    if (!placement) {
        return std::nullopt;
    }
    auto document = db::RecordTable::of(*placement->type).findDocument(database_, id);
    if (!document) {
        throw std::runtime_error("a record of the index has no document");
    }
    return StoredRecord{std::move(*placement), std::move(*document)};
}

std::vector<Record> SqliteView::recordsOf(db::Statement& documents)
{
    std::vector<Record> records;
    while (documents.step()) {
        records.push_back(readStored(documents.text(0)));
    }
    return records;
}

std::vector<Record>
SqliteView::referring(const TypeSpec& type, std::string_view field, const Uuid& id)
{
    return db::RecordTable::of(type).referring(database_, field, id);
}

std::vector<Record> SqliteView::referringIn(const TypeSpec& type,
                                            std::string_view field,
                                            const Uuid& id,
                                            std::string_view state,
                                            std::span<const std::string_view> codes)
{
    std::string places;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        places += (i == 0 ? "?" : ", ?") + std::to_string(i + 2);
    }
    auto select = database_.prepare(
        "SELECT doc FROM " + db::RecordTable::of(type).name() + " WHERE " +
        sqlName(columnNamed(type, field).name) + " = ?1 AND deleted_at IS NULL AND " +
        sqlName(columnNamed(type, state).name) + " IN (" + places + ") ORDER BY id");
    select.bindView(1, id);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        select.bindView(static_cast<int>(i) + 2, codes[i]);
    }
    return recordsOf(select);
}

std::vector<Uuid> SqliteView::due(const TypeSpec& type,
                                  std::string_view state,
                                  std::string_view code,
                                  std::string_view time,
                                  Timestamp now)
{
    auto select = database_.prepare("SELECT id FROM " + db::RecordTable::of(type).name() +
                                    " WHERE " + sqlName(columnNamed(type, state).name) +
                                    " = ?1 AND " + sqlName(columnNamed(type, time).name) +
                                    " <= ?2 AND deleted_at IS NULL ORDER BY id");
    select.bindView(1, code).bind(2, toMillis(now));
    std::vector<Uuid> ids;
    while (select.step()) {
        ids.push_back(select.uuid(0));
    }
    return ids;
}

std::vector<Placement> SqliteView::hangingOn(const Uuid& id)
{
    auto select = database_.prepare(
        "SELECT id, type, seq, parent, feeds FROM record_index WHERE parent = ?1 ORDER BY id");
    select.bindView(1, id);
    std::vector<Placement> placements;
    while (select.step()) {
        placements.push_back(placementFrom(select));
    }
    return placements;
}

std::vector<Placement> SqliteView::ownedBy(const Uuid& user)
{
    std::vector<Placement> placements;
    for (const TypeSpec* type : allTypes()) {
        if (type->ownerField.empty()) {
            continue;
        }
        auto select = database_.prepare("SELECT i.id, i.type, i.seq, i.parent, i.feeds FROM " +
                                        db::RecordTable::of(*type).name() +
                                        " r JOIN record_index i ON i.id = r.id WHERE r." +
                                        sqlName(type->ownerField) + " = ?1 ORDER BY i.id");
        select.bindView(1, user);
        while (select.step()) {
            placements.push_back(placementFrom(select));
        }
    }
    return placements;
}

std::vector<PastValue> SqliteView::pastValues(const Uuid& record, std::string_view field)
{
    auto select = database_.prepare(
        "SELECT record, type, field, value, version, author, replaced_by FROM history "
        "WHERE record = ?1 AND field = ?2 ORDER BY id");
    select.bindView(1, record).bindView(2, field);
    std::vector<PastValue> values;
    while (select.step()) {
        values.push_back(pastFrom(select, types_));
    }
    return values;
}

std::vector<PastValue> SqliteView::history(const Uuid& record)
{
    auto select = database_.prepare(
        "SELECT record, type, field, value, version, author, replaced_by FROM history "
        "WHERE record = ?1 ORDER BY id");
    select.bindView(1, record);
    std::vector<PastValue> values;
    while (select.step()) {
        values.push_back(pastFrom(select, types_));
    }
    return values;
}

PageRows SqliteView::changesSince(const PageRequest& request, const DocumentSink& add)
{
    return PageReader{database_, feeds_, types_}.read(request, head(), add);
}

void SqliteView::forEachDocument(const TypeSpec& type, const DocumentSink& visit)
{
    auto select =
        database_.prepare("SELECT doc FROM " + db::RecordTable::of(type).name() + " ORDER BY id");
    while (select.step()) {
        visit(select.text(0));
    }
}

std::vector<bool> SqliteView::setsWith(std::span<const FeedName> names)
{
    std::vector<std::int64_t> wanted;
    for (const auto& name : names) {
        if (const auto feed = feeds_.findFeed(name)) {
            wanted.push_back(*feed);
        }
    }
    std::ranges::sort(wanted);
    std::vector<bool> sets;
    auto select = database_.prepare("SELECT id FROM feed_set ORDER BY id");
    while (select.step()) {
        const auto id = static_cast<std::size_t>(select.int64(0));
        sets.resize(id + 1);
        sets[id] = std::ranges::any_of(feeds_.set(select.int64(0)).feeds, [&](std::int64_t feed) {
            return std::ranges::binary_search(wanted, feed);
        });
    }
    return sets;
}

std::vector<std::string> SqliteView::list(const TypeSpec& type,
                                          std::span<const FeedName> visibleTo,
                                          const Uuid& after,
                                          std::size_t limit)
{
    const auto visible = setsWith(visibleTo);
    auto select =
        database_.prepare("SELECT r.doc, i.feeds FROM " + db::RecordTable::of(type).name() +
                          " r JOIN record_index i ON i.id = r.id WHERE r.id > ?1 "
                          "ORDER BY r.id");
    select.bindView(1, after);
    std::vector<std::string> documents;
    while (documents.size() < limit && select.step()) {
        if (visible[static_cast<std::size_t>(select.int64(1))]) {
            documents.emplace_back(select.text(0));
        }
    }
    return documents;
}

void SqliteView::forEachRow(const TypeSpec& type,
                            std::span<const std::string_view> columns,
                            const std::optional<std::vector<FeedName>>& visibleTo,
                            const RowVisitor& visit)
{
    std::string names;
    std::vector<const ColumnSpec*> specs;
    for (const auto name : columns) {
        specs.push_back(&columnNamed(type, name));
        names += ", r." + sqlName(name);
    }
    const auto visible = visibleTo ? setsWith(*visibleTo) : std::vector<bool>{};
    auto select = database_.prepare("SELECT r.id, i.feeds" + names + " FROM " +
                                    db::RecordTable::of(type).name() +
                                    " r JOIN record_index i ON i.id = r.id "
                                    "WHERE r.deleted_at IS NULL ORDER BY r.id");
    std::vector<Cell> cells(columns.size());
    while (select.step()) {
        if (visibleTo && !visible[static_cast<std::size_t>(select.int64(1))]) {
            continue;
        }
        for (std::size_t i = 0; i < specs.size(); ++i) {
            cells[i] = cellFrom(select, static_cast<int>(i) + 2, *specs[i]);
        }
        visit(select.uuid(0), cells);
    }
}

void SqliteView::forEachDeleted(const TypeSpec& type, const DeletedVisitor& visit)
{
    auto select =
        database_.prepare("SELECT id, deleted_at FROM " + db::RecordTable::of(type).name() +
                          " WHERE deleted_at IS NOT NULL ORDER BY deleted_at, id");
    while (select.step()) {
        visit(select.uuid(0), fromMillis(select.int64(1)));
    }
}

std::vector<StoredRecord>
SqliteView::withText(const TypeSpec& type, std::string_view column, std::string_view value)
{
    auto select = database_.prepare(
        "SELECT i.id, i.type, i.seq, i.parent, i.feeds, r.doc FROM " +
        db::RecordTable::of(type).name() + " r JOIN record_index i ON i.id = r.id WHERE r." +
        sqlName(columnNamed(type, column).name) + " = ?1 ORDER BY i.id");
    select.bindView(1, value);
    std::vector<StoredRecord> records;
    while (select.step()) {
        records.push_back({placementFrom(select), std::string{select.text(5)}});
    }
    return records;
}

} // namespace fieldbook::server
