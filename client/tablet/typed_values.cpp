#include "client/tablet/typed_values.h"

#include "shared/rules/acts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace fieldbook::client::tablet {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 5> callingFields{"name", "title", "number", "code", "login"};
constexpr std::size_t recordsAtOnce = 500;

tl::unexpected<Error> invalid(const FieldSpec& field)
{
    return fail(ErrorKind::Invalid, "field.invalid", std::string{field.fieldName});
}

// A decimal as an integer of so many decimals: "2.5" with 3 is 2500.
std::optional<std::int64_t> scaled(std::string_view text, int decimals)
{
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    const auto point = text.find('.');
    std::string digits{text.substr(0, point)};
    std::string_view rest = point == std::string_view::npos ? "" : text.substr(point + 1);
    if (digits.empty() || rest.size() > static_cast<std::size_t>(decimals)) {
        return std::nullopt;
    }
    digits += rest;
    digits.append(static_cast<std::size_t>(decimals) - rest.size(), '0');
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || digits[0] == '-') {
        return std::nullopt;
    }
    return negative ? -number : number;
}

Result<Value> numberFrom(const FieldSpec& field, std::string_view typed, int decimals)
{
    if (typed.ends_with('%')) {
        typed.remove_suffix(1);
    }
    const auto number = scaled(typed, decimals);
    return number ? Result<Value>{*number} : invalid(field);
}

Result<Value> moneyFrom(Tablet& tablet, std::string_view typed)
{
    Currency currency = tablet.queries.homeCurrency();
    if (const auto space = typed.find(' '); space != std::string_view::npos) {
        const auto named = Currency::parse(typed.substr(space + 1));
        if (!named) {
            return fail(named.error());
        }
        currency = *named;
        typed = typed.substr(0, space);
    }
    const auto money = Money::parseDecimal(typed, currency);
    return money ? Result<Value>{*money} : fail(money.error());
}

Result<Value> booleanFrom(const FieldSpec& field, std::string_view typed)
{
    for (const std::string_view yes : {"true", "yes", "1", "是"}) {
        if (typed == yes) {
            return true;
        }
    }
    for (const std::string_view no : {"false", "no", "0", "否"}) {
        if (typed == no) {
            return false;
        }
    }
    return invalid(field);
}

std::vector<std::string> parted(std::string_view text)
{
    std::vector<std::string> parts;
    while (true) {
        const auto comma = text.find(',');
        parts.emplace_back(text.substr(0, comma));
        if (comma == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(comma + 1);
    }
}

// "39.9087,116.4605" or with the accuracy in metres as the third.
Result<Value> geoFrom(Tablet& tablet, const FieldSpec& field, std::string_view typed)
{
    std::vector<double> numbers;
    for (const std::string& part : parted(typed)) {
        char* end = nullptr;
        numbers.push_back(std::strtod(part.c_str(), &end));
        if (end == part.c_str() || *end != '\0') {
            return invalid(field);
        }
    }
    if (numbers.size() < 2 || numbers.size() > 3) {
        return invalid(field);
    }
    return Geo{.latitude = numbers[0],
               .longitude = numbers[1],
               .accuracy = numbers.size() == 3 ? numbers[2] : 0,
               .fixedAt = tablet.clock.now()};
}

Result<Value> setFrom(std::string_view typed)
{
    TextSet members = parted(typed);
    std::ranges::sort(members);
    const auto repeated = std::ranges::unique(members);
    members.erase(repeated.begin(), repeated.end());
    return members;
}

template <class T>
Result<Value> asValue(Result<T> result)
{
    return result ? Result<Value>{std::move(*result)} : fail(result.error());
}

bool isCalled(const Record& record, std::string_view named)
{
    return std::ranges::any_of(callingFields, [&](std::string_view field) {
        const auto index = record.type().indexOf(field);
        const auto* text = index ? std::get_if<std::string>(&record.at(*index)) : nullptr;
        return text != nullptr && *text == named;
    });
}

Result<Value> argumentFrom(Tablet& tablet, const FieldSpec& argument, const std::string& typed)
{
    if (argument.kind == FieldKind::Reference && typed == "new") {
        return tablet.store.recorder().newId();
    }
    return valueFrom(tablet, argument, typed);
}

} // namespace

