#pragma once

#include "shared/record/type.h"

#include <span>
#include <string_view>
#include <vector>

// What a file of rows can fill: one type at a time, without what the server or an act alone makes.
namespace fieldbook::server::import {

// Null for a type that rows of one file do not make.
[[nodiscard]] const TypeSpec* importableType(std::string_view name);
[[nodiscard]] bool isImportable(const TypeSpec& type, const FieldSpec& field);
// Whether a record that is there already may be known by what stands in it: whether an ID number is
// there is nobody's to try.
[[nodiscard]] bool mayTell(const FieldSpec& field);
// The fields by which a record of the type can be named in a cell, the best first.
[[nodiscard]] std::vector<std::string_view> namedBy(const TypeSpec& type);

} // namespace fieldbook::server::import
