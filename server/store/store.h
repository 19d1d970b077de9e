#pragma once

#include "server/store/accounts.h"
#include "server/store/record_query.h"
#include "server/store/rows.h"
#include "shared/record/columns.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server {

// What is stored, as of one moment: everything read through it belongs together. One thread at a
// time.
class StoreView : public AccountView {
public:
    // The last sequence given.
    [[nodiscard]] virtual Sequence head() = 0;
    // Which stretch of the store's life this is: one begins with the first commit of each program
    // that writes it, so that a copy restored from a backup goes on in another one than the
    // original did. 0 before the first.
    [[nodiscard]] virtual std::int64_t epoch() = 0;
    // The last sequence given in that epoch; nothing if this store never was in it.
    [[nodiscard]] virtual std::optional<Sequence> reachedIn(std::int64_t epoch) = 0;

    [[nodiscard]] virtual std::optional<StoredRecord> find(const Uuid& id) = 0;
    [[nodiscard]] virtual std::optional<Placement> findPlacement(const Uuid& id) = 0;
    // Records of the type whose reference `field` (a column) is `id`, not deleted, in order of id.
    [[nodiscard]] virtual std::vector<Record>
    referring(const TypeSpec& type, std::string_view field, const Uuid& id) = 0;
    // Of those, the ones whose choice `state` (a column) is one of `codes`.
    [[nodiscard]] virtual std::vector<Record>
    referringIn(const TypeSpec& type,
                std::string_view field,
                const Uuid& id,
                std::string_view state,
                std::span<const std::string_view> codes) = 0;
    // Records of the type whose choice `state` is `code` and whose `time` has come, both columns.
    [[nodiscard]] virtual std::vector<Uuid> due(const TypeSpec& type,
                                                std::string_view state,
                                                std::string_view code,
                                                std::string_view time,
                                                Timestamp now) = 0;
    // Records whose parent is `id`; those whose owner is `user`.
    [[nodiscard]] virtual std::vector<Placement> hangingOn(const Uuid& id) = 0;
    [[nodiscard]] virtual std::vector<Placement> ownedBy(const Uuid& user) = 0;
    // Values a field had before, oldest first.
    [[nodiscard]] virtual std::vector<PastValue> pastValues(const Uuid& record,
                                                            std::string_view field) = 0;
    // All fields, in the order in which they were replaced.
    [[nodiscard]] virtual std::vector<PastValue> history(const Uuid& record) = 0;

    // Gives the documents that changed for a tablet, byte for byte as stored and in order of
    // sequence, and says which records left. Ends only between sequences. The text is valid during
    // the call.
    using DocumentSink = std::function<void(std::string_view document)>;
    [[nodiscard]] virtual PageRows changesSince(const PageRequest& request,
                                                const DocumentSink& add) = 0;

    // Records of the type that are deleted, and since when, in order of that time. Costs what lies
    // in the recycle bin, not what the table holds.
    using DeletedVisitor = std::function<void(const Uuid& id, Timestamp since)>;
    virtual void forEachDeleted(const TypeSpec& type, const DeletedVisitor& visit) = 0;

    // All documents of a type, in order of id.
    virtual void forEachDocument(const TypeSpec& type, const DocumentSink& visit) = 0;
    // A page of them, after an id: those that stand in one of the feeds.
    [[nodiscard]] virtual std::vector<std::string> list(const TypeSpec& type,
                                                        std::span<const FeedName> visibleTo,
                                                        const Uuid& after,
                                                        std::size_t limit) = 0;
    // Rows of columns (columnsOf(type), by name) of records that are not deleted and stand in one
    // of the feeds; without feeds, of all. Text is valid during the call.
    using RowVisitor = std::function<void(const Uuid& id, std::span<const Cell> cells)>;
    virtual void forEachRow(const TypeSpec& type,
                            std::span<const std::string_view> columns,
                            const std::optional<std::vector<FeedName>>& visibleTo,
                            const RowVisitor& visit) = 0;
    // A page of the records that a filter lets through, with the value that each is ordered by.
    using QuerySink =
        std::function<void(std::string_view document, const OwnCell& orderedBy, const Uuid& id)>;
    virtual void query(const RecordQuery& query, const QuerySink& add) = 0;
    [[nodiscard]] virtual std::int64_t count(const RecordFilter& filter) = 0;
    // Those records added up; no more than groupsMax + 1 rows.
    [[nodiscard]] virtual std::vector<TotalsRow> totals(const TotalsQuery& query) = 0;
    // Records of any type whose indexed text column has this value.
    [[nodiscard]] virtual std::vector<StoredRecord>
    withText(const TypeSpec& type, std::string_view column, std::string_view value) = 0;

