#pragma once

#include "shared/record/record.h"
#include "shared/sync/change.h"

#include <optional>
#include <vector>

namespace fieldbook::client {

// The edit that brings a field from what the person saw to what they want, in the form that the
// field's merge policy takes: a set's members added and removed, a text with what it was, all
// others the value. Nothing where the field is already so and nothing is settled. Code
// `change.policy` for what the policy does not take (fields that only acts or the server write),
// and those of parseValue.
[[nodiscard]] Result<std::optional<sync::FieldEdit>> fieldEdit(const Record& seen,
                                                               std::size_t field,
                                                               const Value& to,
                                                               const std::vector<Version>& settles);

// Reads the value as if it had come over the wire: form, length, range and choices. The code of
// parseValue.
[[nodiscard]] Result<Value> checkedValue(const FieldSpec& field, const Value& value);

} // namespace fieldbook::client
