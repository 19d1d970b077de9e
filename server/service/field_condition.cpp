#include "server/service/field_condition.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace fieldbook::server {
namespace {

using nlohmann::json;

// Conditions within conditions, each of which nests the body twice; how many in all, the service
// says.
constexpr int depthMax = 6;

struct Operator {
    std::string_view name;
    Condition::Kind kind;
};
constexpr std::array operators{
    Operator{"is", Condition::Kind::OneOf},          Operator{"not", Condition::Kind::NoneOf},
    Operator{"below", Condition::Kind::Below},       Operator{"at_most", Condition::Kind::AtMost},
    Operator{"above", Condition::Kind::Above},       Operator{"at_least", Condition::Kind::AtLeast},
    Operator{"contains", Condition::Kind::Contains}, Operator{"present", Condition::Kind::Present},
    Operator{"missing", Condition::Kind::Missing},
};

tl::unexpected<Error> malformed()
{
    return fail(ErrorKind::Invalid, "query.malformed",
                "where: all, any, or field with op and values");
}

std::optional<std::string> textAt(const json& object, std::string_view name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? std::optional{found->get<std::string>()}
                                                       : std::nullopt;
}

Result<FieldCondition> parseCondition(const json& from, int depth);

Result<FieldCondition> parseParts(const json& list, Condition::Kind kind, int depth)
{
    if (!list.is_array() || list.size() > QueryService::conditionsMax) {
        return malformed();
    }
    FieldCondition made{.kind = kind};
    for (const auto& part : list) {
        auto parsed = parseCondition(part, depth - 1);
        if (!parsed) {
            return parsed;
        }
        made.parts.push_back(std::move(*parsed));
    }
    return made;
}

Result<FieldCondition> parseCondition(const json& from, int depth)
{
    if (!from.is_object() || depth == 0) {
        return malformed();
    }
    if (const auto all = from.find("all"); all != from.end()) {
        return parseParts(*all, Condition::Kind::All, depth);
    }
    if (const auto any = from.find("any"); any != from.end()) {
        return parseParts(*any, Condition::Kind::Any, depth);
    }
    const auto field = textAt(from, "field");
    const auto name = textAt(from, "op");
    const auto* const known =
        name ? std::ranges::find(operators, *name, &Operator::name) : operators.end();
    const auto values = from.value("values", json::array());
    if (!field || known == operators.end() || !values.is_array() ||
        values.size() > QueryService::valuesMax) {
        return malformed();
    }
    FieldCondition made{.kind = known->kind, .parts = {}, .field = *field};
    for (const auto& value : values) {
        made.values.push_back(value.dump());
    }
    return made;
}

} // namespace

Result<FieldCondition> parseWhere(const json& body)
{
    const auto where = body.find("where");
    return where == body.end() || where->is_null() ? Result<FieldCondition>{FieldCondition{}}
                                                   : parseCondition(*where, depthMax);
}

} // namespace fieldbook::server
