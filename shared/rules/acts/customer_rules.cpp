#include "shared/rules/acts/act.h"

#include <algorithm>

// The company's settings about its customers are changed field by field by who answers for the
// whole company; what is not given stays.
namespace fieldbook::rules {
namespace {

std::vector<FieldSpec> settings()
{
    std::vector<FieldSpec> fields;
    for (const FieldSpec& field : typeNamed("customer_rules").fields) {
        const bool common = field.fieldName == "created_at" || field.fieldName == "created_by" ||
                            field.fieldName == "deleted_by";
        if (field.merge == Merge::Act && !common) {
            fields.push_back(field);
        }
    }
    return fields;
}

// Fields of listings by their names; one that there is not would hide nothing.
bool areFields(const Value& value)
{
    const auto* names = std::get_if<TextSet>(&value);
    return names == nullptr || std::ranges::all_of(*names, [](const std::string& name) {
               return typeNamed("listing").indexOf(name).has_value();
           });
}

Result<Writes> set(const ActCase& act)
{
    if (act.arguments.has("pool_hides") && !areFields(act.arguments.get("pool_hides"))) {
        return fail(ErrorKind::Invalid, "field.invalid", "pool_hides");
    }
    Writes writes;
    RecordWrite& write = writes.of(act.record);
    for (const FieldSpec& field : settings()) {
        if (act.arguments.has(field.fieldName) &&
            act.arguments.get(field.fieldName) != act.record.get(field.fieldName)) {
            write.set(field.fieldName, act.arguments.get(field.fieldName));
        }
    }
    return writes;
}

} // namespace

std::vector<ActDeclaration> customerRulesActs()
{
    return {{"customer_rules.set",
             {"Change settings", "修改参数"},
             ActAccess::Manager,
             settings(),
             set}};
}

} // namespace fieldbook::rules
