#pragma once

#include "server/service/change_service.h"
#include "server/service/commit_queue.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fieldbook::server {

// What the office shares and arranges on somebody's behalf, and what of it the time begins and ends
// (shared/rules/acts/sharing.cpp has the rules). Any thread.
class SharingService {
public:
    SharingService(Store& store,
                   CommitQueue& commits,
                   ChangeService& changes,
                   const Clock& clock,
                   Entropy& entropy)
        : store_{store}, commits_{commits}, changes_{changes}, clock_{clock}, ids_{clock, entropy}
    {}

    struct Share {
        Uuid customer;
        Uuid user; // One of the two.
        Uuid team;
        bool edits = false;
        TextSet includes; // None: everything.
        Timestamp until;
        std::string reason;
    };
    struct Cover {
        Uuid absent;
        Uuid standsIn;
        Timestamp from;
        Timestamp until;
        bool edits = false;
        bool returns = true;
        std::string reason;
    };
    // `by` is nil for the server's own command line. They answer with the id of what was made.
    // Codes: those of the acts, `session.ended`.
    [[nodiscard]] Result<Uuid> share(const Uuid& by, const Share& share);
    [[nodiscard]] Result<Uuid> cover(const Uuid& by, const Cover& cover);
    // A share or a leave cover. Code `record.missing` for any other record.
    [[nodiscard]] Result<void> end(const Uuid& by, const Uuid& id);

    // Those in force or planned, or all there ever were, in order of id.
    [[nodiscard]] std::vector<Record> shares(bool all);
    [[nodiscard]] std::vector<Record> covers(bool all);

    // Begins and ends what the time has come for; answers with how many. Costs two look-ups in
    // indexes when there is nothing.
    [[nodiscard]] Result<std::size_t> keepTime();

private:
    [[nodiscard]] Result<void> act(const Uuid& by, sync::ActBody body);
    [[nodiscard]] std::vector<Record> recordsOf(std::string_view type, bool all);

    Store& store_;
    CommitQueue& commits_;
    ChangeService& changes_;
    const Clock& clock_;
    UuidSource ids_;
};

} // namespace fieldbook::server
