#include "server/api/user_json.h"

#include "shared/rules/access.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {
namespace {

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
            {"role", rules::specOf(person->role).code},
            {"team", idOrNull(person->team)},
            {"manager", idOrNull(person->manager)},
            {"feeds", std::move(feeds)}};
}

} // namespace fieldbook::server::api
