#pragma once

#include "shared/base/clock.h"
#include "shared/calendar/zone.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fieldbook::server {

// An exact number, `digits` of which stand after the decimal sign; percents are of a hundred.
struct DecimalCell {
    std::int64_t units = 0;
    int digits = 2;
    bool percent = false;
};

// What stands in one cell; nothing: an empty one.
using TableCell =
    std::variant<std::monostate, std::string, std::int64_t, bool, DecimalCell, Date, Timestamp>;

enum class TableFormat : std::uint8_t { Csv, Xlsx };

struct TableAbout {
    std::string title;
    std::vector<std::string> head;
    // Whose file it is; ends each row, so that a part of it says so too.
    std::string mark;
    Timestamp at;
    Zone zone; // Of times.
};

// A file that a spreadsheet opens, written row by row. Throws std::runtime_error when it cannot be
// written. One thread.
class TableFile {
public:
    TableFile() = default;
    virtual ~TableFile() = default;
    TableFile(const TableFile&) = delete;
    TableFile& operator=(const TableFile&) = delete;

    // As many cells as the head has names.
    virtual void write(std::span<const TableCell> cells) = 0;
    // The whole file; it takes no more rows.
    [[nodiscard]] virtual std::string finish() = 0;
};

// What a workbook holds while it is written lies in `scratch`, without a name.
[[nodiscard]] std::unique_ptr<TableFile>
tableFile(TableFormat format, const TableAbout& about, const std::filesystem::path& scratch);

// "csv", "xlsx".
[[nodiscard]] std::string_view endingOf(TableFormat format);
[[nodiscard]] std::string_view mediaTypeOf(TableFormat format);

} // namespace fieldbook::server
