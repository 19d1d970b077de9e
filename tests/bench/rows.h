#pragma once

#include "shared/db/transaction.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fieldbook::bench {

// The rows of a table, to be put into the same table elsewhere as fast as SQLite can.
class Rows {
public:
    using Field =
        std::variant<std::monostate, std::int64_t, double, std::string, std::vector<std::uint8_t>>;

    Rows(db::Database& from, std::string table) : table_{std::move(table)}
    {
        std::vector<std::string> types;
        auto info = from.prepare("SELECT type FROM pragma_table_info('" + table_ + "')");
        while (info.step()) {
            types.emplace_back(info.text(0));
        }
        auto select = from.prepare("SELECT * FROM \"" + table_ + '"');
        while (select.step()) {
            auto& row = rows_.emplace_back(types.size());
            for (std::size_t i = 0; i < types.size(); ++i) {
                const auto column = static_cast<int>(i);
                if (select.isNull(column)) {
                    continue;
                }
                if (types[i] == "INTEGER") {
                    row[i] = select.int64(column);
                } else if (types[i] == "REAL") {
                    row[i] = select.real(column);
                } else if (types[i] == "BLOB") {
                    row[i] = select.get<std::vector<std::uint8_t>>(column);
                } else {
                    row[i] = select.get<std::string>(column);
                }
            }
        }
        sql_ = "INSERT OR REPLACE INTO \"" + table_ + "\" VALUES (";
        for (std::size_t i = 0; i < types.size(); ++i) {
            sql_ += i == 0 ? "?" : ",?";
        }
        sql_ += ')';
    }

    void insert(db::Transaction& transaction) const
    {
        auto insert = transaction.database().prepare(sql_);
        for (const auto& row : rows_) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                const auto column = static_cast<int>(i) + 1;
                if (const auto* text = std::get_if<std::string>(&row[i])) {
                    insert.bindView(column, *text);
                } else if (const auto* bytes = std::get_if<std::vector<std::uint8_t>>(&row[i])) {
                    insert.bindView(column, std::span<const std::uint8_t>{*bytes});
                } else if (const auto* number = std::get_if<std::int64_t>(&row[i])) {
                    insert.bind(column, *number);
                } else if (const auto* real = std::get_if<double>(&row[i])) {
                    insert.bind(column, *real);
                } else {
                    insert.bind(column, std::nullopt);
                }
            }
            insert.run();
        }
    }

private:
    std::string table_;
    std::string sql_;
    std::vector<std::vector<Field>> rows_;
};

} // namespace fieldbook::bench
