#include "server/api/language.h"

#include <optional>
#include <string_view>

namespace fieldbook::server::api {
namespace {

struct Wish {
    std::string_view tag;
    int weight = 1000; // Thousandths.
};

std::string_view withoutSpaces(std::string_view text)
{
    while (text.starts_with(' ') || text.starts_with('\t')) {
        text.remove_prefix(1);
    }
    while (text.ends_with(' ') || text.ends_with('\t')) {
        text.remove_suffix(1);
    }
    return text;
}

// "0.8" in thousandths; malformed weights count as 0.
int weightFrom(std::string_view text)
{
    if (text.starts_with('1')) {
        return 1000;
    }
    int weight = 0;
    int unit = 100;
    for (const char c : text.size() > 2 ? text.substr(2, 3) : std::string_view{}) {
        if (c < '0' || c > '9') {
            return 0;
        }
        weight += (c - '0') * unit;
        unit /= 10;
    }
    return weight;
}

Wish wishFrom(std::string_view part)
{
    Wish wish;
    const auto semicolon = part.find(';');
    wish.tag = withoutSpaces(part.substr(0, semicolon));
    if (semicolon != std::string_view::npos) {
        const auto weight = withoutSpaces(part.substr(semicolon + 1));
        wish.weight = weight.starts_with("q=") ? weightFrom(weight.substr(2)) : 0;
    }
    return wish;
}

std::optional<Language> languageOf(std::string_view tag)
{
    const auto is = [&](char first, char second) {
        return tag.size() >= 2 && (tag[0] | 0x20) == first && (tag[1] | 0x20) == second &&
               (tag.size() == 2 || tag[2] == '-');
    };
    if (is('z', 'h')) {
        return Language::Chinese;
    }
    return is('e', 'n') ? std::optional{Language::English} : std::nullopt;
}

} // namespace

Language languageFrom(std::string_view acceptLanguage)
{
    Language best = Language::English;
    int bestWeight = 0;
    while (!acceptLanguage.empty()) {
        const auto comma = acceptLanguage.find(',');
        const Wish wish = wishFrom(acceptLanguage.substr(0, comma));
        const auto language = languageOf(wish.tag);
        if (language && wish.weight > bestWeight) {
            best = *language;
            bestWeight = wish.weight;
        }
        acceptLanguage =
            comma == std::string_view::npos ? std::string_view{} : acceptLanguage.substr(comma + 1);
    }
    return best;
}

} // namespace fieldbook::server::api
