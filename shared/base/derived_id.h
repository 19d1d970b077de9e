#pragma once

#include "shared/base/uuid.h"

#include <initializer_list>
#include <string_view>

namespace fieldbook {

// The id (RFC 9562, version 8) that always comes of the same parts: for records that follow from
// others, so that whoever derives one again finds it there. The first part says what it is for.
[[nodiscard]] Uuid derivedId(std::initializer_list<std::string_view> parts);

} // namespace fieldbook
