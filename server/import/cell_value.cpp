#include "server/import/cell_value.h"

#include "shared/text/phone.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <limits>

namespace fieldbook::server::import {
namespace {

struct Moment {
    int year = 0;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
};

// Takes up to `digits` digits from the front.
std::optional<int> takeNumber(std::string_view& text, std::size_t digits)
{
    std::size_t count = 0;
    while (count < digits && count < text.size() && text[count] >= '0' && text[count] <= '9') {
        ++count;
    }
    int value = 0;
    if (count == 0 || std::from_chars(text.data(), text.data() + count, value).ec != std::errc{}) {
        return std::nullopt;
    }
    text.remove_prefix(count);
    return value;
}

// Reads the conversions %Y %m %d %H %M %S and %f, a fraction of any length that is left out.
std::optional<Moment> readMoment(std::string_view text, std::string_view format)
{
    Moment moment;
    while (!format.empty()) {
        if (format.front() != '%' || format.size() < 2) {
            if (text.empty() || text.front() != format.front()) {
                return std::nullopt;
            }
            text.remove_prefix(1);
            format.remove_prefix(1);
            continue;
        }
        const char what = format[1];
        format.remove_prefix(2);
        const auto before = text.size();
        const auto number = takeNumber(text, what == 'Y' ? 4 : what == 'f' ? 9 : 2);
        // A year of two digits could be of either century.
        if (!number || (what == 'Y' && before - text.size() != 4)) {
            return std::nullopt;
        }
        switch (what) {
        case 'Y':
            moment.year = *number;
            break;
        case 'm':
            moment.month = *number;
            break;
        case 'd':
            moment.day = *number;
            break;
        case 'H':
            moment.hour = *number;
            break;
        case 'M':
            moment.minute = *number;
            break;
        case 'S':
            moment.second = *number;
            break;
        case 'f':
            break;
        default:
            return std::nullopt;
        }
    }
    return text.empty() ? std::optional{moment} : std::nullopt;
}

Result<Date> dayOf(const Moment& moment, const std::string& text)
{
    const Date day{std::chrono::year{moment.year},
                   std::chrono::month{static_cast<unsigned>(moment.month)},
                   std::chrono::day{static_cast<unsigned>(moment.day)}};
    if (!day.ok()) {
        return fail(ErrorKind::Invalid, "date.malformed", text);
    }
    return day;
}

Result<Value> readDate(const Expression& expression, const std::string& text)
{
    if (expression.dateFormat.empty()) {
        const auto day = parseIsoDate(text);
        return day ? Result<Value>{*day} : fail(day.error());
    }
    const auto moment = readMoment(text, expression.dateFormat);
    if (!moment) {
        return fail(ErrorKind::Invalid, "date.malformed", text);
    }
    const auto day = dayOf(*moment, text);
    return day ? Result<Value>{*day} : fail(day.error());
}

Result<Value>
readTime(const Expression& expression, const Mapping& mapping, const std::string& text)
{
    if (expression.dateFormat.empty()) {
        const auto time = parseRfc3339(text);
        return time ? Result<Value>{*time} : fail(time.error());
    }
    const auto moment = readMoment(text, expression.dateFormat);
    if (!moment || moment->hour > 23 || moment->minute > 59 || moment->second > 59) {
        return fail(ErrorKind::Invalid, "time.malformed", text);
    }
    const auto day = dayOf(*moment, text);
    if (!day) {
        return fail(ErrorKind::Invalid, "time.malformed", text);
    }
    const auto clock = std::chrono::hours{moment->hour} + std::chrono::minutes{moment->minute} +
                       std::chrono::seconds{moment->second};
    const Timestamp time =
        mapping.zone ? mapping.zone->toUtc(LocalTime{std::chrono::local_days{*day} + clock})
                     : Timestamp{std::chrono::sys_days{*day} + clock - mapping.utcOffset};
    // The zone may have taken it out of the years that can be written.
    return parseRfc3339(toRfc3339(time)) ? Result<Value>{time}
                                         : fail(ErrorKind::Invalid, "time.malformed", text);
}

Result<Value> readBoolean(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (text == "1" || text == "true" || text == "yes" || text == "y" || text == "是") {
        return Value{true};
    }
    if (text == "0" || text == "false" || text == "no" || text == "n" || text == "否") {
        return Value{false};
    }
    return fail(ErrorKind::Invalid, "boolean.malformed", text);
}

// A telephone number as a field of those holds it; any other text stays as it is.
std::string textFor(const FieldSpec& field, const Mapping& mapping, const std::string& text)
{
    return field.search == Search::Phone && mapping.country
               ? withCallingCode(text, *mapping.country)
               : text;
}

nlohmann::json membersOf(const FieldSpec& field,
                         const Expression& expression,
                         const Mapping& mapping,
                         const std::string& text)
{
    auto members = nlohmann::json::array();
    if (expression.split.empty()) {
        members.push_back(textFor(field, mapping, text));
        return members;
    }
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(expression.split, at), text.size());
        if (end > at) {
            members.push_back(textFor(field, mapping, text.substr(at, end - at)));
        }
        at = end + expression.split.size();
    }
    return members;
}

