#include "shared/base/clock.h"

#include <array>
#include <cstdio>
#include <optional>

namespace fieldbook {
namespace {

using namespace std::chrono;

// Reads exactly `count` decimal digits at `at`, or nothing.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size()) {
        return std::nullopt;
    }
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::optional<Date> dayAt(std::string_view text)
{
    const auto y = digits(text, 0, 4);
    const auto m = digits(text, 5, 2);
    const auto d = digits(text, 8, 2);
    if (!y || !m || !d || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const Date date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

// The offset at the end of a date-time in minutes east of UTC, or nothing.
std::optional<int> offsetMinutes(std::string_view text)
{
    if (text == "Z" || text == "z") {
        return 0;
    }
    const auto hours = digits(text, 1, 2);
    const auto minutes = digits(text, 4, 2);
    const bool shaped = text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':';
    if (!shaped || !hours || !minutes || *hours > 23 || *minutes > 59) {
        return std::nullopt;
    }
    const int total = *hours * 60 + *minutes;
    return text[0] == '-' ? -total : total;
}

} // namespace

Timestamp SystemClock::now() const { return time_point_cast<milliseconds>(system_clock::now()); }

std::string toRfc3339(Timestamp time)
{
    const auto day = floor<days>(time);
    const Date date{day};
    const hh_mm_ss clock{time - day};
    std::array<char, 40> buffer{};
    const int length = std::snprintf(
        buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
        static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
        static_cast<int>(clock.subseconds().count()));
    return {buffer.data(), static_cast<std::size_t>(length)};
}

Result<Timestamp> parseRfc3339(std::string_view text)
{
    const auto malformed = [] { return fail(ErrorKind::Invalid, "time.malformed"); };
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't') || text[13] != ':' ||
        text[16] != ':') {
        return malformed();
    }
    const auto date = dayAt(text);
    const auto h = digits(text, 11, 2);
    const auto m = digits(text, 14, 2);
    const auto s = digits(text, 17, 2);
    if (!date || !h || !m || !s || *h > 23 || *m > 59 || *s > 60) {
        return malformed();
    }
    std::size_t at = 19;
    int fraction = 0;
    if (text[at] == '.') {
        int scale = 100;
        std::size_t count = 0;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++count) {
            fraction += (text[at] - '0') * scale;
            scale /= 10;
        }
        if (count == 0 || count > 9) {
            return malformed();
        }
    }
    const auto offset = offsetMinutes(text.substr(at));
    if (!offset) {
        return malformed();
    }
    const Timestamp time = Timestamp{sys_days{*date}} + hours{*h} + minutes{*m - *offset} +
                           seconds{*s} + milliseconds{fraction};
    // An offset may lead out of the years that have four digits.
    const Date utc{floor<days>(time)};
    if (utc.year() < year{0} || utc.year() > year{9999}) {
        return malformed();
    }
    return time;
}

std::string toIsoDate(Date date)
{
    std::array<char, 16> buffer{};
    const int length =
        std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return {buffer.data(), static_cast<std::size_t>(length)};
}

Result<Date> parseIsoDate(std::string_view text)
{
    const auto date = text.size() == 10 ? dayAt(text) : std::nullopt;
    if (!date) {
        return fail(ErrorKind::Invalid, "date.malformed");
    }
    return *date;
}

} // namespace fieldbook
