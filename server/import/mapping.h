#pragma once

#include "shared/base/money.h"
#include "shared/base/result.h"
#include "shared/calendar/zone.h"
#include "shared/record/type.h"

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

// How the files of another system become records: what a mapping file (TOML) says, read and
// checked against the declarations of the types. README.md describes the file.
namespace fieldbook::server::import {

// The value that occurs most often in other rows: the salesperson with most orders of a customer.
// Ties go to the row that is latest by a column.
struct MostFrequent {
    std::string file;
    std::string match; // Column there that must equal the value of `with` here.
    std::string with;
    std::string take; // Column there whose values are counted.
    std::string latest;
};

// A record that the store holds already, found by a text of it: {type = "team", by = "code"}.
struct StoredLookup {
    const TypeSpec* type = nullptr;
    std::string by;
};

// How one value is made of a row: columns joined, or a constant, or what is counted elsewhere; then
// mapped; then read as what the field holds, or looked up as the key of another record.
struct Expression {
    std::vector<std::string> columns = {};
    std::string join = " ";
    std::optional<std::string> constant = {};
    std::optional<MostFrequent> mostFrequent = {};
    std::map<std::string, std::string> map = {};
    std::optional<std::string> otherwise = {}; // For values that the map does not name.
    bool lower = false;
    std::string dateFormat = {}; // "%Y-%m-%d %H:%M:%S"; empty: ISO 8601.
    std::string split = {}; // What separates the members of a set.
    char decimal = '.';
    bool percent = false; // Of basis points: 5 is five percent; otherwise 0.05 is.
    std::string records = {}; // The section whose record has this key.
    std::optional<StoredLookup> stored = {};
    bool optional = false; // A key without a record is no value, rather than a mistake.
};

// One field; the first expression that gives a value counts.
struct FieldMapping {
    std::size_t field = 0; // Position in the type.
    std::vector<Expression> alternatives;
    bool expected = false; // An empty value is worth a warning.
};

// Only rows whose `column` is filled, or whose value occurs in a column of another file.
struct Condition {
    std::string column;
    bool filled = false;
    std::string file;
    std::string listedIn;
};

// The records of one type that come from one file: one a row, or a single one without a file.
struct Section {
    std::string name;
    std::string file; // Empty: a single record made of constants.
    const TypeSpec* type = nullptr;
    std::vector<std::string> key; // Columns that tell one row from another.
    // The section, and the columns that hold its key, whose record this one stands and falls with.
    std::string partOf = {};
    std::vector<std::string> partOfKey = {};
    std::optional<Condition> onlyIf = {};
    std::vector<FieldMapping> fields = {};

    [[nodiscard]] const FieldMapping* mappingOf(std::string_view field) const;
};

struct Mapping {
    std::string source; // Tells records of this source from those of others.
    Currency currency;
    std::chrono::minutes utcOffset{0}; // Of times without a zone, unless they are of one.
    std::optional<Zone> zone = {};
    // Of telephone numbers without a country's prefix (ISO 3166); absent: the company's, empty:
    // such numbers stay as they are written.
    std::optional<std::string> country = {};
    char delimiter = ',';
    std::vector<Section> sections = {};

    [[nodiscard]] const Section* section(std::string_view name) const;
    // Every file that is read, each once.
    [[nodiscard]] std::vector<std::string> files() const;
};

// Codes: `import.mapping_unreadable`, `import.mapping_malformed` (with line), `import.mapping`
// (what is wrong and where).
[[nodiscard]] Result<Mapping> readMapping(const std::filesystem::path& file);
[[nodiscard]] Result<Mapping> parseMapping(std::string_view text, const std::string& name);

} // namespace fieldbook::server::import