Result<Value> whole(const FieldSpec& field, std::string_view text, int digits)
{
    const auto number = scaledNumber(text, digits);
    return number ? parseValue(field, nlohmann::json(*number)) : fail(number.error());
}

} // namespace

Result<std::int64_t> scaledNumber(std::string_view text, int digits)
{
    const auto malformed = [&] {
        return fail(ErrorKind::Invalid, "number.malformed", std::string{text});
    };
    const bool negative = text.starts_with('-');
    std::string_view rest = text.substr(negative ? 1 : 0);
    std::int64_t value = 0;
    int fraction = -1; // Digits seen after the decimal sign; none yet.
    bool any = false;
    for (const char c : rest) {
        if (c == '.' && fraction < 0) {
            fraction = 0;
            continue;
        }
        if (c < '0' || c > '9') {
            return malformed();
        }
        any = true;
        if (fraction >= digits) {
            if (c != '0') {
                return malformed(); // More precise than the field is.
            }
            continue;
        }
        if (value > (std::numeric_limits<std::int64_t>::max() - 9) / 10) {
            return malformed();
        }
        value = value * 10 + (c - '0');
        fraction += fraction >= 0 ? 1 : 0;
    }
    for (int i = std::max(fraction, 0); i < digits; ++i) {
        if (value > std::numeric_limits<std::int64_t>::max() / 10) {
            return malformed();
        }
        value *= 10;
    }
    return any ? Result<std::int64_t>{negative ? -value : value} : malformed();
}

Result<Value> cellValue(const FieldSpec& field,
                        const Expression& expression,
                        const Mapping& mapping,
                        const std::string& text)
{
    std::string number = text;
    if (expression.decimal != '.') {
        // Beside another decimal sign a point groups digits: 1.200 is no 1.2.
        std::ranges::replace(number, '.', ' ');
        std::ranges::replace(number, expression.decimal, '.');
    }
    switch (field.kind) {
    case FieldKind::Integer:
        return whole(field, number, 0);
    case FieldKind::Quantity:
        return whole(field, number, 3);
    case FieldKind::BasisPoints:
        return whole(field, number, expression.percent ? 2 : 4);
    case FieldKind::Money: {
        const auto minor = scaledNumber(number, mapping.currency.decimals());
        if (!minor) {
            return fail(ErrorKind::Invalid, "money.malformed", text);
        }
        return Value{Money::fromMinor(*minor, mapping.currency)};
    }
    case FieldKind::Boolean:
        return readBoolean(text);
    case FieldKind::Date:
        return readDate(expression, text);
    case FieldKind::Time:
        return readTime(expression, mapping, text);
    case FieldKind::TextSet:
        return parseValue(field, membersOf(field, expression, mapping, text));
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Choice:
    case FieldKind::Reference:
    case FieldKind::Geo:
        break;
    }
    return parseValue(field, nlohmann::json(textFor(field, mapping, text)));
}

} // namespace fieldbook::server::import
