#pragma once

#include "shared/rules/world.h"

#include <optional>
#include <string>
#include <vector>

// Who sees what. A record stands in feeds; a tablet holds the feeds of its user. These functions
// alone decide.
namespace fieldbook::rules {

// A feed's name: "c" the company, "u:<uuid>" a user's, "t:<uuid>" a team's, "o" records that nobody
// owns.
using FeedName = std::string;

// What decides about a record beside itself.
struct FeedFacts {
    // The record's own owner, if its type has one and it is set.
    Uuid owner;
    Uuid ownerTeam;
    // The owner of the record that it hangs on in the end (the customer of an order's line), if
    // any.
    Uuid rootOwner;
    Uuid rootOwnerTeam;
};

// Sorted, without repeats, never empty. Owned types: the owner's and the root owner's user feed and
// team feed; "o" if neither is set.
[[nodiscard]] std::vector<FeedName> feedsOf(const TypeSpec& type, const FeedFacts& facts);

// The feeds of a user's tablet, sorted: the company's, the user's own, those of managed teams;
// executives also "o".
[[nodiscard]] std::vector<FeedName> subscriptionsOf(const Actor& actor);

// Whether the actor may change the record: its owner, the owner of what it hangs on, or a manager
// of either's team. Records of the company are not a tablet's to change (`access.read_only`);
// others' are `access.denied`.
[[nodiscard]] Result<void>
mayWrite(const Actor& actor, const TypeSpec& type, const FeedFacts& facts);

} // namespace fieldbook::rules
