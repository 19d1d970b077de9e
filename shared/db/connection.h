#pragma once

#include "shared/db/database.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <unordered_map>

namespace fieldbook::db {

struct CachedStatement {
    std::string sql;
    sqlite3_stmt* statement = nullptr;
    bool inUse = false;
    std::uint64_t lastUse = 0;
};

// The inside of Database, shared with Statement; the only type that holds the SQLite handle.
// Internal to shared/db.
class Connection {
public:
    Connection(std::filesystem::path file, OpenOptions options);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    [[nodiscard]] sqlite3* handle() const { return handle_; }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    [[nodiscard]] const OpenOptions& options() const { return options_; }

    // The free cached statement for the text, compiled now if there is none; null if it is in use.
    [[nodiscard]] CachedStatement* borrow(std::string_view sql);

    // Compiles one statement; anything after it in the text is a programming error.
    [[nodiscard]] sqlite3_stmt* compile(std::string_view sql, unsigned flags);

    // Throws what SQLite said about the latest call on this connection. `prepared` tells that
    // values may have been bound, which SQLite's message may then repeat; it is left out unless
    // its kind is known not to.
    [[noreturn]] void raise(int code, std::string_view sql, bool prepared) const;

    int loans = 0;

private:
    void open(const std::string& name);
    void close() noexcept;
    void unlock(const Key& key, Cipher cipher);
    void configure();
    void keepWriteAheadLog();
    void evictIdle();

    std::filesystem::path file_;
    OpenOptions options_;
    sqlite3* handle_ = nullptr;
    bool opening_ = true;
    std::uint64_t uses_ = 0;
    std::unordered_map<std::string_view, std::unique_ptr<CachedStatement>> cache_;
};

// What the path is called for SQLite: UTF-8.
[[nodiscard]] std::string sqliteName(const std::filesystem::path& file);

} // namespace fieldbook::db
