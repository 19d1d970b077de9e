#include "server/api/openapi.h"
#include "shared/record/json_schema.h"
#include "shared/record/type.h"
#include "shared/rules/acts.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {
namespace {

using nlohmann::ordered_json;

std::string_view nameOf(Merge merge)
{
    switch (merge) {
    case Merge::Latest:
        return "latest";
    case Merge::Ask:
        return "ask";
    case Merge::Set:
        return "set";
    case Merge::Sum:
        return "sum";
    case Merge::Text:
        return "text";
    case Merge::Append:
        return "append";
    case Merge::Server:
        return "server";
    case Merge::Act:
        return "act";
    }
    return {};
}

ordered_json labelJson(const Label& label) { return {{"en", label.en}, {"zh", label.zh}}; }

ordered_json fieldSchema(const FieldSpec& field)
{
    auto schema = ordered_json::parse(jsonSchemaOf(field));
    schema["x-label"] = labelJson(field.fieldLabel);
    schema["x-merge"] = nameOf(field.merge);
    if (field.personal != Personal::None) {
        schema["x-personal"] = field.personal == Personal::Business ? "business" : "sensitive";
    }
    if (field.kind == FieldKind::BasisPoints) {
        schema["x-unit"] = "basis_points";
    }
    if (!field.refersTo.empty()) {
        schema["x-refers-to"] = field.refersTo;
    }
    if (!field.choices.empty()) {
        ordered_json labels;
        for (const auto& choice : field.choices) {
            labels[std::string{choice.code}] = labelJson(choice.label);
        }
        schema["x-choice-labels"] = std::move(labels);
    }
    return schema;
}

// What stands under "f" in a document of the type.
ordered_json fieldsSchema(const TypeSpec& type)
{
    ordered_json schema{{"type", "object"},
                        {"x-label", labelJson(type.label)},
                        {"x-tablet-writes", type.tabletWrites},
                        {"properties", ordered_json::object()}};
    auto required = ordered_json::array();
    for (const auto& field : type.fields) {
        schema["properties"][std::string{field.fieldName}] = fieldSchema(field);
        if (field.isRequired) {
            required.push_back(field.fieldName);
        }
    }
    if (!required.empty()) {
        schema["required"] = std::move(required);
    }
    return schema;
}

ordered_json documentSchema()
{
    auto types = ordered_json::array();
    auto fields = ordered_json::array();
    for (const auto* type : allTypes()) {
        types.push_back(type->name);
        fields.push_back({{"$ref", "#/components/schemas/record." + std::string{type->name}}});
    }
    return {{"type", "object"},
            {"required", {"type", "id", "v", "f"}},
            {"properties",
             {{"type", {{"enum", std::move(types)}}},
              {"id", {{"type", "string"}, {"format", "uuid"}}},
              {"v", {{"$ref", "#/components/schemas/Version"}}},
              {"f", {{"anyOf", std::move(fields)}}},
              {"w",
               {{"type", "object"},
                {"additionalProperties", {{"$ref", "#/components/schemas/Version"}}}}},
              {"c", {{"type", "object"}}},
              {"k", {{"type", "object"}}}}}};
}

} // namespace

ordered_json recordSchemas()
{
    ordered_json schemas;
    for (const auto* type : allTypes()) {
        schemas["record." + std::string{type->name}] = fieldsSchema(*type);
    }
    schemas["Document"] = documentSchema();
    auto names = ordered_json::array();
    for (const auto& act : rules::allActs()) {
        auto schema = ordered_json::parse(act.argumentsSchema);
        schema["x-type"] = act.type;
        schema["x-label"] = labelJson(act.label);
        schemas["act." + std::string{act.name}] = std::move(schema);
        names.push_back(act.name);
    }
    schemas["ActName"] = {{"enum", std::move(names)}};
    return schemas;
}

} // namespace fieldbook::server::api
