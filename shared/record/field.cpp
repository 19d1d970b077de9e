#include "shared/record/field.h"

namespace fieldbook {
namespace {

FieldSpec field(std::string_view name, FieldKind kind)
{
    FieldSpec spec;
    spec.fieldName = name;
    spec.kind = kind;
    return spec;
}

} // namespace

FieldSpec FieldSpec::label(std::string_view en, std::string_view zh) &&
{
    fieldLabel = Label{en, zh};
    return std::move(*this);
}

FieldSpec FieldSpec::required() &&
{
    isRequired = true;
    return std::move(*this);
}

FieldSpec FieldSpec::column() &&
{
    isColumn = true;
    return std::move(*this);
}

FieldSpec FieldSpec::indexed() &&
{
    isColumn = true;
    isIndexed = true;
    return std::move(*this);
}

FieldSpec FieldSpec::name() &&
{
    search = Search::Name;
    return std::move(*this);
}

FieldSpec FieldSpec::phone() &&
{
    search = Search::Phone;
    personal = Personal::Business;
    return std::move(*this);
}

FieldSpec FieldSpec::searchable() &&
{
    search = Search::Text;
    return std::move(*this);
}

FieldSpec FieldSpec::business() &&
{
    personal = Personal::Business;
    return std::move(*this);
}

FieldSpec FieldSpec::sensitive() &&
{
    personal = Personal::Sensitive;
    return std::move(*this);
}

FieldSpec FieldSpec::max(std::size_t bytes) &&
{
    maxBytes = bytes;
    return std::move(*this);
}

FieldSpec FieldSpec::ask() &&
{
    merge = Merge::Ask;
    return std::move(*this);
}

FieldSpec FieldSpec::sum() &&
{
    merge = Merge::Sum;
    return std::move(*this);
}

FieldSpec FieldSpec::append() &&
{
    merge = Merge::Append;
    return std::move(*this);
}

FieldSpec FieldSpec::server() &&
{
    merge = Merge::Server;
    return std::move(*this);
}

FieldSpec FieldSpec::act() &&
{
    merge = Merge::Act;
    return std::move(*this);
}

FieldSpec text(std::string_view name) { return field(name, FieldKind::Text); }

FieldSpec longText(std::string_view name)
{
    FieldSpec spec = field(name, FieldKind::LongText);
    spec.merge = Merge::Text;
    spec.maxBytes = 20'000;
    return spec;
}

FieldSpec integer(std::string_view name) { return field(name, FieldKind::Integer); }

FieldSpec quantity(std::string_view name) { return field(name, FieldKind::Quantity); }

FieldSpec basisPoints(std::string_view name) { return field(name, FieldKind::BasisPoints); }

FieldSpec money(std::string_view name) { return field(name, FieldKind::Money); }

FieldSpec boolean(std::string_view name) { return field(name, FieldKind::Boolean); }

FieldSpec date(std::string_view name) { return field(name, FieldKind::Date); }

FieldSpec time(std::string_view name) { return field(name, FieldKind::Time); }

FieldSpec choice(std::string_view name, std::vector<Choice> choices)
{
    FieldSpec spec = field(name, FieldKind::Choice);
    spec.choices = std::move(choices);
    return spec;
}

FieldSpec reference(std::string_view name, std::string_view type)
{
    FieldSpec spec = field(name, FieldKind::Reference);
    spec.refersTo = type;
    return spec;
}

FieldSpec geo(std::string_view name) { return field(name, FieldKind::Geo); }

FieldSpec textSet(std::string_view name)
{
    FieldSpec spec = field(name, FieldKind::TextSet);
    spec.merge = Merge::Set;
    spec.maxBytes = 200; // A member's.
    return spec;
}

} // namespace fieldbook
