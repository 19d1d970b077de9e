#include "shared/db/statement.h"

#include "shared/base/assert.h"
#include "shared/db/connection.h"

#include <utility>

namespace fieldbook::db {
namespace {

// SQLite reads a null pointer as NULL; an empty value must stay an empty value.
const char* present(std::string_view text) { return text.data() == nullptr ? "" : text.data(); }

const void* present(std::span<const std::uint8_t> bytes)
{
    return bytes.data() == nullptr ? static_cast<const void*>("") : bytes.data();
}

// sqlite3.h spells these with C casts.
sqlite3_destructor_type keepInPlace() { return nullptr; }

sqlite3_destructor_type copyNow()
{
    // NOLINTNEXTLINE(performance-no-int-to-ptr): the value SQLite defines for "make a copy".
    return reinterpret_cast<sqlite3_destructor_type>(std::intptr_t{-1});
}

} // namespace

Statement::Statement(Connection& connection, sqlite3_stmt* statement, CachedStatement* cached)
    : connection_{&connection}, statement_{statement}, cached_{cached}
{
    ++connection.loans;
}

Statement::Statement(Statement&& other) noexcept
    : connection_{other.connection_},
      statement_{std::exchange(other.statement_, nullptr)},
      cached_{other.cached_}
{}

Statement& Statement::operator=(Statement&& other) noexcept
{
    if (this != &other) {
        release();
        connection_ = other.connection_;
        statement_ = std::exchange(other.statement_, nullptr);
        cached_ = other.cached_;
    }
    return *this;
}

Statement::~Statement() { release(); }

void Statement::release() noexcept
{
    if (statement_ == nullptr) {
        return;
    }
    --connection_->loans;
    if (cached_ == nullptr) {
        sqlite3_finalize(statement_);
    } else {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
        cached_->inUse = false;
    }
    statement_ = nullptr;
}

void Statement::check(int code)
{
    if (code != SQLITE_OK) {
        connection_->raise(code, sql(), true);
    }
}

int Statement::parameter(const char* name) const
{
    const int index = sqlite3_bind_parameter_index(statement_, name);
    FIELDBOOK_ASSERT(index > 0);
    return index;
}

Statement& Statement::bindView(int index, std::string_view text)
{
    check(sqlite3_bind_text64(statement_, index, present(text), text.size(), keepInPlace(),
                              SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindView(int index, std::span<const std::uint8_t> bytes)
{
    check(sqlite3_bind_blob64(statement_, index, present(bytes), bytes.size(), keepInPlace()));
    return *this;
}

Statement& Statement::bindView(int index, const Uuid& id)
{
    return bindView(index, std::span<const std::uint8_t>{id.bytes()});
}

void Statement::bindInt64(int index, std::int64_t value)
{
    check(sqlite3_bind_int64(statement_, index, value));
}

void Statement::bindDouble(int index, double value)
{
    check(sqlite3_bind_double(statement_, index, value));
}

void Statement::bindText(int index, std::string_view text)
{
    check(
        sqlite3_bind_text64(statement_, index, present(text), text.size(), copyNow(), SQLITE_UTF8));
}

void Statement::bindBlob(int index, std::span<const std::uint8_t> bytes)
{
    check(sqlite3_bind_blob64(statement_, index, present(bytes), bytes.size(), copyNow()));
}

void Statement::bindNull(int index) { check(sqlite3_bind_null(statement_, index)); }

bool Statement::step()
{
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        connection_->raise(code, sql(), true);
    }
    return false;
}

void Statement::run()
{
    int code = sqlite3_step(statement_);
    while (code == SQLITE_ROW) {
        code = sqlite3_step(statement_);
    }
    if (code != SQLITE_DONE) {
        connection_->raise(code, sql(), true);
    }
    sqlite3_reset(statement_);
}

// A failure that sqlite3_reset repeats was already thrown by the step it belongs to.
void Statement::reset() { sqlite3_reset(statement_); }

void Statement::clearBindings() { sqlite3_clear_bindings(statement_); }

int Statement::columnCount() const { return sqlite3_column_count(statement_); }

std::string_view Statement::columnName(int column) const
{
    const char* name = sqlite3_column_name(statement_, column);
    FIELDBOOK_ASSERT(name != nullptr);
    return name;
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::int64(int column) const { return sqlite3_column_int64(statement_, column); }

double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Statement::text(int column) const
{
    const auto* text = sqlite3_column_text(statement_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return text == nullptr ? std::string_view{}
                           : std::string_view{reinterpret_cast<const char*>(text), size};
}

std::span<const std::uint8_t> Statement::blob(int column) const
{
    const void* bytes = sqlite3_column_blob(statement_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return bytes == nullptr
               ? std::span<const std::uint8_t>{}
               : std::span<const std::uint8_t>{static_cast<const std::uint8_t*>(bytes), size};
}

Uuid Statement::uuid(int column) const
{
    const auto id = Uuid::fromBytes(blob(column));
    if (!id) {
        throw Error{Fault::Corrupt, SQLITE_MISMATCH,
                    "column " + std::string{columnName(column)} + " does not hold a 16-byte id",
                    std::string{sql()}};
    }
    return *id;
}

std::string_view Statement::sql() const { return sqlite3_sql(statement_); }

} // namespace fieldbook::db
