#pragma once

#include "shared/base/clock.h"
#include "shared/base/money.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace fieldbook {

struct FieldSpec;

// A position as the device measured it. Degrees WGS 84, metres.
struct Geo {
    double latitude = 0;
    double longitude = 0;
    double accuracy = 0;
    Timestamp fixedAt;
    bool mocked = false; // The system said that another app supplied the position.

    friend bool operator==(const Geo&, const Geo&) = default;
};

// Members of a set field: sorted, without repeats.
using TextSet = std::vector<std::string>;

// The value of one field. monostate is "no value". Which alternative a field holds follows from its
// kind: Text, LongText, Choice, TextList -> string (TextList: TextSet); Integer, Quantity,
// BasisPoints -> int64; Reference -> Uuid; Date -> Date; Time -> Timestamp.
using Value = std::variant<std::monostate,
                           bool,
                           std::int64_t,
                           std::string,
                           Money,
                           Uuid,
                           Date,
                           Timestamp,
                           Geo,
                           TextSet>;

[[nodiscard]] inline bool isEmpty(const Value& value)
{
    return std::holds_alternative<std::monostate>(value);
}

// Reads a value of the field's kind from JSON, null being "no value"; checks form, length, range
// and choices (code `field.invalid`, detail names the field). Strings are normalised to NFC by
// their writers.
[[nodiscard]] Result<Value> parseValue(const FieldSpec& field, const nlohmann::json& json);

// The wire form of a value; null for "no value". Inverse of parseValue.
[[nodiscard]] nlohmann::json toJson(const Value& value);

// Appends the wire form of a value to `out` without building a tree.
void appendJson(std::string& out, const Value& value);
void appendJsonInteger(std::string& out, std::int64_t number);
// Appends a JSON string literal.
void appendJsonString(std::string& out, std::string_view text);

} // namespace fieldbook
