#pragma once

#include "client/local/journal.h"
#include "client/local/store_core.h"
#include "shared/sync/pull_page.h"

#include <cstdint>
#include <set>
#include <unordered_set>

namespace fieldbook::client {

// Lays pulled pages under what is unsent: records without unsent changes are put as they come,
// byte for byte; under the others goes the base, and their changes are replayed. One transaction.
class PageLayer {
public:
    PageLayer(StoreCore& core, Writing& writing);

    // The page, after those that were kept aside before it; then what a complete point brings:
    // changes whose effects are now here leave the journal.
    [[nodiscard]] Result<void> lay(const sync::PageView& page);

private:
    [[nodiscard]] Result<void> layStaged();
    [[nodiscard]] Result<void> layPage(const sync::PageView& page);
    void leave(const Uuid& id);
    void settle(std::int64_t upTo);
    // After pulling everything anew: what did not come is not there any more.
    void dropUnseen();
    void complete(const sync::PageView& page);
    void count(std::size_t records);

    StoreCore& core_;
    Writing& writing_;
    Journal journal_;
    bool noneUnsent_;
    bool resyncing_;
    std::set<Uuid> rebased_;
    std::unordered_set<Uuid> seen_; // While everything is pulled anew.
    std::size_t records_ = 0;
};

// Takes away all records without unsent changes.
void dropPulled(Shelf& shelf);

} // namespace fieldbook::client
