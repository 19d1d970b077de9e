#include "client/local/deeds.h"

#include "client/local/field_edit.h"
#include "shared/sync/merge.h"

#include <algorithm>
#include <iterator>

namespace fieldbook::client {
namespace {

using Indexed = std::pair<std::size_t, Value>;

// Of a field that is named twice the last value counts.
Result<std::vector<Indexed>> indexed(const TypeSpec& type, std::span<const FieldValue> values)
{
    std::vector<Indexed> result;
    for (const auto& [name, value] : values) {
        const auto index = type.indexOf(name);
        if (!index) {
            return fail(ErrorKind::Invalid, "change.field", std::string{name});
        }
        const auto known = std::ranges::find(result, *index, &Indexed::first);
        if (known == result.end()) {
            result.emplace_back(*index, value);
        } else {
            known->second = value;
        }
    }
    return result;
}

std::string_view textIn(const Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? std::string_view{*text} : std::string_view{};
}

Value editedValue(const FieldSpec& field, const sync::FieldEdit& edit, const Value& standing)
{
    const auto* members = std::get_if<TextSet>(&standing);
    if (field.merge == Merge::Sum) {
        const auto* number = std::get_if<std::int64_t>(&standing);
        return (number ? *number : 0) + edit.plus;
    }
    if (field.merge == Merge::Set || field.kind == FieldKind::TextSet) {
        TextSet united;
        std::ranges::set_union(members ? *members : TextSet{}, edit.add,
                               std::back_inserter(united));
        TextSet rest;
        std::ranges::set_difference(united, edit.remove, std::back_inserter(rest));
        return rest.empty() ? Value{} : Value{std::move(rest)};
    }
    if (field.merge == Merge::Append) {
        const auto* text = std::get_if<std::string>(&standing);
        std::string grown = text ? *text : std::string{};
        for (const auto& line : edit.add) {
            grown += (grown.empty() ? "" : "\n") + line;
        }
        return grown;
    }
    if (field.merge == Merge::Text) {
        // What others have written meanwhile stays.
        const auto merged = sync::mergeText(textIn(edit.was), textIn(edit.to), textIn(standing));
        return merged.text.empty() ? Value{} : Value{merged.text};
    }
    return edit.to;
}

void replace(std::vector<Indexed>& values, std::vector<Indexed> by)
{
    for (auto& each : by) {
        const auto known = std::ranges::find(values, each.first, &Indexed::first);
        if (known == values.end()) {
            values.push_back(std::move(each));
        } else {
            known->second = std::move(each.second);
        }
    }
}

} // namespace

Result<Uuid> createIn(ChangeGroup& group,
                      std::string_view type,
                      const Uuid& id,
                      std::span<const FieldValue> values)
{
    const TypeSpec* spec = findType(type);
    if (spec == nullptr) {
        return fail(ErrorKind::Invalid, "record.type", std::string{type});
    }
    auto given = indexed(*spec, values);
    if (!given) {
        return fail(given.error());
    }
    for (auto& [field, value] : *given) {
        auto checked = checkedValue(spec->fields[field], value);
        if (!checked) {
            return fail(checked.error());
        }
        value = std::move(*checked);
    }
    std::erase_if(*given, [](const Indexed& each) { return isEmpty(each.second); });
    auto done = group.create(*spec, id, std::move(*given));
    return done ? Result<Uuid>{id} : fail(done.error());
}

Result<void> editIn(ChangeGroup& group, const Uuid& id, std::span<const FieldValue> values)
{
    const auto record = group.world().find(id);
    if (!record) {
        return fail(ErrorKind::NotFound, "record.missing", id.text());
    }
    auto wanted = indexed(record->type(), values);
    if (!wanted) {
        return fail(wanted.error());
    }
    std::vector<ChangeGroup::FieldWish> wishes;
    for (auto& [field, value] : *wanted) {
        wishes.push_back({field, std::move(value), {}});
    }
    return group.edit(id, std::move(wishes));
}

Result<void>
againIn(ChangeGroup& group, const sync::Change& change, std::span<const FieldValue> values)
{
    auto replacing = indexed(change.type(), values);
    if (!replacing) {
        return fail(replacing.error());
    }
    if (const auto* body = std::get_if<sync::CreateBody>(&change.body)) {
        auto content = body->values;
        replace(content, std::move(*replacing));
        return group.create(*body->type, body->id, std::move(content));
    }
    if (const auto* act = std::get_if<sync::ActBody>(&change.body)) {
        return group.act(act->name, act->id, act->arguments);
    }
    const auto& edit = std::get<sync::EditBody>(change.body);
    const auto record = group.world().find(edit.id);
    if (!record) {
        return fail(ErrorKind::NotFound, "record.missing", edit.id.text());
    }
    std::vector<Indexed> content;
    for (const auto& field : edit.fields) {
        content.emplace_back(field.field, editedValue(edit.type->fields[field.field], field,
                                                      record->at(field.field)));
    }
    replace(content, std::move(*replacing));
    std::vector<ChangeGroup::FieldWish> wishes;
    for (auto& [field, value] : content) {
        wishes.push_back({field, std::move(value), {}});
    }
    return group.edit(edit.id, std::move(wishes));
}

Result<ChangeGroup::FieldWish> wishOf(std::span<const OpenConflict> open, const Decision& decision)
{
    const auto found = std::ranges::find(open, decision.field,
                                         [](const OpenConflict& each) { return each.shown.field; });
    if (found == open.end()) {
        return fail(ErrorKind::Conflict, "attention.decided", decision.field);
    }
    ChangeGroup::FieldWish wish{found->field, {}, found->alternatives};
    switch (decision.take) {
    case Decision::Take::Mine:
        wish.to = found->shown.mine;
        break;
    case Decision::Take::Theirs:
        wish.to = found->shown.theirs;
        break;
    case Decision::Take::Before:
        wish.to = found->shown.before;
        break;
    case Decision::Take::Other:
        wish.to = decision.other;
        break;
    }
    return wish;
}

} // namespace fieldbook::client
