#include "server/import/table_look.h"

#include "server/import/cell_value.h"
#include "server/import/importable.h"
#include "shared/text/fold.h"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

namespace fieldbook::server::import {
namespace {

constexpr std::size_t examplesShown = 3;
// Rows that a guess is made from.
constexpr std::size_t rowsLookedAt = 200;
constexpr std::array delimiters{',', ';', '\t', '|'};
constexpr std::array<std::string_view, 13> dates{
    "%Y-%m-%d",          "%Y/%m/%d",       "%d/%m/%Y",          "%m/%d/%Y",       "%d.%m.%Y",
    "%Y年%m月%d日",      "%Y%m%d",         "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M",
    "%Y/%m/%d %H:%M:%S", "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M"};

// What else a field is called in files.
struct OtherName {
    std::string_view type; // Empty: any.
    std::string_view field;
    std::string_view name;
};
constexpr std::array otherNames{
    OtherName{"", "owner", "业务员"},
    OtherName{"", "owner", "销售"},
    OtherName{"", "owner", "跟进人"},
    OtherName{"", "owner", "owner"},
    OtherName{"", "owner", "salesperson"},
    OtherName{"", "phone", "手机"},
    OtherName{"", "phone", "手机号"},
    OtherName{"", "phone", "联系电话"},
    OtherName{"", "phone", "mobile"},
    OtherName{"", "code", "编号"},
    OtherName{"", "name", "名称"},
    OtherName{"", "name", "姓名"},
    OtherName{"", "code", "id"},
    OtherName{"customer", "name", "公司"},
    OtherName{"customer", "name", "公司名称"},
    OtherName{"customer", "name", "单位名称"},
    OtherName{"contact", "customer", "公司"},
    OtherName{"contact", "customer", "单位"},
    OtherName{"", "profile", "备注"},
    OtherName{"", "notes", "备注"},
    OtherName{"", "happened_at", "日期"},
    OtherName{"", "created_at", "创建日期"},
};

// The names of a column as they are compared: folded, without the name of the type before them.
std::string plain(std::string_view name, const TypeSpec& type)
{
    std::string folded = foldForSearch(name);
    for (const auto label : {type.label.zh, type.label.en}) {
        const auto prefix = foldForSearch(label);
        if (folded.size() > prefix.size() && folded.starts_with(prefix)) {
            folded.erase(0, prefix.size());
            break;
        }
    }
    std::erase_if(folded, [](char c) { return c == ' ' || c == '_' || c == '-'; });
    return folded;
}

std::string fieldFor(std::string_view column, const TypeSpec& type)
{
    const std::string sought = plain(column, type);
    for (const auto& field : type.fields) {
        if (!isImportable(type, field)) {
            continue;
        }
        for (const auto name : {field.fieldLabel.zh, field.fieldLabel.en, field.fieldName}) {
            if (plain(name, type) == sought) {
                return std::string{field.fieldName};
            }
        }
    }
    for (const auto& other : otherNames) {
        const auto field = type.indexOf(other.field);
        if ((other.type.empty() || other.type == type.name) && field &&
            isImportable(type, type.fields[*field]) && plain(other.name, type) == sought) {
            return std::string{other.field};
        }
    }
    return {};
}

// The first of the forms in which all of the cells are days or times.
std::string dateOf(const FieldSpec& field, const std::vector<std::string>& cells)
{
    if (field.kind != FieldKind::Date && field.kind != FieldKind::Time) {
        return {};
    }
    const Mapping mapping{.source = {}, .currency = *Currency::parse("CNY")};
    const auto reads = [&](std::string_view format) {
        const Expression expression{.dateFormat = std::string{format}};
        return std::ranges::all_of(cells, [&](const std::string& cell) {
            return cellValue(field, expression, mapping, cell).has_value();
        });
    };
    if (cells.empty() || reads("")) {
        return {};
    }
    const auto found = std::ranges::find_if(dates, reads);
    return found == dates.end() ? std::string{} : std::string{*found};
}

std::vector<std::string> cellsOf(const Table& table, std::size_t column)
{
    std::vector<std::string> cells;
    for (const auto& row : table.rows()) {
        if (!row.cells[column].empty()) {
            cells.push_back(row.cells[column]);
        }
        if (cells.size() == rowsLookedAt) {
            break;
        }
    }
    return cells;
}

bool tellsRowsApart(const Table& table, std::size_t column)
{
    std::set<std::string_view> seen;
    return std::ranges::all_of(table.rows(), [&](const Table::Row& row) {
        return !row.cells[column].empty() && seen.insert(row.cells[column]).second;
    });
}

std::vector<std::string> keyOf(const TableLook& look)
{
    for (const std::string_view wanted : {"code", "login", "number", "phone", "name", ""}) {
        for (std::size_t i = 0; i < look.columns.size(); ++i) {
            const auto& column = look.columns[i];
            if ((wanted.empty() || column.field == wanted) && tellsRowsApart(look.table, i)) {
                return {column.name};
            }
        }
    }
    return {};
}

} // namespace

char likelyDelimiter(std::string_view text)
{
    const std::string line{text.substr(0, text.find('\n'))};
    char likely = delimiters.front();
    std::size_t most = 0;
    for (const char delimiter : delimiters) {
        std::istringstream in{line};
        CsvOptions options;
        options.delimiter = delimiter;
        CsvReader reader{in, options};
        const auto row = reader.next();
        const std::size_t cells = row && *row ? (*row)->fields.size() : 0;
        if (cells > most) {
            most = cells;
            likely = delimiter;
        }
    }
    return likely;
}

CsvOptions readingOf(char delimiter)
{
    CsvOptions options;
    options.delimiter = delimiter;
    options.fieldBytesMax = std::size_t{64} << 10U;
    options.fieldsMax = 150;
    options.rowsMax = 100'000;
    return options;
}

Result<TableLook> lookAt(std::string_view text, const TypeSpec& type, std::optional<char> delimiter)
{
    TableLook look;
    look.delimiter = delimiter.value_or(likelyDelimiter(text));
    std::istringstream in{std::string{text}};
    auto table = Table::parse(in, "", readingOf(look.delimiter), look.findings);
    if (!table) {
        return fail(table.error());
    }
    look.table = std::move(*table);
    std::set<std::string> taken;
    for (std::size_t i = 0; i < look.table.head().size(); ++i) {
        ColumnLook column{.name = look.table.head()[i], .examples = {}, .field = {}, .date = {}};
        const auto cells = cellsOf(look.table, i);
        for (const auto& cell : cells) {
            if (column.examples.size() < examplesShown &&
                std::ranges::find(column.examples, cell) == column.examples.end()) {
                column.examples.push_back(cell);
            }
        }
        column.field = fieldFor(column.name, type);
        if (!column.field.empty() && !taken.insert(column.field).second) {
            column.field.clear(); // An earlier column seems to hold it.
        }
        if (!column.field.empty()) {
            column.date = dateOf(type.field(column.field), cells);
        }
        look.columns.push_back(std::move(column));
    }
    look.key = keyOf(look);
    return look;
}

} // namespace fieldbook::server::import