    [[nodiscard]] virtual std::optional<Device> findDevice(std::int64_t number) = 0;
    [[nodiscard]] virtual std::optional<Device> findDevice(const Uuid& install,
                                                           const Uuid& user) = 0;
    [[nodiscard]] virtual std::vector<Device> devices() = 0;
    // Those of the user that were not used, the newest first.
    [[nodiscard]] virtual std::vector<EnrolmentCode> enrolmentCodes(const Uuid& user) = 0;
    [[nodiscard]] virtual std::optional<StoredWipeReceipt> findWipeReceipt(std::int64_t device) = 0;
    [[nodiscard]] virtual std::optional<Session> findSession(const Sha256Digest& token) = 0;
    // Those that have not ended; of one user, or of all.
    [[nodiscard]] virtual std::vector<Session> sessions(const std::optional<Uuid>& user) = 0;
    // Those that have not ended, of whoever uses this installed app.
    [[nodiscard]] virtual std::vector<Session> sessionsOn(const Uuid& install) = 0;
    [[nodiscard]] virtual std::optional<std::string> findPasswordHash(const Uuid& user) = 0;

    [[nodiscard]] virtual std::optional<ApiKey> findKey(const Sha256Digest& digest) = 0;
    // Of one owner, or of all, in order of id; also those that have ended.
    [[nodiscard]] virtual std::vector<ApiKey> keys(const std::optional<Uuid>& owner) = 0;

    [[nodiscard]] virtual std::vector<StoredReceipt>
    receipts(std::int64_t device, std::int64_t first, std::int64_t last) = 0;
    [[nodiscard]] virtual std::optional<Refusal> findRefusal(std::int64_t device,
                                                             std::int64_t number) = 0;
    // The newest first.
    [[nodiscard]] virtual std::vector<Refusal> refusals(std::size_t limit) = 0;
    // Those in quarantine, of one user or of all, the oldest first.
    [[nodiscard]] virtual std::vector<Refusal> held(const std::optional<Uuid>& user) = 0;

    [[nodiscard]] virtual std::optional<Upload> findUpload(const Uuid& id) = 0;
    [[nodiscard]] virtual std::vector<Upload> uploadsBefore(Timestamp time) = 0;
    // How many the user has not finished.
    [[nodiscard]] virtual std::size_t uploadsOf(const Uuid& user) = 0;
    [[nodiscard]] virtual std::optional<std::int64_t> findFileSize(std::string_view sha256) = 0;
    // Whether the user has sent the bytes of this file.
    [[nodiscard]] virtual bool hasSent(const Uuid& user, std::string_view sha256) = 0;

    [[nodiscard]] virtual TrailHead trailHead() = 0;
    // From a number on, in order, until the visitor says no.
    using TrailVisitor = std::function<bool(const TrailEntry& entry)>;
    virtual void forEachTrailEntry(std::uint64_t first, const TrailVisitor& visit) = 0;
    // Those that are meant, the newest first.
    virtual void searchTrail(const TrailQuery& query, const TrailVisitor& visit) = 0;
    [[nodiscard]] virtual std::vector<TrailWitness> trailWitnesses() = 0;
    [[nodiscard]] virtual std::optional<Sha256Digest> findTrailNode(int level,
                                                                    std::uint64_t number) = 0;
    [[nodiscard]] virtual std::uint64_t trailNodeCount() = 0;
    // Signed states of the trail, the shortest first; the size of the last.
    [[nodiscard]] virtual std::vector<std::string> trailCheckpoints() = 0;
    [[nodiscard]] virtual std::optional<std::uint64_t> lastTrailCheckpoint() = 0;

    [[nodiscard]] virtual StoreFigures figures() = 0;

    // Small settings that all servers on this store share, such as keys.
    [[nodiscard]] virtual std::optional<std::string> setting(std::string_view name) = 0;
};

// The central storage, in domain words; what is asked of it a PostgreSQL could answer as well.
// Writing goes through one open commit at a time.
class Store {
public:
    // Undoes what was written since it was made, unless kept. The innermost ends first.
    class Part {
    public:
        virtual ~Part() = default;
        virtual void keep() = 0;
    };

