#pragma once

#include "shared/base/result.h"
#include "shared/text/csv.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server::import {

enum class Severity : std::uint8_t { Warning, Error };

// What was found wrong in a file. Code and detail as in Error; a warning's row is imported all the
// same.
struct Finding {
    Severity severity = Severity::Error;
    std::string file;
    std::size_t line = 0;
    std::string column;
    std::string code;
    std::string detail;
};

// One file as read: rows of cells without white space around them, under the names of its head.
class Table {
public:
    struct Row {
        std::size_t line = 0;
        std::vector<std::string> cells; // As many as there are columns.
    };

    // Rows that cannot be read are left out and reported, also white space that was taken away.
    // Codes of the result: `import.file_missing`, `import.file_empty`, `import.column_twice`.
    [[nodiscard]] static Result<Table> read(const std::filesystem::path& file,
                                            const std::string& name,
                                            char delimiter,
                                            std::vector<Finding>& findings);
    // The same from a stream, within limits of its own. Codes: `import.file_empty`,
    // `import.column_twice`, `csv.field_too_long` (the name of a column).
    [[nodiscard]] static Result<Table> parse(std::istream& in,
                                             const std::string& name,
                                             const CsvOptions& options,
                                             std::vector<Finding>& findings);
    // Whether it says that the rest of a file was not read.
    [[nodiscard]] static bool endsTheFile(const std::string& code);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::vector<std::string>& head() const { return head_; }
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;

private:
    void take(CsvRow row, std::vector<Finding>& findings);

    std::string name_;
    std::vector<std::string> head_;
    std::vector<Row> rows_;
};

} // namespace fieldbook::server::import
