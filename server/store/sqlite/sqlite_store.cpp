#include "server/store/sqlite/sqlite_store.h"

#include "server/store/sqlite/schema/schema.h"
#include "server/store/sqlite/sqlite_writer.h"
#include "shared/base/assert.h"
#include "shared/db/record_table.h"
#include "shared/db/transaction.h"

#include <functional>
#include <utility>

namespace fieldbook::server {
namespace {

db::OpenOptions openOptions(const SqliteStoreOptions& options, db::Access access)
{
    db::OpenOptions open;
    open.access = access;
    open.cacheKib = options.cacheKib;
    open.vfs = options.vfs;
    return open;
}

// Holds a connection while it is read, and gives it back.
class Loan {
public:
    using GiveBack = std::function<void(std::unique_ptr<StoreConnection>)>;

    Loan(std::unique_ptr<StoreConnection> connection, GiveBack giveBack)
        : connection_{std::move(connection)}, giveBack_{std::move(giveBack)}
    {}
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() { giveBack_(std::move(connection_)); }

    [[nodiscard]] StoreConnection& connection() { return *connection_; }

private:
    std::unique_ptr<StoreConnection> connection_;
    GiveBack giveBack_;
};

// The store as it was when this was made, whatever is committed meanwhile.
class LentView final : private Loan, public SqliteView {
public:
    LentView(std::unique_ptr<StoreConnection> lent, GiveBack giveBack, const TypeCodes& types)
        : Loan{std::move(lent), std::move(giveBack)},
          SqliteView{connection(), types},
          moment_{connection().database}
    {}

private:
    db::ReadTransaction moment_;
};

} // namespace

SqliteStore::SqliteStore(const std::filesystem::path& file, const SqliteStoreOptions& options)
    : writer_{std::make_unique<StoreConnection>(file, openOptions(options, db::Access::Create))}
{
    db::Migrator{schema::applicationId, schema::migrations()}.migrate(writer_->database);
    db::Transaction transaction{writer_->database};
    db::ensureRecordTables(transaction);
    types_.emplace(transaction);
    transaction.commit();
    for (int i = 0; i < options.readers; ++i) {
        free_.push_back(
            std::make_unique<StoreConnection>(file, openOptions(options, db::Access::ReadOnly)));
    }
}

SqliteStore::~SqliteStore() { FIELDBOOK_ASSERT(!writing_); }

std::unique_ptr<Store::Writer> SqliteStore::begin()
{
    FIELDBOOK_ASSERT(!writing_);
    return std::make_unique<SqliteWriter>(*writer_, *types_, writing_);
}

std::unique_ptr<StoreView> SqliteStore::read()
{
    return std::make_unique<LentView>(
        lease(), [this](auto connection) { giveBack(std::move(connection)); }, *types_);
}

std::unique_ptr<StoreConnection> SqliteStore::lease()
{
    std::unique_lock lock{mutex_};
    freed_.wait(lock, [this] { return !free_.empty(); });
    auto connection = std::move(free_.back());
    free_.pop_back();
    return connection;
}

void SqliteStore::giveBack(std::unique_ptr<StoreConnection> connection)
{
    {
        const std::scoped_lock lock{mutex_};
        free_.push_back(std::move(connection));
    }
    freed_.notify_one();
}

void SqliteStore::backupTo(const std::filesystem::path& file)
{
    Loan loan{lease(), [this](auto connection) { giveBack(std::move(connection)); }};
    loan.connection().database.backupTo(file);
}

} // namespace fieldbook::server
