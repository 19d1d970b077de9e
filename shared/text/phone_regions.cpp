#include "shared/text/phone_regions.h"

#include <algorithm>
#include <array>

namespace fieldbook {
namespace {

constexpr auto regions = std::to_array<PhoneRegion>({
    // East and South-East Asia.
    {"CN", "86", "0", "00", 10, 11},
    {"HK", "852", "", "001", 8, 8},
    {"MO", "853", "", "00", 8, 8},
    {"TW", "886", "0", "002", 8, 9},
    {"JP", "81", "0", "010", 9, 10},
    {"KR", "82", "0", "00", 8, 10},
    {"MN", "976", "", "001", 8, 8},
    {"SG", "65", "", "001", 8, 8},
    {"MY", "60", "0", "00", 8, 10},
    {"TH", "66", "0", "001", 8, 9},
    {"VN", "84", "0", "00", 9, 10},
    {"ID", "62", "0", "001", 7, 12},
    {"PH", "63", "0", "00", 8, 10},
    {"KH", "855", "0", "001", 8, 9},
    {"LA", "856", "0", "00", 8, 10},
    {"MM", "95", "0", "00", 7, 10},
    // South and Central Asia.
    {"IN", "91", "0", "00", 10, 10},
    {"PK", "92", "0", "00", 9, 10},
    {"BD", "880", "0", "00", 8, 10},
    {"LK", "94", "0", "00", 9, 9},
    {"NP", "977", "0", "00", 8, 10},
    {"KZ", "7", "8", "810", 10, 10},
    {"UZ", "998", "", "00", 9, 9},
    // The Middle East and the Caucasus.
    {"AE", "971", "0", "00", 8, 9},
    {"SA", "966", "0", "00", 9, 9},
    {"QA", "974", "", "00", 8, 8},
    {"KW", "965", "", "00", 8, 8},
    {"BH", "973", "", "00", 8, 8},
    {"OM", "968", "", "00", 8, 8},
    {"IL", "972", "0", "00", 8, 9},
    {"TR", "90", "0", "00", 10, 10},
    {"IR", "98", "0", "00", 10, 10},
    {"IQ", "964", "0", "00", 8, 10},
    {"JO", "962", "0", "00", 8, 9},
    {"LB", "961", "0", "00", 7, 8},
    {"GE", "995", "0", "00", 9, 9},
    {"AM", "374", "0", "00", 8, 8},
    {"AZ", "994", "0", "00", 9, 9},
    // Europe.
    {"GB", "44", "0", "00", 9, 10},
    {"IE", "353", "0", "00", 7, 9},
    {"FR", "33", "0", "00", 9, 9},
    {"DE", "49", "0", "00", 6, 13},
    {"AT", "43", "0", "00", 7, 13},
    {"CH", "41", "0", "00", 9, 9},
    {"LI", "423", "", "00", 7, 7},
    {"IT", "39", "", "00", 6, 11},
    {"ES", "34", "", "00", 9, 9},
    {"PT", "351", "", "00", 9, 9},
    {"NL", "31", "0", "00", 9, 9},
    {"BE", "32", "0", "00", 8, 9},
    {"LU", "352", "", "00", 5, 11},
    {"DK", "45", "", "00", 8, 8},
    {"NO", "47", "", "00", 8, 8},
    {"SE", "46", "0", "00", 7, 10},
    {"FI", "358", "0", "00", 6, 11},
    {"IS", "354", "", "00", 7, 9},
    {"PL", "48", "", "00", 9, 9},
    {"CZ", "420", "", "00", 9, 9},
    {"SK", "421", "0", "00", 9, 9},
    {"HU", "36", "06", "00", 8, 9},
    {"RO", "40", "0", "00", 9, 9},
    {"BG", "359", "0", "00", 8, 9},
    {"GR", "30", "", "00", 10, 10},
    {"HR", "385", "0", "00", 8, 9},
    {"SI", "386", "0", "00", 8, 8},
    {"RS", "381", "0", "00", 7, 10},
    {"UA", "380", "0", "00", 9, 9},
    {"BY", "375", "80", "810", 9, 9},
    {"RU", "7", "8", "810", 10, 10},
    {"LT", "370", "0", "00", 8, 8},
    {"LV", "371", "", "00", 8, 8},
    {"EE", "372", "", "00", 7, 8},
    {"CY", "357", "", "00", 8, 8},
    {"MT", "356", "", "00", 8, 8},
    // The Americas.
    {"US", "1", "1", "011", 10, 10},
    {"CA", "1", "1", "011", 10, 10},
    {"MX", "52", "", "00", 10, 10},
    {"BR", "55", "0", "00", 10, 11},
    {"AR", "54", "0", "00", 10, 11},
    {"CL", "56", "", "00", 9, 9},
    {"CO", "57", "", "00", 8, 10},
    {"PE", "51", "0", "00", 8, 9},
    {"VE", "58", "0", "00", 10, 10},
    {"EC", "593", "0", "00", 8, 9},
    {"UY", "598", "0", "00", 8, 8},
    // Africa and Oceania.
    {"EG", "20", "0", "00", 8, 10},
    {"ZA", "27", "0", "00", 9, 9},
    {"NG", "234", "0", "009", 8, 10},
    {"KE", "254", "0", "000", 9, 9},
    {"ET", "251", "0", "00", 9, 9},
    {"GH", "233", "0", "00", 9, 9},
    {"TZ", "255", "0", "000", 9, 9},
    {"UG", "256", "0", "000", 9, 9},
    {"MA", "212", "0", "00", 9, 9},
    {"DZ", "213", "0", "00", 8, 9},
    {"AO", "244", "", "00", 9, 9},
    {"AU", "61", "0", "0011", 9, 10},
    {"NZ", "64", "0", "00", 8, 10},
});

// Mobile numbers are 1 and [3-9] and nine more digits. Others begin with an area code, 10 or 2x
// before eight digits or three digits before seven or eight; 400 and 800 are of that form too.
bool isChinese(std::string_view digits)
{
    if (digits[0] == '1') {
        return digits.size() == 11 ? digits[1] >= '3' : digits[1] == '0';
    }
    return digits[0] != '2' || digits.size() == 10;
}

// Neither an area code nor an exchange begins with 0 or 1.
bool isNorthAmerican(std::string_view digits) { return digits[0] >= '2' && digits[3] >= '2'; }

} // namespace

const PhoneRegion* phoneRegionOf(std::string_view country)
{
    const auto* found = std::ranges::find(regions, country, &PhoneRegion::country);
    return found == regions.end() ? nullptr : found;
}

const PhoneRegion* phoneRegionDialled(std::string_view digits)
{
    const auto* found = std::ranges::find_if(regions, [digits](const PhoneRegion& region) {
        return digits.starts_with(region.callingCode);
    });
    return found == regions.end() ? nullptr : found;
}

bool isNationalNumber(const PhoneRegion& region, std::string_view digits)
{
    if (digits.size() < region.digitsMin || digits.size() > region.digitsMax) {
        return false;
    }
    if (region.trunk == "0" && digits[0] == '0') {
        return false;
    }
    if (region.callingCode == "86") {
        return isChinese(digits);
    }
    return region.callingCode != "1" || isNorthAmerican(digits);
}

} // namespace fieldbook
