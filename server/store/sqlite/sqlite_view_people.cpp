#include "server/store/sqlite/sqlite_view.h"

// Sessions, receipts, files: what the store holds beside records.
namespace fieldbook::server {
namespace {

// From a row of (id, token, device, user, created_at, ended_at, ended_because).
Session sessionFrom(const db::Statement& row)
{
    Session session;
    session.id = row.int64(0);
    const auto token = row.blob(1);
    std::copy_n(token.begin(), std::min(token.size(), session.token.size()), session.token.begin());
    session.device = row.int64(2);
    session.user = row.uuid(3);
    session.createdAt = fromMillis(row.int64(4));
    if (!row.isNull(5)) {
        session.endedAt = fromMillis(row.int64(5));
    }
    session.endedBecause = row.get<std::string>(6);
    return session;
}

// From a row of (device, number, user, at, seq, code, raw).
Refusal refusalFrom(const db::Statement& row)
{
    return {.device = row.int64(0),
            .number = row.int64(1),
            .user = row.uuid(2),
            .at = fromMillis(row.int64(3)),
            .sequence = row.int64(4),
            .code = row.get<std::string>(5),
            .raw = row.get<std::string>(6),
            .held = row.boolean(7)};
}

// From a row of (id, user, sha256, size, offset, created_at).
Upload uploadFrom(const db::Statement& row)
{
    return {.id = row.uuid(0),
            .user = row.uuid(1),
            .sha256 = row.get<std::string>(2),
            .size = row.int64(3),
            .offset = row.int64(4),
            .createdAt = fromMillis(row.int64(5))};
}

} // namespace

std::optional<Session> SqliteView::findSession(const Sha256Digest& token)
{
    auto select = database_.prepare("SELECT id, token, device, user, created_at, ended_at, "
                                    "ended_because FROM session WHERE token = :token");
    select.bind(":token", token);
    return select.step() ? std::optional{sessionFrom(select)} : std::nullopt;
}

std::vector<Session> SqliteView::sessions(const std::optional<Uuid>& user)
{
    auto select = database_.prepare(
        user ? "SELECT id, token, device, user, created_at, ended_at, ended_because FROM session "
               "WHERE ended_at IS NULL AND user = :user ORDER BY id"
             : "SELECT id, token, device, user, created_at, ended_at, ended_because FROM session "
               "WHERE ended_at IS NULL ORDER BY id");
    if (user) {
        select.bind(":user", *user);
    }
    std::vector<Session> sessions;
    while (select.step()) {
        sessions.push_back(sessionFrom(select));
    }
    return sessions;
}

std::vector<Session> SqliteView::sessionsOn(const Uuid& install)
{
    auto select = database_.prepare(
        "SELECT s.id, s.token, s.device, s.user, s.created_at, s.ended_at, s.ended_because "
        "FROM device d JOIN session s ON s.device = d.number "
        "WHERE d.install = :install AND s.ended_at IS NULL ORDER BY s.id");
    select.bind(":install", install);
    std::vector<Session> sessions;
    while (select.step()) {
        sessions.push_back(sessionFrom(select));
    }
    return sessions;
}

std::optional<std::string> SqliteView::findPasswordHash(const Uuid& user)
{
    auto select = database_.prepare("SELECT hash FROM password WHERE user = :user");
    select.bind(":user", user);
    return select.step() ? std::optional{select.get<std::string>(0)} : std::nullopt;
}

std::vector<StoredReceipt>
SqliteView::receipts(std::int64_t device, std::int64_t first, std::int64_t last)
{
    auto select = database_.prepare(
        "SELECT number, fingerprint, seq, body FROM receipt "
        "WHERE device = :device AND number BETWEEN :first AND :last ORDER BY number");
    select.bind(":device", device).bind(":first", first).bind(":last", last);
    std::vector<StoredReceipt> receipts;
    while (select.step()) {
        receipts.push_back({select.int64(0), static_cast<std::uint64_t>(select.int64(1)),
                            select.int64(2), select.get<std::string>(3)});
    }
    return receipts;
}

std::optional<Refusal> SqliteView::findRefusal(std::int64_t device, std::int64_t number)
{
    auto select =
        database_.prepare("SELECT device, number, user, at, seq, code, raw, held FROM refusal "
                          "WHERE device = :device AND number = :number");
    select.bind(":device", device).bind(":number", number);
    return select.step() ? std::optional{refusalFrom(select)} : std::nullopt;
}

std::vector<Refusal> SqliteView::refusals(std::size_t limit)
{
    auto select =
        database_.prepare("SELECT device, number, user, at, seq, code, raw, held FROM refusal "
                          "ORDER BY id DESC LIMIT :limit");
    select.bind(":limit", static_cast<std::int64_t>(limit));
    std::vector<Refusal> refusals;
    while (select.step()) {
        refusals.push_back(refusalFrom(select));
    }
    return refusals;
}

std::vector<Refusal> SqliteView::held(const std::optional<Uuid>& user)
{
    auto select = database_.prepare(
        user ? "SELECT device, number, user, at, seq, code, raw, held FROM refusal "
               "WHERE held = 1 AND user = :user ORDER BY id"
             : "SELECT device, number, user, at, seq, code, raw, held FROM refusal "
               "WHERE held = 1 ORDER BY id");
    if (user) {
        select.bind(":user", *user);
    }
    std::vector<Refusal> refusals;
    while (select.step()) {
        refusals.push_back(refusalFrom(select));
    }
    return refusals;
}

std::optional<Upload> SqliteView::findUpload(const Uuid& id)
{
    auto select = database_.prepare(
        "SELECT id, user, sha256, size, offset, created_at FROM upload WHERE id = :id");
    select.bind(":id", id);
    return select.step() ? std::optional{uploadFrom(select)} : std::nullopt;
}

std::vector<Upload> SqliteView::uploadsBefore(Timestamp time)
{
    auto select = database_.prepare("SELECT id, user, sha256, size, offset, created_at FROM upload "
                                    "WHERE created_at < :time ORDER BY id");
    select.bind(":time", toMillis(time));
    std::vector<Upload> uploads;
    while (select.step()) {
        uploads.push_back(uploadFrom(select));
    }
    return uploads;
}

std::optional<std::int64_t> SqliteView::findFileSize(std::string_view sha256)
{
    auto select = database_.prepare("SELECT size FROM file WHERE sha256 = :sha256");
    select.bind(":sha256", sha256);
    return select.step() ? std::optional{select.int64(0)} : std::nullopt;
}

std::size_t SqliteView::uploadsOf(const Uuid& user)
{
    auto select =
        database_.prepare("SELECT count(*) FROM upload WHERE user = :user AND offset < size");
    select.bind(":user", user);
    return select.step() ? static_cast<std::size_t>(select.int64(0)) : 0;
}

bool SqliteView::hasSent(const Uuid& user, std::string_view sha256)
{
    auto select =
        database_.prepare("SELECT 1 FROM file_sender WHERE sha256 = :sha256 AND user = :user");
    select.bind(":sha256", sha256).bind(":user", user);
    return select.step();
}

std::optional<std::string> SqliteView::setting(std::string_view name)
{
    auto select = database_.prepare("SELECT value FROM setting WHERE name = :name");
    select.bind(":name", name);
    return select.step() ? std::optional{select.get<std::string>(0)} : std::nullopt;
}

} // namespace fieldbook::server
