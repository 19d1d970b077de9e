#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace fieldbook::db {

// What went wrong, as far as a caller can act on it.
enum class Fault {
    Busy, // Another connection holds the lock, and held it for the whole busy timeout.
    Full, // The disk (or the page limit) is full.
    Corrupt, // The content is damaged.
    NotADatabase, // The file is something else.
    WrongKey, // Opened with a key that does not fit, or the file is no database at all.
    Constraint, // A NOT NULL, UNIQUE, CHECK, FOREIGN KEY or a RAISE in a trigger said no.
    Io, // Reading or writing failed.
    ReadOnly, // A write on a connection or file that only reads.
    CannotOpen, // No such file or folder, or no right to it.
    Interrupted, // Database::interrupt() stopped it.
    OutOfMemory, // An allocation failed.
    NewerSchema, // Written by a newer version of the program.
    ForeignDatabase, // A database, but another program's.
    Other,
};

// The database broke, or the program used SQL that it refuses. Carries the extended SQLite code and
// the SQL as it was prepared; never a bound value and never a key, so it may be logged.
class Error : public std::runtime_error {
public:
    Error(Fault fault, int extendedCode, const std::string& message, std::string sql = {});

    [[nodiscard]] Fault fault() const { return fault_; }
    // Stable and dotted, such as `db.busy`.
    [[nodiscard]] std::string_view code() const;
    // SQLite's extended result code; 0 where SQLite was not the one to refuse.
    [[nodiscard]] int extendedCode() const { return extendedCode_; }
    [[nodiscard]] const std::string& sql() const { return sql_; }

private:
    Fault fault_;
    int extendedCode_;
    std::string sql_;
};

[[nodiscard]] inline bool isBusy(const Error& error) { return error.fault() == Fault::Busy; }
[[nodiscard]] inline bool isFull(const Error& error) { return error.fault() == Fault::Full; }
[[nodiscard]] inline bool isCorrupt(const Error& error) { return error.fault() == Fault::Corrupt; }
// Also true for a wrong key: SQLite cannot tell a foreign file from one it cannot decrypt.
[[nodiscard]] inline bool isNotADatabase(const Error& error)
{
    return error.fault() == Fault::NotADatabase || error.fault() == Fault::WrongKey;
}

} // namespace fieldbook::db
