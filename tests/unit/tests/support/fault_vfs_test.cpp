#include "shared/db/transaction.h"
#include "tests/support/fault_vfs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace fieldbook::testing {
namespace {

using db::Database;
using db::OpenOptions;
using db::Transaction;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string file = "/tablet.db";

OpenOptions on(const FaultDisk& disk, bool keyed)
{
    OpenOptions options;
    options.vfs = disk.vfs();
    options.checkpointAfterPages = 8;
    options.busyTimeout = std::chrono::milliseconds{0};
    if (keyed) {
        options.key = db::Key{std::array<std::uint8_t, db::Key::size>{1, 2, 3}};
    }
    return options;
}

std::int64_t number(Database& database, std::string_view sql)
{
    auto query = database.prepare(sql);
    EXPECT_TRUE(query.step());
    return query.int64(0);
}

constexpr const char* schema =
    "CREATE TABLE IF NOT EXISTS entry (n INTEGER PRIMARY KEY, text TEXT) STRICT;"
    "CREATE TABLE IF NOT EXISTS total (one INTEGER PRIMARY KEY, sum INTEGER) STRICT;"
    "INSERT INTO total VALUES (1, 0) ON CONFLICT DO NOTHING;";

// One transaction that touches two tables; a third of the entries is replaced, so that pages are
// written again and again.
void addEntry(Database& database, std::int64_t n)
{
    Transaction transaction{database};
    database.prepare("INSERT INTO entry VALUES (:n, :text)")
        .bind(":n", n)
        .bind(":text", std::string(static_cast<std::size_t>(200 + n * 97 % 900), 'x'))
        .run();
    database.prepare("UPDATE entry SET text = 'short' WHERE n % 3 = 0 AND n < :n")
        .bind(":n", n)
        .run();
    database.prepare("UPDATE total SET sum = sum + :n").bind(":n", n).run();
    transaction.commit();
}

constexpr std::int64_t entries = 25;

// Writes the entries until the disk stops it; returns the last whose commit was reported.
std::int64_t writeEntries(FaultDisk& disk, bool keyed, db::Synchronous synchronous)
{
    std::int64_t acknowledged = 0;
    try {
        OpenOptions options = on(disk, keyed);
        options.synchronous = synchronous;
        Database database{file, options};
        database.execute(schema);
        for (std::int64_t n = 1; n <= entries; ++n) {
            addEntry(database, n);
            acknowledged = n;
        }
    } catch (const db::Error&) {
        return acknowledged;
    }
    return acknowledged;
}

struct Found {
    std::int64_t entries;
    bool whole; // No damage, no gap, both tables tell the same.
};

Found look(FaultDisk& disk, bool keyed)
{
    Database database{file, on(disk, keyed)};
    database.execute(schema);
    const auto count = number(database, "SELECT count(*) FROM entry");
    const bool dense = number(database, "SELECT ifnull(max(n), 0) FROM entry") == count;
    const bool agree = number(database, "SELECT sum FROM total") == count * (count + 1) / 2;
    return {count, dense && agree && database.integrityCheck().empty()};
}

class CrashAnywhere : public ::testing::TestWithParam<bool> {};

TEST_P(CrashAnywhere, KeepsEveryCommitThatWasReported)
{
    const bool keyed = GetParam();
    FaultDisk rehearsal{"rehearsal"};
    ASSERT_EQ(writeEntries(rehearsal, keyed, db::Synchronous::Full), entries);
    const auto operations = rehearsal.operations();
    ASSERT_GT(operations, 100U);

    for (std::uint64_t at = 0; at <= operations; ++at) {
        SeededEntropy entropy{at};
        FaultDisk disk{"disk"};
        disk.cutPowerAfter(at);
        const auto acknowledged = writeEntries(disk, keyed, db::Synchronous::Full);
        disk.crash(entropy);

        const Found found = look(disk, keyed);

        ASSERT_TRUE(found.whole) << "power cut after operation " << at;
        // A commit the power cut interrupted may or may not be there.
        ASSERT_GE(found.entries, acknowledged) << "power cut after operation " << at;
        ASSERT_LE(found.entries, acknowledged + 1) << "power cut after operation " << at;
    }
}

TEST_P(CrashAnywhere, KeepsThemThroughASecondCutDuringRecovery)
{
    const bool keyed = GetParam();
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        SeededEntropy entropy{seed};
        FaultDisk disk{"disk"};
        disk.cutPowerAfter(entropy.below(200));
        const auto acknowledged = writeEntries(disk, keyed, db::Synchronous::Full);
        disk.crash(entropy);
        disk.cutPowerAfter(entropy.below(12));
        try {
            (void)look(disk, keyed);
        } catch (const db::Error&) {
            EXPECT_FALSE(disk.hasPower());
        }
        disk.crash(entropy);

        const Found found = look(disk, keyed);

        ASSERT_TRUE(found.whole) << "seed " << seed;
        ASSERT_GE(found.entries, acknowledged) << "seed " << seed;
    }
}

