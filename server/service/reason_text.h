#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>

namespace fieldbook::server {

struct ReasonText {
    std::string en;
    std::string zh;
};

// Why a change was refused, for the person who made it. `detail` names a field of the type where
// the refusal is about one. Every code has a sentence; one that a rule has made since says at least
// that the change was refused.
[[nodiscard]] ReasonText
reasonFor(std::string_view code, std::string_view type, std::string_view detail);

} // namespace fieldbook::server
