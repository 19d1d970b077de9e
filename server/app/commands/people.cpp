#include "server/app/commands/people.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::commands {

Result<Uuid> findTeam(Engine& engine, const std::string& named)
{
    const auto coded = engine.store.read()->withText(typeNamed("team"), "code", named);
    if (!coded.empty()) {
        return coded.front().placement.id;
    }
    for (const auto& [id, team] : engine.people.current()->teams()) {
        if (team.name == named && !team.deleted) {
            return id;
        }
    }
    return fail(ErrorKind::NotFound, "team.missing", named);
}

Result<Uuid> findUser(Engine& engine, const std::string& login)
{
    const auto directory = engine.people.current();
    const auto* person = directory->userByLogin(login);
    if (person == nullptr) {
        return fail(ErrorKind::NotFound, "user.missing", login);
    }
    return person->id;
}

Result<Uuid> findCustomer(Engine& engine, const std::string& named)
{
    const auto view = engine.store.read();
    const auto& type = typeNamed("customer");
    if (const auto id = Uuid::parse(named)) {
        if (const auto placement = view->findPlacement(*id);
            placement && placement->type == &type) {
            return *id;
        }
    }
    const auto coded = view->withText(type, "code", named);
    if (coded.size() != 1) {
        return fail(ErrorKind::NotFound, "handover.customer", named);
    }
    return coded.front().placement.id;
}

Result<FieldValues> fieldValues(Engine& engine, const TypeSpec& type, const Given& given)
{
    FieldValues values;
    for (const auto& [name, text] : given) {
        if (!text) {
            continue;
        }
        if (text->empty()) {
            values.emplace_back(name, Value{});
            continue;
        }
        const auto& field = type.field(name);
        if (field.kind == FieldKind::Reference) {
            const auto id =
                field.refersTo == "team" ? findTeam(engine, *text) : findUser(engine, *text);
            if (!id) {
                return fail(id.error());
            }
            values.emplace_back(name, *id);
            continue;
        }
        auto value = parseValue(field, nlohmann::json(*text));
        if (!value) {
            return fail(value.error());
        }
        values.emplace_back(name, std::move(*value));
    }
    return values;
}

} // namespace fieldbook::server::commands
