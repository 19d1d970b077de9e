#include "server/store/sqlite/sqlite_writer.h"

// Sessions, number leases, files: what the store holds beside records.
namespace fieldbook::server {

void SqliteWriter::addSession(Session& session)
{
    database_
        .prepare("INSERT INTO session (token, device, user, created_at) "
                 "VALUES (:token, :device, :user, :created)")
        .bind(":token", session.token)
        .bind(":device", session.device)
        .bind(":user", session.user)
        .bind(":created", toMillis(session.createdAt))
        .run();
    session.id = database_.lastInsertRowId();
}

void SqliteWriter::endSession(std::int64_t id, Timestamp at, std::string_view because)
{
    database_
        .prepare("UPDATE session SET ended_at = :at, ended_because = :because "
                 "WHERE id = :id AND ended_at IS NULL")
        .bind(":id", id)
        .bind(":at", toMillis(at))
        .bind(":because", because)
        .run();
}

void SqliteWriter::setPasswordHash(const Uuid& user, std::string_view hash, Timestamp at)
{
    database_
        .prepare("INSERT INTO password (user, hash, changed_at) VALUES (:user, :hash, :at) "
                 "ON CONFLICT (user) DO UPDATE SET hash = excluded.hash, "
                 "changed_at = excluded.changed_at")
        .bind(":user", user)
        .bind(":hash", hash)
        .bind(":at", toMillis(at))
        .run();
}

NumberBlock SqliteWriter::leaseNumbers(std::int64_t device,
                                       std::string_view series,
                                       std::int64_t count,
                                       std::int64_t after)
{
    auto lease = database_.prepare(
        "INSERT INTO number_lease (device, series, last) "
        "VALUES (:device, :series, :after + :count) "
        "ON CONFLICT (device, series) DO UPDATE SET last = max(last, :after) + :count "
        "RETURNING last");
    lease.bind(":device", device)
        .bind(":series", series)
        .bind(":count", count)
        .bind(":after", after);
    const std::int64_t last = lease.step() ? lease.int64(0) : after + count;
    return {.series = std::string{series}, .first = last - count + 1, .last = last};
}

void SqliteWriter::addUpload(const Upload& upload)
{
    database_
        .prepare("INSERT INTO upload (id, user, sha256, size, offset, created_at) "
                 "VALUES (:id, :user, :sha256, :size, :offset, :created)")
        .bind(":id", upload.id)
        .bind(":user", upload.user)
        .bind(":sha256", upload.sha256)
        .bind(":size", upload.size)
        .bind(":offset", upload.offset)
        .bind(":created", toMillis(upload.createdAt))
        .run();
}

void SqliteWriter::setUploadOffset(const Uuid& id, std::int64_t offset)
{
    database_.prepare("UPDATE upload SET offset = :offset WHERE id = :id")
        .bind(":id", id)
        .bind(":offset", offset)
        .run();
}

void SqliteWriter::dropUpload(const Uuid& id)
{
    database_.prepare("DELETE FROM upload WHERE id = :id").bind(":id", id).run();
}

void SqliteWriter::addFile(std::string_view sha256,
                           std::int64_t size,
                           const Uuid& sender,
                           Timestamp at)
{
    database_
        .prepare("INSERT INTO file (sha256, size, stored_at) VALUES (:sha256, :size, :at) "
                 "ON CONFLICT DO NOTHING")
        .bind(":sha256", sha256)
        .bind(":size", size)
        .bind(":at", toMillis(at))
        .run();
    database_
        .prepare("INSERT INTO file_sender (sha256, user) VALUES (:sha256, :user) "
                 "ON CONFLICT DO NOTHING")
        .bind(":sha256", sha256)
        .bind(":user", sender)
        .run();
}

void SqliteWriter::setSetting(std::string_view name, std::string_view value)
{
    database_
        .prepare("INSERT INTO setting (name, value) VALUES (:name, :value) "
                 "ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .bind(":name", name)
        .bind(":value", value)
        .run();
}

} // namespace fieldbook::server
