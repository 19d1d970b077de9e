#pragma once

#include "server/service/attendance.h"
#include "server/service/directory_service.h"

#include <map>
#include <string>
#include <vector>

namespace fieldbook::server {

struct AccountRequestOptions {
    WorkCalendar calendar = {};
    // Carried out when approved; otherwise a system administrator does it.
    bool executesOnApproval = true;
};

// Accounts are opened, changed and closed by a request with a reason, which somebody else approves,
// within one working day (R76). Requests are no records: a tablet of the team must not know that
// somebody is about to be frozen. Any thread.
class AccountRequests {
public:
    AccountRequests(Store& store,
                    CommitQueue& commits,
                    DirectoryBoard& directory,
                    DirectoryService& people,
                    const Clock& clock,
                    Entropy& entropy,
                    AccountRequestOptions options = {});

    struct Asked {
        std::string kind;
        Uuid subject; // Nil for "open".
        // Fields of the user's record, as text: of "open" name, login, role and team (an id) with
        // title, phone and e-mail; of "change_role" role.
        std::map<std::string, std::string, std::less<>> wishes;
        std::string reason;
        bool isLeaving = false;
    };
    // One with what its reader may do with it.
    struct Shown {
        AccountRequest request;
        bool isOverdue = false;
        bool mayDecide = false;
        bool mayExecute = false;
        bool mayWithdraw = false;
    };

    // A freeze takes effect at once if whoever asks may approve it. Codes: `request.kind`,
    // `request.reason_missing`, `request.wishes` (detail: the field), `request.subject` (not in a
    // state for it), `request.pending` (there is one already), `access.denied`, and those of
    // DirectoryService.
    [[nodiscard]] Result<Shown> ask(const Uuid& by, const Asked& asked);
    // Codes `request.missing` (or not theirs to see), `request.settled`, `access.denied`, and those
    // of DirectoryService when it is carried out.
    [[nodiscard]] Result<Shown>
    decide(const Uuid& by, const Uuid& id, bool approved, const std::string& handling);
    // By a system administrator; nil for the server's own command line.
    [[nodiscard]] Result<Shown>
    execute(const Uuid& by, const Uuid& id, const std::string& handling);
    [[nodiscard]] Result<Shown> withdraw(const Uuid& by, const Uuid& id);

    // Those that are `by`'s to see, the newest first; nil sees all. Nobody sees one about
    // themselves. Of one state, or of all.
    [[nodiscard]] Result<std::vector<Shown>> list(const Uuid& by, std::string_view state);

private:
    [[nodiscard]] Result<void>
    check(const Asked& asked, const rules::Actor& actor, Commit& commit) const;
    [[nodiscard]] Result<void>
    carryOut(Commit& commit, AccountRequest& request, const Uuid& by, const Uuid& executedBy);
    [[nodiscard]] Result<AccountRequest>
    pending(Commit& commit, const Uuid& by, const Uuid& id, std::string_view state);
    [[nodiscard]] Shown shown(AccountRequest request,
                              const rules::Actor& actor,
                              const rules::Directory& directory) const;

    Store& store_;
    CommitQueue& commits_;
    DirectoryBoard& directory_;
    DirectoryService& people_;
    const Clock& clock_;
    UuidSource ids_; // Used on the writer thread.
    const AccountRequestOptions options_;
};

} // namespace fieldbook::server
