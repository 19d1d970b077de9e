#pragma once

#include "client/local/rows.h"
#include "shared/record/record.h"
#include "shared/rules/world.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// How records and changes are called where they are listed: in the outbox, among receipts and
// attention items.
namespace fieldbook::client {

// What the record itself is called: its name, title or number; empty if it has none.
[[nodiscard]] std::string ownTitleOf(const Record& record);
// That, or else what the record it is about is called: a visit bears its customer's name.
[[nodiscard]] std::string titleOf(const Record& record, const rules::World& world);
// The name of the customer, lead or order that the record hangs on; empty if that says nothing new.
[[nodiscard]] std::string subtitleOf(const Record& record, const rules::World& world);

// The fields that differ, without those that say who made or deleted the record and what went with
// it. Nothing before: all that have a value.
[[nodiscard]] std::vector<ChangeRow::Field> differenceOf(const Record* before, const Record& after);

// [["phone",<before>,<after>],..]: as the outbox and the log of receipts keep it.
[[nodiscard]] std::string fieldsToJson(const std::vector<ChangeRow::Field>& fields);
// Fields that the program does not know any more are left out.
[[nodiscard]] std::vector<ChangeRow::Field> fieldsFromJson(const TypeSpec& type,
                                                           std::string_view json);

} // namespace fieldbook::client
