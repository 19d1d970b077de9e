#pragma once

#include "server/service/change_service.h"
#include "server/service/commit_queue.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server {

// Customers of a book that go to one person: those whose field has this value.
struct HandoverPart {
    std::string field;
    std::string value;
    Uuid to;
};

// Whose book goes to whom. A customer goes where `customers` says, else where the first part that
// fits says, else to `to`; where nobody is said, it stays.
struct HandoverOrder {
    Uuid from;
    Uuid to;
    std::vector<HandoverPart> parts;
    std::map<Uuid, Uuid> customers; // To whom, by customer.
    std::string reason;
};

struct HandoverCount {
    Uuid to;
    const TypeSpec* type = nullptr;
    std::size_t records = 0;

    friend bool operator==(const HandoverCount&, const HandoverCount&) = default;
};

struct Handover {
    Uuid id;
    Uuid from;
    Uuid by; // Nil: the server's own command line.
    Timestamp at;
    std::string reason;
    std::vector<HandoverCount> moved; // By successor and type.
    std::vector<HandoverCount> kept; // Stays under the name of `from`, above all what is done.
    std::optional<Timestamp> undoneAt;

    friend bool operator==(const Handover&, const Handover&) = default;
};

// Gives a leaver's book to colleagues in one act: customers and leads with all that hangs on them,
// and what was still to be done (open deals and reminders, planned visits, appointments to come,
// draft orders). What is done keeps its author and is seen by who has the customer now. All of it
// happens in one commit, so a tablet never sees half of it. Any thread.
class HandoverService {
public:
    HandoverService(Store& store,
                    CommitQueue& commits,
                    ChangeService& changes,
                    const Clock& clock,
                    Entropy& entropy)
        : store_{store}, commits_{commits}, changes_{changes}, clock_{clock}, ids_{clock, entropy}
    {}

    // `by` is who does it, nil for the server's own command line; it takes who answers for the
    // leaver. Codes: `user.missing`, `user.inactive` (a successor), `handover.same`,
    // `handover.field` (no field of customers that words can be compared with), `handover.empty`
    // (nothing would move), `access.manager_only`, `access.board`.
    [[nodiscard]] Result<Handover> handOver(const Uuid& by, const HandoverOrder& order);
    // What handOver() would do: does all of it and leaves nothing of it.
    [[nodiscard]] Result<Handover> preview(const Uuid& by, const HandoverOrder& order);
    // Gives back what still stands as the handover left it; what has been given on since stays.
    // Answers with what went back. Codes: `handover.missing`,
    // `handover.undone`, `access.manager_only`.
    [[nodiscard]] Result<Handover> undo(const Uuid& by, const Uuid& handover);

    // The newest first.
    [[nodiscard]] std::vector<Handover> list();
    // Those of people about whom `by` decides. Code `session.ended`.
    [[nodiscard]] Result<std::vector<Handover>> listFor(const Uuid& by,
                                                        const rules::Directory& directory);

private:
    [[nodiscard]] Result<Handover>
    carryOut(Commit& commit, const Uuid& by, const HandoverOrder& order);

    Store& store_;
    CommitQueue& commits_;
    ChangeService& changes_;
    const Clock& clock_;
    UuidSource ids_; // Used on the writer thread.
};

} // namespace fieldbook::server
