#include "server/store/sqlite/query_sql.h"
#include "server/store/sqlite/sqlite_view.h"

namespace fieldbook::server {

std::vector<std::int64_t> SqliteView::setNumbersWith(std::span<const FeedName> names)
{
    const auto holds = setsWith(names);
    std::vector<std::int64_t> numbers;
    for (std::size_t set = 0; set < holds.size(); ++set) {
        if (holds[set]) {
            numbers.push_back(static_cast<std::int64_t>(set));
        }
    }
    return numbers;
}

void SqliteView::query(const RecordQuery& query, const QuerySink& add)
{
    const auto visible = setNumbersWith(query.filter.visibleTo);
    QuerySql sql{query.filter, visible};
    auto select = sql.records(database_, query);
    while (select.step()) {
        add(select.text(0), ownCell(select, 1), select.uuid(2));
    }
}

std::int64_t SqliteView::count(const RecordFilter& filter)
{
    const auto visible = setNumbersWith(filter.visibleTo);
    auto select = QuerySql{filter, visible}.count(database_);
    return select.step() ? select.int64(0) : 0;
}

std::vector<TotalsRow> SqliteView::totals(const TotalsQuery& query)
{
    const auto visible = setNumbersWith(query.filter.visibleTo);
    auto select = QuerySql{query.filter, visible}.totals(database_, query);
    std::vector<TotalsRow> rows;
    while (select.step()) {
        TotalsRow row;
        int column = 0;
        for (std::size_t key = 0; key < query.by.size(); ++key) {
            row.keys.push_back(ownCell(select, column++));
        }
        row.count = select.int64(column++);
        for (std::size_t sum = 0; sum < query.sums.size(); ++sum) {
            row.amounts.push_back(
                {select.isNull(column) ? std::string{} : std::string{select.text(column)},
                 select.isNull(column + 1) ? 0 : select.int64(column + 1)});
            column += 2;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace fieldbook::server
