#pragma once

#include "shared/base/result.h"
#include "shared/rules/feeds.h"
#include "shared/rules/roles.h"

// What a whole board knows of its customers, whoever is responsible: listings (rules/listing.h).
// They stand in a feed of the board and nowhere else, for those who work in it: who sees the
// records of other boards needs no listings of them. In their facts the board stands where the team
// of an owner does, for they belong to nobody.
namespace fieldbook::rules {

[[nodiscard]] bool isForBoard(const TypeSpec& type);
// Whether the role knows of all customers of a board, and of its public pool.
[[nodiscard]] bool knowsOfBoard(Role role);
// "b:<uuid>"; the nil id's for those who work in no board.
[[nodiscard]] FeedName boardFeed(const Uuid& board);

// The board that the team is part of, or that the user works in; nil for none.
[[nodiscard]] Uuid boardOfTeam(const Uuid& team, const World& world);
[[nodiscard]] Uuid boardOf(const Uuid& user, const World& world);

// mayGive() for what lies in the public pool of a board. Code `access.board`.
[[nodiscard]] Result<void>
mayGiveFromBoard(const Actor& actor, const Uuid& board, const Uuid& to, const World& world);

} // namespace fieldbook::rules
