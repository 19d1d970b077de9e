#pragma once

#include "client/local/files.h"
#include "client/local/store_core.h"
#include "shared/sync/messages.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::client {

// What the syncing worker drives: the outbox going out, receipts and pages coming in, files on
// their way. Each call is one transaction, so that a tablet killed at any point goes on where it
// was. Writer's thread.
class SyncStore {
public:
    explicit SyncStore(StoreCore& core) : core_{core} {}

    // Changes that have no receipt yet.
    [[nodiscard]] std::size_t waitingChanges() const;

    struct Batch {
        std::int64_t first = 0;
        std::int64_t last = 0;
        std::size_t changes = 0;
        std::string body; // POST /v1/push
    };
    // The oldest changes without a receipt, whole groups only, at least one, and what the tablet
    // says of itself. Without changes when none waits; nothing when there is nothing to say either.
    [[nodiscard]] std::optional<Batch> nextBatch(std::size_t changesMax, std::size_t bytesMax);
    // Up to that one they are on their way, for the pages to show.
    void markSending(std::int64_t last);
    // What was on its way waits again: no answer came.
    void markWaiting();

    struct Receipts {
        std::size_t stored = 0; // Those that were not stored before.
        std::int64_t upTo = 0; // The highest sequence among all.
    };
    // Stores receipts; what was refused becomes an item of attention and no longer shows.
    Receipts takeReceipts(const sync::PushReply& reply);

    // The server was put back to an earlier state: all changes from this number on, so far as they
    // are still kept, wait again.
    void rewind(std::int64_t expected);

    // The cursor for the next pull; empty for the first.
    [[nodiscard]] std::string cursor() const;

    struct Laid {
        bool complete = false;
        bool advanced = true;
        bool rewound = false; // Changes that had receipts wait again.
        std::int64_t upTo = 0;
        std::size_t records = 0;
        std::size_t left = 0;
    };
    // The last change whose receipt is stored.
    [[nodiscard]] std::int64_t received() const;
    // Takes the answer to a pull that was sent when `received` was what it is here: a server that
    // has decided on less has been put back to an earlier state and gets the rest again. Until a
    // page completes a consistent point pages are kept aside, then laid together; during the first
    // sync each is laid at once. Codes `page.malformed`, `record.malformed`: nothing was taken.
    [[nodiscard]] Result<Laid> takePage(std::string body, std::int64_t receivedBefore = 0);
    // The server cannot continue from the cursor: pulls everything anew. What is here stays until
    // the new state is complete.
    void forgetCursor();

    [[nodiscard]] std::optional<PendingUpload> nextUpload() const
    {
        return client::nextUpload(core_.database());
    }
    [[nodiscard]] std::size_t waitingUploads() const { return countUploads(core_.database()); }
    [[nodiscard]] std::string
    fileRange(std::string_view sha256, std::int64_t offset, std::int64_t count) const
    {
        return client::fileRange(core_.database(), sha256, offset, count);
    }
    void noteUpload(std::string_view sha256, std::int64_t sent, std::string_view upload);
    // The server does not take the file (code `file.too_large`).
    void refuseUpload(std::string_view sha256, std::string_view code);
    // Keeps bytes that came from the server. Code `file.damaged` if they are not what they should
    // be.
    [[nodiscard]] Result<void> keepFile(std::string_view sha256, std::string_view bytes);

private:
    StoreCore& core_;
};

} // namespace fieldbook::client
