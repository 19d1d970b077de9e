#pragma once

#include "shared/base/clock.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>
#include <QVariant>
#include <optional>

// Days between QML, which has moments only, and records, which have days without a zone.
namespace fieldbook::client {

[[nodiscard]] inline std::optional<Date> dayOf(const QDate& day)
{
    if (!day.isValid()) {
        return std::nullopt;
    }
    return Date{std::chrono::year{day.year()},
                std::chrono::month{static_cast<unsigned>(day.month())},
                std::chrono::day{static_cast<unsigned>(day.day())}};
}

// The day a person picked; nothing for undefined.
[[nodiscard]] inline std::optional<Date> pickedDay(const QVariant& picked)
{
    return dayOf(picked.toDateTime().toLocalTime().date());
}

// The moment a person picked; nothing for undefined.
[[nodiscard]] inline std::optional<Timestamp> pickedTime(const QVariant& picked)
{
    const QDateTime time = picked.toDateTime();
    return time.isValid() ? std::optional{fromMillis(time.toMSecsSinceEpoch())} : std::nullopt;
}

// The calendar day of a moment where the tablet is.
[[nodiscard]] inline Date dayIn(const QString& zone, Timestamp time)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(toMillis(time), QTimeZone{zone.toLatin1()});
    return *dayOf(local.date());
}

} // namespace fieldbook::client
