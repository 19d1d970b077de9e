#pragma once

#include "shared/record/record.h"

#include <QString>
#include <QVariant>
#include <map>
#include <string>
#include <string_view>

// What a form has in its fields, between QML and records.
namespace fieldbook::client {

// Field -> value, as a person gave it.
using FieldValues = std::map<std::string, Value, std::less<>>;

// Texts, choices and references as strings ("" for none), sets as one string with commas between
// the members, numbers as numbers, moments and days as dates, nothing as undefined.
[[nodiscard]] QVariant fieldToQt(const FieldSpec& field, const Value& value);
// The inverse. Texts as they were typed, trimmed by tidied() only when they are recorded.
[[nodiscard]] Value fieldFromQt(const FieldSpec& field, const QVariant& value);
// Without white space around it, in NFC; nothing where nothing is left.
[[nodiscard]] Value tidied(Value value);

// What a form holds that is no field of its record; nullptr for an unknown name.
using ExtraFields = const FieldSpec* (*)(std::string_view name);

[[nodiscard]] std::string jsonOf(const FieldValues& values);
// What can no longer be read is left out: a form with one field less is better than none.
[[nodiscard]] FieldValues
valuesFrom(const TypeSpec& type, std::string_view json, ExtraFields extra = nullptr);

// Whether somebody could dial it: digits with the usual separators, perhaps an extension. Local
// numbers without their area code are fine.
[[nodiscard]] bool canBeDialled(const QString& typed);
// The code that stops the value from being recorded; empty if it may be: `field.required`,
// `field.too_long`, `phone.malformed`, `email.malformed`.
[[nodiscard]] std::string_view problemOf(const FieldSpec& field, const Value& value);

} // namespace fieldbook::client
