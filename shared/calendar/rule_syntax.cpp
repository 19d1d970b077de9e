#include "shared/calendar/rule_syntax.h"

#include "shared/calendar/zone.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook {
namespace {

constexpr int countMax = 10'000;
constexpr std::size_t timesOfDayMax = 8;
constexpr std::size_t ruleBytesMax = 500;

using Parts = std::map<std::string_view, std::string_view>;

// Where the numbers of a list may lie, counted from the front or, if signed, also from the back.
struct NumberList {
    std::string_view part;
    int min;
    int max;
    bool isSigned;
};

constexpr auto numberLists = std::to_array<NumberList>({
    {"BYSECOND", 0, 59, false},
    {"BYMINUTE", 0, 59, false},
    {"BYHOUR", 0, 23, false},
    {"BYMONTH", 1, 12, false},
    {"BYMONTHDAY", 1, 31, true},
    {"BYYEARDAY", 1, 366, true},
    {"BYWEEKNO", 1, 53, true},
    {"BYSETPOS", 1, 366, true},
    {"COUNT", 1, countMax, false},
    {"INTERVAL", 1, 999, false},
});

constexpr auto weekdays =
    std::to_array<std::string_view>({"MO", "TU", "WE", "TH", "FR", "SA", "SU"});

template <class Set>
bool contains(const Set& set, std::string_view value)
{
    return std::ranges::find(set, value) != set.end();
}

tl::unexpected<Error> malformed(std::string_view what)
{
    return fail(ErrorKind::Invalid, "recurrence.malformed", std::string{what});
}

tl::unexpected<Error> contradictory(std::string_view what)
{
    return fail(ErrorKind::Invalid, "recurrence.contradictory", std::string{what});
}

// Takes the text up to the next separator, and the separator.
std::string_view taken(std::string_view& text, char separator)
{
    const auto end = text.find(separator);
    const auto piece = text.substr(0, end);
    text = end == text.npos ? std::string_view{} : text.substr(end + 1);
    return piece;
}

// Whether each item of a list that is not empty passes.
template <class Check>
bool everyItem(std::string_view list, Check check)
{
    if (list.empty() || list.ends_with(',')) {
        return false;
    }
    while (!list.empty()) {
        if (!check(taken(list, ','))) {
            return false;
        }
    }
    return true;
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isPlain = !text.empty() && text[0] != '-' && text.size() <= 5;
    return isPlain && error == std::errc{} && end == text.data() + text.size()
               ? std::optional{value}
               : std::nullopt;
}

std::string_view withoutSign(std::string_view text)
{
    return text.starts_with('-') || text.starts_with('+') ? text.substr(1) : text;
}

bool isWithin(std::string_view text, const NumberList& list)
{
    const auto value = number(list.isSigned ? withoutSign(text) : text);
    return value && *value >= list.min && *value <= list.max;
}

// MO, or in a month or year 2MO and -1MO.
bool isWeekday(std::string_view text)
{
    if (text.size() < 2 || !contains(weekdays, text.substr(text.size() - 2))) {
        return false;
    }
    const auto ordinal = text.substr(0, text.size() - 2);
    return ordinal.empty() || isWithin(ordinal, {"", 1, 53, true});
}

// A day, or a time with or without Z.
bool isUntil(std::string_view text)
{
    if (text.size() == 16 && text.ends_with('Z')) {
        text.remove_suffix(1);
    }
    const auto time = std::string{text} + (text.size() == 8 ? "T000000" : "");
    return parseLocalTime(time).has_value();
}

Result<Parts> partsOf(std::string_view rule)
{
    if (rule.empty() || rule.size() > ruleBytesMax || rule.ends_with(';')) {
        return malformed("empty, too long or ending in a semicolon");
    }
    Parts parts;
    while (!rule.empty()) {
        auto value = taken(rule, ';');
        const auto name = taken(value, '=');
        if (value.empty() || !parts.emplace(name, value).second) {
            return malformed("a part without a value or twice");
        }
    }
    return parts;
}

Result<void> checkValues(const Parts& parts)
{
    for (const auto& [name, value] : parts) {
        const auto list = std::ranges::find(numberLists, name, &NumberList::part);
        bool isFine = false;
        if (list != numberLists.end()) {
            const bool isList = name.starts_with("BY") || value.find(',') == value.npos;
            isFine = isList && everyItem(value, [&](auto item) { return isWithin(item, *list); });
        } else if (name == "BYDAY") {
            isFine = everyItem(value, isWeekday);
        } else if (name == "UNTIL") {
            isFine = isUntil(value);
        } else if (name == "WKST") {
            isFine = contains(weekdays, value);
        } else if (name == "SKIP") {
            isFine = parts.contains("RSCALE") &&
                     (value == "OMIT" || value == "BACKWARD" || value == "FORWARD");
        } else if (name == "FREQ" || name == "RSCALE") {
            isFine = true; // Whether we take them is another question.
        }
        if (!isFine) {
            return malformed(std::string{name} + "=" + std::string{value});
        }
    }
    return {};
}

// The items of a list as numbers; the ordinals of weekdays, 0 for those without.
std::vector<int> numbersOf(const Parts& parts, std::string_view name)
{
    std::vector<int> numbers;
    const auto part = parts.find(name);
    for (auto list = part == parts.end() ? std::string_view{} : part->second; !list.empty();) {
        const auto item = taken(list, ',');
        const auto end = std::min(item.find_first_of("MTWFS"), item.size());
        const auto value = number(withoutSign(item.substr(0, end))).value_or(0);
        numbers.push_back(item.starts_with('-') ? -value : value);
    }
    return numbers;
}

bool isNegative(int number) { return number < 0; }

std::size_t timesOfDay(const Parts& parts)
{
    std::size_t times = 1;
    for (const auto* part : {"BYHOUR", "BYMINUTE", "BYSECOND"}) {
        if (const auto list = parts.find(part); list != parts.end()) {
            times *= 1 + static_cast<std::size_t>(std::ranges::count(list->second, ','));
        }
    }
    return times;
}

// The one rule of another calendar that people here need, a birthday or festival: a month and a day
// of it, every year. Others may search without end.
bool isChineseAnniversary(const Parts& parts)
{
    const auto isOne = [&parts](std::string_view name) {
        const auto part = parts.find(name);
        return part != parts.end() && number(part->second).value_or(0) > 0;
    };
    const auto isAllowed = [](const auto& part) {
        constexpr auto allowed = std::to_array<std::string_view>(
            {"RSCALE", "FREQ", "SKIP", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYMONTHDAY"});
        return contains(allowed, part.first);
    };
    return parts.at("RSCALE") == "CHINESE" && parts.at("FREQ") == "YEARLY" && isOne("BYMONTH") &&
           isOne("BYMONTHDAY") && parts.at("BYMONTHDAY") != "31" &&
           std::ranges::all_of(parts, isAllowed);
}

tl::unexpected<Error> unsupported(std::string_view what)
{
    return fail(ErrorKind::Invalid, "recurrence.unsupported", std::string{what});
}

Result<void> checkFrequency(const Parts& parts)
{
    constexpr auto served =
        std::to_array<std::string_view>({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"});
    constexpr auto tooOften = std::to_array<std::string_view>({"SECONDLY", "MINUTELY", "HOURLY"});
    const auto frequency = parts.find("FREQ");
    if (frequency == parts.end()) {
        return malformed("no FREQ");
    }
    if (contains(tooOften, frequency->second)) {
        return unsupported("more often than daily");
    }
    if (!contains(served, frequency->second)) {
        return malformed("FREQ");
    }
    return {};
}

// Rules that RFC 5545 allows and libical reads otherwise; there is another way to say each.
Result<void> checkWhatIcalReadsOtherwise(const Parts& parts)
{
    const auto freq = parts.at("FREQ");
    // It takes the month of the start for all months.
    if (freq == "YEARLY" && parts.contains("BYMONTHDAY") && !parts.contains("BYMONTH")) {
        return unsupported("BYMONTHDAY without BYMONTH in a year");
    }
    // It is a day or a week off at the turn of some years.
    if (parts.contains("BYWEEKNO")) {
        return unsupported("BYWEEKNO");
    }
    // Its weeks lose step unless they begin on Monday or Sunday.
    if (parts.contains("WKST") && parts.at("WKST") != "MO" && parts.at("WKST") != "SU") {
        return unsupported("WKST");
    }
    // It compares the last day of a month with -1, and counts a day twice that is named from both
    // ends of the month.
    const auto monthDays = numbersOf(parts, "BYMONTHDAY");
    const auto negative = std::ranges::count_if(monthDays, isNegative);
    if (negative > 0 && freq == "DAILY") {
        return unsupported("days from the end of a month in a daily rule");
    }
    if (negative > 0 && negative < std::ssize(monthDays) && parts.contains("BYSETPOS")) {
        return unsupported("BYSETPOS among days from both ends of a month");
    }
    // It reads none of these together, or searches long.
    const bool choosesOtherDays = parts.contains("BYDAY") || parts.contains("BYMONTH") ||
                                  parts.contains("BYMONTHDAY") || parts.contains("BYSETPOS");
    if (parts.contains("BYYEARDAY") && choosesOtherDays) {
        return unsupported("BYYEARDAY with other choices of days");
    }
    // It passes over BYSETPOS in days and weeks, and chooses among days, not among times of a day.
    if (parts.contains("BYSETPOS") &&
        (freq == "DAILY" || freq == "WEEKLY" || timesOfDay(parts) > 1)) {
        return unsupported("BYSETPOS other than among the days of a month or year");
    }
    return {};
}

Result<void> checkSupport(const Parts& parts)
{
    if (parts.contains("RSCALE") && !isChineseAnniversary(parts)) {
        return unsupported("RSCALE but for a Chinese anniversary");
    }
    return checkWhatIcalReadsOtherwise(parts);
}

bool hasOrdinal(std::string_view weekdayList)
{
    return std::ranges::any_of(weekdayList, [](char c) { return c >= '0' && c <= '9'; });
}

// The parts that RFC 5545 forbids together.
Result<void> checkTogether(const Parts& parts)
{
    const auto freq = parts.at("FREQ");
    const bool isYearly = freq == "YEARLY";
    if (parts.contains("COUNT") && parts.contains("UNTIL")) {
        return contradictory("COUNT and UNTIL");
    }
    if (parts.contains("BYYEARDAY") && !isYearly) {
        return contradictory("BYYEARDAY outside a year");
    }
    if (parts.contains("BYMONTHDAY") && freq == "WEEKLY") {
        return contradictory("BYMONTHDAY in a week");
    }
    const auto days = parts.find("BYDAY");
    if (days != parts.end() && hasOrdinal(days->second) && !isYearly && freq != "MONTHLY") {
        return contradictory("a numbered weekday outside a month or year");
    }
    const auto chooses = [](const auto& part) {
        return part.first.starts_with("BY") && part.first != "BYSETPOS";
    };
    if (parts.contains("BYSETPOS") && std::ranges::none_of(parts, chooses)) {
        return contradictory("BYSETPOS with nothing to choose from");
    }
    return {};
}

// How many days of every month or year BYSETPOS chooses from at the least. What is counted from the
// front may fall together with what is counted from the back, so only the longer counts.
int daysToChooseFrom(const Parts& parts)
{
    const auto ordinals = numbersOf(parts, "BYDAY");
    const auto monthDays = numbersOf(parts, "BYMONTHDAY");
    if (!ordinals.empty() && !monthDays.empty()) {
        return 1;
    }
    const auto count = [](const std::vector<int>& numbers, int from, int to) {
        return static_cast<int>(std::ranges::count_if(
            numbers, [=](int number) { return number >= from && number <= to; }));
    };
    const auto months = static_cast<int>(numbersOf(parts, "BYMONTH").size());
    if (parts.at("FREQ") == "YEARLY" && months == 0) {
        return std::max(
            {52 * count(ordinals, 0, 0), count(ordinals, 1, 52), count(ordinals, -52, -1)});
    }
    const auto inMonth =
        std::max({4 * count(ordinals, 0, 0), count(ordinals, 1, 4), count(ordinals, -4, -1),
                  count(monthDays, 1, 28), count(monthDays, -28, -1)});
    return parts.at("FREQ") == "YEARLY" ? months * inMonth : inMonth;
}

// libical looks for the first fitting month as far as the year 20000. What could send it there is
// refused here.
Result<void> checkItOccurs(const Parts& parts)
{
    const auto never = [](std::string_view what) {
        return fail(ErrorKind::Invalid, "recurrence.never", std::string{what});
    };
    const auto months = numbersOf(parts, "BYMONTH");
    const auto monthDays = numbersOf(parts, "BYMONTHDAY");
    if (!parts.contains("RSCALE") && !anyMonthHasDay(months, monthDays)) {
        return never("no month has such a day");
    }
    const auto ordinals = numbersOf(parts, "BYDAY");
    const bool isInMonth = parts.at("FREQ") == "MONTHLY" || !months.empty();
    if (isInMonth && std::ranges::any_of(ordinals, [](int n) { return std::abs(n) > 5; })) {
        return never("no month has six of a weekday");
    }
    const bool isNumbered = std::ranges::any_of(ordinals, [](int n) { return n != 0; });
    if (isNumbered && !monthDays.empty()) {
        return contradictory("a numbered weekday that is also a given day");
    }
    const auto positions = numbersOf(parts, "BYSETPOS");
    const auto most = positions.empty() ? 0 : daysToChooseFrom(parts);
    if (std::ranges::any_of(positions, [most](int n) { return std::abs(n) > most; })) {
        return never("there are not always so many days to choose from");
    }
    return {};
}

Result<void> checkBounds(const Parts& parts)
{
    if (timesOfDay(parts) > timesOfDayMax) {
        return fail(ErrorKind::TooLarge, "recurrence.too_long", "times of day");
    }
    return {};
}

} // namespace

bool anyMonthHasDay(std::span<const int> months, std::span<const int> days)
{
    constexpr auto lengths = std::to_array({31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31});
    const auto hasDay = [days, &lengths](int month) {
        const auto length = lengths.at(static_cast<std::size_t>(month - 1));
        return std::ranges::any_of(days, [length](int day) { return std::abs(day) <= length; });
    };
    return months.empty() || days.empty() || std::ranges::any_of(months, hasDay);
}

Result<void> checkRuleSyntax(std::string_view rule)
{
    const auto parts = partsOf(rule);
    if (!parts) {
        return fail(parts.error());
    }
    // A count that is a number but beyond our bound is not malformed.
    if (const auto count = parts->find("COUNT"); count != parts->end()) {
        const bool isNumber =
            std::ranges::all_of(count->second, [](char c) { return c >= '0' && c <= '9'; });
        if (isNumber && number(count->second).value_or(countMax + 1) > countMax) {
            return fail(ErrorKind::TooLarge, "recurrence.too_long", "COUNT");
        }
    }
    for (const auto check :
         {checkFrequency, checkValues, checkSupport, checkTogether, checkItOccurs, checkBounds}) {
        if (auto checked = check(*parts); !checked) {
            return checked;
        }
    }
    return {};
}

} // namespace fieldbook
