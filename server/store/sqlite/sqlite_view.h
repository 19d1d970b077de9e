#pragma once

#include "server/store/sqlite/feed_catalogue.h"
#include "server/store/sqlite/type_codes.h"
#include "server/store/store.h"
#include "shared/db/database.h"

namespace fieldbook::server {

// What a reader or the writer of the store works with: one connection and what is known of it.
struct StoreConnection {
    StoreConnection(const std::filesystem::path& file, const db::OpenOptions& options)
        : database{file, options}
    {}

    db::Database database;
    FeedCatalogue feeds{database};
    bool epochBegun = false; // With what was written through this connection.
};

// Reads through one connection, whatever transaction is open on it.
class SqliteView : public StoreView {
public:
    SqliteView(StoreConnection& connection, const TypeCodes& types)
        : database_{connection.database}, feeds_{connection.feeds}, types_{types}
    {}

    [[nodiscard]] Sequence head() override;
    [[nodiscard]] std::int64_t epoch() override;
    [[nodiscard]] std::optional<Sequence> reachedIn(std::int64_t epoch) override;
    [[nodiscard]] std::optional<StoredRecord> find(const Uuid& id) override;
    [[nodiscard]] std::optional<Placement> findPlacement(const Uuid& id) override;
    [[nodiscard]] std::vector<Record>
    referring(const TypeSpec& type, std::string_view field, const Uuid& id) override;
    [[nodiscard]] std::vector<Record> referringIn(const TypeSpec& type,
                                                  std::string_view field,
                                                  const Uuid& id,
                                                  std::string_view state,
                                                  std::span<const std::string_view> codes) override;
    [[nodiscard]] std::vector<Uuid> due(const TypeSpec& type,
                                        std::string_view state,
                                        std::string_view code,
                                        std::string_view time,
                                        Timestamp now) override;
    [[nodiscard]] std::vector<Placement> hangingOn(const Uuid& id) override;
    [[nodiscard]] std::vector<Placement> ownedBy(const Uuid& user) override;
    [[nodiscard]] std::vector<PastValue> pastValues(const Uuid& record,
                                                    std::string_view field) override;
    [[nodiscard]] std::vector<PastValue> history(const Uuid& record) override;
    [[nodiscard]] PageRows changesSince(const PageRequest& request,
                                        const DocumentSink& add) override;
    void forEachDocument(const TypeSpec& type, const DocumentSink& visit) override;
    [[nodiscard]] std::vector<std::string> list(const TypeSpec& type,
                                                std::span<const FeedName> visibleTo,
                                                const Uuid& after,
                                                std::size_t limit) override;
    void forEachRow(const TypeSpec& type,
                    std::span<const std::string_view> columns,
                    const std::optional<std::vector<FeedName>>& visibleTo,
                    const RowVisitor& visit) override;
    [[nodiscard]] std::vector<StoredRecord>
    withText(const TypeSpec& type, std::string_view column, std::string_view value) override;

    void forEachDeleted(const TypeSpec& type, const DeletedVisitor& visit) override;
    void query(const RecordQuery& query, const QuerySink& add) override;
    [[nodiscard]] std::int64_t count(const RecordFilter& filter) override;
    [[nodiscard]] std::vector<TotalsRow> totals(const TotalsQuery& query) override;

    [[nodiscard]] std::optional<Device> findDevice(std::int64_t number) override;
    [[nodiscard]] std::optional<Device> findDevice(const Uuid& install, const Uuid& user) override;
    [[nodiscard]] std::vector<Device> devices() override;
    [[nodiscard]] std::vector<EnrolmentCode> enrolmentCodes(const Uuid& user) override;
    [[nodiscard]] std::optional<StoredWipeReceipt> findWipeReceipt(std::int64_t device) override;
    [[nodiscard]] std::optional<Session> findSession(const Sha256Digest& token) override;
    [[nodiscard]] std::vector<Session> sessions(const std::optional<Uuid>& user) override;
    [[nodiscard]] std::vector<Session> sessionsOn(const Uuid& install) override;
    [[nodiscard]] std::optional<std::string> findPasswordHash(const Uuid& user) override;
    [[nodiscard]] std::optional<SecondFactor> findSecondFactor(const Uuid& user) override;
    [[nodiscard]] std::size_t recoveryCodesLeft(const Uuid& user) override;
    [[nodiscard]] std::optional<AccountRequest> findAccountRequest(const Uuid& id) override;
    [[nodiscard]] std::vector<AccountRequest> accountRequests(std::string_view state,
                                                              std::size_t limit) override;
    [[nodiscard]] std::vector<LoginDay> loginDays(Date from, Date to) override;
    [[nodiscard]] std::vector<LoginDay> lastLoginDays() override;
    [[nodiscard]] std::vector<AttendanceNote> attendanceNotes(Date from, Date to) override;
    [[nodiscard]] StoreFigures figures() override;
    [[nodiscard]] std::optional<ApiKey> findKey(const Sha256Digest& digest) override;
    [[nodiscard]] std::vector<ApiKey> keys(const std::optional<Uuid>& owner) override;
    [[nodiscard]] std::vector<StoredReceipt>
    receipts(std::int64_t device, std::int64_t first, std::int64_t last) override;
    [[nodiscard]] std::optional<Refusal> findRefusal(std::int64_t device,
                                                     std::int64_t number) override;
    [[nodiscard]] std::vector<Refusal> refusals(std::size_t limit) override;
    [[nodiscard]] std::vector<Refusal> held(const std::optional<Uuid>& user) override;
    [[nodiscard]] std::optional<Upload> findUpload(const Uuid& id) override;
    [[nodiscard]] std::vector<Upload> uploadsBefore(Timestamp time) override;
    [[nodiscard]] std::size_t uploadsOf(const Uuid& user) override;
    [[nodiscard]] std::optional<std::int64_t> findFileSize(std::string_view sha256) override;
    [[nodiscard]] bool hasSent(const Uuid& user, std::string_view sha256) override;
    [[nodiscard]] TrailHead trailHead() override;
    void forEachTrailEntry(std::uint64_t first, const TrailVisitor& visit) override;
    void searchTrail(const TrailQuery& query, const TrailVisitor& visit) override;
    [[nodiscard]] std::vector<TrailWitness> trailWitnesses() override;
    [[nodiscard]] std::optional<Sha256Digest> findTrailNode(int level,
                                                            std::uint64_t number) override;
    [[nodiscard]] std::uint64_t trailNodeCount() override;
    [[nodiscard]] std::vector<std::string> trailCheckpoints() override;
    [[nodiscard]] std::optional<std::uint64_t> lastTrailCheckpoint() override;
    [[nodiscard]] std::optional<std::string> setting(std::string_view name) override;

private:
    // From a row of (id, type, seq, parent, feeds).
    [[nodiscard]] Placement placementFrom(const db::Statement& row);
    [[nodiscard]] std::vector<Record> recordsOf(db::Statement& documents);
    // Which sets of feeds hold one of these, by number of the set.
    [[nodiscard]] std::vector<bool> setsWith(std::span<const FeedName> names);
    // The same as their numbers.
    [[nodiscard]] std::vector<std::int64_t> setNumbersWith(std::span<const FeedName> names);

    db::Database& database_;
    FeedCatalogue& feeds_;
    const TypeCodes& types_;
};

} // namespace fieldbook::server
