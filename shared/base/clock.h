#pragma once

#include "shared/base/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace fieldbook {

// A point in UTC, to the millisecond.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;
// A calendar day without a zone.
using Date = std::chrono::year_month_day;

// Where time comes from. Domain code never asks the system itself.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override;
};

[[nodiscard]] inline std::int64_t toMillis(Timestamp time)
{
    return time.time_since_epoch().count();
}

[[nodiscard]] inline Timestamp fromMillis(std::int64_t millis)
{
    return Timestamp{std::chrono::milliseconds{millis}};
}

// RFC 3339 in UTC with milliseconds: 2026-05-14T09:12:00.000Z.
[[nodiscard]] std::string toRfc3339(Timestamp time);
// Accepts any RFC 3339 date-time (any offset, 0 to 9 fraction digits); code `time.malformed`
// otherwise.
[[nodiscard]] Result<Timestamp> parseRfc3339(std::string_view text);

// ISO 8601 day: 2026-05-14.
[[nodiscard]] std::string toIsoDate(Date date);
// Code `date.malformed` for anything that is not an existing day.
[[nodiscard]] Result<Date> parseIsoDate(std::string_view text);

} // namespace fieldbook
