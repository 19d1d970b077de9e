#pragma once

#include "server/store/store.h"
#include "shared/rules/world.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace fieldbook::server {

// The stored records as the rules look at them, remembered while one commit is open: what is filed
// is told with remember(), after an undoing forget() is called. The view must outlive it. One
// thread.
class StoreWorld final : public rules::World {
public:
    explicit StoreWorld(StoreView& view) : view_{view} {}

    struct Known {
        Record record;
        Placement placement;
    };
    // Null if there is no such record. Valid until the next call.
    [[nodiscard]] const Known* known(const Uuid& id) const;
    void remember(Record record, Placement placement);
    // Where a record stands has changed, itself it has not.
    void remember(const Placement& placement);
    void forget() { known_.clear(); }

    [[nodiscard]] std::optional<Record> find(const Uuid& id) const override;
    [[nodiscard]] std::vector<Record>
    referring(const TypeSpec& type, std::string_view field, const Uuid& id) const override;
    [[nodiscard]] std::vector<Record>
    referringIn(const TypeSpec& type,
                std::string_view field,
                const Uuid& id,
                std::string_view state,
                std::span<const std::string_view> codes) const override;
    [[nodiscard]] std::optional<Value>
    valueBefore(const Record& record, std::size_t field, const Version& edit) const override;

private:
    StoreView& view_;
    mutable std::unordered_map<Uuid, Known> known_;
};

} // namespace fieldbook::server
