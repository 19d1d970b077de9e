#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>

namespace fieldbook::client {

// The one place where a stable code becomes a sentence for a person, in the language of the screen.
class ErrorText : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    // "The price list has ended; send it again at the new price. (order.price_ended)"
    Q_INVOKABLE [[nodiscard]] QString sentence(const QString& code) const { return of(code); }

    [[nodiscard]] static QString of(const QString& code);
};

} // namespace fieldbook::client
