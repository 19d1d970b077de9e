#pragma once

#include "server/import/mapping.h"
#include "server/import/source.h"
#include "shared/calendar/zone.h"

#include <optional>
#include <string>
#include <vector>

namespace fieldbook::server::import {

// How one field is filled: from a column, or with one value for all rows.
struct FieldOrder {
    std::string field = {};
    std::string column = {};
    std::string value = {};
    std::string by = {}; // Of a reference: which field of the other record the cell holds.
    std::string date = {}; // As Expression::dateFormat.
    char decimal = '.';
};

// Rows for which there is a record already that does not come from this source.
enum class Existing : std::uint8_t { ImportAsNew, Skip, Update };

// What somebody wants brought in: the rows of one file as records of one type.
struct ImportOrder {
    std::string name = {}; // Of the file.
    std::string source = {};
    const TypeSpec* type = nullptr;
    std::string text = {};
    std::optional<char> delimiter = {}; // Absent: the likeliest.
    std::vector<std::string> key = {};
    std::vector<FieldOrder> fields = {};
    Existing existing = Existing::ImportAsNew;
    std::string existingBy = {}; // The field that tells that it is there already.
    bool dryRun = false;
};

// What the company counts and dials in.
struct LocalTerms {
    Currency currency;
    Zone zone;
    std::string country; // Of telephone numbers without a prefix.
};

// One section, named as the type. Codes: `import.source`, `import.key`, `import.field` (no such
// field, twice, or not to be filled), `import.required` (nothing fills it),
// `import.column_missing`.
[[nodiscard]] Result<Mapping>
mappingFor(const ImportOrder& order, const Table& table, const LocalTerms& company);

} // namespace fieldbook::server::import
