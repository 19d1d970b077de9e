#include "client/models/schedule/repeat_rule.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>

namespace fieldbook::client {
namespace {

using Parts = std::map<std::string, std::string, std::less<>>;

constexpr std::array<std::string_view, 7> dayCodes{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::array<std::string_view, 7> daysEnglish{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 7> daysChinese{"周一", "周二", "周三", "周四",
                                                      "周五", "周六", "周日"};
constexpr std::array<std::string_view, 12> monthsEnglish{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

Parts partsOf(std::string_view rule)
{
    Parts parts;
    if (rule.starts_with("RRULE:")) {
        rule.remove_prefix(6);
    }
    for (const auto part : split(rule, ';')) {
        const auto equals = part.find('=');
        if (equals != std::string_view::npos) {
            parts.emplace(part.substr(0, equals), part.substr(equals + 1));
        }
    }
    return parts;
}

std::optional<int> numberOf(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number}
                                                                    : std::nullopt;
}

std::string take(Parts& parts, std::string_view key)
{
    const auto found = parts.find(key);
    if (found == parts.end()) {
        return {};
    }
    std::string value = std::move(found->second);
    parts.erase(found);
    return value;
}

std::size_t weekdayOf(Date day) { return std::chrono::weekday{day}.iso_encoding() - 1; }

// The day on which "20260514", "20260514T090000" or "20260514T010000Z" falls on the zone's wall.
std::optional<Date> dayOfUntil(std::string_view text, const Zone& zone)
{
    if (text.size() == 8) {
        const auto start = parseLocalTime(std::string{text} + "T000000");
        return start ? std::optional{Date{std::chrono::floor<std::chrono::days>(*start)}}
                     : std::nullopt;
    }
    const bool universal = text.ends_with('Z');
    const auto local = parseLocalTime(text.substr(0, text.size() - (universal ? 1 : 0)));
    if (!local) {
        return std::nullopt;
    }
    return universal ? zone.dateAt(Timestamp{local->time_since_epoch()})
                     : Date{std::chrono::floor<std::chrono::days>(*local)};
}

std::string joined(const std::vector<std::string>& words, bool chinese)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            text += chinese ? "、" : i + 1 == words.size() ? " and " : ", ";
        }
        text += words[i];
    }
    return text;
}

std::string ordinal(int number, bool chinese)
{
    if (chinese) {
        return number == -1 ? "最后一个" : "第 " + std::to_string(number) + " 个";
    }
    constexpr std::array<std::string_view, 5> words{"first", "second", "third", "fourth", "fifth"};
    return number == -1 ? "last" : std::string{words[static_cast<std::size_t>(number - 1)]};
}

// Monday, or the first Monday; nothing where a day cannot be told so.
std::optional<std::string> dayText(std::string_view code, bool chinese)
{
    const auto name = code.size() >= 2 ? code.substr(code.size() - 2) : code;
    const auto* at = std::ranges::find(dayCodes, name);
    if (at == dayCodes.end()) {
        return std::nullopt;
    }
    const auto which = static_cast<std::size_t>(at - dayCodes.begin());
    const std::string day{chinese ? daysChinese[which] : daysEnglish[which]};
    const auto prefix = code.substr(0, code.size() - name.size());
    if (prefix.empty()) {
        return day;
    }
    const auto number = numberOf(prefix.starts_with('+') ? prefix.substr(1) : prefix);
    if (!number || *number < -1 || *number == 0 || *number > 5) {
        return std::nullopt;
    }
    return ordinal(*number, chinese) + (chinese ? "" : " ") + day;
}

std::optional<std::string> daysText(std::string_view codes, bool chinese)
{
    if (codes == "MO,TU,WE,TH,FR") {
        return chinese ? "工作日" : "weekdays";
    }
    std::vector<std::string> days;
    for (const auto code : split(codes, ',')) {
        const auto day = dayText(code, chinese);
        if (!day) {
            return std::nullopt;
        }
        days.push_back(*day);
    }
    return joined(days, chinese);
}

std::optional<std::string> monthDaysText(std::string_view list, bool chinese)
{
    std::vector<std::string> days;
    for (const auto each : split(list, ',')) {
        const auto number = numberOf(each);
        if (!number || *number < -1 || *number == 0) {
            return std::nullopt;
        }
        if (*number == -1) {
            days.emplace_back(chinese ? "最后一天" : "the last day");
        } else {
            days.push_back(chinese ? std::to_string(*number) + " 日"
                                   : "day " + std::to_string(*number));
        }
    }
    return joined(days, chinese);
}

std::string everyText(std::string_view frequency, int interval, bool chinese)
{
    struct Unit {
        std::string_view frequency;
        std::string_view one;
        std::string_view many;
        std::string_view oneChinese;
        std::string_view manyChinese;
    };
    constexpr std::array units{Unit{"DAILY", "day", "days", "每天", "天"},
                               Unit{"WEEKLY", "week", "weeks", "每周", "周"},
                               Unit{"MONTHLY", "month", "months", "每月", "个月"},
                               Unit{"YEARLY", "year", "years", "每年", "年"}};
    const auto* unit = std::ranges::find(units, frequency, &Unit::frequency);
    if (unit == units.end()) {
        return {};
    }
    const std::string number = std::to_string(interval);
    if (chinese) {
        return interval == 1 ? std::string{unit->oneChinese}
                             : "每 " + number + " " + std::string{unit->manyChinese};
    }
    return interval == 1 ? "Every " + std::string{unit->one}
                         : "Every " + number + " " + std::string{unit->many};
}

std::optional<std::string> bodyOf(std::string_view base, bool chinese)
{
    Parts parts = partsOf(base);
    const std::string frequency = take(parts, "FREQ");
    const std::string interval = take(parts, "INTERVAL");
    const std::string days = take(parts, "BYDAY");
    const std::string monthDays = take(parts, "BYMONTHDAY");
    const std::string month = take(parts, "BYMONTH");
    take(parts, "WKST");
    std::string text = everyText(frequency, numberOf(interval).value_or(1), chinese);
    if (text.empty() || !parts.empty()) {
        return std::nullopt;
    }
    if (days == "MO,TU,WE,TH,FR" && frequency == "WEEKLY" && interval.empty()) {
        return chinese ? "每个工作日" : "Every weekday";
    }
    if (!month.empty()) {
        const auto number = numberOf(month);
        if (!number || *number < 1 || *number > 12) {
            return std::nullopt;
        }
        text += chinese
                    ? " " + std::to_string(*number) + " 月"
                    : " in " + std::string{monthsEnglish[static_cast<std::size_t>(*number - 1)]};
    }
    for (const auto& on :
         {days.empty() ? std::optional<std::string>{""} : daysText(days, chinese),
          monthDays.empty() ? std::optional<std::string>{""} : monthDaysText(monthDays, chinese)}) {
        if (!on) {
            return std::nullopt;
        }
        if (!on->empty()) {
            text += chinese ? (on->front() >= '0' && on->front() <= '9' ? " " : "的") + *on
                            : " on " + *on;
        }
    }
    return text;
}

} // namespace

