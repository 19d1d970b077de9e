#include "shared/rules/board.h"

#include "shared/rules/directory.h"

#include <algorithm>
#include <array>

namespace fieldbook::rules {
namespace {

// Those who look after customers.
constexpr std::array roles{Role::Salesperson, Role::Manager, Role::Executive,
                           Role::BoardAdministrator, Role::RecordsClerk};

} // namespace

bool isForBoard(const TypeSpec& type) { return type.name == "listing"; }

bool knowsOfBoard(Role role) { return std::ranges::find(roles, role) != roles.end(); }

FeedName boardFeed(const Uuid& board) { return "b:" + board.text(); }

Uuid boardOfTeam(const Uuid& team, const World& world)
{
    return boardAbove(team, [&](const Uuid& above) -> std::optional<TeamAbove> {
        const auto found = world.find(above);
        return found ? std::optional{teamAbove(*found)} : std::nullopt;
    });
}

Uuid boardOf(const Uuid& user, const World& world)
{
    const auto person = world.find(user);
    return boardOfTeam(person ? person->referenceOf("team") : Uuid{}, world);
}

} // namespace fieldbook::rules
