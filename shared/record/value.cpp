#include "shared/record/value.h"

#include "shared/record/field.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace fieldbook {
namespace {

using nlohmann::json;

constexpr std::size_t setMembersMax = 100;

tl::unexpected<Error> invalid(const FieldSpec& field)
{
    return fail(ErrorKind::Invalid, "field.invalid", std::string{field.fieldName});
}

Result<Value> parseText(const FieldSpec& field, const json& value)
{
    if (!value.is_string()) {
        return invalid(field);
    }
    const auto& text = value.get_ref<const std::string&>();
    if (text.size() > field.maxBytes) {
        return fail(ErrorKind::Invalid, "field.too_long", std::string{field.fieldName});
    }
    if (text.empty()) {
        return Value{};
    }
    if (field.kind == FieldKind::Choice &&
        std::ranges::find(field.choices, std::string_view{text}, &Choice::code) ==
            field.choices.end()) {
        return fail(ErrorKind::Invalid, "field.choice", std::string{field.fieldName});
    }
    return Value{text};
}

Result<Value> parseMoney(const FieldSpec& field, const json& value)
{
    if (!value.is_object() || !value.contains("minor") || !value["minor"].is_number_integer() ||
        !value.contains("currency") || !value["currency"].is_string()) {
        return invalid(field);
    }
    const auto currency = Currency::parse(value["currency"].get_ref<const std::string&>());
    if (!currency) {
        return fail(currency.error());
    }
    return Value{Money::fromMinor(value["minor"].get<std::int64_t>(), *currency)};
}

Result<Value> parseGeo(const FieldSpec& field, const json& value)
{
    const auto number = [&](const char* key) {
        const auto found = value.find(key);
        return found != value.end() && found->is_number() ? found->get<double>() : NAN;
    };
    if (!value.is_object()) {
        return invalid(field);
    }
    Geo geo{number("lat"), number("lon"), number("accuracy"), {}, false};
    if (!(std::abs(geo.latitude) <= 90) || !(std::abs(geo.longitude) <= 180)) {
        return invalid(field);
    }
    geo.accuracy = std::isnan(geo.accuracy) ? 0 : geo.accuracy;
    if (const auto at = value.find("at"); at != value.end() && at->is_string()) {
        const auto fixedAt = parseRfc3339(at->get_ref<const std::string&>());
        if (!fixedAt) {
            return invalid(field);
        }
        geo.fixedAt = *fixedAt;
    }
    const auto mocked = value.find("mocked");
    geo.mocked = mocked != value.end() && mocked->is_boolean() && mocked->get<bool>();
    return Value{geo};
}

Result<Value> parseSet(const FieldSpec& field, const json& value)
{
    if (!value.is_array() || value.size() > setMembersMax) {
        return invalid(field);
    }
    TextSet members;
    for (const auto& item : value) {
        if (!item.is_string() || item.get_ref<const std::string&>().size() > field.maxBytes) {
            return invalid(field);
        }
        members.push_back(item.get<std::string>());
    }
    std::ranges::sort(members);
    const auto repeats = std::ranges::unique(members);
    members.erase(repeats.begin(), repeats.end());
    return members.empty() ? Value{} : Value{std::move(members)};
}

template <class Parsed>
Result<Value> fromText(const FieldSpec& field, const json& value, Parsed parse)
{
    if (!value.is_string()) {
        return invalid(field);
    }
    const auto parsed = parse(value.get_ref<const std::string&>());
    return parsed ? Result<Value>{Value{*parsed}} : invalid(field);
}

template <class Number>
void appendNumber(std::string& out, Number number)
{
    std::array<char, 40> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    out.append(buffer.data(), end);
}

struct Appender {
    std::string& out;

    void operator()(std::monostate) const { out += "null"; }
    void operator()(bool value) const { out += value ? "true" : "false"; }
    void operator()(std::int64_t value) const { appendNumber(out, value); }
    void operator()(const std::string& value) const { appendJsonString(out, value); }
    void operator()(const Money& value) const
    {
        out += R"({"minor":)";
        appendNumber(out, value.minor());
        out += R"(,"currency":")";
        out += value.currency().code();
        out += R"("})";
    }
    void operator()(const Uuid& value) const { out += '"' + value.text() + '"'; }
    void operator()(const Date& value) const { out += '"' + toIsoDate(value) + '"'; }
    void operator()(const Timestamp& value) const { out += '"' + toRfc3339(value) + '"'; }
    void operator()(const Geo& value) const
    {
        out += R"({"lat":)";
        appendNumber(out, value.latitude);
        out += R"(,"lon":)";
        appendNumber(out, value.longitude);
        out += R"(,"accuracy":)";
        appendNumber(out, value.accuracy);
        out += R"(,"at":")" + toRfc3339(value.fixedAt) + '"';
        out += value.mocked ? R"(,"mocked":true})" : "}";
    }
    void operator()(const TextSet& value) const
    {
        out += '[';
        const char* comma = "";
        for (const auto& member : value) {
            out += comma;
            appendJsonString(out, member);
            comma = ",";
        }
        out += ']';
    }
};

} // namespace

Result<Value> parseValue(const FieldSpec& field, const json& value)
{
    if (value.is_null()) {
        return Value{};
    }
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Choice:
        return parseText(field, value);
    case FieldKind::Integer:
    case FieldKind::Quantity:
    case FieldKind::BasisPoints:
        return value.is_number_integer() ? Result<Value>{Value{value.get<std::int64_t>()}}
                                         : invalid(field);
    case FieldKind::Money:
        return parseMoney(field, value);
    case FieldKind::Boolean:
        return value.is_boolean() ? Result<Value>{Value{value.get<bool>()}} : invalid(field);
    case FieldKind::Date:
        return fromText(field, value, parseIsoDate);
    case FieldKind::Time:
        return fromText(field, value, parseRfc3339);
    case FieldKind::Reference:
        return fromText(field, value, [](const std::string& text) { return Uuid::parse(text); });
    case FieldKind::Geo:
        return parseGeo(field, value);
    case FieldKind::TextSet:
        return parseSet(field, value);
    }
    return invalid(field);
}

json toJson(const Value& value)
{
    std::string text;
    appendJson(text, value);
    return json::parse(text);
}

void appendJson(std::string& out, const Value& value) { std::visit(Appender{out}, value); }

void appendJsonString(std::string& out, std::string_view text)
{
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

} // namespace fieldbook
