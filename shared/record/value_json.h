#pragma once

#include "shared/record/field.h"
#include "shared/record/value.h"

#include <simdjson.h>

// Reading values straight from simdjson's tree. Only the codecs of shared/record and shared/sync
// include this header, since simdjson's own is large.
namespace fieldbook {

// Whose word a value is. A change is checked against the declaration. A stored document was checked
// when it was written, perhaps by a newer program that has more choices or longer texts.
enum class Reading : std::uint8_t { Checked, Stored };

[[nodiscard]] Result<Value>
parseValue(const FieldSpec& field, simdjson::dom::element json, Reading reading = Reading::Checked);

// A parser for one thread that refuses nesting deeper than `jsonDepthMax`.
inline constexpr std::size_t jsonDepthMax = 32;
[[nodiscard]] simdjson::dom::parser makeJsonParser();

// Parses text that has SIMDJSON_PADDING readable bytes after it, or copies it where it has not.
enum class Padding : bool { Missing, Given };
[[nodiscard]] simdjson::simdjson_result<simdjson::dom::element>
parseJson(simdjson::dom::parser& parser, std::string_view text, Padding padding = Padding::Missing);

} // namespace fieldbook
