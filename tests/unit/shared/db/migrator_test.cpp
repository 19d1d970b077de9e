#include "shared/db/migrator.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>
#include <vector>

namespace fieldbook::db {
namespace {

using fieldbook::testing::TempDir;
using ::testing::HasSubstr;

constexpr std::int32_t ours = 0x46426b31;

const Migration first{1, "CREATE TABLE team (id INTEGER PRIMARY KEY, name TEXT);"
                         "CREATE TABLE person (id INTEGER PRIMARY KEY, team INTEGER NOT NULL"
                         " REFERENCES team ON DELETE CASCADE);"};
const Migration second{2, [](Transaction& transaction) {
                           transaction.database()
                               .prepare("INSERT INTO team (name) VALUES (:name)")
                               .bind(":name", "North")
                               .run();
                       }};

std::int64_t number(Database& database, std::string_view sql)
{
    auto query = database.prepare(sql);
    EXPECT_TRUE(query.step());
    return query.int64(0);
}

Fault faultOf(const Migrator& migrator, Database& database)
{
    try {
        migrator.migrate(database);
    } catch (const Error& error) {
        return error.fault();
    }
    ADD_FAILURE() << "nothing was thrown";
    return Fault::Other;
}

TEST(Migrator, TakesANewDatabaseToTheNewestVersion)
{
    TempDir folder;
    Database database{folder / "a.db"};
    const Migrator migrator{ours, {first, second}};

    const int steps = migrator.migrate(database);

    EXPECT_EQ(steps, 2);
    EXPECT_EQ(schemaVersion(database), 2);
    EXPECT_EQ(number(database, "PRAGMA application_id"), ours);
    EXPECT_EQ(number(database, "SELECT count(*) FROM team"), 1);
    EXPECT_EQ(number(database, "PRAGMA foreign_keys"), 1);
}

TEST(Migrator, DoesNothingTwiceAndContinuesWhereItWas)
{
    TempDir folder;
    Database database{folder / "a.db"};

    EXPECT_EQ((Migrator{ours, {first}}.migrate(database)), 1);
    EXPECT_EQ((Migrator{ours, {first}}.migrate(database)), 0);
    EXPECT_EQ((Migrator{ours, {first, second}}.migrate(database)), 1);
    EXPECT_EQ(number(database, "SELECT count(*) FROM team"), 1);
}

TEST(Migrator, RefusesADatabaseOfANewerProgram)
{
    TempDir folder;
    Database database{folder / "a.db"};
    Migrator{ours, {first, second}}.migrate(database);

    EXPECT_EQ(faultOf(Migrator{ours, {first}}, database), Fault::NewerSchema);
    EXPECT_EQ(schemaVersion(database), 2);
    EXPECT_EQ((Error{Fault::NewerSchema, 0, ""}.code()), "db.newer_schema");
}

TEST(Migrator, RefusesADatabaseOfAnotherProgram)
{
    TempDir folder;
    Database marked{folder / "a.db"};
    Migrator{ours + 1, {first}}.migrate(marked);
    Database unmarked{folder / "b.db"};
    unmarked.execute("CREATE TABLE theirs (id)");

    EXPECT_EQ(faultOf(Migrator{ours, {first}}, marked), Fault::ForeignDatabase);
    EXPECT_EQ(faultOf(Migrator{ours, {first}}, unmarked), Fault::ForeignDatabase);
    EXPECT_EQ(number(unmarked, "SELECT count(*) FROM sqlite_schema"), 1);
}

TEST(Migrator, LeavesAWholeStepOrNone)
{
    TempDir folder;
    Database database{folder / "a.db"};
    const Migration broken{2, "CREATE TABLE half (id); INSERT INTO nowhere VALUES (1);"};

    EXPECT_EQ(faultOf(Migrator{ours, {first, broken}}, database), Fault::Other);

    EXPECT_EQ(schemaVersion(database), 1);
    EXPECT_EQ(number(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
    EXPECT_EQ(number(database, "PRAGMA foreign_keys"), 1);
}

TEST(Migrator, UndoesAStepWhoseFunctionThrows)
{
    TempDir folder;
    Database database{folder / "a.db"};
    const Migration broken{2, [](Transaction& transaction) {
                               transaction.database().execute("CREATE TABLE half (id)");
                               throw std::runtime_error{"half-way"};
                           }};

    EXPECT_THROW((Migrator{ours, {first, broken}}.migrate(database)), std::runtime_error);

    EXPECT_EQ(schemaVersion(database), 1);
    EXPECT_EQ(number(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
}

TEST(Migrator, RebuildsATableThatOthersReferTo)
{
    TempDir folder;
    Database database{folder / "a.db"};
    Migrator{ours, {first, second}}.migrate(database);
    database.execute("INSERT INTO person VALUES (1, 1)");
    const Migration rebuild{3, "CREATE TABLE fresh (id INTEGER PRIMARY KEY, name TEXT NOT NULL);"
                               "INSERT INTO fresh SELECT * FROM team;"
                               "DROP TABLE team;"
                               "ALTER TABLE fresh RENAME TO team;"};

    Migrator{ours, {first, second, rebuild}}.migrate(database);

    EXPECT_EQ(number(database, "SELECT count(*) FROM person"), 1);
}

TEST(Migrator, RefusesAStepThatLeavesDanglingReferences)
{
    TempDir folder;
    Database database{folder / "a.db"};
    Migrator{ours, {first, second}}.migrate(database);
    database.execute("INSERT INTO person VALUES (1, 1)");
    const Migration careless{3, "DELETE FROM team"};

    EXPECT_EQ(faultOf(Migrator{ours, {first, second, careless}}, database), Fault::Constraint);

    EXPECT_EQ(schemaVersion(database), 2);
    EXPECT_EQ(number(database, "SELECT count(*) FROM team"), 1);
}

TEST(Migrator, TakesEachStepOnceWhenSeveralProgramsStartTogether)
{
    TempDir folder;
    std::vector<std::thread> threads;
    threads.reserve(4);
    std::atomic<int> steps = 0;

    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            Database database{folder / "a.db"};
            steps += Migrator{ours, {first, second}}.migrate(database);
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }

    EXPECT_EQ(steps, 2);
    Database database{folder / "a.db"};
    EXPECT_EQ(number(database, "SELECT count(*) FROM team"), 1);
}

} // namespace
} // namespace fieldbook::db
