#pragma once

#include "shared/rules/directory.h"

#include <array>
#include <string_view>

// Who opens, changes and closes accounts: asked for by one, approved by another.
namespace fieldbook::rules {

inline constexpr std::array<std::string_view, 5> accountRequestKinds{"open", "close", "change_role",
                                                                     "freeze", "unfreeze"};

// Whether the actor may ask for it for somebody of this team: a board's administrator and the
// managers within what they see; executives and administrators for all.
[[nodiscard]] bool mayAskForAccount(const Actor& actor, const Uuid& team);

// Whether the actor decides about accounts in this team: an executive, or the head of its board
// (where there are no boards, a manager of the team). Who it is about is somebody else; so, except
// for a freeze, is who asked.
[[nodiscard]] bool
mayApproveAccount(const Actor& actor, const Uuid& team, const Directory& directory);

} // namespace fieldbook::rules
