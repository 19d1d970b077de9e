#include "server/store/sqlite/query_sql.h"

#include "shared/base/assert.h"
#include "shared/db/record_table.h"
#include "shared/text/fold.h"

#include <algorithm>
#include <utility>

namespace fieldbook::server {
namespace {

std::string sqlName(std::string_view name) { return '"' + std::string{name} + '"'; }

std::string listed(const std::vector<std::int64_t>& numbers)
{
    std::string text = "(";
    for (const auto number : numbers) {
        text += text.size() > 1 ? "," : "";
        text += std::to_string(number);
    }
    return text + ')';
}

OwnCell cellOf(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return *number;
    }
    if (const auto* flag = std::get_if<bool>(&value)) {
        return std::int64_t{*flag ? 1 : 0};
    }
    if (const auto* money = std::get_if<Money>(&value)) {
        return money->minor();
    }
    if (const auto* id = std::get_if<Uuid>(&value)) {
        return *id;
    }
    if (const auto* date = std::get_if<Date>(&value)) {
        return toIsoDate(*date);
    }
    if (const auto* time = std::get_if<Timestamp>(&value)) {
        return toMillis(*time);
    }
    return {};
}

// A text as LIKE looks for it anywhere, its own wildcards meaning themselves.
std::string pattern(std::string_view text)
{
    std::string like = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') {
            like += '\\';
        }
        like += c;
    }
    return like + '%';
}

std::string_view operatorOf(Condition::Kind kind)
{
    switch (kind) {
    case Condition::Kind::Below:
        return " < ";
    case Condition::Kind::AtMost:
        return " <= ";
    case Condition::Kind::Above:
        return " > ";
    default:
        return " >= ";
    }
}

bool hasSortColumn(const TypeSpec& type, std::size_t field)
{
    return std::ranges::any_of(columnsOf(type), [&](const ColumnSpec& column) {
        return column.part == ColumnSpec::Part::Sort && column.field == field;
    });
}

} // namespace

OwnCell ownCell(const db::Statement& row, int column)
{
    if (row.isNull(column)) {
        return {};
    }
    // The select names each of its columns by the kind that it is read as.
    switch (row.columnName(column).front()) {
    case 'n':
        return row.int64(column);
    case 'b':
        return row.uuid(column);
    default:
        return std::string{row.text(column)};
    }
}

QuerySql::QuerySql(const RecordFilter& filter, const std::vector<std::int64_t>& visibleSets)
    : filter_{filter}, visible_{listed(visibleSets)}
{}

std::string QuerySql::column(const TypeSpec& type, std::size_t field, std::string_view table)
{
    const auto& spec = type.fields[field];
    const std::string prefix = std::string{table} + '.';
    if (!spec.isColumn) {
        // Only the kinds whose JSON is what a column would hold: the service sees to it.
        return "json_extract(" + prefix + "doc, '$.f." + std::string{spec.fieldName} + "')";
    }
    const std::string_view suffix = spec.kind == FieldKind::Money ? "_minor" : "";
    return prefix + sqlName(std::string{spec.fieldName}.append(suffix));
}

std::string QuerySql::expression(const FieldPath& path)
{
    if (!path.through) {
        return column(*filter_.type, path.field, "r");
    }
    if (std::ranges::find(joined_, *path.through) == joined_.end()) {
        joined_.push_back(*path.through);
    }
    const auto& target = typeNamed(filter_.type->fields[*path.through].refersTo);
    return column(target, path.field, "j" + std::to_string(*path.through));
}

std::string QuerySql::parameter(OwnCell value)
{
    parameters_.push_back(std::move(value));
    return '?' + std::to_string(parameters_.size());
}

std::string QuerySql::parameter(const Value& value) { return parameter(cellOf(value)); }

std::string QuerySql::containing(const Condition& condition)
{
    const auto& text = std::get<std::string>(condition.values.front());
    std::string sql =
        expression(condition.path) + " LIKE " + parameter(OwnCell{pattern(text)}) + " ESCAPE '\\'";
    if (!condition.path.through && hasSortColumn(*filter_.type, condition.path.field)) {
        sql = '(' + sql + " OR r.sort LIKE " + parameter(OwnCell{pattern(foldForSearch(text))}) +
              " ESCAPE '\\')";
    }
    return sql;
}

std::string QuerySql::comparison(const Condition& condition)
{
    const std::string field = expression(condition.path);
    switch (condition.kind) {
    case Condition::Kind::Present:
        return field + " IS NOT NULL";
    case Condition::Kind::Missing:
        return field + " IS NULL";
    case Condition::Kind::OneOf:
    case Condition::Kind::NoneOf: {
        std::string list;
        for (const auto& value : condition.values) {
            list += (list.empty() ? "" : ",") + parameter(value);
        }
        return condition.kind == Condition::Kind::OneOf
                   ? field + " IN (" + list + ')'
                   : '(' + field + " IS NULL OR " + field + " NOT IN (" + list + "))";
    }
    default:
        return field + std::string{operatorOf(condition.kind)} +
               parameter(condition.values.front());
    }
}

std::string QuerySql::condition(const Condition& condition)
{
    if (condition.kind == Condition::Kind::Contains) {
        return containing(condition);
    }
    if (condition.kind != Condition::Kind::All && condition.kind != Condition::Kind::Any) {
        return comparison(condition);
    }
    const bool all = condition.kind == Condition::Kind::All;
    if (condition.parts.empty()) {
        return all ? "1" : "0";
    }
    std::string sql = "(";
    for (const auto& part : condition.parts) {
        sql += sql.size() > 1 ? (all ? " AND " : " OR ") : "";
        sql += this->condition(part);
    }
    return sql + ')';
}

