#pragma once

#include "shared/db/database.h"

namespace fieldbook::db {

// A write transaction (BEGIN IMMEDIATE: the lock is taken here, not at the first write). Rolls back
// in the destructor unless committed. Functions that must not write outside one take a
// Transaction&.
class Transaction {
public:
    explicit Transaction(Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    // On disk when it returns, unless the database was opened with Synchronous::Normal. If it
    // throws, it is rolled back; but when the disk fails in the middle and the machine stops
    // before the next commit, it may turn out to be there after all.
    void commit();

    [[nodiscard]] Database& database() const { return database_; }

private:
    Database& database_;
    bool open_ = true;
};

// Reads of one moment: everything read while it lives sees the database as it was when it was made,
// whatever others commit meanwhile. It must not write.
class ReadTransaction {
public:
    explicit ReadTransaction(Database& database);
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;
    ~ReadTransaction();

private:
    Database& database_;
};

// A part of a transaction that can be undone by itself. Undone in the destructor unless released.
// Savepoints nest; the inner must end before the outer.
class Savepoint {
public:
    explicit Savepoint(Transaction& transaction);
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    ~Savepoint();

    // Makes its changes part of the transaction.
    void release();

private:
    Database& database_;
    bool open_ = true;
};

} // namespace fieldbook::db
