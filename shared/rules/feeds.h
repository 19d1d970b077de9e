#pragma once

#include "shared/rules/world.h"

#include <string>
#include <vector>

// Where a record stands. It stands in feeds; a tablet holds the feeds of its user (access.h).
namespace fieldbook::rules {

class Directory;

// A feed's name: "c" the company, "u:<uuid>" a user's, "t:<uuid>" what the people of a team have
// (their managers'), "m:<uuid>" what is shared with the people of a team, "o" the records that no
// team answers for, "d:<uuid>" what is decided about for the people of a team (of the nil id: of
// none).
using FeedName = std::string;

// With whom else a customer is shared, and what hangs on it.
struct SharedWith {
    Uuid user; // Or, if nil,
    Uuid team; // everybody in it and in the teams below.
    bool edits = false;
    TextSet includes; // Types of what hangs on the customer.

    friend bool operator==(const SharedWith&, const SharedWith&) = default;
};

// Whether a share with these types includes records of that type. The customer and its shares
// always are.
[[nodiscard]] bool covers(const TextSet& includes, std::string_view type);

// What decides about a record beside itself.
struct FeedFacts {
    // The record's owner, where its type has one; otherwise that of the nearest record above it
    // (the order of an order's line, the customer of a contact). Nil where nobody is set.
    Uuid owner;
    Uuid ownerTeam;
    // The owner of the record that it hangs on in the end (the customer of an order's line), if
    // any.
    Uuid rootOwner;
    Uuid rootOwnerTeam;
    // The shares that are in force and cover this record.
    std::vector<SharedWith> shared = {};

    friend bool operator==(const FeedFacts&, const FeedFacts&) = default;
};

// The record that this one hangs on directly, by the first parent field with a value; nil if none.
[[nodiscard]] Uuid parentOf(const Record& record);
// The facts as they stand: the world finds the records above, and the users with their teams.
[[nodiscard]] FeedFacts factsOf(const Record& record, const World& world);
// The same, with the teams from a directory at hand.
[[nodiscard]] FeedFacts
factsOf(const Record& record, const World& world, const Directory& directory);

// "d:<uuid>".
[[nodiscard]] FeedName deciderFeed(const Uuid& team);
// Sorted, without repeats, never empty. Owned types: the owner's and the root owner's user feed and
// team feed; "o" if neither has a team; the feeds of those with whom it is shared. Types for
// deciders: the owner's user feed and that of whoever decides for the owner's team.
[[nodiscard]] std::vector<FeedName> feedsOf(const TypeSpec& type, const FeedFacts& facts);

} // namespace fieldbook::rules
