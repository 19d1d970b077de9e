#pragma once

#include "server/service/admission.h"
#include "server/service/caller.h"
#include "server/service/change_service.h"
#include "server/service/commit_queue.h"
#include "server/service/cursor.h"
#include "shared/base/secret_key.h"
#include "shared/sync/limits.h"
#include "shared/sync/messages.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace fieldbook::server {

struct PullLimits {
    std::size_t recordsMax = sync::pageRecordsMax;
    std::size_t bytesMax = sync::pageBytesMax;
};

// What tablets send and fetch (shared/sync/PROTOCOL.md). Any thread.
class SyncService {
public:
    // Makes the store's key for cursors if there is none yet.
    SyncService(Store& store,
                CommitQueue& commits,
                DirectoryBoard& directory,
                ChangeService& changes,
                const Clock& clock,
                Entropy& entropy);

    // Called when a push shows that there is a second copy of its device, in the commit that is
    // kept although the push is refused. Set it before use.
    void onCloned(std::function<void(Commit&, std::int64_t device)> listener)
    {
        cloned_ = std::move(listener);
    }

    // Applies what is new in the order of its numbers and answers for all of it; whatever is sent
    // again is answered as the first time. On disk when it answers. Codes: `session.ended`,
    // `push.device` (another device's changes), `push.gap` (detail: the number expected next),
    // `push.diverged` (a number that was used for something else: this tablet has lost what it
    // sent), `device.cloned` (another copy of it has been in contact), those of codeFor()
    // (admission.h), `server.busy`.
    [[nodiscard]] Result<sync::PushReply> push(const Caller& caller,
                                               const sync::PushRequest& request);
    // The same without waiting: `done` is called on the writer thread, with the answer or with what
    // was thrown. Code `server.busy`: it is not called.
    using PushDone =
        std::function<void(std::optional<Result<sync::PushReply>>, std::exception_ptr)>;
    [[nodiscard]] Result<void> pushLater(Caller caller, sync::PushRequest request, PushDone done);

    // A page of what changed for the caller's tablet after the cursor, which is empty for the first
    // one. Codes: `session.ended`, those of codeFor(), `cursor.invalid`, `cursor.epoch` (the tablet
    // has been further than this store: it was restored from a backup), `cursor.resync` (an
    // administrator has ordered it to begin anew).
    [[nodiscard]] Result<std::string>
    pull(const Caller& caller, std::string_view cursor, PullLimits limits = {});

    // What the company found on a tablet that could not send it any more: held like a delivery,
    // whatever the user may do by now. Codes as of push().
    [[nodiscard]] Result<sync::PushReply> recover(const Device& device,
                                                  const sync::PushRequest& request);

private:
    struct Pusher {
        rules::Actor actor;
        bool delivering = false; // As the caller: what comes is held.
    };
    [[nodiscard]] Result<sync::PushReply>
    apply(Commit& commit, const Caller& caller, const sync::PushRequest& request);
    [[nodiscard]] Result<sync::PushReply>
    decide(Commit& commit, Device& device, const Pusher& pusher, const sync::PushRequest& request);
    [[nodiscard]] Result<void> answerRepeated(Commit& commit,
                                              const Device& device,
                                              std::span<const sync::PushedChange> changes,
                                              sync::PushReply& reply);
    void decideNew(Commit& commit,
                   Device& device,
                   const Pusher& pusher,
                   std::span<const sync::PushedChange> changes,
                   sync::PushReply& reply);

    [[nodiscard]] Result<void> obeyResync(const Device& device, std::string_view cursor);

    Store& store_;
    CommitQueue& commits_;
    std::function<void(Commit&, std::int64_t)> cloned_;
    DirectoryBoard& directory_;
    ChangeService& changes_;
    const Clock& clock_;
    Entropy& entropy_;
    SecretKey cursorKey_;
};

} // namespace fieldbook::server
