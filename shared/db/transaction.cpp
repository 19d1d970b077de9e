#include "shared/db/transaction.h"

#include "shared/base/assert.h"

namespace fieldbook::db {
namespace {

// An error such as a full disk can make SQLite roll back by itself; then there is nothing to undo.
// If the undoing itself fails, the next transaction reports it: nothing was committed either way.
void undo(Database& database, std::string_view sql) noexcept
{
    if (!database.inTransaction()) {
        return;
    }
    try {
        database.prepare(sql).run();
    } catch (const Error&) {
        return;
    }
}

} // namespace

Transaction::Transaction(Database& database) : database_{database}
{
    FIELDBOOK_ASSERT(!database.inTransaction());
    database_.prepare("BEGIN IMMEDIATE").run();
}

Transaction::~Transaction()
{
    if (open_) {
        undo(database_, "ROLLBACK");
    }
}

void Transaction::commit()
{
    FIELDBOOK_ASSERT(open_);
    database_.prepare("COMMIT").run();
    open_ = false;
}

ReadTransaction::ReadTransaction(Database& database) : database_{database}
{
    FIELDBOOK_ASSERT(!database.inTransaction());
    database_.prepare("BEGIN DEFERRED").run();
    // The moment is fixed by the first read.
    try {
        database_.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").run();
    } catch (const Error&) {
        undo(database_, "ROLLBACK");
        throw;
    }
}

ReadTransaction::~ReadTransaction() { undo(database_, "ROLLBACK"); }

Savepoint::Savepoint(Transaction& transaction) : database_{transaction.database()}
{
    // One name serves all: SQLite takes it for the innermost.
    database_.prepare("SAVEPOINT part").run();
}

Savepoint::~Savepoint()
{
    if (open_) {
        undo(database_, "ROLLBACK TO part");
        undo(database_, "RELEASE part");
    }
}

void Savepoint::release()
{
    FIELDBOOK_ASSERT(open_);
    database_.prepare("RELEASE part").run();
    open_ = false;
}

} // namespace fieldbook::db
