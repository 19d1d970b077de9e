#pragma once

#include "shared/base/uuid.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3_stmt;

namespace fieldbook::db {

class Connection;
struct CachedStatement;

template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;

// A prepared statement on loan from its Database: values are bound by name or by number (from 1),
// columns are read by number (from 0). Resets and unbinds itself when destroyed. Adds nothing to
// the cost of SQLite; must not outlive the Database; same thread.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

    // Binds by name, colon included (":id"), or by number. Takes integers, bool (0 or 1), double,
    // text, bytes, Uuid (16 bytes), nullopt and optionals of them. Text and bytes are copied.
    // An unknown name or number is a programming error.
    template <class T>
    Statement& bind(const char* name, const T& value)
    {
        return bind(parameter(name), value);
    }
    template <class T>
    Statement& bind(int index, const T& value);

    // Like bind(), but the text or bytes stay where they are and must live until the statement is
    // reset or run. For hot loops.
    Statement& bindView(const char* name, std::string_view text)
    {
        return bindView(parameter(name), text);
    }
    Statement& bindView(int index, std::string_view text);
    Statement& bindView(int index, std::span<const std::uint8_t> bytes);
    Statement& bindView(int index, const Uuid& id);
    Statement& bindView(int index, Uuid&&) = delete;

    // The number of a named parameter, for loops that bind by number.
    [[nodiscard]] int parameter(const char* name) const;

    // Advances to the next row; false at the end. After the end, or to start over with new values,
    // call reset() first.
    [[nodiscard]] bool step();
    // Runs to the end, discarding rows, and resets; values stay bound until replaced.
    void run();
    // Back to before the first row; values stay bound.
    void reset();
    void clearBindings();

    // The current row. Text and bytes are valid until the next step, reset or run. SQLite converts
    // between types where it can; NULL reads as zero or empty.
    [[nodiscard]] int columnCount() const;
    [[nodiscard]] std::string_view columnName(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t int64(int column) const;
    [[nodiscard]] bool boolean(int column) const { return int64(column) != 0; }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::span<const std::uint8_t> blob(int column) const;
    // Throws Corrupt unless the column holds 16 bytes.
    [[nodiscard]] Uuid uuid(int column) const;

    // The same by type: get<std::int64_t>, get<Uuid>, get<std::string>,
    // get<std::optional<double>> (nothing for NULL), ...
    template <class T>
    [[nodiscard]] T get(int column) const;

    // As it was prepared, without values.
    [[nodiscard]] std::string_view sql() const;

private:
    friend class Database;
    Statement(Connection& connection, sqlite3_stmt* statement, CachedStatement* cached);

    void bindInt64(int index, std::int64_t value);
    void bindDouble(int index, double value);
    void bindText(int index, std::string_view text);
    void bindBlob(int index, std::span<const std::uint8_t> bytes);
    void bindNull(int index);
    void check(int code);
    void release() noexcept;

    Connection* connection_;
    sqlite3_stmt* statement_;
    // Where the statement returns to; null if it is an extra copy, made because the cached one was
    // in use.
    CachedStatement* cached_;
};

template <class T>
Statement& Statement::bind(int index, const T& value)
{
    static_assert(!std::is_null_pointer_v<T>, "bind std::nullopt for NULL");
    if constexpr (std::is_same_v<T, std::nullopt_t>) {
        bindNull(index);
    } else if constexpr (isOptional<T>) {
        value ? void(bind(index, *value)) : bindNull(index);
    } else if constexpr (std::integral<T>) {
        static_assert(!std::is_same_v<T, std::uint64_t>, "SQLite has no unsigned 64-bit integers");
        bindInt64(index, static_cast<std::int64_t>(value));
    } else if constexpr (std::floating_point<T>) {
        bindDouble(index, static_cast<double>(value));
    } else if constexpr (std::is_same_v<T, Uuid>) {
        bindBlob(index, value.bytes());
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        bindText(index, value);
    } else {
        bindBlob(index, value);
    }
    return *this;
}

template <class T>
T Statement::get(int column) const
{
    if constexpr (isOptional<T>) {
        return isNull(column) ? T{} : T{get<typename T::value_type>(column)};
    } else if constexpr (std::is_same_v<T, bool>) {
        return boolean(column);
    } else if constexpr (std::integral<T>) {
        return static_cast<T>(int64(column));
    } else if constexpr (std::floating_point<T>) {
        return static_cast<T>(real(column));
    } else if constexpr (std::is_same_v<T, Uuid>) {
        return uuid(column);
    } else if constexpr (std::is_constructible_v<T, std::string_view>) {
        return T{text(column)};
    } else {
        const auto bytes = blob(column);
        return T(bytes.begin(), bytes.end());
    }
}

} // namespace fieldbook::db
