#pragma once

#include "shared/record/type.h"

// One declaration a file. Adding a type is a file here and its name in shared/record/type.cpp.
namespace fieldbook::types {

[[nodiscard]] const TypeSpec& team();
[[nodiscard]] const TypeSpec& user();
[[nodiscard]] const TypeSpec& product();
[[nodiscard]] const TypeSpec& priceList();
[[nodiscard]] const TypeSpec& price();
[[nodiscard]] const TypeSpec& customer();
[[nodiscard]] const TypeSpec& contact();
[[nodiscard]] const TypeSpec& lead();
[[nodiscard]] const TypeSpec& opportunity();
[[nodiscard]] const TypeSpec& visit();
[[nodiscard]] const TypeSpec& activity();
[[nodiscard]] const TypeSpec& order();
[[nodiscard]] const TypeSpec& orderLine();
[[nodiscard]] const TypeSpec& reminder();
[[nodiscard]] const TypeSpec& appointment();
[[nodiscard]] const TypeSpec& attachment();
[[nodiscard]] const TypeSpec& share();
[[nodiscard]] const TypeSpec& substitution();
[[nodiscard]] const TypeSpec& trip();
[[nodiscard]] const TypeSpec& ownershipChange();
[[nodiscard]] const TypeSpec& customerRules();
[[nodiscard]] const TypeSpec& listing();
[[nodiscard]] const TypeSpec& mergeCase();
[[nodiscard]] const TypeSpec& exportRequest();

// The fields that every record bears, to be put at the end of its list:
// created_at and created_by (set once, by whoever creates), deleted_at (in the recycle bin since),
// deleted_by, delete_reason, deleted_with.
void addCommonFields(std::vector<FieldSpec>& fields);

// How a customer came into the public pool.
[[nodiscard]] FieldSpec pooledHow(std::string_view name);
// The tier of a customer.
[[nodiscard]] FieldSpec tier(std::string_view name);

} // namespace fieldbook::types
