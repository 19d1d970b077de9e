#include "server/import/importable.h"

#include <algorithm>
#include <array>

namespace fieldbook::server::import {
namespace {

constexpr std::array<std::string_view, 6> types{"activity", "contact",     "customer",
                                                "lead",     "opportunity", "product"};
// What acts write, and a record that comes from elsewhere has had for long.
constexpr std::array<std::string_view, 3> broughtAlong{"created_at", "owner", "stage"};
constexpr std::array<std::string_view, 5> names{"login", "code", "number", "name", "title"};

} // namespace

const TypeSpec* importableType(std::string_view name)
{
    return std::ranges::binary_search(types, name) ? &typeNamed(name) : nullptr;
}

bool isImportable(const TypeSpec& type, const FieldSpec& field)
{
    if (field.fieldName.starts_with("deleted_") || field.fieldName == "delete_reason" ||
        field.kind == FieldKind::Geo) {
        return false;
    }
    if (std::ranges::binary_search(broughtAlong, field.fieldName)) {
        return true;
    }
    return field.merge != Merge::Act &&
           (field.merge != Merge::Server || type.audience == Audience::Company);
}

bool mayTell(const FieldSpec& field)
{
    return field.kind == FieldKind::Text && field.personal != Personal::Sensitive;
}

std::vector<std::string_view> namedBy(const TypeSpec& type)
{
    std::vector<std::string_view> by;
    std::ranges::copy_if(names, std::back_inserter(by), [&](std::string_view name) {
        const auto field = type.indexOf(name);
        return field && type.fields[*field].kind == FieldKind::Text;
    });
    return by;
}

} // namespace fieldbook::server::import
