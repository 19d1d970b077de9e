#pragma once

#include "server/import/source.h"
#include "shared/record/type.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server::import {

struct ColumnLook {
    std::string name;
    std::vector<std::string> examples; // The first that are not empty, each once.
    std::string field; // What it seems to hold; empty: nothing known.
    std::string date; // How its days or times seem to be written; empty: ISO 8601, or none.
};

// A file before anything is decided about it.
struct TableLook {
    char delimiter = ',';
    Table table;
    std::vector<ColumnLook> columns;
    std::vector<std::string> key; // Columns that seem to tell one row from another.
    std::vector<Finding> findings;
};

// The character between cells that makes most of the first line.
[[nodiscard]] char likelyDelimiter(std::string_view text);

// How files are read that come over the network.
[[nodiscard]] CsvOptions readingOf(char delimiter);

// Codes: those of Table::parse.
[[nodiscard]] Result<TableLook>
lookAt(std::string_view text, const TypeSpec& type, std::optional<char> delimiter);

} // namespace fieldbook::server::import
