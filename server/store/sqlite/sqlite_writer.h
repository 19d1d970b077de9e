#pragma once

#include "server/store/sqlite/sqlite_view.h"
#include "shared/db/transaction.h"

#include <algorithm>
#include <atomic>

namespace fieldbook::server {

// The open commit of the embedded store.
class SqliteWriter final : public Store::Writer {
public:
    // `open` is true as long as the writer lives.
    SqliteWriter(StoreConnection& connection, const TypeCodes& types, std::atomic<bool>& open);
    SqliteWriter(const SqliteWriter&) = delete;
    SqliteWriter& operator=(const SqliteWriter&) = delete;
    ~SqliteWriter() override;

    [[nodiscard]] StoreView& view() override { return view_; }
    [[nodiscard]] std::unique_ptr<Store::Part> part() override;
    void commit() override;

    [[nodiscard]] Sequence nextSequence() override { return ++sequence_; }
    [[nodiscard]] std::int64_t nextServerChange(std::int64_t atLeast) override
    {
        serverChange_ = std::max(serverChange_ + 1, atLeast);
        return serverChange_;
    }

    void add(const Record& record, const Placement& placement) override;
    void
    replace(const Record& record, const Placement& former, const Placement& placement) override;
    void refile(const Placement& former, const Placement& placement) override;
    void remove(const Placement& former, Sequence sequence) override;
    void addHistory(const PastValue& past) override;

    void addReceipt(std::int64_t device, const StoredReceipt& receipt) override;
    void dropReceipts(std::int64_t device, std::int64_t upTo) override;
    void addRefusal(const Refusal& refusal) override;
    void settleRefusal(std::int64_t device, std::int64_t number, std::string_view code) override;
    void setLastChange(std::int64_t device, std::int64_t number) override;

    void addDevice(Device& device) override;
    void updateDevice(const Device& device) override;
    void addEnrolmentCode(const EnrolmentCode& code) override;
    void updateEnrolmentCode(const EnrolmentCode& code) override;
    void addWipeReceipt(const StoredWipeReceipt& receipt) override;
    void addSession(Session& session) override;
    void endSession(std::int64_t id, Timestamp at, std::string_view because) override;
    void setPasswordHash(const Uuid& user, std::string_view hash, Timestamp at) override;
    void putSecondFactor(const SecondFactor& factor) override;
    void dropSecondFactor(const Uuid& user) override;
    void setRecoveryCodes(const Uuid& user, std::span<const Sha256Digest> codes) override;
    [[nodiscard]] bool
    useRecoveryCode(const Uuid& user, const Sha256Digest& code, Timestamp at) override;
    void putAccountRequest(const AccountRequest& request) override;
    void countLogin(const LoginDay& more) override;
    void putAttendanceNote(const AttendanceNote& note) override;
    void addKey(const ApiKey& key) override;
    void noteKeyUse(const Uuid& id, Timestamp at) override;
    void endKey(const Uuid& id, Timestamp at) override;
    [[nodiscard]] NumberBlock leaseNumbers(std::int64_t device,
                                           std::string_view series,
                                           std::int64_t count,
                                           std::int64_t after) override;
    void addUpload(const Upload& upload) override;
    void setUploadOffset(const Uuid& id, std::int64_t offset) override;
    void dropUpload(const Uuid& id) override;
    void
    addFile(std::string_view sha256, std::int64_t size, const Uuid& sender, Timestamp at) override;
    void addTrailEntry(const TrailEntry& entry) override;
    void addTrailNode(const TrailNode& node) override;
    void setTrailHead(const TrailHead& head) override;
    void addTrailCheckpoint(std::uint64_t size, std::string_view text) override;
    void setTrailWitness(const TrailWitness& witness) override;
    void setSetting(std::string_view name, std::string_view value) override;

private:
    // The head as this commit has it, while the row still holds what it was.
    class OpenView final : public SqliteView {
    public:
        OpenView(SqliteWriter& writer, StoreConnection& connection, const TypeCodes& types)
            : SqliteView{connection, types}, writer_{writer}
        {}
        [[nodiscard]] Sequence head() override { return writer_.sequence_; }

    private:
        SqliteWriter& writer_;
    };

    void enterFeed(std::int64_t feed, const Placement& placement, bool returning);
    void moveInFeeds(const Placement& former, const Placement& placement, std::int64_t set);

    void beginEpoch();

    db::Database& database_;
    FeedCatalogue& feeds_;
    bool& epochBegun_;
    const TypeCodes& types_;
    std::atomic<bool>& open_;
    OpenView view_;
    db::Transaction transaction_;
    bool committed_ = false;
    Sequence formerHead_ = 0;
    Sequence sequence_ = 0;
    std::int64_t serverChange_ = 0;
};

} // namespace fieldbook::server
