#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <initializer_list>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook {

struct CsvRow {
    std::size_t line = 0; // Where it begins, from 1; a quoted field may reach over several.
    std::vector<std::string> fields; // Valid UTF-8 without zero bytes.
};

struct CsvOptions {
    char delimiter = ',';
    std::size_t fieldBytesMax = std::size_t{1} << 20;
    std::size_t fieldsMax = 1000; // In one row.
    std::size_t rowsMax = 2'000'000;
};

// Reads RFC 4180 row by row from a stream that must outlive it, in memory that does not grow with
// the file: quoted fields, any line ends, a byte order mark. Spaces belong to their field. Empty
// lines are passed over but counted. One thread.
class CsvReader {
public:
    explicit CsvReader(std::istream& in, CsvOptions options = {});
    ~CsvReader();
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    // The next row, or nothing at the end. A row that is refused takes no other with it: the row
    // after it follows. Codes for one row: `csv.quotes` (a quote inside an unquoted field or text
    // after a closing one), `csv.not_utf8`, `csv.zero_byte`, `csv.too_many_fields`. Codes after
    // which there is nothing more: `csv.unclosed_quotes`, `csv.field_too_long`,
    // `csv.too_many_rows`, `csv.utf16`. Throws std::runtime_error when the stream breaks.
    [[nodiscard]] Result<std::optional<CsvRow>> next();

    // The line of what next() returned last, be it a row or a refusal.
    [[nodiscard]] std::size_t line() const;

private:
    class Parser;
    std::unique_ptr<Parser> parser_;
};

struct CsvStyle {
    char delimiter = ',';
    // Without it Excel does not take the file for UTF-8.
    bool byteOrderMark = false;
    // Puts an apostrophe before fields that a spreadsheet would run as a formula (=, +, -, @ and
    // their like, unless it is a plain number). For files people open, not for those read back.
    bool defuseFormulas = false;
};

// Writes RFC 4180 with CRLF, quoting only what needs it. What CsvReader reads from it is what was
// written. Throws std::runtime_error when the stream does not take it. One thread.
class CsvWriter {
public:
    explicit CsvWriter(std::ostream& out, CsvStyle style = {});

    void write(std::span<const std::string> fields);
    void write(std::initializer_list<std::string_view> fields);

private:
    void add(std::string_view field);
    void endRow();

    std::ostream& out_;
    CsvStyle style_;
    std::string row_;
    std::size_t fields_ = 0;
};

} // namespace fieldbook
