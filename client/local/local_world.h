#pragma once

#include "shared/db/database.h"
#include "shared/rules/world.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace fieldbook::client {

// The records on this tablet as the rules see them: as the user sees them. Reads the database at
// every call. Thread: the database's.
class LocalWorld final : public rules::World {
public:
    explicit LocalWorld(db::Database& database) : database_{database} {}

    [[nodiscard]] std::optional<Record> find(const Uuid& id) const override;
    [[nodiscard]] std::vector<Record>
    referring(const TypeSpec& type, std::string_view field, const Uuid& id) const override;
    [[nodiscard]] std::vector<Record>
    referringIn(const TypeSpec& type,
                std::string_view field,
                const Uuid& id,
                std::string_view state,
                std::span<const std::string_view> codes) const override;

private:
    db::Database& database_;
};

// The user as the rules see them, from the people and teams on this tablet. Before the first sync
// there are none; what is the user's own can be done then too.
[[nodiscard]] rules::Actor actorOf(db::Database& database, const Uuid& user);

// The type of the record with that id, or null if there is none on this tablet.
[[nodiscard]] const TypeSpec* findTypeOf(db::Database& database, const Uuid& id);

} // namespace fieldbook::client
