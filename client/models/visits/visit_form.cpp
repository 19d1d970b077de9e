#include "client/models/visits/visit_form.h"

#include "shared/record/type.h"

#include <nlohmann/json.hpp>

namespace fieldbook::client {

std::string VisitForm::json() const
{
    auto fields = nlohmann::json::object();
    for (const auto& [field, value] : changes) {
        fields[field] = toJson(value);
    }
    return nlohmann::json{
        {"fields", fields}, {"remind", remind}, {"reminder_kind", reminderKind}, {"step", step}}
        .dump();
}

VisitForm VisitForm::parse(std::string_view text)
{
    VisitForm form;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return form;
    }
    const auto fields = json.value("fields", nlohmann::json::object());
    for (const FieldSpec& field : typeNamed("visit").fields) {
        const std::string name{field.fieldName};
        if (fields.is_object() && fields.contains(name)) {
            if (auto value = parseValue(field, fields[name])) {
                form.changes.emplace(name, std::move(*value));
            }
        }
    }
    if (const auto found = json.find("remind"); found != json.end() && found->is_boolean()) {
        form.remind = found->get<bool>();
    }
    if (const auto found = json.find("reminder_kind"); found != json.end() && found->is_string()) {
        form.reminderKind = found->get<std::string>();
    }
    if (const auto found = json.find("step"); found != json.end() && found->is_number_integer()) {
        form.step = found->get<std::int64_t>();
    }
    return form;
}

std::string visitDraftKey(const Uuid& visit, const Uuid& customer)
{
    return visit.isNil() ? "visit:new:" + customer.text() : "visit:" + visit.text();
}

} // namespace fieldbook::client
