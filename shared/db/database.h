#pragma once

#include "shared/db/error.h"
#include "shared/db/statement.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::db {

class Connection;

// 32 raw bytes that encrypt a database file; wiped from memory when it goes.
class Key {
public:
    static constexpr std::size_t size = 32;

    explicit Key(std::span<const std::uint8_t, size> bytes);
    Key(const Key&) = default;
    Key& operator=(const Key&) = default;
    ~Key();

    [[nodiscard]] const std::array<std::uint8_t, size>& bytes() const { return bytes_; }

private:
    std::array<std::uint8_t, size> bytes_{};
};

// Both authenticate every page. README.md says why AEGIS is the default.
enum class Cipher { Aegis256, ChaCha20 };

enum class Access {
    ReadOnly, // The file must exist.
    ReadWrite, // The file must exist.
    Create, // Made when it does not exist.
};

// Full: a commit is on disk when commit() returns. Normal: a power cut may undo the last commits,
// never damage the file.
enum class Synchronous { Normal, Full };

struct OpenOptions {
    Access access = Access::Create;
    std::optional<Key> key = std::nullopt;
    Cipher cipher = Cipher::Aegis256;
    Synchronous synchronous = Synchronous::Full;
    std::chrono::milliseconds busyTimeout{5000};
    // Memory for pages, in KiB.
    int cacheKib = 16 * 1024;
    // The write-ahead log is folded into the file when it has grown to this many pages (16 MB); 0:
    // only by checkpoint(). README.md says why not SQLite's 1000.
    int checkpointAfterPages = 4000;
    // Maps this much of the file into memory. Ignored with a key: pages must be decrypted anyway.
    std::int64_t mmapBytes = 0;
    // A registered SQLite VFS; nothing for the operating system's files.
    std::optional<std::string> vfs = std::nullopt;
};

enum class Checkpoint {
    Passive, // As much as is possible without waiting for anyone.
    Full, // Waits for writers, then folds everything.
    Truncate, // The same, waits for readers too, and leaves the log empty.
};

struct CheckpointResult {
    bool complete; // False if readers or writers kept some pages in the log.
    int logPages;
    int foldedPages;
};

// One connection to one SQLite file: write-ahead log, foreign keys on. Constructed means usable:
// the key fits and the file is a database. One thread at a time; statements and transactions made
// from it must be gone before it is. Failures throw db::Error.
class Database {
public:
    explicit Database(const std::filesystem::path& file, const OpenOptions& options = {});
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    // Runs any number of statements without values or results: schema, pragmas.
    void execute(std::string_view sql);

    // The statement compiled for this text, from the cache if it is free there. It goes back,
    // reset and unbound, when the returned guard is destroyed. Meant for SQL literals: the cache
    // keeps the most recently used 256.
    [[nodiscard]] Statement prepare(std::string_view sql);

    // Rows changed by the latest INSERT, UPDATE or DELETE, without those of triggers.
    [[nodiscard]] std::int64_t changes() const;
    // Rows changed since the connection was opened, with those of triggers and foreign keys.
    [[nodiscard]] std::int64_t totalChanges() const;
    [[nodiscard]] std::int64_t lastInsertRowId() const;
    [[nodiscard]] bool inTransaction() const;

    CheckpointResult checkpoint(Checkpoint mode = Checkpoint::Passive);
    // Copies the committed content, page by page, under the same key; `file` is durable and
    // consistent when this returns. Writers elsewhere go on meanwhile. Throws CannotOpen if `file`
    // exists.
    void backupTo(const std::filesystem::path& file);
    // The same content, compacted. It may renumber the rows of tables without an INTEGER PRIMARY
    // KEY. Throws if `file` exists.
    void vacuumInto(const std::filesystem::path& file);
    // What PRAGMA integrity_check and foreign_key_check find, one line each; empty if all is well.
    [[nodiscard]] std::vector<std::string> integrityCheck();

    // Makes a running statement throw Interrupted. The only call allowed from another thread; the
    // database must outlive it.
    void interrupt();

    [[nodiscard]] const std::filesystem::path& file() const;

private:
    std::unique_ptr<Connection> connection_;
};

} // namespace fieldbook::db
