#pragma once

#include "client/local/attention.h"
#include "client/local/change_group.h"
#include "client/local/recorder.h"

#include <span>
#include <string_view>
#include <vector>

// From the words of a person's deeds (types, fields and decisions by name) to those of ChangeGroup.
// Codes `record.type`, `change.field` for names that do not exist.
namespace fieldbook::client {

[[nodiscard]] Result<Uuid> createIn(ChangeGroup& group,
                                    std::string_view type,
                                    const Uuid& id,
                                    std::span<const FieldValue> values);
[[nodiscard]] Result<void>
editIn(ChangeGroup& group, const Uuid& id, std::span<const FieldValue> values);

// A change that was refused, as if the person did it now; `values` replace what it had.
[[nodiscard]] Result<void>
againIn(ChangeGroup& group, const sync::Change& change, std::span<const FieldValue> values);

// Code `attention.decided` if the field no longer waits for a decision.
[[nodiscard]] Result<ChangeGroup::FieldWish> wishOf(std::span<const OpenConflict> open,
                                                    const Decision& decision);

} // namespace fieldbook::client
