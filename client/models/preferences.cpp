#include "client/models/preferences.h"

#include <algorithm>

namespace fieldbook::client {

Preferences::Preferences(const QString& file, const Defaults& defaults, QObject* parent)
    : QObject{parent}, settings_{file, QSettings::IniFormat}, defaults_{defaults}
{}

QString Preferences::language() const
{
    return settings_.value(QStringLiteral("language"), defaults_.language).toString();
}

QString Preferences::look() const
{
    return settings_.value(QStringLiteral("look"), defaults_.look).toString();
}

int Preferences::textPercent() const
{
    return settings_.value(QStringLiteral("text_percent"), defaults_.textPercent).toInt();
}

bool Preferences::leftHanded() const
{
    return settings_.value(QStringLiteral("left_handed"), false).toBool();
}

int Preferences::lockMinutes() const
{
    constexpr int standard = 5;
    constexpr int most = 15;
    return std::clamp(settings_.value(QStringLiteral("lock_minutes"), standard).toInt(), 1, most);
}

bool Preferences::reduceMotion() const
{
    return settings_.value(QStringLiteral("reduce_motion"), false).toBool();
}

void Preferences::put(const QString& key, const QVariant& value)
{
    if (settings_.value(key) != value) {
        settings_.setValue(key, value);
        emit changed();
    }
}

} // namespace fieldbook::client
