#include "shared/record/json_schema.h"

#include "shared/record/value.h"

namespace fieldbook {
namespace {

constexpr std::string_view integerSchema = R"({"type":"integer"})";
constexpr std::string_view moneySchema =
    R"({"type":"object","required":["minor","currency"],"properties":{"minor":{"type":"integer"},)"
    R"("currency":{"type":"string","pattern":"^[A-Z]{3}$"}}})";
constexpr std::string_view geoSchema =
    R"({"type":"object","required":["lat","lon"],"properties":{)"
    R"("lat":{"type":"number","minimum":-90,"maximum":90},)"
    R"("lon":{"type":"number","minimum":-180,"maximum":180},)"
    R"("accuracy":{"type":"number"},"at":{"type":"string","format":"date-time"},)"
    R"("mocked":{"type":"boolean"}}})";

std::string textSchema(const FieldSpec& field)
{
    return R"({"type":"string","maxLength":)" + std::to_string(field.maxBytes) + '}';
}

std::string choiceSchema(const FieldSpec& field)
{
    std::string schema = R"({"type":"string","enum":[)";
    const char* comma = "";
    for (const Choice& choice : field.choices) {
        schema += comma;
        appendJsonString(schema, choice.code);
        comma = ",";
    }
    return schema + "]}";
}

} // namespace

std::string jsonSchemaOf(const FieldSpec& field)
{
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
        return textSchema(field);
    case FieldKind::Choice:
        return choiceSchema(field);
    case FieldKind::Integer:
    case FieldKind::Quantity:
    case FieldKind::BasisPoints:
        return std::string{integerSchema};
    case FieldKind::Money:
        return std::string{moneySchema};
    case FieldKind::Boolean:
        return R"({"type":"boolean"})";
    case FieldKind::Date:
        return R"({"type":"string","format":"date"})";
    case FieldKind::Time:
        return R"({"type":"string","format":"date-time"})";
    case FieldKind::Reference:
        return R"({"type":"string","format":"uuid"})";
    case FieldKind::Geo:
        return std::string{geoSchema};
    case FieldKind::TextSet:
        return R"({"type":"array","maxItems":100,"uniqueItems":true,"items":)" + textSchema(field) +
               '}';
    }
    return "{}";
}

} // namespace fieldbook
