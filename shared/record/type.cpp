#include "shared/record/type.h"

#include "shared/base/assert.h"
#include "shared/record/types/types.h"

#include <array>

namespace fieldbook {

std::optional<std::size_t> TypeSpec::indexOf(std::string_view field) const
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].fieldName == field) {
            return i;
        }
    }
    return std::nullopt;
}

const FieldSpec& TypeSpec::field(std::string_view field) const
{
    const auto index = indexOf(field);
    FIELDBOOK_ASSERT(index.has_value());
    return fields[*index];
}

std::span<const TypeSpec* const> allTypes()
{
    static const std::array types{&types::team(),          &types::user(),
                                  &types::product(),       &types::priceList(),
                                  &types::price(),         &types::customer(),
                                  &types::contact(),       &types::lead(),
                                  &types::opportunity(),   &types::visit(),
                                  &types::activity(),      &types::order(),
                                  &types::orderLine(),     &types::reminder(),
                                  &types::appointment(),   &types::attachment(),
                                  &types::share(),         &types::substitution(),
                                  &types::trip(),          &types::ownershipChange(),
                                  &types::customerRules(), &types::listing(),
                                  &types::mergeCase(),     &types::exportRequest()};
    return types;
}

const TypeSpec* findType(std::string_view name)
{
    for (const TypeSpec* type : allTypes()) {
        if (type->name == name) {
            return type;
        }
    }
    return nullptr;
}

const TypeSpec& typeNamed(std::string_view name)
{
    const TypeSpec* type = findType(name);
    FIELDBOOK_ASSERT(type != nullptr);
    return *type;
}

} // namespace fieldbook
