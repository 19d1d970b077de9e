#pragma once

#include "shared/record/field.h"

#include <cstdint>
#include <string_view>

namespace fieldbook::server::api {

// The languages in which Fieldbook speaks to people.
enum class Language : std::uint8_t { English, Chinese };

// The better of the two for an Accept-Language (RFC 9110); English where neither is asked for.
[[nodiscard]] Language languageFrom(std::string_view acceptLanguage);

[[nodiscard]] constexpr std::string_view in(Language language, const Label& label)
{
    return language == Language::Chinese ? label.zh : label.en;
}

// As HTTP names it: "en" or "zh-CN".
[[nodiscard]] constexpr std::string_view tagOf(Language language)
{
    return language == Language::Chinese ? "zh-CN" : "en";
}

} // namespace fieldbook::server::api
