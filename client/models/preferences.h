#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QSettings>
#include <QString>

namespace fieldbook::client {

// How a person wants the app to look; kept on this tablet, holds no business data. GUI thread.
class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to Main by the composition root")
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed) // zh_CN or en
    Q_PROPERTY(QString look READ look WRITE setLook NOTIFY changed) // light or dark
    Q_PROPERTY(int textPercent READ textPercent WRITE setTextPercent NOTIFY changed)
    Q_PROPERTY(bool leftHanded READ leftHanded WRITE setLeftHanded NOTIFY changed)
    Q_PROPERTY(int lockMinutes READ lockMinutes WRITE setLockMinutes NOTIFY changed) // Idle.
    Q_PROPERTY(bool reduceMotion READ reduceMotion WRITE setReduceMotion NOTIFY changed)

public:
    // What is not set yet takes these values.
    struct Defaults {
        QString language = QStringLiteral("zh_CN");
        QString look = QStringLiteral("light");
        int textPercent = 100;
    };

    // `file` is an INI file; it is made with the first change.
    Preferences(const QString& file, const Defaults& defaults, QObject* parent = nullptr);

    [[nodiscard]] QString language() const;
    void setLanguage(const QString& code) { put(QStringLiteral("language"), code); }
    [[nodiscard]] QString look() const;
    void setLook(const QString& look) { put(QStringLiteral("look"), look); }
    [[nodiscard]] int textPercent() const;
    void setTextPercent(int percent) { put(QStringLiteral("text_percent"), percent); }
    [[nodiscard]] bool leftHanded() const;
    void setLeftHanded(bool left) { put(QStringLiteral("left_handed"), left); }
    [[nodiscard]] int lockMinutes() const;
    void setLockMinutes(int minutes) { put(QStringLiteral("lock_minutes"), minutes); }
    [[nodiscard]] bool reduceMotion() const;
    void setReduceMotion(bool reduce) { put(QStringLiteral("reduce_motion"), reduce); }

signals:
    void changed();

private:
    void put(const QString& key, const QVariant& value);

    mutable QSettings settings_;
    Defaults defaults_;
};

} // namespace fieldbook::client
