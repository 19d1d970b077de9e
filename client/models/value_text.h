#pragma once

#include "shared/record/record.h"

#include <QString>
#include <string_view>

namespace fieldbook::client {

// A field's value as a person reads it in the language of the screen: choices by their labels,
// money with its sign, moments in the tablet's zone. "–" where there is none; a reference, which
// only the store could name, is told as such.
[[nodiscard]] QString valueText(std::string_view type, std::string_view field, const Value& value);

} // namespace fieldbook::client