TEST_P(CrashAnywhere, LosesOnlyTheLastCommitsWithNormalSynchronous)
{
    const bool keyed = GetParam();
    bool lost = false;
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        SeededEntropy entropy{seed};
        FaultDisk disk{"disk"};
        disk.cutPowerAfter(entropy.below(200));
        const auto acknowledged = writeEntries(disk, keyed, db::Synchronous::Normal);
        disk.crash(entropy);

        const Found found = look(disk, keyed);

        ASSERT_TRUE(found.whole) << "seed " << seed;
        lost |= found.entries < acknowledged;
    }
    EXPECT_TRUE(lost);
}

TEST_P(CrashAnywhere, LosesNothingWhenOnlyTheProcessDies)
{
    const bool keyed = GetParam();
    for (std::uint64_t at = 0; at < 150; ++at) {
        FaultDisk disk{"disk"};
        disk.cutPowerAfter(at);
        const auto acknowledged = writeEntries(disk, keyed, db::Synchronous::Normal);
        disk.killProcess();

        const Found found = look(disk, keyed);

        ASSERT_TRUE(found.whole) << "killed after operation " << at;
        ASSERT_GE(found.entries, acknowledged) << "killed after operation " << at;
    }
}

TEST_P(CrashAnywhere, LosesWhatWasNotCommittedEvenWhenItWasWritten)
{
    const bool keyed = GetParam();
    SeededEntropy entropy{1};
    FaultDisk disk{"disk"};
    OpenOptions options = on(disk, keyed);
    options.cacheKib = 16;
    {
        Database database{file, options};
        database.execute(schema);
        const Transaction transaction{database};
        auto insert = database.prepare("INSERT INTO entry VALUES (:n, hex(randomblob(2000)))");
        const auto before = disk.operations();
        for (int n = 1; n <= 100; ++n) {
            insert.bind(1, n).run();
        }
        ASSERT_GT(disk.operations(), before + 50) << "the cache should have spilled into the log";
        disk.crash(Survival::Everything, entropy);
    }

    const Found found = look(disk, keyed);

    EXPECT_EQ(found.entries, 0);
    EXPECT_TRUE(found.whole);
}

TEST_P(CrashAnywhere, RecoversFromAnIoErrorAtEveryOperation)
{
    const bool keyed = GetParam();
    FaultDisk rehearsal{"rehearsal"};
    ASSERT_EQ(writeEntries(rehearsal, keyed, db::Synchronous::Full), entries);
    for (std::uint64_t at = 0; at <= rehearsal.operations(); ++at) {
        FaultDisk disk{"disk"};
        disk.failAfter(at, DiskFault::Io);
        const auto acknowledged = writeEntries(disk, keyed, db::Synchronous::Full);
        disk.heal();

        const Found found = look(disk, keyed);

        ASSERT_TRUE(found.whole) << "failure after operation " << at;
        ASSERT_GE(found.entries, acknowledged) << "failure after operation " << at;
        ASSERT_LE(found.entries, acknowledged + 1) << "failure after operation " << at;
    }
}

TEST_P(CrashAnywhere, GoesOnInTheSameConnectionOnceThereIsRoomAgain)
{
    const bool keyed = GetParam();
    FaultDisk disk{"disk"};
    Database database{file, on(disk, keyed)};
    database.execute(schema);
    addEntry(database, 1);
    disk.failAfter(0, DiskFault::Full);
    // The log is used again from its start after a checkpoint, so a few commits may still fit.
    std::int64_t n = 2;
    const auto fillUp = [&] {
        for (; n < 1000; ++n) {
            addEntry(database, n);
        }
    };
    try {
        fillUp();
        ADD_FAILURE() << "the disk never was full";
    } catch (const db::Error& error) {
        EXPECT_TRUE(db::isFull(error)) << error.what();
    }
    EXPECT_FALSE(database.inTransaction());

    disk.heal();
    addEntry(database, n);

    EXPECT_EQ(number(database, "SELECT count(*) FROM entry"), n);
    EXPECT_THAT(database.integrityCheck(), IsEmpty());
}

TEST_P(CrashAnywhere, LetsSeveralConnectionsReadWhileOneWrites)
{
    const bool keyed = GetParam();
    FaultDisk disk{"disk"};
    Database writer{file, on(disk, keyed)};
    Database reader{file, on(disk, keyed)};
    writer.execute(schema);
    {
        const db::ReadTransaction moment{reader};
        addEntry(writer, 1);

        EXPECT_EQ(number(reader, "SELECT count(*) FROM entry"), 0);
        EXPECT_FALSE(writer.checkpoint(db::Checkpoint::Truncate).complete);
    }
    EXPECT_EQ(number(reader, "SELECT count(*) FROM entry"), 1);
    {
        const Transaction writing{writer};
        EXPECT_THROW(Transaction{reader}, db::Error);
    }
    EXPECT_TRUE(reader.checkpoint(db::Checkpoint::Truncate).complete);
}

