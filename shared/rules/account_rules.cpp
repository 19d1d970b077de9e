#include "shared/rules/account_rules.h"

namespace fieldbook::rules {

bool mayAskForAccount(const Actor& actor, const Uuid& team)
{
    switch (actor.role) {
    case Role::Executive:
    case Role::Administrator:
        return true;
    case Role::BoardAdministrator:
    case Role::Manager:
        return actor.sees(team);
    default:
        return false;
    }
}

bool mayApproveAccount(const Actor& actor, const Uuid& team, const Directory& directory)
{
    if (actor.role == Role::Executive) {
        return true;
    }
    if (actor.role != Role::Manager) {
        return false;
    }
    const auto* board = directory.findTeam(directory.boardOf(team));
    return board != nullptr ? board->manager == actor.user : actor.sees(team);
}

} // namespace fieldbook::rules
