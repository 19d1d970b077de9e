#pragma once

#include "server/service/caller.h"
#include "server/service/commit_queue.h"
#include "server/service/directory_board.h"
#include "shared/base/random_token.h"

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server {

struct NewKey {
    Uuid owner; // Whose access it has.
    std::string name; // What it is for.
    ScopeSet scopes;
    std::optional<std::chrono::days> life = {}; // Absent: until it is revoked.
};

struct IssuedKey {
    std::string token; // For whoever asked, once; the store keeps its digest.
    ApiKey key;
};

// Keys with which other programs use the API in the name of a user, and the secret address of a
// user's calendar, which is a key that opens nothing else. Every other key is a device of its
// owner: what it pushes is numbered and answered, and what it looks at is found in the trail, like
// a tablet's, and administrators lock it like one. Any thread.
class KeyService {
public:
    static constexpr std::string_view tokenPrefix = "fbk_";
    static constexpr std::size_t nameBytesMax = 100;
    static constexpr std::size_t keysOfOwnerMax = 50; // That still open something.
    static constexpr std::chrono::days lifeMax{3650};

    KeyService(Store& store,
               CommitQueue& commits,
               DirectoryBoard& directory,
               const Clock& clock,
               Entropy& entropy)
        : store_{store},
          commits_{commits},
          directory_{directory},
          clock_{clock},
          entropy_{entropy},
          ids_{clock, entropy}
    {}

    // Called when a key has ended, with its device, on the writer thread; it must not throw. Set it
    // before use.
    void onEnded(std::function<void(std::int64_t device)> listener)
    {
        ended_ = std::move(listener);
    }

    // `by` is the administrator who gives it out; nil: the server's own command line. Codes:
    // `access.denied`, `user.missing` (or not active), `key.name`, `key.life`, `key.too_many`.
    [[nodiscard]] Result<IssuedKey> issue(const Uuid& by, const NewKey& wanted);
    // The user's own calendar address; the one before opens nothing any more.
    [[nodiscard]] Result<IssuedKey> issueCalendar(const Uuid& user);

    // Who asks with this token, unless the key has ended or expired, its owner may not sign in, or
    // its device is not approved.
    // Code `key.ended` for every token that opens nothing.
    [[nodiscard]] Result<Caller> verify(std::string_view token);

    // Those of one owner, or of all, also those that have ended.
    [[nodiscard]] std::vector<ApiKey> list(const std::optional<Uuid>& owner) const;
    // By its owner or an administrator; nil: the command line. Code `key.missing`: there is none
    // that `by` may revoke.
    [[nodiscard]] Result<void> revoke(const Uuid& by, const Uuid& id);
    [[nodiscard]] Result<void> revokeCalendar(const Uuid& user);

    // Whether this user gives out keys and sees all.
    [[nodiscard]] bool isAdministrator(const Uuid& user) const;

private:
    [[nodiscard]] IssuedKey make(const Uuid& by, const NewKey& wanted);
    void add(Commit& commit, IssuedKey& issued);
    void enrol(Commit& commit, ApiKey& key);
    void end(Commit& commit, const ApiKey& key, const Uuid& by);
    // The address of the user's calendar, if there is one.
    void endCalendar(Commit& commit, const Uuid& user);
    void noteUse(const ApiKey& used);

    Store& store_;
    CommitQueue& commits_;
    DirectoryBoard& directory_;
    const Clock& clock_;
    std::mutex mutex_; // Over what follows.
    Entropy& entropy_;
    UuidSource ids_;
    std::function<void(std::int64_t)> ended_;
};

} // namespace fieldbook::server
