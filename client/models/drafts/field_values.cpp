#include "client/models/drafts/field_values.h"

#include "client/models/days.h"
#include "client/models/roles.h"

#include <nlohmann/json.hpp>

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace fieldbook::client {
namespace {

QString joined(const TextSet& members)
{
    QStringList list;
    for (const std::string& member : members) {
        list.append(toQt(member));
    }
    return list.join(QStringLiteral(", "));
}

Value splitSet(const QString& typed)
{
    static const QRegularExpression commas{QStringLiteral("[,，、;；\n]")};
    TextSet set;
    for (const QString& member : typed.split(commas, Qt::SkipEmptyParts)) {
        if (!member.trimmed().isEmpty()) {
            set.push_back(member.trimmed().toStdString());
        }
    }
    std::ranges::sort(set);
    set.erase(std::ranges::unique(set).begin(), set.end());
    return set.empty() ? Value{} : Value{std::move(set)};
}

Value numberFrom(const QVariant& value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? Value{std::int64_t{std::llround(number)}} : Value{};
}

// Bytes as they are stored; a set is checked member by member.
bool isTooLong(const FieldSpec& field, const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        return text->size() > field.maxBytes;
    }
    const auto* set = std::get_if<TextSet>(&value);
    return set != nullptr && std::ranges::any_of(*set, [&](const std::string& member) {
               return member.size() > field.maxBytes;
           });
}

bool isBadPhone(const FieldSpec& field, const Value& value)
{
    if (field.search != Search::Phone) {
        return false;
    }
    const auto* set = std::get_if<TextSet>(&value);
    const auto* text = std::get_if<std::string>(&value);
    const auto bad = [](const std::string& number) { return !canBeDialled(toQt(number)); };
    return (text != nullptr && bad(*text)) || (set != nullptr && std::ranges::any_of(*set, bad));
}

bool isBadEmail(const FieldSpec& field, const Value& value)
{
    static const QRegularExpression form{QStringLiteral(R"(^[^\s@]+@[^\s@]+\.[^\s@.]+$)")};
    const auto* text = std::get_if<std::string>(&value);
    return field.fieldName == "email" && text != nullptr && !form.match(toQt(*text)).hasMatch();
}

} // namespace

QVariant fieldToQt(const FieldSpec& field, const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        return toQt(*text);
    }
    if (const auto* set = std::get_if<TextSet>(&value)) {
        return joined(*set);
    }
    if (const auto* id = std::get_if<Uuid>(&value)) {
        return toQt(*id);
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*number);
    }
    if (const auto* yes = std::get_if<bool>(&value)) {
        return *yes;
    }
    if (const auto* day = std::get_if<Date>(&value)) {
        return toQt(*day);
    }
    if (const auto* time = std::get_if<Timestamp>(&value)) {
        return toQt(*time);
    }
    const bool isWords = field.kind == FieldKind::Text || field.kind == FieldKind::LongText ||
                         field.kind == FieldKind::Choice || field.kind == FieldKind::TextSet ||
                         field.kind == FieldKind::Reference;
    return isWords ? QVariant{QString{}} : QVariant{};
}

Value fieldFromQt(const FieldSpec& field, const QVariant& value)
{
    const QString text = value.toString();
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Choice:
        return text.isEmpty() ? Value{} : Value{text.toStdString()};
    case FieldKind::TextSet:
        return splitSet(text);
    case FieldKind::Reference: {
        const Uuid id = toId(text);
        return id.isNil() ? Value{} : Value{id};
    }
    case FieldKind::Integer:
    case FieldKind::Quantity:
    case FieldKind::BasisPoints:
        return text.isEmpty() ? Value{} : numberFrom(value);
    case FieldKind::Boolean:
        return value.isValid() ? Value{value.toBool()} : Value{};
    case FieldKind::Date: {
        const auto day = pickedDay(value);
        return day ? Value{*day} : Value{};
    }
    case FieldKind::Time: {
        const auto time = pickedTime(value);
        return time ? Value{*time} : Value{};
    }
    case FieldKind::Money:
    case FieldKind::Geo:
        break;
    }
    return {};
}

Value tidied(Value value)
{
    auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) {
        return value;
    }
    const QString neat = toQt(*text).trimmed().normalized(QString::NormalizationForm_C);
    return neat.isEmpty() ? Value{} : Value{neat.toStdString()};
}

std::string jsonOf(const FieldValues& values)
{
    auto json = nlohmann::json::object();
    for (const auto& [field, value] : values) {
        json[field] = toJson(value);
    }
    return json.dump();
}

FieldValues valuesFrom(const TypeSpec& type, std::string_view json, ExtraFields extra)
{
    FieldValues values;
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    if (!parsed.is_object()) {
        return values;
    }
    for (const auto& [name, typed] : parsed.items()) {
        const auto index = type.indexOf(name);
        const FieldSpec* field = index              ? &type.fields[*index]
                                 : extra != nullptr ? extra(name)
                                                    : nullptr;
        if (field == nullptr) {
            continue;
        }
        if (auto value = parseValue(*field, typed)) {
            values.emplace(name, std::move(*value));
        }
    }
    return values;
}

bool canBeDialled(const QString& typed)
{
    static const QRegularExpression form{QStringLiteral(
        R"(^[+＋]?[\d０-９()（）./\s－-]{3,}((#|x|ext\.?|转|分机)\s*[\d０-９]{1,6})?$)")};
    static const QRegularExpression digit{QStringLiteral("[\\d０-９]")};
    return form.match(typed.trimmed().toLower()).hasMatch() && typed.count(digit) >= 3 &&
           typed.count(digit) <= 20;
}

std::string_view problemOf(const FieldSpec& field, const Value& value)
{
    if (isEmpty(value)) {
        return field.isRequired ? "field.required" : "";
    }
    if (isTooLong(field, value)) {
        return "field.too_long";
    }
    if (isBadPhone(field, value)) {
        return "phone.malformed";
    }
    return isBadEmail(field, value) ? "email.malformed" : "";
}

} // namespace fieldbook::client
