#pragma once

#include "client/local/rows.h"

// What the pages show of how the company keeps its customers: the public pool, the recycle bin,
// with whom a customer is shared, customers that may be one.
namespace fieldbook::client {

struct PoolQuery {
    std::string kind; // How it came there; empty: any.
    std::string search; // Any part of what is shown.
    std::size_t limit = 200;
};

// A customer that nobody is responsible for, as far as the pool shows it.
struct PoolRow {
    Uuid id; // Of the listing.
    std::string name;
    std::string city;
    std::string industry;
    std::string tier;
    std::string kind;
    std::string reason;
    std::string formerOwner; // A name.
    std::optional<Timestamp> pooledAt;
    std::optional<Timestamp> lastContactAt;
    bool claimed = false; // By this user; the server has still to decide.
    std::string barred; // The code by which it cannot be claimed now.
    SyncMark mark = SyncMark::Sent;

    friend bool operator==(const PoolRow&, const PoolRow&) = default;
};

// What was deleted itself, with all that went into the bin along with it.
struct BinRow {
    Uuid id;
    std::string type;
    std::string title;
    std::string subtitle; // What it hangs on.
    Timestamp deletedAt;
    std::string deletedBy; // A name.
    std::string reason;
    std::int64_t with = 0; // Records that went along.
    Timestamp goneAt; // When the server takes it away for good.
    bool mayRestore = false;
    SyncMark mark = SyncMark::Sent;

    friend bool operator==(const BinRow&, const BinRow&) = default;
};

// A sharing that is in force.
struct ShareRow {
    Uuid id;
    std::string with; // The person's name, or the team's.
    bool isTeam = false;
    std::string access;
    std::optional<Timestamp> until;
    std::string reason;
    bool mayEnd = false;
    SyncMark mark = SyncMark::Sent;

    friend bool operator==(const ShareRow&, const ShareRow&) = default;
};

// With whom a customer may be shared: ids and names.
struct SharePartners {
    std::vector<std::pair<Uuid, std::string>> people;
    std::vector<std::pair<Uuid, std::string>> teams;

    friend bool operator==(const SharePartners&, const SharePartners&) = default;
};

// A case of two customers that may be one, or were made one and may be taken apart.
struct MergeRow {
    Uuid id;
    std::string state;
    Uuid other; // Seen from the customer asked for.
    std::string otherName;
    std::string reason;
    bool mayDecide = false; // Also to take it apart again.
    bool mayWithdraw = false;
    std::optional<Timestamp> undoUntil;
    SyncMark mark = SyncMark::Sent;

    friend bool operator==(const MergeRow&, const MergeRow&) = default;
};

// Both values of a field about which a person chooses.
struct MergeField {
    std::string field;
    Value survivor;
    Value loser;
    bool joins = false; // Both can be kept, one under the other.
    std::string chosen; // survivor, loser or both

    friend bool operator==(const MergeField&, const MergeField&) = default;
};

// The two side by side. Of a customer that is not on this tablet only the masked name is known.
struct MergeDetail {
    Uuid survivor;
    std::string survivorName;
    Uuid loser;
    std::string loserName;
    bool bothKnown = false;
    std::vector<MergeField> fields = {}; // Where both have a value, and another.

    friend bool operator==(const MergeDetail&, const MergeDetail&) = default;
};

} // namespace fieldbook::client
