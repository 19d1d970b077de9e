#pragma once

#include "shared/record/field.h"

#include <cstdint>
#include <string_view>

namespace fieldbook {

// The languages in which Fieldbook speaks to people.
enum class Language : std::uint8_t { English, Chinese };

[[nodiscard]] constexpr std::string_view in(Language language, const Label& label)
{
    return language == Language::Chinese ? label.zh : label.en;
}

} // namespace fieldbook
