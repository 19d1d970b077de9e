#pragma once

#include "shared/base/clock.h"
#include "shared/base/money.h"
#include "shared/db/statement.h"
#include "shared/record/record.h"

#include <optional>
#include <string_view>

// Reads the columns and fields that rows are made of.
namespace fieldbook::client {

[[nodiscard]] inline std::optional<Timestamp> timeAt(const db::Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional{fromMillis(row.int64(column))};
}

[[nodiscard]] inline std::optional<Date> dateAt(const db::Statement& row, int column)
{
    const auto date = parseIsoDate(row.text(column));
    return date ? std::optional{*date} : std::nullopt;
}

// The amount in `column`, its currency in the one after it.
[[nodiscard]] inline std::optional<Money> moneyAt(const db::Statement& row, int column)
{
    const auto currency = Currency::parse(row.text(column + 1));
    return row.isNull(column) || !currency
               ? std::nullopt
               : std::optional{Money::fromMinor(row.int64(column), *currency)};
}

[[nodiscard]] inline Uuid idAt(const db::Statement& row, int column)
{
    return row.isNull(column) ? Uuid{} : row.uuid(column);
}

template <class T>
[[nodiscard]] std::optional<T> valueOf(const Record& record, std::string_view field)
{
    const auto* value = std::get_if<T>(&record.get(field));
    return value ? std::optional{*value} : std::nullopt;
}

} // namespace fieldbook::client
