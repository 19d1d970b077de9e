#pragma once

#include "shared/rules/overlay_world.h"
#include "shared/sync/change.h"

#include <cstdint>
#include <map>
#include <utility>

namespace fieldbook::client {

// Who works on this tablet.
struct Doer {
    rules::Actor actor;
    std::int64_t device = 0;
};

// What changes do to the records as the user sees them: the same rules and the same merge as on the
// server, laid over a world and not stored. A change takes effect whole or not at all. The world
// below must outlive it.
class Effects {
public:
    Effects(const rules::World& below, Doer doer) : laid_{below}, doer_{std::move(doer)} {}

    // Asks everything that the server will ask, as far as this tablet can know; then does it.
    [[nodiscard]] Result<void> perform(const sync::Change& change);
    // Does again what was once performed, on records that may have changed since. Asks nothing: the
    // server decides. What is no longer possible is left out until it has.
    void replay(const sync::Change& change);

    [[nodiscard]] const rules::World& world() const { return laid_; }

    struct Touch {
        const TypeSpec* type = nullptr;
        bool direct = false; // The record that the change is about.
    };
    // By change and record.
    using Touches = std::map<std::pair<std::int64_t, Uuid>, Touch>;
    // Which change is about or wrote which record.
    [[nodiscard]] const Touches& touches() const { return touches_; }

private:
    [[nodiscard]] Version versionOf(const sync::Change& change) const
    {
        return {change.at, doer_.device, change.number};
    }
    [[nodiscard]] Result<void> create(const sync::CreateBody& body, const Version& version);
    [[nodiscard]] Result<void> edit(const sync::EditBody& body, const Version& version);
    [[nodiscard]] Result<void> act(const sync::ActBody& body, const Version& version);
    void createAgain(const sync::CreateBody& body, const Version& version);
    void editAgain(const sync::EditBody& body, const Version& version);

    void touch(const sync::Change& change);
    void lay(const rules::RecordWrite& write, const Version& version);
    void layRecord(Record record, const Version& version);
    void layConsequences(const Uuid& id, const Version& version);

    rules::OverlayWorld laid_;
    Doer doer_;
    Touches touches_;
};

} // namespace fieldbook::client
