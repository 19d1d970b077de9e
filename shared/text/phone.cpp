#include "shared/text/phone.h"

#include "shared/base/utf8.h"
#include "shared/text/fold.h"
#include "shared/text/phone_regions.h"

#include <algorithm>

namespace fieldbook {
namespace {

constexpr std::size_t typedBytesMax = 128;
constexpr std::size_t digitsMax = 15; // Of E.164.
constexpr std::size_t digitsMinAbroad = 8;
constexpr std::size_t digitsBeforeExtension = 5;
constexpr std::size_t extensionMax = 5;

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

// What was dialled, without the separators.
struct Dialled {
    std::string digits;
    bool isInternational = false; // It began with a plus sign.
    std::optional<std::size_t> bracketedZero; // The place of the 0 of a "(0)" among the digits.
    std::optional<std::size_t> lastHyphen; // The digits before the last hyphen.
};

// An extension begins with one of these; a number goes on after any other separator.
bool beginsExtension(std::string_view rest)
{
    constexpr std::string_view marks[] = {"ext", "x", "#", ",", ";", "*", "转", "分机", "轉"};
    return std::ranges::any_of(marks,
                               [rest](std::string_view mark) { return rest.starts_with(mark); });
}

std::optional<Dialled> readDialled(std::string_view text)
{
    constexpr std::string_view separators = " -.()/[]";
    Dialled dialled;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (isDigit(c)) {
            dialled.digits.push_back(c);
        } else if (c == '+' && dialled.digits.empty() && !dialled.isInternational) {
            dialled.isInternational = true;
        } else if (dialled.digits.size() >= digitsBeforeExtension &&
                   beginsExtension(text.substr(at))) {
            break;
        } else if (separators.find(c) == separators.npos) {
            return std::nullopt;
        } else if (text.substr(at).starts_with("(0)")) {
            dialled.bracketedZero = dialled.digits.size();
        } else if (c == '-') {
            dialled.lastHyphen = dialled.digits.size();
        }
    }
    return dialled;
}

std::string_view withoutPrefix(std::string_view digits, std::string_view prefix)
{
    return digits.starts_with(prefix) ? digits.substr(prefix.size()) : digits;
}

std::string written(std::string_view callingCode, std::string_view national)
{
    std::string e164{"+"};
    e164.append(callingCode).append(national);
    return e164;
}

// A number that begins with its calling code. People write the trunk prefix after it all the same.
std::optional<std::string> fromAbroad(std::string_view digits)
{
    if (digits.empty() || digits[0] == '0' || digits.size() > digitsMax + 2) {
        return std::nullopt;
    }
    const auto* region = phoneRegionDialled(digits);
    if (region == nullptr) {
        const bool fits = digits.size() >= digitsMinAbroad && digits.size() <= digitsMax;
        return fits ? std::optional{written({}, digits)} : std::nullopt;
    }
    const auto national = digits.substr(region->callingCode.size());
    for (const auto candidate : {national, withoutPrefix(national, region->trunk)}) {
        if (isNationalNumber(*region, candidate)) {
            return written(region->callingCode, candidate);
        }
    }
    return std::nullopt;
}

// Whether a number without any prefix must be a whole one: a shorter one may lack its area code.
bool isSurelyWhole(const PhoneRegion& region, std::string_view digits)
{
    return isNationalNumber(region, digits) &&
           (digits.size() == region.digitsMax || region.country == "CN");
}

std::optional<std::string> fromHome(std::string_view digits, const PhoneRegion& region)
{
    const bool hasTrunk = !region.trunk.empty() && digits.starts_with(region.trunk);
    if (hasTrunk && isNationalNumber(region, digits.substr(region.trunk.size()))) {
        return written(region.callingCode, digits.substr(region.trunk.size()));
    }
    // Where there is no trunk prefix a number has no other form than the whole one.
    if (isSurelyWhole(region, digits) ||
        (region.trunk.empty() && isNationalNumber(region, digits))) {
        return written(region.callingCode, digits);
    }
    // Spreadsheets lose the plus sign.
    if (digits.starts_with(region.callingCode) &&
        isSurelyWhole(region, digits.substr(region.callingCode.size()))) {
        return written({}, digits);
    }
    return std::nullopt;
}

std::optional<std::string> resolve(Dialled dialled, const PhoneRegion* home)
{
    auto prefix = std::string_view{};
    if (!dialled.isInternational) {
        for (const auto abroad :
             {home == nullptr ? std::string_view{"00"} : home->abroad, std::string_view{"00"}}) {
            if (prefix.empty() && dialled.digits.starts_with(abroad)) {
                prefix = abroad;
            }
        }
    }
    if (dialled.isInternational || !prefix.empty()) {
        const auto zero = dialled.bracketedZero.value_or(0);
        if (zero > prefix.size() && zero < dialled.digits.size()) {
            dialled.digits.erase(zero, 1);
        }
        return fromAbroad(std::string_view{dialled.digits}.substr(prefix.size()));
    }
    return home == nullptr ? std::nullopt : fromHome(dialled.digits, *home);
}

} // namespace

std::optional<std::string> toE164(std::string_view typed, std::string_view defaultCountry)
{
    if (typed.size() > typedBytesMax) {
        return std::nullopt;
    }
    const auto folded = foldForSearch(typed);
    const auto dialled = readDialled(withoutPrefix(folded, "tel:"));
    if (!dialled) {
        return std::nullopt;
    }
    const auto* home = phoneRegionOf(defaultCountry);
    if (auto number = resolve(*dialled, home)) {
        return number;
    }
    // 0571-88886666-801: the last group may be an extension.
    const auto hyphen = dialled->lastHyphen.value_or(dialled->digits.size());
    const auto after = dialled->digits.size() - hyphen;
    if (after == 0 || after > extensionMax) {
        return std::nullopt;
    }
    auto shorter = *dialled;
    shorter.digits.resize(hyphen);
    return resolve(std::move(shorter), home);
}

std::string withCallingCode(std::string_view typed, std::string_view country)
{
    const auto* home = phoneRegionOf(country);
    const auto number = toE164(typed, country);
    if (home == nullptr || !number || toE164(typed, {})) {
        return std::string{typed};
    }
    std::string text = foldForSearch(withoutPrefix(typed, "tel:"));
    const auto digits = phoneDigits(text);
    const auto national = std::string_view{*number}.substr(1 + home->callingCode.size());
    if (digits.starts_with(std::string_view{*number}.substr(1))) {
        text.insert(0, "+");
    } else {
        const auto trunk = text.find(home->trunk);
        if (!digits.starts_with(national) && trunk != text.npos) {
            text.erase(trunk, home->trunk.size()); // Not dialled from abroad.
        }
        text.insert(0, '+' + std::string{home->callingCode} + ' ');
    }
    return toE164(text, {}) == number ? text : std::string{typed};
}

std::string_view phoneTail(std::string_view e164, std::size_t count)
{
    const auto digits = withoutPrefix(e164, "+");
    return digits.substr(digits.size() - std::min(count, digits.size()));
}

std::string phoneDigits(std::string_view typed)
{
    auto digits = foldForSearch(typed);
    std::erase_if(digits, [](char c) { return !isDigit(c); });
    return digits;
}

} // namespace fieldbook
