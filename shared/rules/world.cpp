#include "shared/rules/world.h"

#include "shared/base/assert.h"

#include <algorithm>

namespace fieldbook::rules {

bool Actor::sees(const Uuid& otherTeam) const
{
    return !otherTeam.isNil() && std::ranges::binary_search(seenTeams, otherTeam);
}

std::vector<Record> World::referringIn(const TypeSpec& type,
                                       std::string_view field,
                                       const Uuid& id,
                                       std::string_view state,
                                       std::span<const std::string_view> codes) const
{
    auto records = referring(type, field, id);
    std::erase_if(records, [&](const Record& record) {
        return std::ranges::find(codes, std::string_view{record.textOf(state)}) == codes.end();
    });
    return records;
}

std::optional<Value> World::valueBefore(const Record&, std::size_t, const Version&) const
{
    return std::nullopt;
}

void RecordWrite::set(std::string_view field, Value value)
{
    const auto index = type->indexOf(field);
    FIELDBOOK_ASSERT(index.has_value());
    set(*index, std::move(value));
}

void RecordWrite::set(std::size_t index, Value value)
{
    const auto standing = std::ranges::find(values, index, &std::pair<std::size_t, Value>::first);
    if (standing == values.end()) {
        values.emplace_back(index, std::move(value));
    } else {
        standing->second = std::move(value);
    }
}

const Value* RecordWrite::find(std::string_view field) const
{
    const auto index = type->indexOf(field);
    FIELDBOOK_ASSERT(index.has_value());
    const auto standing = std::ranges::find(values, *index, &std::pair<std::size_t, Value>::first);
    return standing == values.end() ? nullptr : &standing->second;
}

void applyTo(Record& record, const RecordWrite& write)
{
    FIELDBOOK_ASSERT(&record.type() == write.type && record.id() == write.id);
    for (const auto& [index, value] : write.values) {
        record.setAt(index, value);
    }
}

} // namespace fieldbook::rules
