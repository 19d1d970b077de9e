#include "client/models/labels.h"

#include "client/models/roles.h"

#include <QVariantMap>
#include <atomic>

namespace fieldbook::client {
namespace {

// One language for the whole process; also read by models on other threads.
std::atomic<bool> chinese{true};

const FieldSpec* findField(const QString& type, const QString& field)
{
    const TypeSpec* spec = findType(type.toStdString());
    const auto index = spec != nullptr ? spec->indexOf(field.toStdString()) : std::nullopt;
    return index ? &spec->fields[*index] : nullptr;
}

} // namespace

QString Labels::language() const
{
    return inChinese() ? QStringLiteral("zh") : QStringLiteral("en");
}

void Labels::setLanguage(const QString& language)
{
    const bool wanted = language.startsWith(QStringLiteral("zh"));
    if (chinese.exchange(wanted) != wanted) {
        emit languageChanged();
    }
}

QString Labels::type(const QString& type) const
{
    const TypeSpec* spec = findType(type.toStdString());
    return spec != nullptr ? text(spec->label) : type;
}

QString Labels::field(const QString& type, const QString& field) const
{
    const FieldSpec* spec = findField(type, field);
    return spec != nullptr ? text(spec->fieldLabel) : field;
}

QString Labels::choice(const QString& type, const QString& field, const QString& code) const
{
    if (const FieldSpec* spec = findField(type, field)) {
        for (const Choice& choice : spec->choices) {
            if (toQt(choice.code) == code) {
                return text(choice.label);
            }
        }
    }
    return code;
}

QVariantList Labels::choices(const QString& type, const QString& field) const
{
    QVariantList list;
    if (const FieldSpec* spec = findField(type, field)) {
        for (const Choice& choice : spec->choices) {
            list.append(QVariantMap{{QStringLiteral("value"), toQt(choice.code)},
                                    {QStringLiteral("text"), text(choice.label)}});
        }
    }
    return list;
}

void Labels::speak(const QString& language) { chinese = language.startsWith(QStringLiteral("zh")); }

bool Labels::inChinese() { return chinese; }

QString Labels::text(const Label& label) { return toQt(inChinese() ? label.zh : label.en); }

} // namespace fieldbook::client
