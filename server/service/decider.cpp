#include "server/service/decider.h"

#include "shared/rules/access.h"

namespace fieldbook::server {

Result<rules::Actor> deciderFor(const rules::Directory& directory, const Uuid& by)
{
    if (by.isNil()) {
        rules::Actor server;
        server.role = rules::Role::Administrator;
        return server;
    }
    const auto* person = directory.findUser(by);
    if (person == nullptr || !person->isActive()) {
        return fail(ErrorKind::Unauthorised, "session.ended");
    }
    return *directory.actorFor(by);
}

Result<void>
mayDecideAbout(const rules::Actor& actor, const Uuid& person, const rules::Directory& directory)
{
    const Uuid team = directory.teamOf(person);
    return rules::mayManage(
        actor, {.owner = person, .ownerTeam = team, .rootOwner = person, .rootOwnerTeam = team});
}

} // namespace fieldbook::server