    // One open commit; nothing of it is there until commit() has returned, and then it is on disk.
    // Gone without it, nothing happened. One thread.
    class Writer : public AccountWriter {
    public:
        // Sees what was written through this writer.
        [[nodiscard]] virtual StoreView& view() = 0;
        [[nodiscard]] virtual std::unique_ptr<Part> part() = 0;
        // Once; the next commit may then be opened.
        virtual void commit() = 0;

        [[nodiscard]] virtual Sequence nextSequence() = 0;
        // The next number of the server's own changes (device 0): greater than all before it, and
        // not below `atLeast`.
        [[nodiscard]] virtual std::int64_t nextServerChange(std::int64_t atLeast = 0) = 0;

        // A record that was not there.
        virtual void add(const Record& record, const Placement& placement) = 0;
        // A record that stood as `former`, read in this commit.
        virtual void
        replace(const Record& record, const Placement& former, const Placement& placement) = 0;
        // The same, its document untouched.
        virtual void refile(const Placement& former, const Placement& placement) = 0;
        // Takes away for good a record that stood as `former`, with its history. It leaves its
        // feeds at that sequence, so that tablets let go of it.
        virtual void remove(const Placement& former, Sequence sequence) = 0;
        virtual void addHistory(const PastValue& past) = 0;

        virtual void addReceipt(std::int64_t device, const StoredReceipt& receipt) = 0;
        virtual void dropReceipts(std::int64_t device, std::int64_t upTo) = 0;
        virtual void addRefusal(const Refusal& refusal) = 0;
        // It is held no longer; the code says what became of it.
        virtual void
        settleRefusal(std::int64_t device, std::int64_t number, std::string_view code) = 0;
        virtual void setLastChange(std::int64_t device, std::int64_t number) = 0;

        // Gives it the number after the last, but none below the one that it has; fills in the
        // code.
        virtual void addDevice(Device& device) = 0;
        // All but its number, install, user, code, last change and creation.
        virtual void updateDevice(const Device& device) = 0;
        virtual void addEnrolmentCode(const EnrolmentCode& code) = 0;
        // Its attempts and the device that it enrolled.
        virtual void updateEnrolmentCode(const EnrolmentCode& code) = 0;
        virtual void addWipeReceipt(const StoredWipeReceipt& receipt) = 0;
        virtual void addSession(Session& session) = 0;
        virtual void endSession(std::int64_t id, Timestamp at, std::string_view because) = 0;
        virtual void setPasswordHash(const Uuid& user, std::string_view hash, Timestamp at) = 0;

        virtual void addKey(const ApiKey& key) = 0;
        virtual void noteKeyUse(const Uuid& id, Timestamp at) = 0;
        virtual void endKey(const Uuid& id, Timestamp at) = 0;

        // The next ones that were not leased yet and come after `after`.
        [[nodiscard]] virtual NumberBlock leaseNumbers(std::int64_t device,
                                                       std::string_view series,
                                                       std::int64_t count,
                                                       std::int64_t after) = 0;

        virtual void addUpload(const Upload& upload) = 0;
        virtual void setUploadOffset(const Uuid& id, std::int64_t offset) = 0;
        virtual void dropUpload(const Uuid& id) = 0;
        // The bytes of the file are there, and the user has sent them.
        virtual void
        addFile(std::string_view sha256, std::int64_t size, const Uuid& sender, Timestamp at) = 0;

        // The next one.
        virtual void addTrailEntry(const TrailEntry& entry) = 0;
        virtual void addTrailNode(const TrailNode& node) = 0;
        virtual void setTrailHead(const TrailHead& head) = 0;
        virtual void addTrailCheckpoint(std::uint64_t size, std::string_view text) = 0;
        // In place of what the device said before.
        virtual void setTrailWitness(const TrailWitness& witness) = 0;

        virtual void setSetting(std::string_view name, std::string_view value) = 0;
    };

    virtual ~Store() = default;

    // The one commit that is open; the writer thread only.
    [[nodiscard]] virtual std::unique_ptr<Writer> begin() = 0;
    // Any thread; waits until one of a few readers is free.
    [[nodiscard]] virtual std::unique_ptr<StoreView> read() = 0;
};

} // namespace fieldbook::server
