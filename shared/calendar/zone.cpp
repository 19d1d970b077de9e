#include "shared/calendar/zone.h"

#include "shared/base/assert.h"
#include "shared/calendar/ical_time.h"
#include "shared/calendar/zones_mutex.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

namespace fieldbook {
namespace {

using namespace std::chrono;

constexpr std::size_t nameMax = 64;
// Outside of these a zone keeps the offset it has there.
constexpr auto earliest = sys_seconds{sys_days{year{1900} / 1 / 1}};
constexpr auto latest = sys_seconds{sys_days{year{2500} / 1 / 1}};

// A name becomes a path below the system's zones; the trees beside them count leap seconds.
bool mayBeName(std::string_view name)
{
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '/' || c == '_' || c == '-' || c == '+';
    };
    return !name.empty() && name.size() <= nameMax && name[0] != '/' &&
           !name.starts_with("right/") && !name.starts_with("posix") &&
           std::ranges::all_of(name, isAllowed);
}

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

std::mutex& zonesMutex()
{
    static std::mutex mutex;
    return mutex;
}

struct Zone::Data {
    std::string name;
    icaltimezone* zone;
};

icaltimetype toIcal(LocalTime time)
{
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    auto result = icaltime_null_time();
    result.year = static_cast<int>(date.year());
    result.month = static_cast<int>(static_cast<unsigned>(date.month()));
    result.day = static_cast<int>(static_cast<unsigned>(date.day()));
    result.hour = static_cast<int>(clock.hours().count());
    result.minute = static_cast<int>(clock.minutes().count());
    result.second = static_cast<int>(clock.seconds().count());
    return result;
}

LocalTime fromIcal(const icaltimetype& time)
{
    const Date date{year{time.year}, month{static_cast<unsigned>(time.month)},
                    day{static_cast<unsigned>(time.day)}};
    return LocalTime{local_days{date}} + hours{time.hour} + minutes{time.minute} +
           seconds{time.second};
}

std::string toText(LocalTime time)
{
    const auto ical = toIcal(time);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d%02d%02dT%02d%02d%02d", ical.year, ical.month,
                  ical.day, ical.hour, ical.minute, ical.second);
    return text.data();
}

std::optional<LocalTime> parseLocalTime(std::string_view text)
{
    if (text.size() != 15 || text[8] != 'T') {
        return std::nullopt;
    }
    const auto date = digits(text.substr(0, 8));
    const auto clock = digits(text.substr(9));
    if (!date || !clock) {
        return std::nullopt;
    }
    const Date day{year{*date / 10000}, month{static_cast<unsigned>(*date / 100 % 100)},
                   std::chrono::day{static_cast<unsigned>(*date % 100)}};
    const hours hour{*clock / 10000};
    const minutes minute{*clock / 100 % 100};
    const seconds second{*clock % 100};
    if (!day.ok() || hour >= 24h || minute >= 60min || second >= 60s) {
        return std::nullopt;
    }
    return LocalTime{local_days{day}} + hour + minute + second;
}

Result<Zone> Zone::find(std::string_view name)
{
    static std::map<std::string, Data, std::less<>> found;

    const std::lock_guard lock{zonesMutex()};
    if (const auto known = found.find(name); known != found.end()) {
        return Zone{&known->second};
    }
    const std::string text{name};
    auto* zone = mayBeName(name) ? icaltimezone_get_builtin_timezone(text.c_str()) : nullptr;
    if (zone == nullptr) {
        return fail(ErrorKind::Invalid, "zone.unknown", text.substr(0, nameMax));
    }
    return Zone{&found.emplace(text, Data{text, zone}).first->second};
}

Zone Zone::utc()
{
    static const Zone zone = *find("UTC");
    return zone;
}

const std::string& Zone::name() const { return data_->name; }

seconds Zone::offsetAt(Timestamp time) const
{
    const auto within = std::clamp(floor<seconds>(time), earliest, latest);
    auto utc = toIcal(LocalTime{within.time_since_epoch()});
    utc.zone = icaltimezone_get_utc_timezone();
    int isDaylight = 0;
    const std::lock_guard lock{zonesMutex()};
    return seconds{icaltimezone_get_utc_offset_of_utc_time(data_->zone, &utc, &isDaylight)};
}

LocalTime Zone::toLocal(Timestamp time) const
{
    return LocalTime{floor<seconds>(time).time_since_epoch()} + offsetAt(time);
}

Timestamp Zone::toUtc(LocalTime time) const
{
    // No zone is further than a day from UTC, and none changes twice within two.
    const Timestamp asUtc{time.time_since_epoch()};
    const auto before = offsetAt(asUtc - days{1});
    const auto after = offsetAt(asUtc + days{1});
    // Both fit where a time occurs twice, and the greater offset is the earlier moment. Neither
    // fits where a time is skipped.
    for (const auto offset : {std::max(before, after), std::min(before, after)}) {
        if (offsetAt(asUtc - offset) == offset) {
            return asUtc - offset;
        }
    }
    return asUtc - before;
}

Date Zone::dateAt(Timestamp time) const { return Date{floor<days>(toLocal(time))}; }

// Zones that skip midnight jump from it, so that toUtc() gives the moment of the jump.
Timestamp Zone::startOf(Date day) const { return toUtc(LocalTime{local_days{day}}); }

} // namespace fieldbook
