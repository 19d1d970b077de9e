#include "server/api/user_json.h"

#include "shared/rules/feeds.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {
namespace {

std::string_view codeOf(rules::Actor::Role role)
{
    switch (role) {
    case rules::Actor::Role::Salesperson:
        return "salesperson";
    case rules::Actor::Role::Manager:
        return "manager";
    case rules::Actor::Role::Executive:
        return "executive";
    case rules::Actor::Role::Administrator:
        return "administrator";
    }
    return {};
}

nlohmann::json idOrNull(const Uuid& id)
{
    return id.isNil() ? nlohmann::json() : nlohmann::json(id.text());
}

} // namespace

nlohmann::json userJson(const rules::Directory& directory, const Uuid& user)
{
    const auto* person = directory.findUser(user);
    if (person == nullptr) {
        return nullptr;
    }
    auto feeds = nlohmann::json::array();
    for (const auto& feed : rules::subscriptionsOf(*directory.actorFor(user))) {
        feeds.push_back(feed);
    }
    return {{"id", user.text()},
            {"name", person->name},
            {"login", person->login},
            {"role", codeOf(person->role)},
            {"team", idOrNull(person->team)},
            {"manager", idOrNull(person->manager)},
            {"feeds", std::move(feeds)}};
}

} // namespace fieldbook::server::api
