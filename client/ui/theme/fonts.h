#pragma once

#include <QtQml/qqmlregistration.h>

#include <QFont>
#include <QObject>

namespace fieldbook::client {

// Sets the letters of the whole app: Inter, then Noto Sans CJK SC. Called once, after the
// QGuiApplication is made and before the first window; QML has no property for a list of families.
void useAppFonts();

// The same letters as a value, for the fields of Quick Templates: those take the platform's font,
// not the application's.
class Fonts : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    Q_INVOKABLE [[nodiscard]] QFont letters(qreal pixelSize, int weight) const;
    Q_INVOKABLE [[nodiscard]] QFont figures(qreal pixelSize, int weight) const;
};

} // namespace fieldbook::client
