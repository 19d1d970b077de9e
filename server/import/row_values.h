#pragma once

#include "server/import/plan.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace fieldbook::server::import {

// What the cells of rows say under a mapping, before it is read as the value of a field. Counts and
// lists over other files are made once. Files and mapping must outlive it.
class RowValues {
public:
    RowValues(const Mapping& mapping, const Tables& tables) : mapping_{mapping}, tables_{tables} {}

    // Code `import.column_missing`.
    [[nodiscard]] Result<void> prepare();

    // Null for a section without a file.
    [[nodiscard]] const Table* tableOf(const Section& section) const;
    [[nodiscard]] bool wanted(const Section& section, const Table::Row& row) const;
    // The cells of these columns as one key; empty if any of them is.
    [[nodiscard]] std::string keyOf(const Section& section,
                                    const std::vector<std::string>& columns,
                                    const Table::Row& row) const;
    // After joining, counting and mapping; empty where there is no value.
    [[nodiscard]] std::string
    textOf(const Section& section, const Expression& expression, const Table::Row& row) const;

private:
    using Winners = std::map<std::string, std::string>;

    [[nodiscard]] Result<void> prepareSection(const Section& section);
    [[nodiscard]] Result<void> prepareCondition(const Section& section);
    [[nodiscard]] Result<void> count(const MostFrequent& most);
    [[nodiscard]] Result<void> checkColumns(const std::string& file,
                                            const std::vector<std::string>& columns) const;
    [[nodiscard]] const std::string&
    cell(const Section& section, const std::string& column, const Table::Row& row) const;

    const Mapping& mapping_;
    const Tables& tables_;
    std::map<const MostFrequent*, Winners> winners_;
    std::map<const Condition*, std::set<std::string>> listed_;
};

} // namespace fieldbook::server::import
