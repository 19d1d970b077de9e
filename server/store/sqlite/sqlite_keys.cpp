#include "server/store/sqlite/sqlite_view.h"
#include "server/store/sqlite/sqlite_writer.h"

#include <algorithm>

// API keys, reading and writing, and the figures of it all.
namespace fieldbook::server {
namespace {

constexpr auto keyColumns =
    "id, digest, owner, device, name, hint, scopes, created_by, created_at, "
    "expires_at, last_used_at, ended_at";

std::optional<Timestamp> timeAt(const db::Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional{fromMillis(row.int64(column))};
}

ApiKey keyFrom(const db::Statement& row)
{
    ApiKey key;
    key.id = row.uuid(0);
    const auto digest = row.blob(1);
    std::copy_n(digest.begin(), std::min(digest.size(), key.digest.size()), key.digest.begin());
    key.owner = row.uuid(2);
    key.device = row.isNull(3) ? 0 : row.int64(3);
    key.name = row.get<std::string>(4);
    key.hint = row.get<std::string>(5);
    key.scopes = row.get<std::string>(6);
    key.createdBy = row.uuid(7);
    key.createdAt = fromMillis(row.int64(8));
    key.expiresAt = timeAt(row, 9);
    key.lastUsedAt = timeAt(row, 10);
    key.endedAt = timeAt(row, 11);
    return key;
}

std::optional<std::int64_t> millisOf(const std::optional<Timestamp>& time)
{
    return time ? std::optional{toMillis(*time)} : std::nullopt;
}

} // namespace

std::optional<ApiKey> SqliteView::findKey(const Sha256Digest& digest)
{
    auto select = database_.prepare(std::string{"SELECT "} + keyColumns +
                                    " FROM api_key WHERE digest = :digest");
    select.bind(":digest", digest);
    return select.step() ? std::optional{keyFrom(select)} : std::nullopt;
}

std::vector<ApiKey> SqliteView::keys(const std::optional<Uuid>& owner)
{
    auto select = database_.prepare(std::string{"SELECT "} + keyColumns + " FROM api_key" +
                                    (owner ? " WHERE owner = :owner" : "") + " ORDER BY id");
    if (owner) {
        select.bind(":owner", *owner);
    }
    std::vector<ApiKey> keys;
    while (select.step()) {
        keys.push_back(keyFrom(select));
    }
    return keys;
}

StoreFigures SqliteView::figures()
{
    auto select =
        database_.prepare("SELECT (SELECT count(*) FROM device), "
                          "(SELECT count(*) FROM session WHERE ended_at IS NULL), "
                          // None is ever taken away.
                          "(SELECT coalesce(max(id), 0) FROM refusal), "
                          "(SELECT count(*) FROM refusal WHERE held = 1), "
                          "(SELECT files FROM file_total), (SELECT bytes FROM file_total), "
                          "(SELECT size FROM trail_head)");
    StoreFigures figures;
    if (select.step()) {
        figures = {.devices = select.int64(0),
                   .sessions = select.int64(1),
                   .refused = select.int64(2),
                   .held = select.int64(3),
                   .files = select.int64(4),
                   .filesBytes = select.int64(5),
                   .trailEntries = select.int64(6)};
    }
    return figures;
}

void SqliteWriter::addKey(const ApiKey& key)
{
    database_
        .prepare("INSERT INTO api_key (id, digest, owner, device, name, hint, scopes, created_by, "
                 "created_at, expires_at) VALUES (:id, :digest, :owner, :device, :name, :hint, "
                 ":scopes, :by, :at, :expires)")
        .bind(":id", key.id)
        .bind(":digest", key.digest)
        .bind(":owner", key.owner)
        .bind(":device", key.device == 0 ? std::nullopt : std::optional{key.device})
        .bind(":name", key.name)
        .bind(":hint", key.hint)
        .bind(":scopes", key.scopes)
        .bind(":by", key.createdBy)
        .bind(":at", toMillis(key.createdAt))
        .bind(":expires", millisOf(key.expiresAt))
        .run();
}

void SqliteWriter::noteKeyUse(const Uuid& id, Timestamp at)
{
    database_.prepare("UPDATE api_key SET last_used_at = :at WHERE id = :id")
        .bind(":id", id)
        .bind(":at", toMillis(at))
        .run();
}

void SqliteWriter::endKey(const Uuid& id, Timestamp at)
{
    database_.prepare("UPDATE api_key SET ended_at = :at WHERE id = :id AND ended_at IS NULL")
        .bind(":id", id)
        .bind(":at", toMillis(at))
        .run();
}

} // namespace fieldbook::server
