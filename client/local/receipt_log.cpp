#include "client/local/receipt_log.h"

#include "client/local/display.h"

#include <array>

namespace fieldbook::client {
namespace {

// As many as fit a month of hard work; also what can be sent again to a server that was put back.
constexpr std::int64_t appliedKept = 5'000;

constexpr std::array<std::string_view, 3> outcomes{"applied", "merged", "refused"};

constexpr std::string_view changeColumns =
    "n, at, type, record, title, verb, act, fields, group_first";

ChangeRow changeFrom(db::Statement& query)
{
    ChangeRow row;
    row.number = query.int64(0);
    row.at = fromMillis(query.int64(1));
    row.type = query.get<std::string>(2);
    row.record = query.uuid(3);
    row.title = query.get<std::string>(4);
    row.verb = query.get<std::string>(5);
    row.act = query.get<std::string>(6);
    if (const TypeSpec* type = findType(row.type)) {
        row.fields = fieldsFromJson(*type, query.text(7));
    }
    row.group = query.int64(8);
    return row;
}

} // namespace

std::optional<GroupRange> logReceipt(db::Transaction& transaction,
                                     std::int64_t device,
                                     const sync::Receipt& receipt,
                                     Timestamp receivedAt)
{
    auto& database = transaction.database();
    database
        .prepare(
            "INSERT INTO receipt_log (device, n, at, group_first, type, record, verb, act, title, "
            "fields, json, outcome, received_at, code, reason_en, reason_zh, receipt) "
            "SELECT :device, n, at, group_first, type, record, verb, act, title, fields, json, "
            ":outcome, :received_at, :code, :reason_en, :reason_zh, :receipt "
            "FROM outbox WHERE n = :n AND state < 2 ON CONFLICT (device, n) DO NOTHING")
        .bind(":device", device)
        .bind(":outcome", outcomes[static_cast<std::size_t>(receipt.outcome)])
        .bind(":received_at", toMillis(receivedAt))
        .bind(":code", receipt.code)
        .bind(":reason_en", receipt.reasonEn)
        .bind(":reason_zh", receipt.reasonZh)
        .bind(":receipt", sync::toJson(receipt))
        .bind(":n", receipt.number)
        .run();
    if (database.changes() == 0) {
        return std::nullopt;
    }
    auto group = database.prepare("SELECT group_first, group_last FROM outbox WHERE n = :n");
    group.bind(":n", receipt.number);
    if (group.step() && group.int64(0) != 0) {
        return GroupRange{group.int64(0), group.int64(1)};
    }
    return GroupRange{receipt.number, receipt.number};
}

void markAnswered(db::Transaction& transaction, std::int64_t number, std::int64_t sequence)
{
    transaction.database()
        .prepare("UPDATE outbox SET state = 2, seq = :seq WHERE n = :n")
        .bind(":seq", sequence)
        .bind(":n", number)
        .run();
}

std::vector<Revived>
reviveFromLog(db::Transaction& transaction, std::int64_t device, std::int64_t from)
{
    auto& database = transaction.database();
    std::vector<Revived> revived;
    {
        auto put = database.prepare(
            "INSERT INTO outbox (n, at, group_first, group_last, type, record, verb, act, title, "
            "fields, json) SELECT n, at, group_first, CASE group_first WHEN 0 THEN 0 ELSE (SELECT "
            "max(n) FROM receipt_log g WHERE g.device = r.device AND g.group_first = "
            "r.group_first) END, type, record, "
            "verb, act, title, fields, json FROM receipt_log r WHERE device = :device AND n >= "
            ":from "
            "ON CONFLICT (n) DO NOTHING RETURNING n, record, type");
        put.bind(":device", device).bind(":from", from);
        while (put.step()) {
            revived.push_back({put.int64(0), put.uuid(1), put.get<std::string>(2)});
        }
    }
    database.prepare("DELETE FROM attention WHERE kind = 0 AND device = :device AND last >= :from")
        .bind(":device", device)
        .bind(":from", from)
        .run();
    database.prepare("DELETE FROM receipt_log WHERE device = :device AND n >= :from")
        .bind(":device", device)
        .bind(":from", from)
        .run();
    return revived;
}

void pruneLog(db::Transaction& transaction)
{
    auto& database = transaction.database();
    auto found = database.prepare("SELECT id, device, group_first FROM receipt_log "
                                  "WHERE id > (SELECT max(id) FROM receipt_log) - :kept "
                                  "ORDER BY id LIMIT 1");
    found.bind(":kept", appliedKept);
    if (!found.step()) {
        return;
    }
    // Of a group that the limit would cut nothing goes: a part of it could not be sent again.
    database
        .prepare("DELETE FROM receipt_log WHERE outcome = 'applied' AND id < :oldest AND "
                 "NOT (:group > 0 AND device = :device AND group_first = :group)")
        .bind(":oldest", found.int64(0))
        .bind(":device", found.int64(1))
        .bind(":group", found.int64(2))
        .run();
}

std::vector<ChangeRow> outboxRows(db::Database& database)
{
    auto query = database.prepare("SELECT " + std::string{changeColumns} +
                                  ", state FROM outbox WHERE state < 2 ORDER BY n");
    std::vector<ChangeRow> rows;
    while (query.step()) {
        ChangeRow row = changeFrom(query);
        row.mark = query.int64(9) == 0 ? SyncMark::Waiting : SyncMark::Sending;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ReceiptRow> receiptRows(db::Database& database, std::size_t limit)
{
    auto query = database.prepare("SELECT " + std::string{changeColumns} +
                                  ", outcome, received_at, code, reason_en, reason_zh "
                                  "FROM receipt_log ORDER BY id DESC LIMIT :limit");
    query.bind(":limit", static_cast<std::int64_t>(limit));
    std::vector<ReceiptRow> rows;
    while (query.step()) {
        ReceiptRow row;
        row.change = changeFrom(query);
        row.outcome = query.get<std::string>(9);
        row.change.mark = row.outcome == "refused" ? SyncMark::Refused : SyncMark::Sent;
        row.receivedAt = fromMillis(query.int64(10));
        row.code = query.get<std::string>(11);
        row.reasonEn = query.get<std::string>(12);
        row.reasonZh = query.get<std::string>(13);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace fieldbook::client
