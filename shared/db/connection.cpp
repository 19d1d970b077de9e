#include "shared/db/connection.h"

#include "shared/base/assert.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace fieldbook::db {
namespace {

constexpr std::size_t cachedStatementsMax = 256;

Fault faultOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Fault::Busy;
    case SQLITE_FULL:
        return Fault::Full;
    case SQLITE_CORRUPT:
        return Fault::Corrupt;
    case SQLITE_NOTADB:
        return Fault::NotADatabase;
    case SQLITE_CONSTRAINT:
        return Fault::Constraint;
    case SQLITE_IOERR:
        return Fault::Io;
    case SQLITE_READONLY:
        return Fault::ReadOnly;
    case SQLITE_CANTOPEN:
        return Fault::CannotOpen;
    case SQLITE_INTERRUPT:
        return Fault::Interrupted;
    case SQLITE_NOMEM:
        return Fault::OutOfMemory;
    default:
        return Fault::Other;
    }
}

int openFlags(Access access)
{
    switch (access) {
    case Access::ReadOnly:
        return SQLITE_OPEN_READONLY;
    case Access::ReadWrite:
        return SQLITE_OPEN_READWRITE;
    case Access::Create:
        break;
    }
    return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

// SQLite takes an empty value for "leave it as it is", and a set-up that did not happen is a
// programming error.
void setOption(sqlite3* handle, int option, int value)
{
    const int code = sqlite3_db_config(handle, option, value, nullptr);
    FIELDBOOK_ASSERT(code == SQLITE_OK);
}

bool onlyBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

} // namespace

std::string sqliteName(const std::filesystem::path& file)
{
    const auto utf8 = file.u8string();
    return {utf8.begin(), utf8.end()};
}

Connection::Connection(std::filesystem::path file, OpenOptions options)
    : file_{std::move(file)}, options_{std::move(options)}
{
    try {
        open(sqliteName(file_));
        configure();
    } catch (const Error&) {
        close();
        throw;
    }
    opening_ = false;
}

Connection::~Connection()
{
    FIELDBOOK_ASSERT(loans == 0);
    close();
}

void Connection::open(const std::string& name)
{
    const char* vfs = options_.vfs ? options_.vfs->c_str() : nullptr;
    const int flags = openFlags(options_.access) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (const int code = sqlite3_open_v2(name.c_str(), &handle_, flags, vfs); code != SQLITE_OK) {
        raise(code, {}, false);
    }
    sqlite3_busy_timeout(handle_, static_cast<int>(options_.busyTimeout.count()));
    setOption(handle_, SQLITE_DBCONFIG_ENABLE_FKEY, 1);
    setOption(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1);
    if (options_.key) {
        unlock(*options_.key, options_.cipher);
    }
}

void Connection::close() noexcept
{
    for (const auto& entry : cache_) {
        sqlite3_finalize(entry.second->statement);
    }
    cache_.clear();
    sqlite3_close(handle_);
    handle_ = nullptr;
}

// The prefix tells that these are the key's own bytes, not a passphrase to derive one from. They go
// in by a call, so no SQL text ever holds them.
void Connection::unlock(const Key& key, Cipher cipher)
{
    const char* name = cipher == Cipher::Aegis256 ? "aegis" : "chacha20";
    const int index = sqlite3mc_cipher_index(name);
    FIELDBOOK_ASSERT(index > 0);
    sqlite3mc_config(handle_, "cipher", index);
    constexpr std::string_view prefix = "raw:";
    std::array<std::uint8_t, prefix.size() + Key::size> raw{};
    std::ranges::copy(prefix, raw.begin());
    std::ranges::copy(key.bytes(), raw.begin() + prefix.size());
    const int code = sqlite3_key(handle_, raw.data(), static_cast<int>(raw.size()));
    explicit_bzero(raw.data(), raw.size());
    if (code != SQLITE_OK) {
        raise(code, "sqlite3_key", false);
    }
}