RepeatRule readRule(std::string_view text, const Zone& zone)
{
    RepeatRule rule;
    if (text.starts_with("RRULE:")) {
        text.remove_prefix(6);
    }
    for (const auto part : split(text, ';')) {
        if (part.starts_with("UNTIL=")) {
            rule.until = dayOfUntil(part.substr(6), zone);
        } else if (part.starts_with("COUNT=")) {
            rule.count = numberOf(part.substr(6)).value_or(0);
        } else {
            rule.base += (rule.base.empty() ? "" : ";") + std::string{part};
        }
    }
    return rule;
}

std::string writeRule(const RepeatRule& rule, const Zone& zone)
{
    if (rule.base.empty()) {
        return {};
    }
    if (rule.until) {
        const auto end = LocalTime{std::chrono::sys_days{*rule.until}.time_since_epoch()} +
                         std::chrono::days{1} - std::chrono::seconds{1};
        const auto universal = std::chrono::floor<std::chrono::seconds>(zone.toUtc(end));
        return rule.base + ";UNTIL=" + toText(LocalTime{universal.time_since_epoch()}) + "Z";
    }
    return rule.count > 0 ? rule.base + ";COUNT=" + std::to_string(rule.count) : rule.base;
}

std::vector<std::string> commonRules(Date first)
{
    const std::string day{dayCodes[weekdayOf(first)]};
    const auto number = static_cast<unsigned>(first.day());
    const std::string monthDay = std::to_string(number);
    // A fifth Monday is not in every month: then it is the last.
    const unsigned week = (number - 1) / 7 + 1;
    const std::string nth = week > 4 ? "-1" : std::to_string(week);
    return {"FREQ=DAILY",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "FREQ=WEEKLY;BYDAY=" + day,
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=" + day,
            "FREQ=MONTHLY;BYMONTHDAY=" + monthDay,
            "FREQ=MONTHLY;BYDAY=" + nth + day,
            "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=" + monthDay,
            "FREQ=YEARLY;BYMONTH=" + std::to_string(static_cast<unsigned>(first.month())) +
                ";BYMONTHDAY=" + monthDay};
}

std::string sentenceOf(const RepeatRule& rule, bool chinese)
{
    if (rule.base.empty()) {
        return {};
    }
    std::string text = bodyOf(rule.base, chinese).value_or(rule.base);
    if (rule.until) {
        const int year = static_cast<int>(rule.until->year());
        const auto month = static_cast<unsigned>(rule.until->month());
        const auto day = static_cast<unsigned>(rule.until->day());
        text += chinese ? "，到" + std::to_string(year) + "年" + std::to_string(month) + "月" +
                              std::to_string(day) + "日为止"
                        : ", until " + std::to_string(day) + " " +
                              std::string{monthsEnglish[month - 1]} + " " + std::to_string(year);
    } else if (rule.count > 0) {
        text += chinese           ? "，共 " + std::to_string(rule.count) + " 次"
                : rule.count == 1 ? ", once"
                                  : ", " + std::to_string(rule.count) + " times";
    }
    return text;
}

} // namespace fieldbook::client
