#include "client/local/attention.h"

#include "client/local/display.h"
#include "client/local/local_world.h"

#include <algorithm>

namespace fieldbook::client {
namespace {

constexpr std::string_view rowColumns =
    "SELECT id, kind, at, type, record, title, code, reason_en, reason_zh, fields, device, first, "
    "last "
    "FROM attention";

std::string nameOf(const rules::World& world, const Uuid& user)
{
    const auto record = user.isNil() ? std::nullopt : world.find(user);
    return record ? ownTitleOf(*record) : std::string{};
}

AttentionRow rowFrom(db::Statement& query, const rules::World& world)
{
    AttentionRow row;
    row.id = query.int64(0);
    row.kind = query.int64(1) == 0 ? AttentionRow::Kind::Refused : AttentionRow::Kind::Conflict;
    row.at = fromMillis(query.int64(2));
    row.type = query.get<std::string>(3);
    row.record = query.uuid(4);
    row.title = query.get<std::string>(5);
    row.code = query.get<std::string>(6);
    row.reasonEn = query.get<std::string>(7);
    row.reasonZh = query.get<std::string>(8);
    row.fields = query.int64(9);
    if (const auto record = world.find(row.record)) {
        row.subtitle = subtitleOf(*record, world);
    }
    return row;
}

// What the field was when this tablet's user last changed it: the "before" of a conflict.
Value beforeOf(db::Database& database, const Record& record, std::string_view field)
{
    auto query = database.prepare(
        "SELECT fields FROM (SELECT 1 AS unsent, n, fields FROM outbox WHERE record = :id "
        "UNION ALL SELECT 0, id, fields FROM receipt_log WHERE record = :id) "
        "ORDER BY unsent DESC, n DESC LIMIT 50");
    query.bind(":id", record.id());
    while (query.step()) {
        for (auto& change : fieldsFromJson(record.type(), query.text(0))) {
            if (change.field == field) {
                return std::move(change.before);
            }
        }
    }
    return {};
}

struct Me {
    Uuid user;
    std::int64_t device = 0;
};

Me meIn(db::Database& database)
{
    const auto text = [&](std::string_view name) {
        auto query = database.prepare("SELECT value FROM meta WHERE name = :name");
        query.bind(":name", name);
        return query.step() ? query.get<std::string>(0) : std::string{};
    };
    const auto device = text("device");
    return {Uuid::parse(text("user")).value_or(Uuid{}), device.empty() ? 0 : std::stoll(device)};
}

OpenConflict conflictOf(db::Database& database,
                        const Record& record,
                        std::size_t field,
                        const std::vector<Alternative>& alternatives)
{
    const auto name = record.type().fields[field].fieldName;
    const LocalWorld world{database};
    OpenConflict conflict{field, {}, record.versionAt(field), {}};
    conflict.shown.field = std::string{name};
    const Me me = meIn(database);
    const auto mine = std::ranges::find(alternatives, me.user, &Alternative::author);
    for (const auto& alternative : alternatives) {
        conflict.alternatives.push_back(alternative.version);
    }
    if (mine != alternatives.end()) {
        conflict.shown.mine = mine->value;
        conflict.shown.mineAt = fromMillis(mine->version.at.millis);
        conflict.shown.theirs = record.at(field);
        conflict.shown.theirsAt = fromMillis(conflict.standing.at.millis);
        auto receipts = database.prepare("SELECT receipt FROM receipt_log "
                                         "WHERE device = :device AND n = :n");
        receipts.bind(":device", mine->version.device).bind(":n", mine->version.change);
        if (receipts.step()) {
            const auto receipt = sync::parseReceipt(receipts.text(0));
            for (const auto& each : receipt ? receipt->fields : std::vector<sync::FieldReceipt>{}) {
                if (each.field == name && each.theirVersion.sameEdit(conflict.standing)) {
                    conflict.shown.theirsBy = nameOf(world, each.theirAuthor);
                }
            }
        }
    } else {
        // The user's own value stands, or two others disagree about the user's record.
        const auto& other = alternatives.back();
        conflict.shown.mine = record.at(field);
        conflict.shown.mineAt = fromMillis(conflict.standing.at.millis);
        conflict.shown.theirs = other.value;
        conflict.shown.theirsAt = fromMillis(other.version.at.millis);
        conflict.shown.theirsBy = nameOf(world, other.author);
    }
    conflict.shown.before = beforeOf(database, record, name);
    return conflict;
}

// Fields of merged receipts that were settled without asking, newest first.
std::vector<AttentionField> settledFields(db::Database& database, const Record& record)
{
    std::vector<AttentionField> settled;
    const LocalWorld world{database};
    auto query = database.prepare("SELECT receipt, fields, at FROM receipt_log "
                                  "WHERE record = :id AND outcome = 'merged' "
                                  "ORDER BY id DESC LIMIT 20");
    query.bind(":id", record.id());
    while (query.step()) {
        const auto receipt = sync::parseReceipt(query.text(0));
        if (!receipt) {
            continue;
        }
        const auto changed = fieldsFromJson(record.type(), query.text(1));
        for (const auto& field : receipt->fields) {
            if (field.outcome == sync::FieldOutcome::Asked) {
                continue;
            }
            const auto was = std::ranges::find(changed, field.field, &ChangeRow::Field::field);
            settled.push_back({field.field, field.mine, fromMillis(query.int64(2)), field.theirs,
                               fromMillis(field.theirVersion.at.millis),
                               nameOf(world, field.theirAuthor),
                               was == changed.end() ? Value{} : was->before});
        }
    }
    return settled;
}

std::vector<AttentionField> refusedFields(db::Database& database, std::int64_t item)
{
    std::vector<AttentionField> fields;
    auto query = database.prepare(
        "SELECT r.type, r.fields, r.at FROM attention a JOIN receipt_log r "
        "ON r.device = a.device AND r.n BETWEEN a.first AND a.last WHERE a.id = :id ORDER BY r.n");
    query.bind(":id", item);
    while (query.step()) {
        const TypeSpec* type = findType(query.text(0));
        if (type == nullptr) {
            continue;
        }
        for (auto& field : fieldsFromJson(*type, query.text(1))) {
            AttentionField refused;
            refused.field = std::move(field.field);
            refused.mine = std::move(field.after);
            refused.mineAt = fromMillis(query.int64(2));
            refused.before = std::move(field.before);
            fields.push_back(std::move(refused));
        }
    }
    return fields;
}

} // namespace

std::vector<AttentionRow> attentionRows(db::Database& database)
{
    std::vector<AttentionRow> rows;
    const LocalWorld world{database};
    auto query = database.prepare(std::string{rowColumns} + " ORDER BY at DESC, id DESC");
    while (query.step()) {
        rows.push_back(rowFrom(query, world));
    }
    return rows;
}

std::optional<AttentionDetail> attentionDetail(db::Database& database, std::int64_t id)
{
    const LocalWorld world{database};
    AttentionDetail detail;
    {
        auto query = database.prepare(std::string{rowColumns} + " WHERE id = :id");
        query.bind(":id", id);
        if (!query.step()) {
            return std::nullopt;
        }
        detail.row = rowFrom(query, world);
    }
    if (detail.row.kind == AttentionRow::Kind::Refused) {
        detail.fields = refusedFields(database, id);
        return detail;
    }
    if (const auto record = world.find(detail.row.record)) {
        for (auto& conflict : openConflicts(database, *record)) {
            detail.fields.push_back(std::move(conflict.shown));
        }
        detail.merged = settledFields(database, *record);
    }
    return detail;
}

std::vector<OpenConflict> openConflicts(db::Database& database, const Record& record)
{
    std::vector<OpenConflict> open;
    for (const auto& [field, alternatives] : record.conflicts()) {
        if (!alternatives.empty()) {
            open.push_back(conflictOf(database, record, field, alternatives));
        }
    }
    return open;
}

std::vector<sync::Change> refusedChanges(db::Database& database, std::int64_t id)
{
    std::vector<sync::Change> changes;
    auto query = database.prepare("SELECT r.json FROM attention a JOIN receipt_log r "
                                  "ON r.device = a.device AND r.n BETWEEN a.first AND a.last "
                                  "WHERE a.id = :id AND a.kind = 0 ORDER BY r.n");
    query.bind(":id", id);
    while (query.step()) {
        if (auto change = sync::parseChange(query.text(0))) {
            changes.push_back(std::move(*change));
        }
    }
    return changes;
}

// The item is called after what the reason is about: the change that was refused on its own
// account.
void keepRefusal(db::Transaction& transaction,
                 std::int64_t device,
                 std::int64_t first,
                 std::int64_t last)
{
    transaction.database()
        .prepare("INSERT INTO attention (kind, at, type, record, title, code, reason_en, "
                 "reason_zh, fields, device, first, last) "
                 "SELECT 0, received_at, type, record, title, code, reason_en, reason_zh, "
                 "json_array_length(fields), device, :first, :last FROM receipt_log "
                 "WHERE device = :device AND n BETWEEN :first AND :last AND outcome = 'refused' "
                 "ORDER BY code = 'group.refused', n LIMIT 1 "
                 "ON CONFLICT (device, first) WHERE kind = 0 DO NOTHING")
        .bind(":device", device)
        .bind(":first", first)
        .bind(":last", last)
        .run();
}

void dropItem(db::Transaction& transaction, std::int64_t id)
{
    transaction.database().prepare("DELETE FROM attention WHERE id = :id").bind(":id", id).run();
}

} // namespace fieldbook::client
