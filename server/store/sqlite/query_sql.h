#pragma once

#include "server/store/record_query.h"
#include "shared/db/database.h"

#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server {

// Writes the SELECT of a query. Names come from the declarations of records alone and every value
// is a parameter, so that nothing anybody sends becomes SQL.
class QuerySql {
public:
    // `visibleSets`: the numbers of the sets of feeds that may be seen.
    QuerySql(const RecordFilter& filter, const std::vector<std::int64_t>& visibleSets);

    // Document, value of the order, id.
    [[nodiscard]] db::Statement records(db::Database& database, const RecordQuery& query);
    [[nodiscard]] db::Statement count(db::Database& database);
    // The keys, the count, then currency and sum for each.
    [[nodiscard]] db::Statement totals(db::Database& database, const TotalsQuery& query);

private:
    // What stands for a field in SQL.
    [[nodiscard]] std::string expression(const FieldPath& path);
    [[nodiscard]] std::string
    column(const TypeSpec& type, std::size_t field, std::string_view table);
    [[nodiscard]] std::string condition(const Condition& condition);
    [[nodiscard]] std::string comparison(const Condition& condition);
    [[nodiscard]] std::string containing(const Condition& condition);
    [[nodiscard]] std::string afterPosition(const RecordQuery& query, const std::string& ordered);
    [[nodiscard]] std::string parameter(OwnCell value);
    [[nodiscard]] std::string parameter(const Value& value);
    // FROM, joins and WHERE; call it when everything else has been written.
    [[nodiscard]] std::string rest(const std::string& more = {});
    [[nodiscard]] db::Statement prepare(db::Database& database, const std::string& sql) const;

    const RecordFilter& filter_;
    std::string visible_; // "(1, 2, 5)"
    std::vector<std::size_t> joined_; // References that are followed.
    std::vector<OwnCell> parameters_;
};

// What stands in a column of a row.
[[nodiscard]] OwnCell ownCell(const db::Statement& row, int column);

} // namespace fieldbook::server
