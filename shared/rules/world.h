#pragma once

#include "shared/record/record.h"

#include <optional>
#include <utility>
#include <vector>

namespace fieldbook::rules {

// Who does something, as the directory of users and teams has it.
struct Actor {
    enum class Role : std::uint8_t { Salesperson, Manager, Executive, Administrator };

    Uuid user;
    Uuid team;
    Role role = Role::Salesperson;
    // The teams whose records are the actor's to see: those managed, with all below them.
    std::vector<Uuid> managedTeams;
};

// The records that a rule may look at: the server's store, or what this tablet holds.
class World {
public:
    virtual ~World() = default;
    [[nodiscard]] virtual std::optional<Record> find(const Uuid& id) const = 0;
    // Records of the type whose reference `field` is `id`, deleted ones left out, in order of id.
    [[nodiscard]] virtual std::vector<Record>
    referring(const TypeSpec& type, std::string_view field, const Uuid& id) const = 0;
};

// What a rule wants written.
struct RecordWrite {
    const TypeSpec* type = nullptr;
    Uuid id;
    bool create = false;
    std::vector<std::pair<std::size_t, Value>> values;

    void set(std::string_view field, Value value);
};

} // namespace fieldbook::rules
