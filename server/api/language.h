#pragma once

#include "shared/record/language.h"

#include <string_view>

namespace fieldbook::server::api {

// The better of the two for an Accept-Language (RFC 9110); English where neither is asked for.
[[nodiscard]] Language languageFrom(std::string_view acceptLanguage);

// As HTTP names it: "en" or "zh-CN".
[[nodiscard]] constexpr std::string_view tagOf(Language language)
{
    return language == Language::Chinese ? "zh-CN" : "en";
}

} // namespace fieldbook::server::api
