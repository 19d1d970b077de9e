#pragma once

#include "server/service/change_service.h"
#include "server/service/commit_queue.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace fieldbook::server {

// Fields by name, as administration writes them.
using FieldValues = std::vector<std::pair<std::string_view, Value>>;

// Users and teams. They are records like others, written through the same door; what is special is
// checked here. Any thread.
class DirectoryService {
public:
    DirectoryService(CommitQueue& commits,
                     DirectoryBoard& directory,
                     ChangeService& changes,
                     const Clock& clock,
                     Entropy& entropy)
        : commits_{commits},
          directory_{directory},
          changes_{changes},
          clock_{clock},
          ids_{clock, entropy}
    {}

    // `by` is the administrator who does it, nil for the server's own command line. Codes:
    // `user.login_taken`, `reference.missing`, `team.ring` (a team under itself), `field.unknown`,
    // `access.denied` (not an administrator), and those of rules::validate.
    [[nodiscard]] Result<Uuid> createUser(const Uuid& by, const FieldValues& values);
    [[nodiscard]] Result<Uuid> createTeam(const Uuid& by, const FieldValues& values);
    // Freezing a user ends their sessions; a new team takes the user's records along, but not into
    // another board (`user.book_stays`: hand them over first).
    [[nodiscard]] Result<void>
    alter(const Uuid& by, std::string_view type, const Uuid& id, const FieldValues& values);

    // The same within a commit that is open; the actor has been found to be allowed to.
    [[nodiscard]] Result<Uuid>
    createUserIn(Commit& commit, const rules::Actor& actor, const FieldValues& values)
    {
        return createIn(commit, actor, "user", values);
    }
    [[nodiscard]] Result<void> alterIn(Commit& commit,
                                       const rules::Actor& actor,
                                       std::string_view type,
                                       const Uuid& id,
                                       const FieldValues& values);

    [[nodiscard]] std::shared_ptr<const rules::Directory> current() const
    {
        return directory_.current();
    }

private:
    [[nodiscard]] Result<Uuid> createIn(Commit& commit,
                                        const rules::Actor& actor,
                                        std::string_view type,
                                        const FieldValues& values);
    [[nodiscard]] Result<Uuid>
    create(const Uuid& by, std::string_view type, const FieldValues& values);

    CommitQueue& commits_;
    DirectoryBoard& directory_;
    ChangeService& changes_;
    const Clock& clock_;
    UuidSource ids_; // Used on the writer thread.
};

} // namespace fieldbook::server
