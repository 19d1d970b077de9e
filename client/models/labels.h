#pragma once

#include "shared/record/type.h"

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <QVariantList>

namespace fieldbook::client {

// The words of the record declarations in the language of the screen: Labels.choice("customer",
// "tier", "vip"). QML calls it as a singleton; it has no state but the language, which `language`
// (bound by Main) sets.
class Labels : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    // "zh" or "en"; bindings that show labels depend on it by naming it.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)

public:
    using QObject::QObject;

    [[nodiscard]] QString language() const;
    void setLanguage(const QString& language);

    // The label of a record type, of a field, of a choice's code; the code itself where it is not
    // known (a newer server's).
    Q_INVOKABLE [[nodiscard]] QString type(const QString& type) const;
    Q_INVOKABLE [[nodiscard]] QString field(const QString& type, const QString& field) const;
    Q_INVOKABLE [[nodiscard]] QString
    choice(const QString& type, const QString& field, const QString& code) const;
    // [{ value, text }] of a choice field, for ChoiceField and Segmented.
    Q_INVOKABLE [[nodiscard]] QVariantList choices(const QString& type, const QString& field) const;

    // Sets the language of the process, "zh_CN" or "en", before any page is made and whenever it is
    // chosen.
    static void speak(const QString& language);
    // The language of the process, for models that build sentences.
    [[nodiscard]] static bool inChinese();
    [[nodiscard]] static QString text(const Label& label);

signals:
    void languageChanged();
};

} // namespace fieldbook::client
