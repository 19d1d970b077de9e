#include "client/local/attention.h"
#include "client/local/columns_read.h"
#include "client/local/display.h"
#include "client/local/files.h"
#include "client/local/local_queries.h"
#include "client/local/receipt_log.h"
#include "shared/db/record_table.h"
#include "shared/db/transaction.h"

#include <algorithm>
#include <filesystem>

namespace fieldbook::client {
namespace {

constexpr std::int64_t halfHourMillis = 30 * 60 * 1000;

PersonRow personFrom(const Record& user)
{
    return {user.id(), user.textOf("name"), user.textOf("title"), user.textOf("role"),
            user.referenceOf("team")};
}

void addUnsent(db::Database& database, StoreStatus& status)
{
    auto query = database.prepare("SELECT type, sum(verb = 'create'), sum(verb IN ('edit', 'act')),"
                                  " sum(verb = 'delete') FROM outbox WHERE state < 2 "
                                  "GROUP BY type ORDER BY min(n)");
    while (query.step()) {
        status.unsent.push_back(
            {query.get<std::string>(0), query.int64(1), query.int64(2), query.int64(3)});
    }
}

void addFiles(db::Database& database, StoreStatus& status)
{
    auto query = database.prepare("SELECT count(*), coalesce(sum(size - sent), 0) FROM file "
                                  "WHERE sent < size AND attachment IS NOT NULL AND refused = ''");
    if (query.step()) {
        status.filesWaiting = query.int64(0);
        status.fileBytesWaiting = query.int64(1);
    }
}

std::int64_t bytesOf(const std::filesystem::path& file)
{
    std::error_code none;
    const auto size = std::filesystem::file_size(file, none);
    return none ? 0 : static_cast<std::int64_t>(size);
}

} // namespace

std::int64_t LocalQueries::count(std::string_view sql)
{
    auto query = database_.prepare(sql);
    return query.step() ? query.int64(0) : 0;
}

StoreStatus LocalQueries::status(Timestamp now)
{
    const db::ReadTransaction moment{database_};
    StoreStatus status;
    status.signedIn = meta_.text(meta::token).has_value();
    status.user = me();
    status.userName = meta_.textOr(meta::userName);
    status.server = meta_.textOr(meta::server);
    status.device = meta_.number(meta::device);
    status.deviceCode = meta_.textOr(meta::deviceCode);
    status.firstSyncDone = meta_.flag(meta::consistent);
    status.lastPulledAt = meta_.time(meta::lastPulledAt);
    status.lastPushedAt = meta_.time(meta::lastPushedAt);
    {
        auto waiting = database_.prepare("SELECT count(*), min(at) FROM outbox WHERE state < 2");
        if (waiting.step()) {
            status.waiting = waiting.int64(0);
            status.oldestWaiting = timeAt(waiting, 1);
        }
    }
    addFiles(database_, status);
    addUnsent(database_, status);
    status.needYou = count("SELECT count(*) FROM attention");
    {
        auto received = database_.prepare(
            "SELECT coalesce(sum(count), 0) FROM received WHERE half_hour >= :since");
        const auto midnight = zone_.startOf(zone_.dateAt(now));
        received.bind(":since", toMillis(midnight) / halfHourMillis);
        status.receivedToday = received.step() ? received.int64(0) : 0;
    }
    for (const TypeSpec* type : allTypes()) {
        const auto rows = count("SELECT count(*) FROM " + db::RecordTable::of(*type).name());
        status.records += rows;
        if (type->name == "customer") {
            status.customers = rows;
        }
    }
    auto log = database_.file();
    log += "-wal";
    status.storeBytes = bytesOf(database_.file()) + bytesOf(log);
    return status;
}

std::optional<Record> LocalQueries::record(const Uuid& id)
{
    const db::ReadTransaction moment{database_};
    return world_.find(id);
}

std::optional<PersonRow> LocalQueries::person(const Uuid& user)
{
    const auto record = db::RecordTable::of(typeNamed("user")).find(database_, user);
    return record ? std::optional{personFrom(*record)} : std::nullopt;
}

std::vector<PersonRow> LocalQueries::people()
{
    std::vector<PersonRow> people;
    auto query = database_.prepare(
        "SELECT doc FROM user WHERE deleted_at IS NULL AND status IS NOT 'left' ORDER BY sort, id");
    for (const Record& user : documents(query)) {
        people.push_back(personFrom(user));
    }
    return people;
}

std::vector<ChangeRow> LocalQueries::outbox() { return outboxRows(database_); }

std::vector<ReceiptRow> LocalQueries::receipts(std::size_t limit)
{
    return receiptRows(database_, limit);
}

std::vector<AttentionRow> LocalQueries::attention()
{
    const db::ReadTransaction moment{database_};
    return attentionRows(database_);
}

std::optional<AttentionDetail> LocalQueries::attentionItem(std::int64_t id)
{
    const db::ReadTransaction moment{database_};
    return attentionDetail(database_, id);
}

std::optional<std::string> LocalQueries::draft(std::string_view key)
{
    auto query = database_.prepare("SELECT json FROM draft WHERE key = :key");
    query.bind(":key", key);
    return query.step() ? std::optional{query.get<std::string>(0)} : std::nullopt;
}

std::vector<std::string> LocalQueries::draftKeys(std::string_view prefix)
{
    auto query = database_.prepare(
        "SELECT key FROM draft WHERE substr(key, 1, length(:prefix)) = :prefix ORDER BY key");
    query.bind(":prefix", prefix);
    std::vector<std::string> keys;
    while (query.step()) {
        keys.push_back(query.get<std::string>(0));
    }
    return keys;
}

std::optional<std::string> LocalQueries::fileBytes(std::string_view sha256)
{
    const db::ReadTransaction moment{database_};
    return client::fileBytes(database_, sha256);
}

std::vector<Record> LocalQueries::documents(db::Statement& query)
{
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

std::vector<Record>
LocalQueries::records(const TypeSpec& type, const Uuid& after, std::size_t limit, bool alsoDeleted)
{
    auto query = database_.prepare("SELECT doc FROM " + db::RecordTable::of(type).name() +
                                   " WHERE id > :after AND (:deleted OR deleted_at IS NULL) "
                                   "ORDER BY id LIMIT :limit");
    query.bind(":after", after)
        .bind(":deleted", alsoDeleted)
        .bind(":limit", static_cast<std::int64_t>(limit));
    return documents(query);
}

SyncMark LocalQueries::markOf(const Uuid& id)
{
    {
        auto needs = database_.prepare("SELECT kind FROM attention WHERE record = :id "
                                       "ORDER BY kind LIMIT 1");
        needs.bind(":id", id);
        if (needs.step()) {
            return needs.int64(0) == 0 ? SyncMark::Refused : SyncMark::Conflict;
        }
    }
    auto unsent =
        database_.prepare("SELECT min(o.state) FROM outbox_touch t JOIN outbox o ON o.n = t.n "
                          "WHERE t.id = :id AND t.direct AND o.state < 2");
    unsent.bind(":id", id);
    if (!unsent.step() || unsent.isNull(0)) {
        return SyncMark::Sent;
    }
    return unsent.int64(0) == 0 ? SyncMark::Waiting : SyncMark::Sending;
}

// That of the user's team, or of the nearest above it that has one.
Currency LocalQueries::homeCurrency() const
{
    constexpr int depthMax = 20;
    const auto user = world_.find(me());
    auto team = user && user->type().name == "user" ? user->referenceOf("team") : Uuid{};
    for (int depth = 0; depth < depthMax && !team.isNil(); ++depth) {
        const auto record = world_.find(team);
        if (!record) {
            break;
        }
        if (const auto currency = Currency::parse(record->textOf("currency"))) {
            return *currency;
        }
        team = record->referenceOf("parent");
    }
    return Currency{};
}

std::string LocalQueries::nameOf(std::string_view type, const Uuid& id)
{
    if (id.isNil()) {
        return {};
    }
    auto query = database_.prepare("SELECT name FROM " +
                                   db::RecordTable::of(typeNamed(type)).name() + " WHERE id = :id");
    query.bind(":id", id);
    return query.step() ? query.get<std::string>(0) : std::string{};
}

} // namespace fieldbook::client
