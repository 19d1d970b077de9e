#include "client/local/files.h"

#include "shared/base/encoding.h"
#include "shared/rules/labels.h"

#include <algorithm>

namespace fieldbook::client {
namespace {

// Read and written whole; small enough for a page cache, large enough for few rows.
constexpr std::int64_t chunkBytes = 256 * 1024;

// No device's number: an item of attention about a file bears the file's number instead of
// changes'.
constexpr std::int64_t noDevice = -1;

// A refused attachment has no outbox row any more either, but nobody will ask for its bytes; they
// stay until the refusal is dealt with.
constexpr std::string_view uploadable = R"sql(
    FROM file WHERE sent < size AND attachment IS NOT NULL AND refused = ''
    AND NOT EXISTS (SELECT 1 FROM outbox WHERE record = file.attachment AND verb = 'create'
                    AND state < 2)
    AND NOT EXISTS (SELECT 1 FROM receipt_log WHERE record = file.attachment AND verb = 'create'
                    AND outcome = 'refused'))sql";

} // namespace

void keepFile(db::Transaction& transaction,
              std::string_view sha256,
              std::string_view bytes,
              const Uuid& attachment)
{
    auto& database = transaction.database();
    const auto size = static_cast<std::int64_t>(bytes.size());
    const auto record = attachment.isNil() ? std::nullopt : std::optional{attachment};
    database
        .prepare("INSERT INTO file (sha256, size, attachment, sent) VALUES (:sha, :size, :record, "
                 ":sent) ON CONFLICT (sha256) DO NOTHING")
        .bind(":sha", sha256)
        .bind(":size", size)
        .bind(":record", record)
        .bind(":sent", record ? 0 : size)
        .run();
    if (database.changes() == 0) {
        return;
    }
    const std::int64_t file = database.lastInsertRowId();
    auto insert =
        database.prepare("INSERT INTO file_chunk (file, position, bytes) VALUES (?1, ?2, ?3)");
    for (std::int64_t at = 0; at < size; at += chunkBytes) {
        const auto piece = bytes.substr(static_cast<std::size_t>(at), chunkBytes);
        insert.bind(1, file).bind(2, at).bindView(3, asBytes(piece)).run();
    }
}

std::string
fileRange(db::Database& database, std::string_view sha256, std::int64_t offset, std::int64_t count)
{
    auto chunks = database.prepare(
        "SELECT c.position, c.bytes FROM file f JOIN file_chunk c ON c.file = f.n "
        "WHERE f.sha256 = :sha AND c.position > :before AND c.position < :end ORDER BY c.position");
    chunks.bind(":sha", sha256).bind(":before", offset - chunkBytes).bind(":end", offset + count);
    std::string bytes;
    while (chunks.step()) {
        const auto piece = asText(chunks.blob(1));
        const std::int64_t skip = std::max<std::int64_t>(0, offset - chunks.int64(0));
        if (skip < static_cast<std::int64_t>(piece.size())) {
            bytes += piece.substr(static_cast<std::size_t>(skip));
        }
    }
    if (static_cast<std::int64_t>(bytes.size()) > count) {
        bytes.resize(static_cast<std::size_t>(count));
    }
    return bytes;
}

std::optional<std::string> fileBytes(db::Database& database, std::string_view sha256)
{
    std::int64_t size = 0;
    {
        auto file = database.prepare("SELECT size FROM file WHERE sha256 = :sha");
        file.bind(":sha", sha256);
        if (!file.step()) {
            return std::nullopt;
        }
        size = file.int64(0);
    }
    return fileRange(database, sha256, 0, size);
}

std::optional<PendingUpload> nextUpload(db::Database& database)
{
    auto next = database.prepare("SELECT sha256, size, sent, upload" + std::string{uploadable} +
                                 " ORDER BY n LIMIT 1");
    if (!next.step()) {
        return std::nullopt;
    }
    return PendingUpload{next.get<std::string>(0), next.int64(1), next.int64(2),
                         next.get<std::string>(3)};
}

std::size_t countUploads(db::Database& database)
{
    auto count = database.prepare("SELECT count(*)" + std::string{uploadable});
    return count.step() ? count.get<std::size_t>(0) : 0;
}

void noteUpload(db::Transaction& transaction,
                std::string_view sha256,
                std::int64_t sent,
                std::string_view upload)
{
    transaction.database()
        .prepare("UPDATE file SET sent = :sent, upload = :upload WHERE sha256 = :sha")
        .bind(":sent", sent)
        .bind(":upload", upload)
        .bind(":sha", sha256)
        .run();
}

void refuseUpload(db::Transaction& transaction,
                  std::string_view sha256,
                  std::string_view code,
                  Timestamp at)
{
    auto& database = transaction.database();
    database.prepare("UPDATE file SET refused = :code WHERE sha256 = :sha")
        .bind(":code", code)
        .bind(":sha", sha256)
        .run();
    const Label reason = rules::textFor(code);
    database
        .prepare("INSERT INTO attention (kind, at, type, record, title, code, reason_en, "
                 "reason_zh, fields, device, first, last) "
                 "SELECT 0, :at, 'attachment', f.attachment, coalesce(a.name, ''), :code, :en, "
                 ":zh, 0, :device, f.n, f.n FROM file f LEFT JOIN attachment a "
                 "ON a.id = f.attachment WHERE f.sha256 = :sha "
                 "ON CONFLICT (device, first) WHERE kind = 0 DO NOTHING")
        .bind(":at", toMillis(at))
        .bind(":code", code)
        .bind(":en", reason.en)
        .bind(":zh", reason.zh)
        .bind(":device", noDevice)
        .bind(":sha", sha256)
        .run();
}

void sendMissingAgain(db::Transaction& transaction)
{
    transaction.database().execute(
        "UPDATE file SET sent = 0, upload = '' WHERE sent = size AND attachment IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.id = file.attachment "
        "AND a.uploaded = 1 AND NOT EXISTS (SELECT 1 FROM base b WHERE b.id = a.id AND b.gone))");
}

bool retryUpload(db::Transaction& transaction, std::int64_t attention)
{
    auto& database = transaction.database();
    database
        .prepare("UPDATE file SET refused = '', upload = '', sent = 0 WHERE n = "
                 "(SELECT first FROM attention WHERE id = :id AND kind = 0 AND device = :device)")
        .bind(":id", attention)
        .bind(":device", noDevice)
        .run();
    if (database.changes() == 0) {
        return false;
    }
    database.prepare("DELETE FROM attention WHERE id = :id").bind(":id", attention).run();
    return true;
}

} // namespace fieldbook::client