void Connection::configure()
{
    const auto run = [this](const std::string& sql) {
        if (const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
            code != SQLITE_OK) {
            raise(code, sql, false);
        }
    };
    // The first read is what tells whether the key fits.
    run("SELECT count(*) FROM sqlite_schema");
    if (options_.access != Access::ReadOnly) {
        keepWriteAheadLog();
        run("PRAGMA wal_autocheckpoint = " + std::to_string(options_.checkpointAfterPages));
    }
    run(options_.synchronous == Synchronous::Full ? "PRAGMA synchronous = FULL"
                                                  : "PRAGMA synchronous = NORMAL");
    run("PRAGMA cache_size = -" + std::to_string(options_.cacheKib));
    if (!options_.key) {
        run("PRAGMA mmap_size = " + std::to_string(options_.mmapBytes));
    }
}

void Connection::keepWriteAheadLog()
{
    // SQLite answers "busy" at once, without the busy timeout, while another connection is making
    // the same switch on a new file.
    constexpr std::chrono::milliseconds pause{5};
    constexpr const char* sql = "PRAGMA journal_mode = WAL";
    std::chrono::milliseconds waited{0};
    int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    while ((code & 0xff) == SQLITE_BUSY && waited < options_.busyTimeout) {
        sqlite3_sleep(static_cast<int>(pause.count()));
        waited += pause;
        code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    }
    if (code != SQLITE_OK) {
        raise(code, sql, false);
    }
}

CachedStatement* Connection::borrow(std::string_view sql)
{
    if (const auto found = cache_.find(sql); found != cache_.end()) {
        auto& cached = *found->second;
        if (cached.inUse) {
            return nullptr;
        }
        cached.inUse = true;
        cached.lastUse = ++uses_;
        return &cached;
    }
    auto fresh = std::make_unique<CachedStatement>();
    fresh->sql = sql;
    fresh->statement = compile(fresh->sql, SQLITE_PREPARE_PERSISTENT);
    fresh->inUse = true;
    fresh->lastUse = ++uses_;
    if (cache_.size() >= cachedStatementsMax) {
        evictIdle();
    }
    CachedStatement* cached = fresh.get();
    cache_.emplace(cached->sql, std::move(fresh));
    return cached;
}

void Connection::evictIdle()
{
    auto oldest = cache_.end();
    for (auto at = cache_.begin(); at != cache_.end(); ++at) {
        if (!at->second->inUse &&
            (oldest == cache_.end() || at->second->lastUse < oldest->second->lastUse)) {
            oldest = at;
        }
    }
    if (oldest != cache_.end()) {
        sqlite3_finalize(oldest->second->statement);
        cache_.erase(oldest);
    }
}

sqlite3_stmt* Connection::compile(std::string_view sql, unsigned flags)
{
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), flags,
                                        &statement, &rest);
    if (code != SQLITE_OK) {
        raise(code, sql, false);
    }
    FIELDBOOK_ASSERT(statement != nullptr);
    FIELDBOOK_ASSERT(onlyBlank(sql.substr(static_cast<std::size_t>(rest - sql.data()))));
    return statement;
}

void Connection::raise(int code, std::string_view sql, bool prepared) const
{
    Fault fault = faultOf(code);
    if (fault == Fault::NotADatabase && opening_ && options_.key) {
        fault = Fault::WrongKey;
    }
    // A failed constraint names its table and columns. Other messages of a running statement may
    // quote a value: FTS5 repeats the query it cannot parse, JSON functions the path.
    const bool quotable = !prepared || fault == Fault::Constraint;
    const char* message =
        quotable && handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
    std::string text = message;
    if (fault == Fault::CannotOpen || opening_) {
        text += ": " + sqliteName(file_);
    }
    throw Error{fault, code, text, std::string{sql}};
}

} // namespace fieldbook::db
