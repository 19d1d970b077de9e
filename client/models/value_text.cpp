#include "client/models/value_text.h"

#include "client/models/labels.h"
#include "client/models/roles.h"

#include <QLocale>
#include <QStringList>

namespace fieldbook::client {
namespace {

QLocale locale()
{
    return Labels::inChinese() ? QLocale{QLocale::Chinese, QLocale::China}
                               : QLocale{QLocale::English, QLocale::UnitedKingdom};
}

QString labelOf(const FieldSpec& field, const std::string& code)
{
    for (const Choice& choice : field.choices) {
        if (choice.code == code) {
            return Labels::text(choice.label);
        }
    }
    return toQt(code);
}

QString numberText(const FieldSpec& field, std::int64_t number)
{
    if (field.kind == FieldKind::BasisPoints) {
        return locale().toString(static_cast<double>(number) / 100, 'g', 6) + QStringLiteral("%");
    }
    if (field.kind == FieldKind::Quantity) {
        return locale().toString(static_cast<double>(number) / 1000, 'g', 9);
    }
    return locale().toString(static_cast<qlonglong>(number));
}

struct TextOf {
    const FieldSpec& field;

    QString operator()(std::monostate) const { return QStringLiteral("–"); }
    QString operator()(bool value) const
    {
        return Labels::text(value ? Label{"Yes", "是"} : Label{"No", "否"});
    }
    QString operator()(std::int64_t value) const { return numberText(field, value); }
    QString operator()(const std::string& value) const
    {
        return field.kind == FieldKind::Choice ? labelOf(field, value) : toQt(value);
    }
    QString operator()(const Money& value) const
    {
        const QString code = toQt(value.currency().code());
        const QString sign =
            code == QStringLiteral("CNY") ? QStringLiteral("¥") : code + QLatin1Char(' ');
        const int decimals = value.currency().decimals();
        return sign + locale().toString(toQt(value.decimal()).toDouble(), 'f', decimals);
    }
    QString operator()(const Uuid&) const
    {
        return Labels::text(Label{"another record", "另一条记录"});
    }
    QString operator()(const Date& value) const
    {
        return locale().toString(toQt(value).date(), QLocale::ShortFormat);
    }
    QString operator()(const Timestamp& value) const
    {
        return locale().toString(toQt(value), QLocale::ShortFormat);
    }
    QString operator()(const Geo& value) const
    {
        return QStringLiteral("%1, %2")
            .arg(value.latitude, 0, 'f', 5)
            .arg(value.longitude, 0, 'f', 5);
    }
    QString operator()(const TextSet& value) const
    {
        QStringList members;
        for (const std::string& member : value) {
            members.append(toQt(member));
        }
        return members.join(Labels::inChinese() ? QStringLiteral("、") : QStringLiteral(", "));
    }
};

} // namespace

QString valueText(std::string_view type, std::string_view field, const Value& value)
{
    const TypeSpec* spec = findType(type);
    const auto index = spec != nullptr ? spec->indexOf(field) : std::nullopt;
    return index ? std::visit(TextOf{spec->fields[*index]}, value) : QStringLiteral("–");
}

} // namespace fieldbook::client