INSTANTIATE_TEST_SUITE_P(FaultDisk, CrashAnywhere, ::testing::Bool(), [](const auto& keyed) {
    return keyed.param ? "Keyed" : "Plain";
});

// The disk must be able to hurt, or the tests above prove nothing.
TEST(FaultDisk, LosesReportedCommitsOfAProgramThatDoesNotSync)
{
    bool lost = false;
    bool damaged = false;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        SeededEntropy entropy{seed};
        FaultDisk disk{"disk"};
        {
            Database database{file, on(disk, false)};
            database.execute("PRAGMA synchronous = OFF");
            database.execute(schema);
            for (std::int64_t n = 1; n <= entries; ++n) {
                addEntry(database, n);
            }
            disk.crash(entropy);
        }
        try {
            const Found found = look(disk, false);
            lost |= found.entries < entries;
            damaged |= !found.whole;
        } catch (const db::Error&) {
            damaged = true;
        }
    }

    EXPECT_TRUE(lost);
    EXPECT_TRUE(damaged);
}

TEST(FaultDisk, WorksWithARollbackJournal)
{
    FaultDisk disk{"disk"};
    Database first{file, on(disk, false)};
    first.execute("PRAGMA journal_mode = DELETE");
    first.execute(schema);
    Database second{file, on(disk, false)};
    second.execute("PRAGMA journal_mode = DELETE");

    addEntry(first, 1);
    {
        const db::ReadTransaction reading{second};
        EXPECT_THROW(addEntry(first, 2), db::Error);
    }
    addEntry(first, 2);
    {
        const Transaction writing{first};
        EXPECT_THROW(Transaction{second}, db::Error);
    }

    EXPECT_EQ(number(second, "SELECT count(*) FROM entry"), 2);
}

TEST(FaultDisk, SurvivesThreadsThatWriteTogether)
{
    FaultDisk disk{"disk"};
    OpenOptions options = on(disk, true);
    options.busyTimeout = std::chrono::minutes{10};
    {
        Database database{file, options};
        database.execute(schema);
    }
    std::vector<std::thread> threads;
    threads.reserve(3);
    for (int t = 0; t < 3; ++t) {
        threads.emplace_back([&] {
            Database database{file, options};
            for (int i = 0; i < 20; ++i) {
                Transaction transaction{database};
                database.execute("UPDATE total SET sum = sum + 1");
                transaction.commit();
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }

    Database database{file, options};
    EXPECT_EQ(number(database, "SELECT sum FROM total"), 60);
}

TEST(FaultDisk, StaysDarkUntilThePowerIsBack)
{
    SeededEntropy entropy{1};
    FaultDisk disk{"disk"};
    Database database{file, on(disk, true)};
    database.execute(schema);

    disk.cutPower();

    EXPECT_THROW(addEntry(database, 1), db::Error);
    EXPECT_THROW((Database{file, on(disk, true)}), db::Error);
    EXPECT_FALSE(disk.hasPower());

    disk.crash(entropy);

    EXPECT_THROW(addEntry(database, 1), db::Error);
    EXPECT_EQ(look(disk, true).entries, 0);
}

TEST(FaultDisk, CountsOneSyncForACommit)
{
    FaultDisk disk{"disk"};
    OpenOptions options = on(disk, true);
    options.checkpointAfterPages = 0;
    Database database{file, options};
    database.execute(schema);
    addEntry(database, 1);
    const auto before = disk.syncs();

    addEntry(database, 2);

    EXPECT_EQ(disk.syncs(), before + 1);
    EXPECT_THAT(disk.files(), ElementsAre("/tablet.db", "/tablet.db-wal"));
}

TEST(FaultDisk, DoesTheSameForTheSameSeed)
{
    const auto play = [] {
        seedSqlite(5);
        SeededEntropy entropy{9};
        FaultDisk disk{"disk"};
        disk.cutPowerAfter(77);
        (void)writeEntries(disk, false, db::Synchronous::Normal);
        disk.crash(Survival::Some, entropy);
        return std::tuple{disk.content(file), disk.content(file + "-wal"), disk.operations()};
    };

    const auto first = play();
    const auto second = play();

    EXPECT_EQ(first, second);
    EXPECT_FALSE(std::get<1>(first).empty());
}

TEST(FaultDisk, KeepsDisksApart)
{
    FaultDisk alice{"alice"};
    FaultDisk bruno{"bruno"};
    Database hers{file, on(alice, true)};
    Database his{file, on(bruno, false)};

    hers.execute(schema);

    EXPECT_EQ(number(his, "SELECT count(*) FROM sqlite_schema"), 0);
}

} // namespace
} // namespace fieldbook::testing
