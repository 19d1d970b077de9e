#pragma once

#include "client/local/recorder.h"
#include "client/tablet/commands/command.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fieldbook::client::tablet {

using Pair = std::pair<std::string, std::string>;

// "name=value" each. Code `input.pair`.
[[nodiscard]] Result<std::vector<Pair>> pairsFrom(const std::vector<std::string>& given);

// The value of a field as a person types it: decimals for money ("12.50", "12.50 USD"), quantities
// and percentages; an id, or what the record is called, for references; "now" or RFC 3339 for
// times; members of a set parted by commas; nothing for "no value". Codes `field.invalid`, those of
// Money and clock, `reference.missing`, `reference.ambiguous`.
[[nodiscard]] Result<Value>
valueFrom(Tablet& tablet, const FieldSpec& field, const std::string& typed);

// All of them, for a record of the type. Code `change.field` for one it does not have.
[[nodiscard]] Result<std::vector<FieldValue>>
fieldsFrom(Tablet& tablet, const TypeSpec& type, const std::vector<Pair>& pairs);

// The arguments of an act as JSON; "new" makes an id. Codes `act.unknown`, `act.arguments`.
[[nodiscard]] Result<std::string>
argumentsFrom(Tablet& tablet, std::string_view act, const std::vector<Pair>& pairs);

// By id, or by what it is called (name, title, number, code or sign-in name), exactly.
[[nodiscard]] Result<Uuid>
findRecord(Tablet& tablet, const TypeSpec& type, const std::string& named);

// The type of that name. Code `record.type`.
[[nodiscard]] Result<const TypeSpec*> typeFrom(const std::string& name);
// Code `record.id_malformed`.
[[nodiscard]] Result<Uuid> idFrom(const std::string& text);
// The record of that id, as the user sees it. Codes of idFrom() and `record.missing`.
[[nodiscard]] Result<Record> recordFrom(Tablet& tablet, const std::string& text);

} // namespace fieldbook::client::tablet
