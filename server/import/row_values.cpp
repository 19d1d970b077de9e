#include "server/import/row_values.h"

#include "shared/base/assert.h"

#include <algorithm>

namespace fieldbook::server::import {
namespace {

constexpr char keySeparator = '\x1f';

std::string asciiLower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

struct Tally {
    std::size_t count = 0;
    std::string latest;
};

} // namespace

Result<void> RowValues::prepare()
{
    for (const Section& section : mapping_.sections) {
        if (auto done = prepareSection(section); !done) {
            return done;
        }
    }
    return {};
}

Result<void> RowValues::checkColumns(const std::string& file,
                                     const std::vector<std::string>& columns) const
{
    const auto table = tables_.find(file);
    for (const auto& column : columns) {
        if (table == tables_.end() || !table->second.column(column)) {
            return fail(ErrorKind::Invalid, "import.column_missing", file + ": " + column);
        }
    }
    return {};
}

Result<void> RowValues::prepareSection(const Section& section)
{
    std::vector<std::string> columns = section.key;
    columns.insert(columns.end(), section.partOfKey.begin(), section.partOfKey.end());
    for (const FieldMapping& field : section.fields) {
        for (const Expression& expression : field.alternatives) {
            columns.insert(columns.end(), expression.columns.begin(), expression.columns.end());
            if (const auto& most = expression.mostFrequent) {
                columns.push_back(most->with);
                if (auto counted = count(*most); !counted) {
                    return counted;
                }
            }
        }
    }
    if (auto good = checkColumns(section.file, columns); !good) {
        return good;
    }
    return section.onlyIf ? prepareCondition(section) : Result<void>{};
}

Result<void> RowValues::prepareCondition(const Section& section)
{
    const Condition& condition = *section.onlyIf;
    if (auto good = checkColumns(section.file, {condition.column}); !good) {
        return good;
    }
    if (condition.filled) {
        return {};
    }
    if (auto good = checkColumns(condition.file, {condition.listedIn}); !good) {
        return good;
    }
    const Table& table = tables_.find(condition.file)->second;
    const std::size_t column = *table.column(condition.listedIn);
    auto& values = listed_[&condition];
    for (const auto& row : table.rows()) {
        values.insert(row.cells[column]);
    }
    return {};
}

Result<void> RowValues::count(const MostFrequent& most)
{
    std::vector<std::string> columns{most.match, most.take};
    if (!most.latest.empty()) {
        columns.push_back(most.latest);
    }
    if (auto good = checkColumns(most.file, columns); !good) {
        return good;
    }
    const Table& table = tables_.find(most.file)->second;
    const std::size_t match = *table.column(most.match);
    const std::size_t take = *table.column(most.take);
    const auto latest = most.latest.empty() ? std::nullopt : table.column(most.latest);
    std::map<std::string, std::map<std::string, Tally>> tallies;
    for (const auto& row : table.rows()) {
        Tally& tally = tallies[row.cells[match]][row.cells[take]];
        ++tally.count;
        if (latest) {
            tally.latest = std::max(tally.latest, row.cells[*latest]);
        }
    }
    for (const auto& [value, candidates] : tallies) {
        const auto best = std::ranges::max_element(candidates, {}, [](const auto& candidate) {
            return std::tie(candidate.second.count, candidate.second.latest);
        });
        winners_[&most][value] = best->first;
    }
    return {};
}

const Table* RowValues::tableOf(const Section& section) const
{
    return section.file.empty() ? nullptr : &tables_.find(section.file)->second;
}

const std::string&
RowValues::cell(const Section& section, const std::string& column, const Table::Row& row) const
{
    const auto index = tableOf(section)->column(column);
    FIELDBOOK_ASSERT(index.has_value());
    return row.cells[*index];
}

bool RowValues::wanted(const Section& section, const Table::Row& row) const
{
    if (!section.onlyIf) {
        return true;
    }
    const auto& value = cell(section, section.onlyIf->column, row);
    return section.onlyIf->filled ? !value.empty()
                                  : listed_.find(&*section.onlyIf)->second.contains(value);
}

std::string RowValues::keyOf(const Section& section,
                             const std::vector<std::string>& columns,
                             const Table::Row& row) const
{
    std::string key;
    for (const auto& column : columns) {
        const auto& part = cell(section, column, row);
        if (part.empty()) {
            return {};
        }
        if (!key.empty()) {
            key += keySeparator;
        }
        key += part;
    }
    return key;
}

std::string
RowValues::textOf(const Section& section, const Expression& expression, const Table::Row& row) const
{
    std::string text = expression.constant.value_or(std::string{});
    for (const auto& column : expression.columns) {
        const auto& part = cell(section, column, row);
        if (!part.empty()) {
            text += text.empty() ? part : expression.join + part;
        }
    }
    if (const auto& most = expression.mostFrequent) {
        const auto& winners = winners_.find(&*most)->second;
        const auto winner = winners.find(cell(section, most->with, row));
        text = winner == winners.end() ? std::string{} : winner->second;
    }
    if (const auto mapped = expression.map.find(text); mapped != expression.map.end()) {
        text = mapped->second;
    } else if (expression.otherwise && !text.empty()) {
        text = *expression.otherwise;
    }
    return expression.lower ? asciiLower(std::move(text)) : text;
}

} // namespace fieldbook::server::import
