#include "server/api/app_version.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

namespace fieldbook::server::api {
namespace {

using Numbers = std::vector<std::uint32_t>;

std::optional<Numbers> numbersOf(std::string_view version)
{
    Numbers numbers;
    const char* at = version.data();
    const char* end = at + version.size();
    while (true) {
        std::uint32_t number = 0;
        const auto [after, error] = std::from_chars(at, end, number);
        if (error != std::errc{}) {
            return std::nullopt;
        }
        numbers.push_back(number);
        if (after == end) {
            break;
        }
        if (*after != '.') {
            return std::nullopt;
        }
        at = after + 1;
    }
    // "1.2" and "1.2.0" are the same.
    while (!numbers.empty() && numbers.back() == 0) {
        numbers.pop_back();
    }
    return numbers;
}

} // namespace

bool isOlder(std::string_view version, std::string_view than)
{
    const auto one = numbersOf(version);
    const auto other = numbersOf(than);
    return one && other && *one < *other;
}

} // namespace fieldbook::server::api
