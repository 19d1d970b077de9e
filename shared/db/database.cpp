#include "shared/db/database.h"

#include "shared/base/assert.h"
#include "shared/db/connection.h"

#include <algorithm>
#include <cstring>
#include <system_error>
#include <utility>

namespace fieldbook::db {
namespace {

int checkpointMode(Checkpoint mode)
{
    switch (mode) {
    case Checkpoint::Passive:
        return SQLITE_CHECKPOINT_PASSIVE;
    case Checkpoint::Full:
        return SQLITE_CHECKPOINT_FULL;
    case Checkpoint::Truncate:
        break;
    }
    return SQLITE_CHECKPOINT_TRUNCATE;
}

} // namespace

Key::Key(std::span<const std::uint8_t, size> bytes) { std::ranges::copy(bytes, bytes_.begin()); }

Key::~Key() { explicit_bzero(bytes_.data(), bytes_.size()); }

Database::Database(const std::filesystem::path& file, const OpenOptions& options)
    : connection_{std::make_unique<Connection>(file, options)}
{}

Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

void Database::execute(std::string_view sql)
{
    const std::string text{sql};
    const int code = sqlite3_exec(connection_->handle(), text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        connection_->raise(code, sql, false);
    }
}

Statement Database::prepare(std::string_view sql)
{
    if (CachedStatement* cached = connection_->borrow(sql); cached != nullptr) {
        return Statement{*connection_, cached->statement, cached};
    }
    return Statement{*connection_, connection_->compile(sql, 0), nullptr};
}

std::int64_t Database::changes() const { return sqlite3_changes64(connection_->handle()); }

std::int64_t Database::totalChanges() const
{
    return sqlite3_total_changes64(connection_->handle());
}

std::int64_t Database::lastInsertRowId() const
{
    return sqlite3_last_insert_rowid(connection_->handle());
}

bool Database::inTransaction() const { return sqlite3_get_autocommit(connection_->handle()) == 0; }

CheckpointResult Database::checkpoint(Checkpoint mode)
{
    int logPages = 0;
    int foldedPages = 0;
    const int code = sqlite3_wal_checkpoint_v2(connection_->handle(), nullptr, checkpointMode(mode),
                                               &logPages, &foldedPages);
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY) {
        connection_->raise(code, "wal_checkpoint", false);
    }
    return {.complete = code == SQLITE_OK && logPages == foldedPages,
            .logPages = logPages,
            .foldedPages = foldedPages};
}

void Database::backupTo(const std::filesystem::path& file)
{
    const auto& options = connection_->options();
    if (!options.vfs && std::filesystem::exists(file)) {
        throw Error{Fault::CannotOpen, 0, "the backup exists already: " + sqliteName(file)};
    }
    OpenOptions copyOptions = options;
    copyOptions.access = Access::Create;
    Connection copy{file, copyOptions};
    sqlite3_backup* backup =
        sqlite3_backup_init(copy.handle(), "main", connection_->handle(), "main");
    if (backup == nullptr) {
        copy.raise(sqlite3_extended_errcode(copy.handle()), "backup", false);
    }
    // All pages at once: a copy in portions starts over whenever another connection commits.
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE || finished != SQLITE_OK) {
        copy.raise(finished != SQLITE_OK ? finished : stepped, "backup", false);
    }
}

void Database::vacuumInto(const std::filesystem::path& file)
{
    prepare("VACUUM INTO :file").bind(":file", sqliteName(file)).run();
}

std::vector<std::string> Database::integrityCheck()
{
    std::vector<std::string> problems;
    auto pages = prepare("PRAGMA integrity_check");
    while (pages.step()) {
        if (pages.text(0) != "ok") {
            problems.emplace_back(pages.text(0));
        }
    }
    auto references = prepare("PRAGMA foreign_key_check");
    while (references.step()) {
        problems.push_back("row " + references.get<std::string>(1) + " of " +
                           references.get<std::string>(0) + " refers to a missing row of " +
                           references.get<std::string>(2));
    }
    return problems;
}

void Database::interrupt() { sqlite3_interrupt(connection_->handle()); }

const std::filesystem::path& Database::file() const { return connection_->file(); }

} // namespace fieldbook::db
