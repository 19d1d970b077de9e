#include "server/service/query_fields.h"

#include "shared/rules/access.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server {
namespace {

Result<std::size_t> fieldOf(const TypeSpec& type, std::string_view name, rules::Role role)
{
    const auto field = type.indexOf(name);
    if (!field) {
        return fail(ErrorKind::Invalid, "query.field", std::string{name});
    }
    // Who sees half of a value could find the other half by asking. What is sensitive is shown on
    // request only, record by record.
    const auto& spec = type.fields[*field];
    if (spec.personal == Personal::Sensitive ||
        rules::accessTo(role, spec) < rules::FieldAccess::View) {
        return fail(ErrorKind::Forbidden, "access.field", std::string{name});
    }
    return *field;
}

bool isComparable(const FieldSpec& spec)
{
    switch (spec.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Choice:
    case FieldKind::Date:
    case FieldKind::Integer:
    case FieldKind::BasisPoints:
    case FieldKind::Quantity:
        return true;
    // What their JSON holds is not what a column would.
    case FieldKind::Reference:
    case FieldKind::Time:
    case FieldKind::Money:
    case FieldKind::Boolean:
        return spec.isColumn;
    case FieldKind::Geo:
    case FieldKind::TextSet:
        return false;
    }
    return false;
}

bool takesValues(Condition::Kind kind)
{
    return kind != Condition::Kind::Present && kind != Condition::Kind::Missing;
}

} // namespace

Result<std::size_t> QueryFields::own(std::string_view name) const
{
    return fieldOf(type_, name, role_);
}

Result<FieldPath> QueryFields::path(std::string_view name) const
{
    const auto point = name.find('.');
    const auto first = own(name.substr(0, point));
    if (!first) {
        return fail(first.error());
    }
    FieldPath path{.through = {}, .field = *first};
    if (point != std::string_view::npos) {
        const auto& reference = type_.fields[*first];
        if (reference.kind != FieldKind::Reference || !reference.isColumn) {
            return fail(ErrorKind::Invalid, "query.field", std::string{name});
        }
        const auto second = fieldOf(typeNamed(reference.refersTo), name.substr(point + 1), role_);
        if (!second) {
            return fail(second.error());
        }
        path = {.through = *first, .field = *second};
    }
    if (!isComparable(specOf(path))) {
        return fail(ErrorKind::Invalid, "query.field", std::string{name});
    }
    return path;
}

const FieldSpec& QueryFields::specOf(const FieldPath& path) const
{
    const auto& type = path.through ? typeNamed(type_.fields[*path.through].refersTo) : type_;
    return type.fields[path.field];
}

Result<std::vector<Value>> QueryFields::values(const FieldCondition& asked,
                                               const FieldSpec& spec) const
{
    if (asked.values.size() > QueryService::valuesMax) {
        return fail(ErrorKind::TooLarge, "query.too_long");
    }
    const bool many = asked.kind == Condition::Kind::OneOf || asked.kind == Condition::Kind::NoneOf;
    const bool text = spec.kind == FieldKind::Text || spec.kind == FieldKind::LongText;
    if (takesValues(asked.kind) && (many ? asked.values.empty() : asked.values.size() != 1)) {
        return fail(ErrorKind::Invalid, "query.value", std::string{spec.fieldName});
    }
    if (asked.kind == Condition::Kind::Contains && !text) {
        return fail(ErrorKind::Invalid, "query.field", std::string{spec.fieldName});
    }
    std::vector<Value> values;
    for (const auto& json : asked.values) {
        auto value = parseValue(spec, nlohmann::json::parse(json, nullptr, false));
        if (!value || isEmpty(*value)) {
            return fail(ErrorKind::Invalid, "query.value", std::string{spec.fieldName});
        }
        values.push_back(std::move(*value));
    }
    return values;
}

Result<Condition> QueryFields::condition(const FieldCondition& asked) const
{
    std::size_t left = QueryService::conditionsMax;
    return condition(asked, left);
}

Result<Condition> QueryFields::condition(const FieldCondition& asked, std::size_t& left) const
{
    if (left-- == 0) {
        return fail(ErrorKind::TooLarge, "query.too_long");
    }
    Condition made{.kind = asked.kind};
    if (asked.kind == Condition::Kind::All || asked.kind == Condition::Kind::Any) {
        for (const auto& part : asked.parts) {
            auto known = condition(part, left);
            if (!known) {
                return known;
            }
            made.parts.push_back(std::move(*known));
        }
        return made;
    }
    const auto path = this->path(asked.field);
    if (!path) {
        return fail(path.error());
    }
    auto known = values(asked, specOf(*path));
    if (!known) {
        return fail(known.error());
    }
    made.path = *path;
    made.values = std::move(*known);
    return made;
}

} // namespace fieldbook::server
