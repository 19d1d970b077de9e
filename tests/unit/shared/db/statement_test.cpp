#include "shared/db/database.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace fieldbook::db {
namespace {

using fieldbook::testing::TempDir;

class Statements : public ::testing::Test {
protected:
    TempDir folder;
    Database database{folder / "a.db"};

    void SetUp() override { database.execute("CREATE TABLE item (a, b, c)"); }

    std::string typeOf(auto&& value)
    {
        auto query = database.prepare("SELECT typeof(:value)");
        query.bind(":value", value);
        EXPECT_TRUE(query.step());
        return query.get<std::string>(0);
    }

    template <class T, class V>
    T roundTrip(const V& value)
    {
        auto query = database.prepare("SELECT :value");
        query.bind(":value", value);
        EXPECT_TRUE(query.step());
        return query.get<T>(0);
    }
};

TEST_F(Statements, KeepEveryTypeOfValue)
{
    const auto id = *Uuid::parse("018f3c3e-7b1a-7c3d-8e4f-0123456789ab");
    const std::vector<std::uint8_t> bytes{0, 1, 255};
    const std::string withNul{"a\0b", 3};

    EXPECT_EQ(roundTrip<std::int64_t>(std::numeric_limits<std::int64_t>::min()),
              std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(roundTrip<int>(-7), -7);
    EXPECT_EQ(roundTrip<double>(0.1), 0.1);
    EXPECT_EQ(roundTrip<bool>(true), true);
    EXPECT_EQ(roundTrip<std::string>("张伟"), "张伟");
    EXPECT_EQ(roundTrip<std::string>(withNul), withNul);
    EXPECT_EQ(roundTrip<std::vector<std::uint8_t>>(bytes), bytes);
    EXPECT_EQ(roundTrip<Uuid>(id), id);
}

TEST_F(Statements, StoreEachTypeAsSqliteKnowsIt)
{
    EXPECT_EQ(typeOf(1), "integer");
    EXPECT_EQ(typeOf(false), "integer");
    EXPECT_EQ(typeOf(1.0), "real");
    EXPECT_EQ(typeOf("x"), "text");
    EXPECT_EQ(typeOf(Uuid{}), "blob");
    EXPECT_EQ(typeOf(std::nullopt), "null");
    EXPECT_EQ(typeOf(std::optional<std::string>{}), "null");
    EXPECT_EQ(typeOf(std::optional<std::string>{"x"}), "text");
}

TEST_F(Statements, TellEmptyFromNull)
{
    EXPECT_EQ(typeOf(std::string_view{}), "text");
    EXPECT_EQ(typeOf(std::span<const std::uint8_t>{}), "blob");
    EXPECT_EQ(roundTrip<std::optional<std::string>>(""), std::optional<std::string>{""});
    EXPECT_EQ(roundTrip<std::optional<std::string>>(std::nullopt), std::nullopt);
    EXPECT_EQ(roundTrip<std::optional<Uuid>>(std::nullopt), std::nullopt);
}

TEST_F(Statements, RefuseAnIdOfTheWrongLength)
{
    const std::vector<std::uint8_t> bytes{1, 2, 3};

    EXPECT_THROW((void)roundTrip<Uuid>(bytes), Error);
    EXPECT_THROW((void)roundTrip<Uuid>(std::nullopt), Error);
}

TEST_F(Statements, BindByNumberAndByView)
{
    const std::string text = "in place";
    const Uuid id = *Uuid::parse("018f3c3e-7b1a-7c3d-8e4f-0123456789ab");
    auto insert = database.prepare("INSERT INTO item VALUES (:a, :b, :c)");
    const int b = insert.parameter(":b");

    insert.bind(1, 5).bindView(b, text).bindView(3, id).run();

    auto query = database.prepare("SELECT a, b, c FROM item");
    ASSERT_TRUE(query.step());
    EXPECT_EQ(query.int64(0), 5);
    EXPECT_EQ(query.text(1), "in place");
    EXPECT_EQ(query.uuid(2), id);
    EXPECT_FALSE(query.step());
}

TEST_F(Statements, CopyWhatIsBoundSoTemporariesAreSafe)
{
    auto query = database.prepare("SELECT :text");

    query.bind(":text", std::string(100, 'x'));

    ASSERT_TRUE(query.step());
    EXPECT_EQ(query.text(0), std::string(100, 'x'));
}

TEST_F(Statements, RunAgainWithNewValues)
{
    auto insert = database.prepare("INSERT INTO item (a) VALUES (:a)");

    for (int i = 0; i < 3; ++i) {
        insert.bind(1, i).run();
    }

    auto query = database.prepare("SELECT a FROM item ORDER BY a");
    std::vector<int> seen;
    while (query.step()) {
        seen.push_back(query.get<int>(0));
    }
    EXPECT_EQ(seen, (std::vector<int>{0, 1, 2}));
    query.reset();
    EXPECT_TRUE(query.step());
}

TEST_F(Statements, ReturnToTheCacheResetAndUnbound)
{
    {
        auto query = database.prepare("SELECT :a");
        query.bind(":a", "left over");
        ASSERT_TRUE(query.step());
    }

    auto again = database.prepare("SELECT :a");
    ASSERT_TRUE(again.step());

    EXPECT_TRUE(again.isNull(0));
}

TEST_F(Statements, AreIndependentWhenTheSameSqlRunsInsideItself)
{
    auto outer = database.prepare("SELECT :a");
    outer.bind(":a", 1);
    ASSERT_TRUE(outer.step());

    auto inner = database.prepare("SELECT :a");
    inner.bind(":a", 2);
    ASSERT_TRUE(inner.step());

    EXPECT_EQ(outer.int64(0), 1);
    EXPECT_EQ(inner.int64(0), 2);
}

TEST_F(Statements, AreUsableAfterAFailure)
{
    database.execute("CREATE TABLE only (id INTEGER PRIMARY KEY)");
    auto insert = database.prepare("INSERT INTO only VALUES (:id)");
    insert.bind(":id", 1).run();

    EXPECT_THROW(insert.run(), Error);
    insert.reset();
    insert.bind(":id", 2).run();

    EXPECT_EQ(database.totalChanges(), 2);
}

TEST_F(Statements, SurviveAChangeOfSchema)
{
    {
        auto early = database.prepare("SELECT * FROM item");
    }
    database.execute("ALTER TABLE item ADD COLUMN d");

    auto query = database.prepare("SELECT * FROM item");
    (void)query.step();

    EXPECT_EQ(query.columnCount(), 4);
    EXPECT_EQ(query.columnName(3), "d");
}

TEST_F(Statements, StayFewInTheCacheHoweverManyTextsThereAre)
{
    auto held = database.prepare("SELECT -1");
    for (int i = 0; i < 1000; ++i) {
        auto query = database.prepare("SELECT " + std::to_string(i));
        ASSERT_TRUE(query.step());
        ASSERT_EQ(query.int64(0), i);
    }

    ASSERT_TRUE(held.step());
    EXPECT_EQ(held.int64(0), -1);
}

TEST_F(Statements, CanBeMoved)
{
    auto first = database.prepare("SELECT 1");
    auto second = std::move(first);
    second = database.prepare("SELECT 2");

    ASSERT_TRUE(second.step());

    EXPECT_EQ(second.int64(0), 2);
}

using StatementsDeathTest = Statements;

TEST_F(StatementsDeathTest, RefuseANameThatIsNotInTheSql)
{
    auto query = database.prepare("SELECT :a");

    EXPECT_DEATH(query.bind(":b", 1), "index > 0");
}

TEST_F(StatementsDeathTest, RefuseTextAfterTheFirstStatement)
{
    EXPECT_DEATH((void)database.prepare("SELECT 1; SELECT 2"), "onlyBlank");
}

} // namespace
} // namespace fieldbook::db
