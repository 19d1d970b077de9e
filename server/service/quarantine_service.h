#pragma once

#include "server/service/change_service.h"
#include "server/service/commit_queue.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::server {

// What became of what was held.
struct QuarantineOutcome {
    std::size_t released = 0;
    std::vector<Refusal> refused; // With the code that says why; their content stays filed.
};

// What tablets of frozen users delivered: held with all its content until somebody who answers for
// the user decides. Any thread.
class QuarantineService {
public:
    QuarantineService(Store& store, CommitQueue& commits, ChangeService& changes)
        : store_{store}, commits_{commits}, changes_{changes}
    {}

    // What is held, of one user or of all, in the order in which it came.
    [[nodiscard]] std::vector<Refusal> list(const std::optional<Uuid>& user);

    // Applies what is held of the user, as the user and judged by what stood when it was recorded.
    // What cannot be applied stays filed as refused. `by` is nil for the server's own command line.
    // Codes: `user.missing`, `quarantine.empty`, `access.manager_only`.
    [[nodiscard]] Result<QuarantineOutcome> release(const Uuid& by, const Uuid& user);
    // It takes no effect; the content stays filed. Answers with how many. The same codes.
    [[nodiscard]] Result<std::size_t> discard(const Uuid& by, const Uuid& user);

private:
    Store& store_;
    CommitQueue& commits_;
    ChangeService& changes_;
};

} // namespace fieldbook::server
