#include "shared/db/transaction.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace fieldbook::db {
namespace {

using fieldbook::testing::TempDir;

class Transactions : public ::testing::Test {
protected:
    TempDir folder;
    Database database{folder / "a.db"};

    void SetUp() override { database.execute("CREATE TABLE item (id INTEGER PRIMARY KEY)"); }

    void insert(int id) { database.prepare("INSERT INTO item VALUES (:id)").bind(":id", id).run(); }

    static std::int64_t count(Database& seenBy)
    {
        auto query = seenBy.prepare("SELECT count(*) FROM item");
        EXPECT_TRUE(query.step());
        return query.int64(0);
    }
};

TEST_F(Transactions, KeepWhatIsCommitted)
{
    {
        Transaction transaction{database};
        insert(1);
        transaction.commit();
    }

    Database other{folder / "a.db"};
    EXPECT_EQ(count(other), 1);
    EXPECT_FALSE(database.inTransaction());
}

TEST_F(Transactions, UndoWhatIsNotCommitted)
{
    {
        Transaction transaction{database};
        insert(1);
    }

    EXPECT_EQ(count(database), 0);
    EXPECT_FALSE(database.inTransaction());
}

TEST_F(Transactions, UndoWhenAnExceptionPassesThrough)
{
    const auto act = [&] {
        Transaction transaction{database};
        insert(1);
        throw std::runtime_error{"half-way"};
    };

    EXPECT_THROW(act(), std::runtime_error);
    EXPECT_EQ(count(database), 0);
}

TEST_F(Transactions, UndoAfterAFailedStatement)
{
    {
        Transaction transaction{database};
        insert(1);
        EXPECT_THROW(insert(1), Error);
    }

    EXPECT_EQ(count(database), 0);
}

TEST_F(Transactions, SurviveSqliteRollingBackByItself)
{
    {
        Transaction transaction{database};
        insert(1);
        database.execute("ROLLBACK");
        EXPECT_THROW(transaction.commit(), Error);
    }

    EXPECT_EQ(count(database), 0);
}

TEST_F(Transactions, TakeTheWriteLockAtOnce)
{
    Database other{folder / "a.db", {.busyTimeout = std::chrono::milliseconds{0}}};
    const Transaction transaction{database};

    EXPECT_THROW(Transaction{other}, Error);
    EXPECT_EQ(count(other), 0);
}

TEST_F(Transactions, ReadOneMomentWhateverOthersCommit)
{
    Database reader{folder / "a.db"};
    {
        const ReadTransaction moment{reader};
        insert(1);

        EXPECT_EQ(count(reader), 0);
        EXPECT_EQ(count(database), 1);
    }

    EXPECT_EQ(count(reader), 1);
    EXPECT_FALSE(reader.inTransaction());
}

TEST_F(Transactions, UndoASavepointAlone)
{
    Transaction transaction{database};
    insert(1);
    {
        Savepoint part{transaction};
        insert(2);
    }
    {
        Savepoint part{transaction};
        insert(3);
        part.release();
    }
    transaction.commit();

    auto query = database.prepare("SELECT sum(id) FROM item");
    ASSERT_TRUE(query.step());
    EXPECT_EQ(query.int64(0), 4);
}

TEST_F(Transactions, NestSavepoints)
{
    Transaction transaction{database};
    {
        Savepoint outer{transaction};
        insert(1);
        {
            Savepoint inner{transaction};
            insert(2);
            inner.release();
        }
        {
            Savepoint inner{transaction};
            insert(4);
        }
        outer.release();
    }
    {
        Savepoint outer{transaction};
        Savepoint inner{transaction};
        insert(8);
        inner.release();
    }
    transaction.commit();

    auto query = database.prepare("SELECT sum(id) FROM item");
    ASSERT_TRUE(query.step());
    EXPECT_EQ(query.int64(0), 3);
}

using TransactionsDeathTest = Transactions;

TEST_F(TransactionsDeathTest, RefuseToNest)
{
    const Transaction transaction{database};

    EXPECT_DEATH(Transaction{database}, "inTransaction");
}

} // namespace
} // namespace fieldbook::db
