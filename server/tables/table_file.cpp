#include "server/tables/table_file.h"

#include "server/tables/tables.h"

namespace fieldbook::server {

std::unique_ptr<TableFile>
tableFile(TableFormat format, const TableAbout& about, const std::filesystem::path& scratch)
{
    return format == TableFormat::Csv ? csvTable(about) : xlsxTable(about, scratch);
}

std::string plainText(const DecimalCell& cell)
{
    auto digits = std::to_string(cell.units < 0 ? 0 - static_cast<std::uint64_t>(cell.units)
                                                : static_cast<std::uint64_t>(cell.units));
    const auto after = static_cast<std::size_t>(cell.digits);
    if (after > 0) {
        if (digits.size() <= after) {
            digits.insert(0, after + 1 - digits.size(), '0');
        }
        digits.insert(digits.size() - after, 1, '.');
    }
    return (cell.units < 0 ? "-" : "") + digits + (cell.percent ? "%" : "");
}

std::string_view endingOf(TableFormat format)
{
    return format == TableFormat::Csv ? "csv" : "xlsx";
}

std::string_view mediaTypeOf(TableFormat format)
{
    return format == TableFormat::Csv
               ? "text/csv; charset=utf-8"
               : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

} // namespace fieldbook::server
