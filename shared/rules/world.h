#pragma once

#include "shared/record/record.h"
#include "shared/rules/roles.h"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace fieldbook::rules {

// Somebody for whom the actor stands in.
struct Cover {
    Uuid absent;
    bool edits = false;

    friend bool operator==(const Cover&, const Cover&) = default;
};

// Who does something, as the directory of users and teams has it (directory.h).
struct Actor {
    Uuid user;
    Uuid team;
    Uuid board; // Nil for who works in none.
    Role role = Role::Salesperson;
    // The teams whose records are the actor's to see. Sorted.
    std::vector<Uuid> seenTeams;
    bool seesUnassigned = false; // Also the records that no team answers for.
    // The actor's team and those above it. Sorted.
    std::vector<Uuid> memberOf = {};
    std::vector<Cover> covers = {};

    [[nodiscard]] bool sees(const Uuid& otherTeam) const;

    friend bool operator==(const Actor&, const Actor&) = default;
};

// The records that a rule may look at: the server's store, or what this tablet holds.
class World {
public:
    virtual ~World() = default;
    [[nodiscard]] virtual std::optional<Record> find(const Uuid& id) const = 0;
    // Records of the type whose reference `field` is `id`, deleted ones left out, in order of id.
    // Rules ask only for fields that are indexed.
    [[nodiscard]] virtual std::vector<Record>
    referring(const TypeSpec& type, std::string_view field, const Uuid& id) const = 0;
    // Of those, the ones whose `state` (a choice that is a column) is one of `codes`. A world with
    // an index answers it better than by reading them all, which is what this does.
    [[nodiscard]] virtual std::vector<Record>
    referringIn(const TypeSpec& type,
                std::string_view field,
                const Uuid& id,
                std::string_view state,
                std::span<const std::string_view> codes) const;
    // What stood in the field before this edit wrote it; nothing where that is not known, as on a
    // tablet, which keeps no history.
    [[nodiscard]] virtual std::optional<Value>
    valueBefore(const Record& record, std::size_t field, const Version& edit) const;
};

// What a rule wants written.
struct RecordWrite {
    const TypeSpec* type = nullptr;
    Uuid id;
    bool create = false;
    std::vector<std::pair<std::size_t, Value>> values; // No field twice.

    // Replaces what the write held for the field.
    void set(std::string_view field, Value value);
    void set(std::size_t index, Value value);
    [[nodiscard]] const Value* find(std::string_view field) const;
};

// Lays a write's values into a record of its type and id; versions are the caller's business.
void applyTo(Record& record, const RecordWrite& write);

} // namespace fieldbook::rules
