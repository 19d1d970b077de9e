#pragma once

#include "server/import/mapping.h"
#include "shared/record/value.h"

namespace fieldbook::server::import {

// Reads what a cell says, not empty, as the field holds it; references are not read here. Codes:
// those of parseValue, `number.malformed`, `money.malformed`, `date.malformed`, `time.malformed`,
// `boolean.malformed`.
[[nodiscard]] Result<Value> cellValue(const FieldSpec& field,
                                      const Expression& expression,
                                      const Mapping& mapping,
                                      const std::string& text);

// A decimal number times 10^digits, which must come to a whole one: 12.5 with three digits is
// 12500. Code `number.malformed`.
[[nodiscard]] Result<std::int64_t> scaledNumber(std::string_view text, int digits);

} // namespace fieldbook::server::import
