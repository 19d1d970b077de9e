#include "shared/db/database.h"
#include "shared/db/transaction.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

namespace fieldbook::db {
namespace {

using fieldbook::testing::TempDir;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Key keyOf(std::uint8_t fill)
{
    std::array<std::uint8_t, Key::size> bytes{};
    bytes.fill(fill);
    return Key{bytes};
}

OpenOptions keyed(std::uint8_t fill, Cipher cipher = Cipher::Aegis256)
{
    OpenOptions options;
    options.key = keyOf(fill);
    options.cipher = cipher;
    return options;
}

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}};
}

std::int64_t number(Database& database, std::string_view sql)
{
    auto query = database.prepare(sql);
    EXPECT_TRUE(query.step());
    return query.int64(0);
}

std::string word(Database& database, std::string_view sql)
{
    auto query = database.prepare(sql);
    EXPECT_TRUE(query.step());
    return query.get<std::string>(0);
}

// The error an action throws; fails the test if it throws none.
template <class F>
Error errorOf(F&& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    ADD_FAILURE() << "nothing was thrown";
    return Error{Fault::Other, 0, "nothing was thrown"};
}

void makeCustomers(Database& database)
{
    database.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT) STRICT;"
                     "INSERT INTO customer (name) VALUES ('Bäckerei Öztürk'), ('张伟');");
}

TEST(Database, OpensWithWriteAheadLogForeignKeysAndFullSynchronous)
{
    TempDir folder;
    Database database{folder / "a.db"};

    EXPECT_EQ(word(database, "PRAGMA journal_mode"), "wal");
    EXPECT_EQ(number(database, "PRAGMA foreign_keys"), 1);
    EXPECT_EQ(number(database, "PRAGMA synchronous"), 2);
    EXPECT_EQ(number(database, "PRAGMA busy_timeout"), 5000);
}

TEST(Database, KeepsWhatWasWrittenAcrossConnections)
{
    TempDir folder;
    {
        Database database{folder / "随访.db"};
        makeCustomers(database);
    }

    Database again{folder / "随访.db", {.access = Access::ReadOnly}};

    EXPECT_EQ(word(again, "SELECT name FROM customer WHERE id = 2"), "张伟");
}

TEST(Database, DoesNotCreateUnlessAskedTo)
{
    TempDir folder;

    const auto error =
        errorOf([&] { Database{folder / "missing.db", {.access = Access::ReadWrite}}; });

    EXPECT_EQ(error.fault(), Fault::CannotOpen);
    EXPECT_EQ(error.code(), "db.cannot_open");
    EXPECT_FALSE(std::filesystem::exists(folder / "missing.db"));
}

TEST(Database, RefusesToWriteWhenOpenedReadOnly)
{
    TempDir folder;
    {
        Database database{folder / "a.db"};
        makeCustomers(database);
    }
    Database reader{folder / "a.db", {.access = Access::ReadOnly}};

    const auto error = errorOf([&] { reader.execute("DELETE FROM customer"); });

    EXPECT_EQ(error.fault(), Fault::ReadOnly);
}

TEST(Database, RefusesAFileThatIsSomethingElse)
{
    TempDir folder;
    std::ofstream{folder / "letter.txt"} << std::string(4096, 'x');

    const auto error = errorOf([&] { Database{folder / "letter.txt"}; });

    EXPECT_TRUE(isNotADatabase(error));
    EXPECT_EQ(error.code(), "db.not_a_database");
}

class EncryptedDatabase : public ::testing::TestWithParam<Cipher> {};

TEST_P(EncryptedDatabase, LeavesNoPlainTextInFileOrLog)
{
    TempDir folder;
    Database database{folder / "a.db", keyed(7, GetParam())};
    makeCustomers(database);
    database.checkpoint();
    database.execute("INSERT INTO customer (name) VALUES ('Konditorei Öztürk')");

    const auto main = bytesOf(folder / "a.db");
    const auto log = bytesOf(folder / "a.db-wal");

    EXPECT_GE(main.size(), 4096U);
    EXPECT_GE(log.size(), 4096U);
    EXPECT_THAT(main + log, Not(HasSubstr("Öztürk")));
    EXPECT_THAT(main + log, Not(HasSubstr("customer")));
    EXPECT_THAT(main, Not(HasSubstr("SQLite format 3")));
}

TEST_P(EncryptedDatabase, OpensAgainWithItsKeyAndNoOther)
{
    TempDir folder;
    {
        Database database{folder / "a.db", keyed(7, GetParam())};
        makeCustomers(database);
    }

    Database again{folder / "a.db", keyed(7, GetParam())};
    const auto wrong = errorOf([&] { Database{folder / "a.db", keyed(8, GetParam())}; });
    const auto none = errorOf([&] { Database{folder / "a.db"}; });

    EXPECT_EQ(number(again, "SELECT count(*) FROM customer"), 2);
    EXPECT_EQ(wrong.fault(), Fault::WrongKey);
    EXPECT_EQ(wrong.code(), "db.wrong_key");
    EXPECT_TRUE(isNotADatabase(wrong));
    EXPECT_EQ(none.fault(), Fault::NotADatabase);
}

