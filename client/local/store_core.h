#pragma once

#include "client/local/effects.h"
#include "client/local/meta.h"
#include "client/local/search_index.h"
#include "client/local/shelf.h"
#include "client/local/store_change.h"
#include "shared/base/hybrid_time.h"
#include "shared/db/database.h"

#include <functional>
#include <optional>
#include <string>

namespace fieldbook::client {

// The inside of LocalStore that its recorder, its session and its syncing side share. Writer's
// thread.
class StoreCore {
public:
    StoreCore(db::Database database, const Clock& clock, Entropy& entropy);

    [[nodiscard]] db::Database& database() { return database_; }
    [[nodiscard]] Meta& meta() { return meta_; }
    [[nodiscard]] SearchIndex& search() { return search_; }
    [[nodiscard]] const Clock& clock() const { return clock_; }
    [[nodiscard]] Entropy& entropy() { return entropy_; }
    [[nodiscard]] UuidSource& ids() { return ids_; }

    // Who works here, as the directory on this tablet has them. Code `session.none`.
    [[nodiscard]] Result<Doer> doer();
    // The same for replaying, where nobody is asked: a nobody where there is none.
    [[nodiscard]] Doer doerOrNobody();
    // Somebody else may work here from now on.
    void forgetDoer() { doer_.reset(); }

    // The next hybrid time, later than everything seen. Kept with the change that bears it.
    [[nodiscard]] HybridTime tick() { return hybrid_.tick(clock_.now()); }
    void observe(HybridTime seen) { hybrid_.observe(seen); }
    [[nodiscard]] HybridTime lastTick() const { return hybrid_.last(); }

    // Grows with every commit.
    [[nodiscard]] std::uint64_t generation() const { return generation_; }

    void setListener(std::function<void(const StoreChange&)> listener)
    {
        listener_ = std::move(listener);
    }

private:
    friend class Writing;
    void committed(const StoreChange& change);

    db::Database database_;
    const Clock& clock_;
    Entropy& entropy_;
    UuidSource ids_;
    Meta meta_;
    SearchIndex search_;
    HybridClock hybrid_;
    std::optional<Doer> doer_;
    std::uint64_t generation_ = 0;
    std::function<void(const StoreChange&)> listener_;
};

// One transaction on the tablet's store, undone unless committed. After the commit the pages hear
// what it changed.
class Writing {
public:
    enum class Search : bool { Now, Afterwards };

    explicit Writing(StoreCore& core, Search search = Search::Now);

    [[nodiscard]] db::Transaction& transaction() { return transaction_; }
    [[nodiscard]] Shelf& shelf() { return shelf_; }
    [[nodiscard]] StoreChange& change() { return shelf_.change(); }
    void commit();

private:
    StoreCore& core_;
    db::Transaction transaction_;
    Shelf shelf_;
};

} // namespace fieldbook::client
