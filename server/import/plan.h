#pragma once

#include "server/import/mapping.h"
#include "server/import/source.h"
#include "shared/rules/world.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace fieldbook::server::import {

using Tables = std::map<std::string, Table, std::less<>>;

// A record as its row says it should be: a write that creates.
struct PlannedRecord {
    rules::RecordWrite write;
    Uuid origin; // The id that the row makes; the write's, unless that is a record of elsewhere.
    const Section* section = nullptr; // Of the mapping, which outlives the plan.
    std::string file;
    std::size_t line = 0;
};

// Records that are imported together or not at all, such as an order with its lines.
struct PlannedGroup {
    std::vector<PlannedRecord> records;
};

struct Plan {
    std::vector<PlannedGroup> groups;
    std::vector<Finding> findings; // Beside those of reading the files.
    std::size_t rejected = 0; // Records that are not in the groups because something was wrong.
};

// The id of a record of another system: the same for the same source, section and key, ever
// (RFC 9562, version 8, from SHA-256).
[[nodiscard]] Uuid
importedId(std::string_view source, std::string_view section, std::string_view key);

// Finds a record that the store holds already. Codes: those of StoredValues.
using StoredFinder = std::function<Result<Uuid>(const StoredLookup&, const std::string&)>;

// Makes records of rows, without writing any. Totals of orders come from the order rules. Code
// `import.column_missing`: the mapping names a column that its file does not have.
[[nodiscard]] Result<Plan>
makePlan(const Mapping& mapping, const Tables& tables, const StoredFinder& stored);

} // namespace fieldbook::server::import