TEST_P(EncryptedDatabase, NamesNoKeyInItsErrors)
{
    TempDir folder;
    {
        Database database{folder / "a.db", keyed('K', GetParam())};
        makeCustomers(database);
    }

    const auto wrong = errorOf([&] { Database{folder / "a.db", keyed('W', GetParam())}; });

    EXPECT_THAT(wrong.what(), Not(HasSubstr("WWWW")));
    EXPECT_THAT(wrong.what(), Not(HasSubstr("5757")));
    EXPECT_THAT(wrong.sql(), Not(HasSubstr("5757")));
}

TEST_P(EncryptedDatabase, TellsWhenAPageWasTamperedWith)
{
    TempDir folder;
    {
        Database database{folder / "a.db", keyed(7, GetParam())};
        makeCustomers(database);
        database.checkpoint(Checkpoint::Truncate);
    }
    {
        std::fstream file{folder / "a.db", std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(4096 + 100);
        file.put('!');
    }

    const auto error = errorOf([&] {
        Database database{folder / "a.db", keyed(7, GetParam())};
        (void)number(database, "SELECT count(*) FROM customer");
    });

    EXPECT_TRUE(isCorrupt(error) || isNotADatabase(error)) << error.what();
}

TEST_P(EncryptedDatabase, BacksUpUnderTheSameKey)
{
    TempDir folder;
    Database database{folder / "a.db", keyed(7, GetParam())};
    makeCustomers(database);

    database.backupTo(folder / "copy.db");
    database.vacuumInto(folder / "compact.db");

    Database copy{folder / "copy.db", keyed(7, GetParam())};
    Database compact{folder / "compact.db", keyed(7, GetParam())};
    EXPECT_EQ(number(copy, "SELECT count(*) FROM customer"), 2);
    EXPECT_EQ(number(compact, "SELECT count(*) FROM customer"), 2);
    EXPECT_THAT(copy.integrityCheck(), IsEmpty());
    EXPECT_THAT(bytesOf(folder / "compact.db"), Not(HasSubstr("Öztürk")));
}

INSTANTIATE_TEST_SUITE_P(BothCiphers,
                         EncryptedDatabase,
                         ::testing::Values(Cipher::Aegis256, Cipher::ChaCha20),
                         [](const auto& cipher) {
                             return cipher.param == Cipher::Aegis256 ? "Aegis256" : "ChaCha20";
                         });

TEST(Database, BackupIsOfOneMomentAndRefusesToOverwrite)
{
    TempDir folder;
    Database database{folder / "a.db"};
    makeCustomers(database);
    database.backupTo(folder / "copy.db");
    database.execute("DELETE FROM customer");

    const auto again = errorOf([&] { database.backupTo(folder / "copy.db"); });
    const auto compactAgain = errorOf([&] { database.vacuumInto(folder / "copy.db"); });

    EXPECT_EQ(again.fault(), Fault::CannotOpen);
    EXPECT_EQ(compactAgain.fault(), Fault::Other);
    Database copy{folder / "copy.db"};
    EXPECT_EQ(number(copy, "SELECT count(*) FROM customer"), 2);
}

TEST(Database, CheckpointFoldsTheLogIntoTheFile)
{
    TempDir folder;
    Database database{folder / "a.db", {.checkpointAfterPages = 0}};
    makeCustomers(database);
    EXPECT_GT(std::filesystem::file_size(folder / "a.db-wal"), 0U);

    const auto result = database.checkpoint(Checkpoint::Truncate);

    EXPECT_TRUE(result.complete);
    EXPECT_EQ(std::filesystem::file_size(folder / "a.db-wal"), 0U);
}

TEST(Database, CheckpointIsIncompleteWhileAReaderNeedsTheLog)
{
    TempDir folder;
    Database writer{folder / "a.db", {.busyTimeout = std::chrono::milliseconds{0}}};
    makeCustomers(writer);
    Database reader{folder / "a.db"};
    const ReadTransaction moment{reader};
    writer.execute("INSERT INTO customer (name) VALUES ('Late')");

    EXPECT_FALSE(writer.checkpoint(Checkpoint::Truncate).complete);
}

TEST(Database, FindsDamageAndDanglingReferences)
{
    TempDir folder;
    Database database{folder / "a.db"};
    database.execute("CREATE TABLE team (id INTEGER PRIMARY KEY);"
                     "CREATE TABLE person (id INTEGER PRIMARY KEY, team INTEGER REFERENCES team);");
    EXPECT_THAT(database.integrityCheck(), IsEmpty());

    database.execute("PRAGMA foreign_keys = OFF; INSERT INTO person VALUES (1, 99)");

    ASSERT_EQ(database.integrityCheck().size(), 1U);
    EXPECT_THAT(database.integrityCheck().front(), HasSubstr("person"));
}

TEST(Database, CountsChangesAndRowIds)
{
    TempDir folder;
    Database database{folder / "a.db"};
    makeCustomers(database);

    database.execute("UPDATE customer SET name = 'x'");

    EXPECT_EQ(database.changes(), 2);
    EXPECT_EQ(database.lastInsertRowId(), 2);
    EXPECT_EQ(database.totalChanges(), 4);
}

TEST(Database, EnforcesForeignKeysAndNamesTheConstraint)
{
    TempDir folder;
    Database database{folder / "a.db"};
    makeCustomers(database);
    database.execute("CREATE UNIQUE INDEX customer_name ON customer (name)");

    auto insert = database.prepare("INSERT INTO customer (name) VALUES (:name)");
    insert.bind(":name", "张伟");
    const auto error = errorOf([&] { insert.run(); });

    EXPECT_EQ(error.fault(), Fault::Constraint);
    EXPECT_THAT(error.what(), HasSubstr("customer.name"));
    EXPECT_THAT(error.what(), HasSubstr("INSERT INTO customer"));
    EXPECT_THAT(error.what(), Not(HasSubstr("张伟")));
}

TEST(Database, RepeatsNoBoundValueInAnError)
{
    TempDir folder;
    Database database{folder / "a.db"};
    database.execute("CREATE VIRTUAL TABLE found USING fts5 (text)");
    auto search = database.prepare("SELECT rowid FROM found WHERE found MATCH :query");
    search.bind(":query", "\"secret name");

    const auto error = errorOf([&] { (void)search.step(); });

    EXPECT_THAT(error.what(), Not(HasSubstr("secret")));
    EXPECT_THAT(error.sql(), HasSubstr("MATCH :query"));
}

TEST(Database, TellsWhatIsWrongWithTheSql)
{
    TempDir folder;
    Database database{folder / "a.db"};

    const auto error = errorOf([&] { (void)database.prepare("SELECT x FROM nowhere"); });

    EXPECT_EQ(error.fault(), Fault::Other);
    EXPECT_THAT(error.what(), HasSubstr("no such table: nowhere"));
}

TEST(Database, GivesUpOnALockedDatabaseAsBusy)
{
    TempDir folder;
    Database first{folder / "a.db"};
    makeCustomers(first);
    Database second{folder / "a.db", {.busyTimeout = std::chrono::milliseconds{0}}};
    const Transaction writing{first};

    const auto error = errorOf([&] { Transaction{second}; });

    EXPECT_TRUE(isBusy(error));
    EXPECT_FALSE(second.inTransaction());
}

TEST(Database, ReportsAFullDisk)
{
    TempDir folder;
    Database database{folder / "a.db"};
    makeCustomers(database);
    database.execute("PRAGMA max_page_count = 3");

    const auto error = errorOf([&] {
        database.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 999)"
                         "INSERT INTO customer (name) SELECT hex(zeroblob(100)) FROM n");
    });

    EXPECT_TRUE(isFull(error));
    EXPECT_EQ(error.code(), "db.full");
}

TEST(Database, IsInterruptedFromAnotherThread)
{
    TempDir folder;
    Database database{folder / "a.db"};
    auto endless = database.prepare(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n");
    ASSERT_TRUE(endless.step());

    std::thread other{[&] { database.interrupt(); }};
    const auto error = errorOf([&] { endless.run(); });
    other.join();

    EXPECT_EQ(error.fault(), Fault::Interrupted);
}

TEST(Database, IsCreatedOnceByConnectionsThatRaceToCreateIt)
{
    TempDir folder;
    std::vector<std::thread> threads;
    threads.reserve(4);
    std::atomic<int> opened = 0;

    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            Database database{folder / "a.db", keyed(1)};
            database.execute("CREATE TABLE IF NOT EXISTS customer (id INTEGER PRIMARY KEY)");
            ++opened;
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }

    EXPECT_EQ(opened, 4);
}

TEST(Database, CanBeMoved)
{
    TempDir folder;
    Database first{folder / "a.db"};
    makeCustomers(first);

    Database second{std::move(first)};

    EXPECT_EQ(number(second, "SELECT count(*) FROM customer"), 2);
    EXPECT_EQ(second.file(), folder / "a.db");
}

} // namespace
} // namespace fieldbook::db
