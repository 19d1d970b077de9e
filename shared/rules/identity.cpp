#include "shared/rules/identity.h"

#include "shared/text/fold.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace fieldbook::rules {
namespace {

constexpr std::size_t length = 18;
// ISO 7064 MOD 11-2: the weight of each of the first 17 digits, and the check character for each
// remainder.
constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr std::string_view checks = "10X98765432";

bool isDigit(char character) { return character >= '0' && character <= '9'; }

int numberIn(std::string_view digits)
{
    int number = 0;
    for (const char digit : digits) {
        number = number * 10 + (digit - '0');
    }
    return number;
}

bool isDayOfBirth(std::string_view digits)
{
    using namespace std::chrono;
    const year_month_day day{year{numberIn(digits.substr(0, 4))},
                             month{static_cast<unsigned>(numberIn(digits.substr(4, 2)))},
                             std::chrono::day{static_cast<unsigned>(numberIn(digits.substr(6)))}};
    return day.ok() && day.year() >= year{1800};
}

} // namespace

std::string plainIdNumber(std::string_view typed)
{
    std::string plain = foldForSearch(typed);
    std::erase(plain, ' ');
    std::ranges::replace(plain, 'x', 'X');
    return plain;
}

bool isResidentId(std::string_view plain)
{
    if (plain.size() != length || !std::ranges::all_of(plain.substr(0, length - 1), isDigit) ||
        !isDayOfBirth(plain.substr(6, 8))) {
        return false;
    }
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += weights[i] * (plain[i] - '0');
    }
    return checks[static_cast<std::size_t>(sum % 11)] == plain.back();
}

} // namespace fieldbook::rules
