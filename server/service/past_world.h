#pragma once

#include "server/store/store.h"
#include "shared/base/hybrid_time.h"
#include "shared/rules/world.h"

namespace fieldbook::server {

// The world with the owners and shares that records had at a time: what decides about a change that
// was made before its record moved to somebody else and arrives after it. The other fields are
// today's.
class PastWorld final : public rules::World {
public:
    PastWorld(const rules::World& now, StoreView& view, HybridTime at)
        : now_{now}, view_{view}, at_{at}
    {}

    [[nodiscard]] std::optional<Record> find(const Uuid& id) const override;
    [[nodiscard]] std::vector<Record>
    referring(const TypeSpec& type, std::string_view field, const Uuid& id) const override;
    // The record as it stands, with the owner it had then; a share as far as it was in force.
    [[nodiscard]] Record asThen(Record record) const;

private:
    void setBack(Record& record, std::string_view field) const;

    const rules::World& now_;
    StoreView& view_;
    HybridTime at_;
};

} // namespace fieldbook::server
