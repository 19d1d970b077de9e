#pragma once

#include "shared/record/record.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fieldbook {

// A column that stands beside the document in a record's table, so that lists and reports need not
// read it.
struct ColumnSpec {
    enum class Part : std::uint8_t { Whole, Minor, Currency, Latitude, Longitude, Sort };

    std::string name; // "owner", "amount_minor", "position_lat", "sort"
    std::string_view sqlType; // INTEGER, TEXT, BLOB or REAL
    std::size_t field = 0; // Position in the type; of Part::Sort, that of the name.
    Part part = Part::Whole;
    bool indexed = false;
};

// What a column holds for one record. Text is a view: into the record, or into the document that
// was scanned.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view, Uuid>;

// The columns of a type, in order of declaration, made once. A type with a Search::Name field also
// has "sort": the pinyin of its first name (Record::SearchKeys), or the name itself where there is
// none.
[[nodiscard]] const std::vector<ColumnSpec>& columnsOf(const TypeSpec& type);

// Fills `cells` with the record's values for columnsOf(its type). `scratch` backs views of
// converted text (dates) and must live as long as the cells.
void cellsOf(const Record& record, std::vector<Cell>& cells, std::vector<std::string>& scratch);

} // namespace fieldbook
