#pragma once

#include "shared/db/database.h"
#include "shared/sync/change.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fieldbook::sim {

// A change that a tablet had on its disk.
struct Committed {
    std::int64_t device = 0;
    std::int64_t number = 0;
    std::string json;
    sync::Change change;
};

// Every change that one tablet ever committed, remembered outside of it: what must not get lost.
class Ledger {
public:
    // Learns what is new in the tablet's outbox; throws a Violation if anything known is neither
    // there nor in the log of receipts, with the same content. `look` is the tablet's store.
    void hold(db::Database& look, std::int64_t device);
    // Only learns.
    void learn(db::Database& look, std::int64_t device);
    // The tablet got a new number: what waits was numbered anew.
    void renumber(db::Database& look, std::int64_t former, std::int64_t device);

    [[nodiscard]] const std::map<std::pair<std::int64_t, std::int64_t>, Committed>& all() const
    {
        return changes_;
    }
    [[nodiscard]] const Committed* find(std::int64_t device, std::int64_t number) const;

private:
    std::map<std::pair<std::int64_t, std::int64_t>, Committed> changes_; // By device and number.
};

} // namespace fieldbook::sim
