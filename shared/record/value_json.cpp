#include "shared/record/value_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace fieldbook {
namespace {

using simdjson::dom::element;

constexpr std::size_t setMembersMax = 100;

tl::unexpected<Error> invalid(const FieldSpec& field)
{
    return fail(ErrorKind::Invalid, "field.invalid", std::string{field.fieldName});
}

tl::unexpected<Error> tooLong(const FieldSpec& field)
{
    return fail(ErrorKind::Invalid, "field.too_long", std::string{field.fieldName});
}

// A zero byte would end the text early in SQLite's functions.
bool hasZero(std::string_view text) { return text.find('\0') != std::string_view::npos; }

Result<Value> parseText(const FieldSpec& field, element json, Reading reading)
{
    std::string_view text;
    if (json.get(text) != simdjson::SUCCESS || hasZero(text)) {
        return invalid(field);
    }
    if (text.empty()) {
        return Value{};
    }
    if (reading == Reading::Checked) {
        if (text.size() > field.maxBytes) {
            return tooLong(field);
        }
        if (field.kind == FieldKind::Choice &&
            std::ranges::find(field.choices, text, &Choice::code) == field.choices.end()) {
            return fail(ErrorKind::Invalid, "field.choice", std::string{field.fieldName});
        }
    }
    return Value{std::string{text}};
}

Result<Value> parseMoney(const FieldSpec& field, element json)
{
    std::int64_t minor = 0;
    std::string_view code;
    if (json["minor"].get(minor) != simdjson::SUCCESS ||
        json["currency"].get(code) != simdjson::SUCCESS) {
        return invalid(field);
    }
    const auto currency = Currency::parse(code);
    return currency ? Result<Value>{Value{Money::fromMinor(minor, *currency)}} : invalid(field);
}

// A number, or nothing where there is none. Adding zero turns -0 into 0, which has one text.
double number(element json, const char* key)
{
    double value = 0;
    return json[key].get(value) == simdjson::SUCCESS ? value + 0.0 : NAN;
}

Result<Value> parseGeo(const FieldSpec& field, element json)
{
    if (!json.is_object()) {
        return invalid(field);
    }
    Geo geo{number(json, "lat"), number(json, "lon"), number(json, "accuracy"), {}, false};
    if (!(std::abs(geo.latitude) <= 90) || !(std::abs(geo.longitude) <= 180)) {
        return invalid(field);
    }
    geo.accuracy = std::isnan(geo.accuracy) ? 0 : geo.accuracy;
    std::string_view at;
    if (json["at"].get(at) == simdjson::SUCCESS) {
        const auto fixedAt = parseRfc3339(at);
        if (!fixedAt) {
            return invalid(field);
        }
        geo.fixedAt = *fixedAt;
    }
    bool mocked = false;
    geo.mocked = json["mocked"].get(mocked) == simdjson::SUCCESS && mocked;
    return Value{geo};
}

Result<Value> parseSet(const FieldSpec& field, element json, Reading reading)
{
    simdjson::dom::array items;
    if (json.get(items) != simdjson::SUCCESS) {
        return invalid(field);
    }
    TextSet members;
    for (const element item : items) {
        std::string_view member;
        if (item.get(member) != simdjson::SUCCESS || member.empty() || hasZero(member)) {
            return invalid(field);
        }
        if (reading == Reading::Checked &&
            (member.size() > field.maxBytes || members.size() == setMembersMax)) {
            return tooLong(field);
        }
        members.emplace_back(member);
    }
    std::ranges::sort(members);
    const auto repeats = std::ranges::unique(members);
    members.erase(repeats.begin(), repeats.end());
    return members.empty() ? Value{} : Value{std::move(members)};
}

template <class Parsed>
Result<Value> fromText(const FieldSpec& field, element json, Parsed parse)
{
    std::string_view text;
    if (json.get(text) != simdjson::SUCCESS) {
        return invalid(field);
    }
    const auto parsed = parse(text);
    return parsed ? Result<Value>{Value{*parsed}} : invalid(field);
}

template <class Plain>
Result<Value> plain(const FieldSpec& field, element json)
{
    Plain value{};
    return json.get(value) == simdjson::SUCCESS ? Result<Value>{Value{value}} : invalid(field);
}

} // namespace

Result<Value> parseValue(const FieldSpec& field, element json, Reading reading)
{
    if (json.is_null()) {
        return Value{};
    }
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Choice:
        return parseText(field, json, reading);
    case FieldKind::Integer:
    case FieldKind::Quantity:
    case FieldKind::BasisPoints:
        return plain<std::int64_t>(field, json);
    case FieldKind::Money:
        return parseMoney(field, json);
    case FieldKind::Boolean:
        return plain<bool>(field, json);
    case FieldKind::Date:
        return fromText(field, json, parseIsoDate);
    case FieldKind::Time:
        return fromText(field, json, parseRfc3339);
    case FieldKind::Reference:
        return fromText(field, json, Uuid::parse);
    case FieldKind::Geo:
        return parseGeo(field, json);
    case FieldKind::TextSet:
        return parseSet(field, json, reading);
    }
    return invalid(field);
}

Result<Value> parseValue(const FieldSpec& field, const nlohmann::json& json)
{
    using Handler = nlohmann::json::error_handler_t;
    const std::string text = json.dump(-1, ' ', false, Handler::replace);
    auto parser = makeJsonParser();
    element tree;
    if (parseJson(parser, text).get(tree) != simdjson::SUCCESS) {
        return invalid(field);
    }
    return parseValue(field, tree);
}

simdjson::dom::parser makeJsonParser()
{
    constexpr std::size_t firstCapacity = 4096;
    simdjson::dom::parser parser;
    // Memory that is not to be had shows at the first parse; the depth stays for all that follow.
    static_cast<void>(parser.allocate(firstCapacity, jsonDepthMax));
    return parser;
}

simdjson::simdjson_result<element>
parseJson(simdjson::dom::parser& parser, std::string_view text, Padding padding)
{
    return parser.parse(text.data(), text.size(), padding == Padding::Missing);
}

} // namespace fieldbook
