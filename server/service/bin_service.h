#pragma once

#include "server/service/change_service.h"
#include "server/service/commit_queue.h"
#include "shared/rules/bin.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fieldbook::server {

// Something in the recycle bin that was deleted on its own account, and what went with it.
struct BinnedRecord {
    const TypeSpec* type = nullptr;
    Uuid id;
    std::string title;
    Timestamp deletedAt;
    Uuid deletedBy; // Nil: the server itself.
    std::string reason;
    std::size_t below = 0; // Records that went into the bin with it.
    // Recorded about it since: it is not purged before somebody has decided about that.
    std::size_t since = 0;

    [[nodiscard]] Timestamp purgedAt() const { return deletedAt + rules::binKept; }
};

// The recycle bin of the company. Any thread.
class BinService {
public:
    BinService(Store& store, CommitQueue& commits, ChangeService& changes, const Clock& clock)
        : store_{store}, commits_{commits}, changes_{changes}, clock_{clock}
    {}

    // The oldest first.
    [[nodiscard]] std::vector<BinnedRecord> list();
    // Takes it out again with all that went in with it. Codes: `record.missing`, `bin.not_in`,
    // `bin.parent`, `access.manager_only`.
    [[nodiscard]] Result<void> restore(const Uuid& by, const Uuid& id);
    // Takes away for good what has lain there long enough; the trail keeps what it was. Returns how
    // many records went.
    [[nodiscard]] std::size_t purge();

private:
    [[nodiscard]] std::size_t purgeOne(Commit& commit, const Uuid& id);

    Store& store_;
    CommitQueue& commits_;
    ChangeService& changes_;
    const Clock& clock_;
};

} // namespace fieldbook::server
