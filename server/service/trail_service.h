#pragma once

#include "server/service/commit_queue.h"
#include "shared/base/signature.h"
#include "shared/trail/checkpoint.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fieldbook::server {

// A signed state of the trail, and what shows that it begins with a former one.
struct ProvedCheckpoint {
    std::string text; // shared/trail/checkpoint.h
    std::vector<Sha256Digest> proof;
};

struct TrailReport {
    trail::TreeState tree; // As the entries give it.
    std::uint64_t erased = 0; // Entries whose body is gone.
    std::size_t checkpoints = 0; // Kept here, in order.
    std::size_t witnesses = 0; // Brought from elsewhere, in order.
    std::uint64_t signedUpTo = 0; // Entries that a checkpoint covers.
    // What is not in order, the first hundred. Codes: `trail.entry_missing`, `trail.entry_altered`
    // (detail: its number), `trail.node`, `trail.head`, `trail.shorter` (than a checkpoint says),
    // `trail.rewritten` (it is not what a checkpoint says), and those of readCheckpoint().
    std::vector<Error> faults;
};

// The trail of everything that happened (shared/trail): what was appended with each commit, and the
// checkpoints that make it evidence. Any thread.
class TrailService {
public:
    TrailService(Store& store, CommitQueue& commits, const Clock& clock, const SigningKey& key)
        : store_{store}, commits_{commits}, clock_{clock}, key_{key}
    {}

    [[nodiscard]] const PublicKey& publicKey() const { return key_.publicKey(); }

    // The trail as it is now; proved against the one of `former` entries, unless that is longer.
    [[nodiscard]] ProvedCheckpoint checkpoint(std::uint64_t former);
    // Signs the trail as it is and keeps that, if it has grown since the last time.
    [[nodiscard]] Result<void> keepCheckpoint();

    // Notes something outside of any commit of its own: on disk when noteNow() answers, soon after
    // note() has returned.
    [[nodiscard]] Result<void> noteNow(TrailNote what);
    void note(TrailNote what);
    // What a device says that it keeps. Codes of readCheckpoint().
    [[nodiscard]] Result<void> keepWitness(std::int64_t device, const std::string& text);

    // Reads all of it and holds it against itself, the checkpoints kept here, what devices
    // keep, and those that witnesses bring.
    [[nodiscard]] TrailReport verify(std::span<const std::string> witnesses = {});

    // Those that are meant, the newest first; the text is valid during the call.
    void search(const TrailQuery& query, const StoreView::TrailVisitor& visit);
    // Entries from `first` on, in their order; the text is valid during the call. Ends when
    // `visit` says no.
    void forEach(std::uint64_t first, const StoreView::TrailVisitor& visit);
    [[nodiscard]] std::uint64_t size();

private:
    Store& store_;
    CommitQueue& commits_;
    const Clock& clock_;
    SigningKey key_;
};

} // namespace fieldbook::server