std::string QuerySql::rest(const std::string& more)
{
    const std::string where = condition(filter_.where);
    std::string sql = " FROM " + db::RecordTable::of(*filter_.type).name() +
                      " r JOIN record_index i ON i.id = r.id";
    for (const auto reference : joined_) {
        const auto& spec = filter_.type->fields[reference];
        const std::string alias = std::to_string(reference);
        sql += " LEFT JOIN (" + db::RecordTable::of(typeNamed(spec.refersTo)).name() + " j" +
               alias + " JOIN record_index k" + alias + " ON k" + alias + ".id = j" + alias +
               ".id AND k" + alias + ".feeds IN " + visible_ + ") ON j" + alias +
               ".id = " + column(*filter_.type, reference, "r");
    }
    return sql + " WHERE r.deleted_at IS NULL AND i.feeds IN " + visible_ + " AND " + where + more;
}

// NULL comes before every value, and after the last one when the order is turned round.
std::string QuerySql::afterPosition(const RecordQuery& query, const std::string& ordered)
{
    if (!query.after) {
        return {};
    }
    const std::string id = parameter(OwnCell{query.after->id});
    const std::string beyond = query.descending ? " < " : " > ";
    if (!query.orderBy) {
        return " AND r.id" + beyond + id;
    }
    if (std::holds_alternative<std::monostate>(query.after->value)) {
        const std::string sameKind = ordered + " IS NULL AND r.id" + beyond + id;
        return query.descending ? " AND " + sameKind
                                : " AND (" + ordered + " IS NOT NULL OR (" + sameKind + "))";
    }
    const std::string value = parameter(query.after->value);
    const std::string later = '(' + ordered + ", r.id)" + beyond + '(' + value + ", " + id + ')';
    return query.descending ? " AND (" + later + " OR " + ordered + " IS NULL)" : " AND " + later;
}

db::Statement QuerySql::prepare(db::Database& database, const std::string& sql) const
{
    auto statement = database.prepare(sql);
    int index = 0;
    for (const auto& value : parameters_) {
        ++index;
        std::visit(
            [&](const auto& held) {
                if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>) {
                    statement.bind(index, std::nullopt);
                } else {
                    statement.bind(index, held);
                }
            },
            value);
    }
    return statement;
}

db::Statement QuerySql::records(db::Database& database, const RecordQuery& query)
{
    const auto& type = *filter_.type;
    const bool byName = query.orderBy && hasSortColumn(type, *query.orderBy);
    const std::string ordered = !query.orderBy ? "NULL"
                                : byName       ? "r.sort"
                                         : expression({.through = {}, .field = *query.orderBy});
    const auto kind = query.orderBy ? type.fields[*query.orderBy].kind : FieldKind::Text;
    const bool number = kind == FieldKind::Integer || kind == FieldKind::Quantity ||
                        kind == FieldKind::BasisPoints || kind == FieldKind::Money ||
                        kind == FieldKind::Time || kind == FieldKind::Boolean;
    const std::string alias = kind == FieldKind::Reference ? "b" : number ? "n" : "t";
    const std::string direction = query.descending ? " DESC" : "";
    const std::string after = afterPosition(query, ordered);
    std::string sql =
        "SELECT r.doc, " + ordered + " AS " + alias + ", r.id" + rest(after) + " ORDER BY ";
    if (query.orderBy) {
        sql += ordered + direction + ", ";
    }
    sql += "r.id" + direction + " LIMIT " + std::to_string(query.limit);
    return prepare(database, sql);
}

db::Statement QuerySql::count(db::Database& database)
{
    return prepare(database, "SELECT COUNT(*)" + rest());
}

db::Statement QuerySql::totals(db::Database& database, const TotalsQuery& query)
{
    const auto& type = *filter_.type;
    std::string select;
    std::string groups;
    for (const auto& key : query.by) {
        const auto& of =
            key.path.through ? typeNamed(type.fields[*key.path.through].refersTo) : type;
        const auto kind = of.fields[key.path.field].kind;
        std::string field = expression(key.path);
        if (key.quarterHours) {
            field = '(' + field + " / " + std::to_string(quarterHourMillis) + ')';
        }
        const bool text =
            kind == FieldKind::Text || kind == FieldKind::Choice || kind == FieldKind::Date;
        const std::string alias = kind == FieldKind::Reference ? "b" : text ? "t" : "n";
        select += field + " AS " + alias + std::to_string(query.by.size()) + ", ";
        groups += (groups.empty() ? "" : ", ") + field;
    }
    select += "COUNT(*)";
    for (const auto& sum : query.sums) {
        const std::string name{type.fields[sum.field].fieldName};
        const std::string currency = "r." + sqlName(name + "_currency");
        std::string amount = "r." + sqlName(name + "_minor");
        if (sum.weight) {
            const std::string product = '(' + amount + " * " + column(type, *sum.weight, "r") + ')';
            // Half to even, as mulDivHalfEven does; amounts are not negative.
            amount = product + " / 10000 + (" + product + " % 10000 > 5000 OR (" + product +
                     " % 10000 = 5000 AND " + product + " / 10000 % 2 = 1))";
        }
        select += ", " + currency + ", SUM(" + amount + ')';
        groups += (groups.empty() ? "" : ", ") + currency;
    }
    std::string sql = "SELECT " + select + rest();
    if (!groups.empty()) {
        sql += " GROUP BY " + groups;
    }
    return prepare(database, sql + " LIMIT " + std::to_string(query.groupsMax + 1));
}

} // namespace fieldbook::server
