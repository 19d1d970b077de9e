#include "server/service/record_names.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server {

void RecordNames::learn(const Uuid& id)
{
    if (id.isNil() || names_.contains(id) || !asked_.insert(id).second) {
        return;
    }
    const auto stored = view_.find(id);
    if (!stored || !rules::standsIn(visible_, stored->placement.feeds)) {
        return;
    }
    const auto document =
        nlohmann::json::parse(rules::asSeenBy(role_, stored->document), nullptr, false);
    const auto& fields = document["f"];
    for (const char* name : {"name", "number", "title"}) {
        if (const auto found = fields.find(name); found != fields.end() && found->is_string()) {
            names_.emplace(id, found->get<std::string>());
            return;
        }
    }
}

std::string RecordNames::fieldsOf(const nlohmann::json& document,
                                  const TypeSpec& type,
                                  std::span<const std::size_t> fields)
{
    auto shown = nlohmann::json::object();
    const auto& values = document["f"];
    for (const auto field : fields) {
        const auto& spec = type.fields[field];
        const auto found = values.find(spec.fieldName);
        if (found == values.end() || found->is_null()) {
            continue;
        }
        if (spec.kind == FieldKind::Reference && found->is_string()) {
            learn(Uuid::parse(found->get<std::string>()).value_or(Uuid{}));
        }
        shown[std::string{spec.fieldName}] = *found;
    }
    return shown.dump();
}

} // namespace fieldbook::server
