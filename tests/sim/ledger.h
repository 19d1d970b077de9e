#pragma once

#include "shared/db/database.h"
#include "shared/sync/change.h"

#include <cstdint>
#include <map>
#include <set>
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

    // The tablet is about to destroy its store: all that it ever had was answered.
    void seal(db::Database& look, std::int64_t device);

    using Changes = std::map<std::pair<std::int64_t, std::int64_t>, Committed>;
    // Those that the tablet's store answers for.
    [[nodiscard]] const Changes& held() const { return changes_; }
    // Those of stores that were destroyed.
    [[nodiscard]] const Changes& sealed() const { return sealed_; }
    // Both.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (const auto* changes : {&sealed_, &changes_}) {
            for (const auto& [key, committed] : *changes) {
                visit(key, committed);
            }
        }
    }
    [[nodiscard]] const Committed* find(std::int64_t device, std::int64_t number) const;
    // The former names of changes that were numbered anew. What was sent under one, and its answer
    // lost, may stand under it.
    [[nodiscard]] const std::set<std::pair<std::int64_t, std::int64_t>>& renumbered() const
    {
        return renumbered_;
    }

private:
    Changes changes_; // By device and number.
    Changes sealed_;
    std::set<std::pair<std::int64_t, std::int64_t>> renumbered_;
};

} // namespace fieldbook::sim
