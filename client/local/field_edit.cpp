#include "client/local/field_edit.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace fieldbook::client {
namespace {

const TextSet& membersOf(const Value& value)
{
    static const TextSet none;
    const auto* members = std::get_if<TextSet>(&value);
    return members ? *members : none;
}

TextSet without(const TextSet& from, const TextSet& others)
{
    TextSet rest;
    std::ranges::set_difference(from, others, std::back_inserter(rest));
    return rest;
}

std::int64_t numberOf(const Value& value)
{
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? *number : 0;
}

// A text that grows: what stands must be the beginning of what is wanted.
Result<TextSet> appended(const FieldSpec& field, const Value& was, const Value& to)
{
    if (field.kind == FieldKind::TextSet) {
        return without(membersOf(to), membersOf(was));
    }
    const auto* before = std::get_if<std::string>(&was);
    const auto* after = std::get_if<std::string>(&to);
    if (after == nullptr || (before != nullptr && !after->starts_with(*before))) {
        return fail(ErrorKind::Invalid, "change.policy", std::string{field.fieldName});
    }
    std::string rest = after->substr(before ? before->size() : 0);
    if (rest.starts_with('\n')) {
        rest.erase(0, 1);
    }
    return TextSet{std::move(rest)};
}

} // namespace

Result<Value> checkedValue(const FieldSpec& field, const Value& value)
{
    return parseValue(field, toJson(value));
}

Result<std::optional<sync::FieldEdit>> fieldEdit(const Record& seen,
                                                 std::size_t field,
                                                 const Value& to,
                                                 const std::vector<Version>& settles)
{
    const FieldSpec& spec = seen.type().fields[field];
    auto wanted = checkedValue(spec, to);
    if (!wanted) {
        return fail(wanted.error());
    }
    const Value& was = seen.at(field);
    if (*wanted == was && settles.empty()) {
        return std::optional<sync::FieldEdit>{};
    }
    sync::FieldEdit edit;
    edit.field = field;
    edit.from = seen.versionAt(field);
    switch (spec.merge) {
    case Merge::Server:
    case Merge::Act:
        return fail(ErrorKind::Forbidden, "change.policy", std::string{spec.fieldName});
    case Merge::Set:
        edit.add = without(membersOf(*wanted), membersOf(was));
        edit.remove = without(membersOf(was), membersOf(*wanted));
        return edit;
    case Merge::Sum:
        edit.plus = numberOf(*wanted) - numberOf(was);
        return edit;
    case Merge::Append: {
        auto added = appended(spec, was, *wanted);
        if (!added) {
            return fail(added.error());
        }
        edit.add = std::move(*added);
        return edit;
    }
    case Merge::Latest:
    case Merge::Ask:
    case Merge::Text:
        break;
    }
    edit.to = std::move(*wanted);
    edit.was = was;
    edit.settles = settles;
    return edit;
}

} // namespace fieldbook::client
