#include "client/models/preferences.h"

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
