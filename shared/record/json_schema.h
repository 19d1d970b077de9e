#pragma once

#include "shared/record/field.h"

#include <string>

namespace fieldbook {

// The JSON Schema (2020-12) of what parseValue takes for the field, null left out. maxLength counts
// characters where the field counts bytes of UTF-8, so it is the outer bound.
[[nodiscard]] std::string jsonSchemaOf(const FieldSpec& field);

} // namespace fieldbook
