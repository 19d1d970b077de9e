#include "shared/rules/board.h"

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

} // namespace fieldbook::rules
