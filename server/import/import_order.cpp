#include "server/import/import_order.h"

#include "server/import/importable.h"

#include <algorithm>
#include <set>

namespace fieldbook::server::import {
namespace {

constexpr std::size_t sourceBytesMax = 200;
constexpr std::size_t keyColumnsMax = 10;

// A choice is meant by its name in either language, or by its code.
std::map<std::string, std::string> codesOf(const FieldSpec& field)
{
    std::map<std::string, std::string> codes;
    for (const auto& choice : field.choices) {
        for (const auto name : {choice.label.en, choice.label.zh, choice.code}) {
            codes[std::string{name}] = choice.code;
        }
    }
    return codes;
}

Result<FieldMapping> mappingOf(const FieldOrder& order, const TypeSpec& type, const Table& table)
{
    const auto index = type.indexOf(order.field);
    if (!index || !isImportable(type, type.fields[*index])) {
        return fail(ErrorKind::Invalid, "import.field", order.field);
    }
    const auto& spec = type.fields[*index];
    Expression expression{.dateFormat = order.date, .decimal = order.decimal};
    if (order.column.empty()) {
        expression.constant = order.value;
    } else if (!table.column(order.column)) {
        return fail(ErrorKind::Invalid, "import.column_missing", order.column);
    } else {
        expression.columns = {order.column};
    }
    if (spec.kind == FieldKind::Choice) {
        expression.map = codesOf(spec);
    }
    if (spec.kind == FieldKind::TextSet) {
        expression.split = ";";
    }
    if (spec.kind == FieldKind::BasisPoints) {
        expression.percent = true;
    }
    if (spec.kind == FieldKind::Reference) {
        const auto& other = typeNamed(spec.refersTo);
        const auto ways = namedBy(other);
        if (std::ranges::find(ways, order.by) == ways.end()) {
            return fail(ErrorKind::Invalid, "import.field", order.field + " by " + order.by);
        }
        expression.stored = StoredLookup{.type = &other, .by = order.by};
    }
    return FieldMapping{.field = *index, .alternatives = {std::move(expression)}};
}

Result<void> checkFilled(const ImportOrder& order)
{
    std::set<std::string_view> filled;
    for (const auto& field : order.fields) {
        if (!filled.insert(field.field).second) {
            return fail(ErrorKind::Invalid, "import.field", field.field);
        }
    }
    for (const auto& field : order.type->fields) {
        if (field.isRequired && !filled.contains(field.fieldName) &&
            isImportable(*order.type, field)) {
            return fail(ErrorKind::Invalid, "import.required", std::string{field.fieldName});
        }
    }
    const auto by = order.type->indexOf(order.existingBy);
    const bool tells =
        order.existing == Existing::ImportAsNew ||
        (by && filled.contains(order.existingBy) && mayTell(order.type->fields[*by]));
    return tells ? Result<void>{} : fail(ErrorKind::Invalid, "import.field", order.existingBy);
}

} // namespace

Result<Mapping> mappingFor(const ImportOrder& order, const Table& table, const LocalTerms& company)
{
    if (order.source.empty() || order.source.size() > sourceBytesMax) {
        return fail(ErrorKind::Invalid, "import.source");
    }
    if (order.key.empty() || order.key.size() > keyColumnsMax) {
        return fail(ErrorKind::Invalid, "import.key");
    }
    for (const auto& column : order.key) {
        if (!table.column(column)) {
            return fail(ErrorKind::Invalid, "import.column_missing", column);
        }
    }
    if (auto filled = checkFilled(order); !filled) {
        return fail(filled.error());
    }
    Section section{.name = std::string{order.type->name},
                    .file = table.name(),
                    .type = order.type,
                    .key = order.key};
    for (const auto& field : order.fields) {
        auto mapped = mappingOf(field, *order.type, table);
        if (!mapped) {
            return fail(mapped.error());
        }
        section.fields.push_back(std::move(*mapped));
    }
    Mapping mapping{.source = order.source, .currency = company.currency};
    mapping.zone = company.zone;
    mapping.country = company.country;
    mapping.sections.push_back(std::move(section));
    return mapping;
}

} // namespace fieldbook::server::import
