#pragma once

#include "client/local/rows.h"
#include "shared/base/uuid.h"

#include <QDateTime>
#include <QString>
#include <QVariant>
#include <optional>
#include <string_view>

// How the values of rows become values of QML: ids and texts as strings, moments and days as dates,
// nothing as undefined.
namespace fieldbook::client {

[[nodiscard]] inline QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// Empty for the nil id.
[[nodiscard]] inline QString toQt(const Uuid& id)
{
    return id.isNil() ? QString{} : toQt(id.text());
}

[[nodiscard]] inline QDateTime toQt(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(time));
}

// Noon of the day, so that no zone shifts it to another.
[[nodiscard]] inline QDateTime toQt(Date date)
{
    return {QDate{static_cast<int>(date.year()),
                  static_cast<int>(static_cast<unsigned>(date.month())),
                  static_cast<int>(static_cast<unsigned>(date.day()))},
            QTime{12, 0}};
}

[[nodiscard]] inline double toQt(double number) { return number; }

[[nodiscard]] inline qlonglong toQt(std::int64_t number) { return number; }

template <class T>
[[nodiscard]] QVariant toQt(const std::optional<T>& value)
{
    return value ? QVariant::fromValue(toQt(*value)) : QVariant{};
}

// The minor units; undefined where there is no amount. The currency is a role of its own.
[[nodiscard]] inline QVariant minorOf(const std::optional<Money>& amount)
{
    return amount ? QVariant::fromValue<qlonglong>(amount->minor()) : QVariant{};
}
[[nodiscard]] inline QString currencyOf(const std::optional<Money>& amount)
{
    return amount ? toQt(amount->currency().code()) : QString{};
}

// The id that a page gave back; nil for "".
[[nodiscard]] inline Uuid toId(const QString& text)
{
    return Uuid::parse(text.toStdString()).value_or(Uuid{});
}

// The letter on a customer's square: the first of its name that tells it from its neighbours, so
// not the city's.
[[nodiscard]] QString initialOf(const QString& name, const QString& city);

// The theme's word for a customer's tier (TierTag.qml).
[[nodiscard]] inline QString tierTag(std::string_view tier)
{
    return tier == "ordinary" ? QStringLiteral("regular") : toQt(tier);
}

// The status word of the theme (Status.qml); "" for a record that is sent.
[[nodiscard]] inline QString markName(SyncMark mark)
{
    switch (mark) {
    case SyncMark::Waiting:
        return QStringLiteral("waiting");
    case SyncMark::Sending:
        return QStringLiteral("sending");
    case SyncMark::Refused:
        return QStringLiteral("refused");
    case SyncMark::Conflict:
        return QStringLiteral("conflict");
    case SyncMark::Sent:
        break;
    }
    return {};
}

} // namespace fieldbook::client
