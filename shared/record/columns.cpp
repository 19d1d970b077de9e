#include "shared/record/columns.h"

#include <map>

namespace fieldbook {
namespace {

std::string_view sqlTypeOf(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Integer:
    case FieldKind::Quantity:
    case FieldKind::BasisPoints:
    case FieldKind::Boolean:
    case FieldKind::Time:
        return "INTEGER";
    case FieldKind::Reference:
        return "BLOB";
    default:
        return "TEXT";
    }
}

void addColumns(std::vector<ColumnSpec>& columns, const FieldSpec& field, std::size_t index)
{
    using Part = ColumnSpec::Part;
    const std::string name{field.fieldName};
    if (field.kind == FieldKind::Money) {
        columns.push_back({name + "_minor", "INTEGER", index, Part::Minor, field.isIndexed});
        columns.push_back({name + "_currency", "TEXT", index, Part::Currency, false});
    } else if (field.kind == FieldKind::Geo) {
        columns.push_back({name + "_lat", "REAL", index, Part::Latitude, false});
        columns.push_back({name + "_lon", "REAL", index, Part::Longitude, false});
    } else {
        columns.push_back({name, sqlTypeOf(field.kind), index, Part::Whole, field.isIndexed});
    }
}

std::vector<ColumnSpec> makeColumns(const TypeSpec& type)
{
    std::vector<ColumnSpec> columns;
    bool sorted = false;
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        const FieldSpec& field = type.fields[i];
        if (field.isColumn) {
            addColumns(columns, field, i);
        }
        if (field.search == Search::Name && !sorted) {
            columns.push_back({"sort", "TEXT", i, ColumnSpec::Part::Sort, true});
            sorted = true;
        }
    }
    return columns;
}

Cell wholeCell(const Value& value, std::vector<std::string>& scratch)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        return std::string_view{*text};
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return *number;
    }
    if (const auto* flag = std::get_if<bool>(&value)) {
        return std::int64_t{*flag ? 1 : 0};
    }
    if (const auto* id = std::get_if<Uuid>(&value)) {
        return *id;
    }
    if (const auto* time = std::get_if<Timestamp>(&value)) {
        return toMillis(*time);
    }
    if (const auto* date = std::get_if<Date>(&value)) {
        scratch.push_back(toIsoDate(*date));
        return std::string_view{scratch.back()};
    }
    return {};
}

Cell cellOf(const Record& record, const ColumnSpec& column, std::vector<std::string>& scratch)
{
    using Part = ColumnSpec::Part;
    const Value& value = record.at(column.field);
    const auto* amount = std::get_if<Money>(&value);
    const auto* position = std::get_if<Geo>(&value);
    switch (column.part) {
    case Part::Whole:
        return wholeCell(value, scratch);
    case Part::Minor:
        return amount ? Cell{amount->minor()} : Cell{};
    case Part::Currency:
        if (amount == nullptr) {
            return {};
        }
        scratch.emplace_back(amount->currency().code());
        return std::string_view{scratch.back()};
    case Part::Latitude:
        return position ? Cell{position->latitude} : Cell{};
    case Part::Longitude:
        return position ? Cell{position->longitude} : Cell{};
    case Part::Sort:
        return record.searchKeys().pinyin.empty()
                   ? wholeCell(value, scratch)
                   : Cell{std::string_view{record.searchKeys().pinyin}};
    }
    return {};
}

} // namespace

const std::vector<ColumnSpec>& columnsOf(const TypeSpec& type)
{
    static const auto all = [] {
        std::map<std::string_view, std::vector<ColumnSpec>> columns;
        for (const TypeSpec* each : allTypes()) {
            columns[each->name] = makeColumns(*each);
        }
        return columns;
    }();
    return all.at(type.name);
}

void cellsOf(const Record& record, std::vector<Cell>& cells, std::vector<std::string>& scratch)
{
    const auto& columns = columnsOf(record.type());
    cells.clear();
    scratch.clear();
    scratch.reserve(columns.size()); // Views into it must not move.
    for (const ColumnSpec& column : columns) {
        cells.push_back(cellOf(record, column, scratch));
    }
}

} // namespace fieldbook