Result<std::vector<Pair>> pairsFrom(const std::vector<std::string>& given)
{
    std::vector<Pair> pairs;
    for (const std::string& each : given) {
        const auto sign = each.find('=');
        if (sign == std::string::npos || sign == 0) {
            return fail(ErrorKind::Invalid, "input.pair", each);
        }
        pairs.emplace_back(each.substr(0, sign), each.substr(sign + 1));
    }
    return pairs;
}

Result<Value> valueFrom(Tablet& tablet, const FieldSpec& field, const std::string& typed)
{
    if (typed.empty()) {
        return Value{};
    }
    switch (field.kind) {
    case FieldKind::Integer:
        return numberFrom(field, typed, 0);
    case FieldKind::Quantity:
        return numberFrom(field, typed, 3);
    case FieldKind::BasisPoints:
        return numberFrom(field, typed, 2);
    case FieldKind::Money:
        return moneyFrom(tablet, typed);
    case FieldKind::Boolean:
        return booleanFrom(field, typed);
    case FieldKind::Date:
        return asValue(parseIsoDate(typed));
    case FieldKind::Time:
        return typed == "now" ? Result<Value>{tablet.clock.now()} : asValue(parseRfc3339(typed));
    case FieldKind::Reference:
        return asValue(findRecord(tablet, typeNamed(field.refersTo), typed));
    case FieldKind::Geo:
        return geoFrom(tablet, field, typed);
    case FieldKind::TextSet:
        return setFrom(typed);
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Choice:
        // Through the same check as what comes over the wire: length, choices, NFC.
        return parseValue(field, json(typed));
    }
    return invalid(field);
}

Result<std::vector<FieldValue>>
fieldsFrom(Tablet& tablet, const TypeSpec& type, const std::vector<Pair>& pairs)
{
    std::vector<FieldValue> values;
    for (const auto& [name, typed] : pairs) {
        const auto index = type.indexOf(name);
        if (!index) {
            return fail(ErrorKind::Invalid, "change.field", name);
        }
        auto value = valueFrom(tablet, type.fields[*index], typed);
        if (!value) {
            return fail(value.error());
        }
        values.emplace_back(type.fields[*index].fieldName, std::move(*value));
    }
    return values;
}

Result<std::string>
argumentsFrom(Tablet& tablet, std::string_view act, const std::vector<Pair>& pairs)
{
    const auto acts = rules::allActs();
    const auto spec = std::ranges::find(acts, act, &rules::ActSpec::name);
    if (spec == acts.end()) {
        return fail(ErrorKind::Invalid, "act.unknown", std::string{act});
    }
    json arguments = json::object();
    for (const auto& [name, typed] : pairs) {
        const auto argument = std::ranges::find(spec->arguments, name, &FieldSpec::fieldName);
        if (argument == spec->arguments.end()) {
            return fail(ErrorKind::Invalid, "act.arguments", name);
        }
        const auto value = argumentFrom(tablet, *argument, typed);
        if (!value) {
            return fail(value.error());
        }
        arguments[name] = toJson(*value);
    }
    return arguments.dump();
}

Result<Uuid> findRecord(Tablet& tablet, const TypeSpec& type, const std::string& named)
{
    if (const auto id = Uuid::parse(named)) {
        return *id;
    }
    std::optional<Uuid> found;
    Uuid after;
    while (true) {
        const auto records = tablet.queries.records(type, after, recordsAtOnce, false);
        for (const Record& record : records) {
            after = record.id();
            if (!isCalled(record, named)) {
                continue;
            }
            if (found) {
                return fail(ErrorKind::Invalid, "reference.ambiguous", named);
            }
            found = record.id();
        }
        if (records.size() < recordsAtOnce) {
            break;
        }
    }
    return found ? Result<Uuid>{*found} : fail(ErrorKind::NotFound, "reference.missing", named);
}

Result<const TypeSpec*> typeFrom(const std::string& name)
{
    const TypeSpec* type = findType(name);
    return type != nullptr ? Result<const TypeSpec*>{type}
                           : fail(ErrorKind::Invalid, "record.type", name);
}

Result<Uuid> idFrom(const std::string& text)
{
    const auto id = Uuid::parse(text);
    return id ? Result<Uuid>{*id} : fail(ErrorKind::Invalid, "record.id_malformed", text);
}

Result<Record> recordFrom(Tablet& tablet, const std::string& text)
{
    const auto id = idFrom(text);
    if (!id) {
        return fail(id.error());
    }
    auto record = tablet.queries.record(*id);
    return record ? Result<Record>{std::move(*record)}
                  : fail(ErrorKind::NotFound, "record.missing", text);
}

} // namespace fieldbook::client::tablet
