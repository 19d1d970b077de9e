#include "server/import/source.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>

namespace fieldbook::server::import {
namespace {

constexpr std::size_t columnBytesMax = 400;
// White space that was taken away is told so often, and then no more.
constexpr std::size_t warningsMax = 10'000;

// Takes white space from both ends, also the no-break and the ideographic space.
std::string_view trimmed(std::string_view text)
{
    constexpr std::array<std::string_view, 8> spaces{" ",  "\t", "\r",     "\n",
                                                     "\v", "\f", "\u00a0", "\u3000"};
    for (bool found = true; found;) {
        found = false;
        for (const auto& space : spaces) {
            if (text.starts_with(space)) {
                text.remove_prefix(space.size());
                found = true;
            }
            if (text.ends_with(space)) {
                text.remove_suffix(space.size());
                found = true;
            }
        }
    }
    return text;
}

Finding rowError(const std::string& file, std::size_t line, const Error& error)
{
    return {.severity = Severity::Error,
            .file = file,
            .line = line,
            .column = {},
            .code = error.code,
            .detail = error.detail};
}

} // namespace

bool Table::endsTheFile(const std::string& code)
{
    return code == "csv.unclosed_quotes" || code == "csv.field_too_long" ||
           code == "csv.too_many_rows" || code == "csv.utf16";
}

void Table::take(CsvRow row, std::vector<Finding>& findings)
{
    if (row.fields.size() != head_.size()) {
        findings.push_back(rowError(
            name_, row.line,
            {ErrorKind::Invalid, "import.cells",
             std::to_string(row.fields.size()) + " instead of " + std::to_string(head_.size())}));
        return;
    }
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
        const auto plain = trimmed(row.fields[i]);
        if (plain.size() != row.fields[i].size() && findings.size() < warningsMax) {
            findings.push_back({.severity = Severity::Warning,
                                .file = name_,
                                .line = row.line,
                                .column = head_[i],
                                .code = "import.spaces",
                                .detail = std::string{plain}});
        }
        row.fields[i] = std::string{plain};
    }
    rows_.push_back({row.line, std::move(row.fields)});
}

Result<Table> Table::read(const std::filesystem::path& file,
                          const std::string& name,
                          char delimiter,
                          std::vector<Finding>& findings)
{
    std::ifstream in{file, std::ios::binary};
    if (!in || !std::filesystem::is_regular_file(file)) {
        return fail(ErrorKind::NotFound, "import.file_missing", file.string());
    }
    CsvOptions options;
    options.delimiter = delimiter;
    return parse(in, name, options, findings);
}

Result<Table> Table::parse(std::istream& in,
                           const std::string& name,
                           const CsvOptions& options,
                           std::vector<Finding>& findings)
{
    Table table;
    table.name_ = name;
    CsvReader reader{in, options};
    while (true) {
        auto row = reader.next();
        if (!row) {
            findings.push_back(rowError(name, reader.line(), row.error()));
            if (endsTheFile(row.error().code)) {
                break;
            }
            continue;
        }
        if (!*row) {
            break;
        }
        if (!table.head_.empty()) {
            table.take(std::move(**row), findings);
            continue;
        }
        for (const auto& cell : (*row)->fields) {
            table.head_.emplace_back(trimmed(cell));
            if (table.head_.back().size() > columnBytesMax) {
                return fail(ErrorKind::TooLarge, "csv.field_too_long", name);
            }
        }
        const std::set<std::string> distinct{table.head_.begin(), table.head_.end()};
        if (distinct.size() != table.head_.size()) {
            return fail(ErrorKind::Invalid, "import.column_twice", name);
        }
    }
    if (table.head_.empty()) {
        return fail(ErrorKind::Invalid, "import.file_empty", name);
    }
    return table;
}

std::optional<std::size_t> Table::column(std::string_view name) const
{
    const auto found = std::ranges::find(head_, name);
    return found == head_.end() ? std::nullopt
                                : std::optional{static_cast<std::size_t>(found - head_.begin())};
}

} // namespace fieldbook::server::import
