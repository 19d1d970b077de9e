#include "shared/db/migrator.h"

#include "shared/base/assert.h"

#include <utility>

namespace fieldbook::db {
namespace {

std::int64_t number(Database& database, std::string_view sql)
{
    auto query = database.prepare(sql);
    return query.step() ? query.int64(0) : 0;
}

// SQLite ignores this pragma inside a transaction, so it stands around the steps.
class ForeignKeysResting {
public:
    explicit ForeignKeysResting(Database& database) : database_{database}
    {
        database_.execute("PRAGMA foreign_keys = OFF");
    }
    ForeignKeysResting(const ForeignKeysResting&) = delete;
    ForeignKeysResting& operator=(const ForeignKeysResting&) = delete;
    ~ForeignKeysResting() { database_.execute("PRAGMA foreign_keys = ON"); }

private:
    Database& database_;
};

void checkReferences(Database& database, int version)
{
    auto broken = database.prepare("PRAGMA foreign_key_check");
    if (broken.step()) {
        throw Error{Fault::Constraint, 0,
                    "migration " + std::to_string(version) + " leaves rows of " +
                        broken.get<std::string>(0) + " that refer to missing rows of " +
                        broken.get<std::string>(2)};
    }
}

} // namespace

int schemaVersion(Database& database)
{
    return static_cast<int>(number(database, "PRAGMA user_version"));
}

Migrator::Migrator(std::int32_t applicationId, std::vector<Migration> migrations)
    : applicationId_{applicationId}, migrations_{std::move(migrations)}
{
    FIELDBOOK_ASSERT(applicationId_ != 0);
    int expected = 1;
    for (const auto& migration : migrations_) {
        FIELDBOOK_ASSERT(migration.version == expected);
        ++expected;
    }
}

int Migrator::migrate(Database& database) const
{
    {
        const ReadTransaction moment{database};
        checkOwner(database);
    }
    const ForeignKeysResting resting{database};
    int steps = 0;
    while (takeStep(database)) {
        ++steps;
    }
    return steps;
}

bool Migrator::takeStep(Database& database) const
{
    if (schemaVersion(database) >= newest()) {
        return false;
    }
    Transaction transaction{database};
    // Read again under the lock: another process may have been quicker.
    checkOwner(database);
    const int version = schemaVersion(database);
    if (version >= newest()) {
        return false;
    }
    const auto& migration = migrations_[static_cast<std::size_t>(version)];
    if (const auto* sql = std::get_if<std::string>(&migration.step)) {
        database.execute(*sql);
    } else {
        std::get<std::function<void(Transaction&)>>(migration.step)(transaction);
    }
    FIELDBOOK_ASSERT(database.inTransaction());
    checkReferences(database, migration.version);
    database.execute("PRAGMA application_id = " + std::to_string(applicationId_));
    database.execute("PRAGMA user_version = " + std::to_string(migration.version));
    transaction.commit();
    return true;
}

void Migrator::checkOwner(Database& database) const
{
    const int version = schemaVersion(database);
    const auto owner = number(database, "PRAGMA application_id");
    const bool fresh =
        owner == 0 && version == 0 && number(database, "SELECT count(*) FROM sqlite_schema") == 0;
    if (owner != applicationId_ && !fresh) {
        throw Error{Fault::ForeignDatabase, 0,
                    "the database belongs to another program (application_id " +
                        std::to_string(owner) + ")"};
    }
    if (version > newest()) {
        throw Error{Fault::NewerSchema, 0,
                    "the database is at version " + std::to_string(version) +
                        ", this program knows up to " + std::to_string(newest())};
    }
}

} // namespace fieldbook::db
