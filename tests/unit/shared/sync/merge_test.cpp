#include "shared/sync/merge.h"
#include "tests/unit/shared/sync/merge_type.h"

#include <gtest/gtest.h>

#include <limits>

namespace fieldbook::sync {
namespace {

const Uuid id = *Uuid::parse("0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5b");
const Uuid author = *Uuid::parse("0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5c");

Version version(std::int64_t millis, std::int64_t device, std::int64_t change)
{
    return {{millis, 0}, device, change};
}

Record standing()
{
    Record record{testing::everyPolicy(), id};
    record.setMade(version(1000, 9, 1));
    return record;
}

FieldEdit editOf(const Record& record, std::string_view field)
{
    FieldEdit edit;
    edit.field = *record.type().indexOf(field);
    edit.from = record.versionAt(edit.field);
    edit.was = record.at(edit.field);
    return edit;
}

MergeResult merged(const Record& record, FieldEdit edit, Version by)
{
    return mergeEdit(record, {&record.type(), record.id(), {std::move(edit)}}, {by, author});
}

TEST(Merge, AnEditThatSawWhatStandsWinsWithoutAWord)
{
    FieldEdit edit = editOf(standing(), "latest");
    edit.to = std::string{"new"};

    const auto result = merged(standing(), edit, version(2000, 1, 1));

    EXPECT_TRUE(result.changed);
    EXPECT_EQ(result.record.textOf("latest"), "new");
    EXPECT_EQ(result.record.versionAt(edit.field), version(2000, 1, 1));
    EXPECT_TRUE(result.fields.empty());
    EXPECT_TRUE(result.history.empty()); // Nobody had written anything before.
}

TEST(Merge, SumsAddUpInAnyOrder)
{
    Record record = standing();
    record.set("sum", std::int64_t{10});
    FieldEdit up = editOf(record, "sum");
    up.plus = 5;
    FieldEdit down = up;
    down.plus = -3;

    const auto upFirst =
        merged(merged(record, up, version(3000, 1, 1)).record, down, version(2000, 2, 1));
    const auto downFirst =
        merged(merged(record, down, version(2000, 2, 1)).record, up, version(3000, 1, 1));

    EXPECT_EQ(upFirst.record.integerOf("sum"), 12);
    EXPECT_EQ(downFirst.record.integerOf("sum"), 12);
}

TEST(Merge, ASumThatOverflowsStopsAtTheEndOfItsRangeAndKeepsWhatWasAdded)
{
    Record record = standing();
    record.set("sum", std::numeric_limits<std::int64_t>::max());
    FieldEdit edit = editOf(record, "sum");
    edit.plus = 1;

    const auto result = merged(record, edit, version(2000, 1, 1));

    EXPECT_EQ(result.record.integerOf("sum"), std::numeric_limits<std::int64_t>::max());
    ASSERT_FALSE(result.history.empty());
    EXPECT_EQ(result.history[0].value, Value{std::int64_t{1}});
}

TEST(Merge, AppendedParagraphsStandInTheOrderOfArrival)
{
    FieldEdit first = editOf(standing(), "log");
    first.add = {"b", "a"};
    FieldEdit second = editOf(standing(), "log");
    second.add = {"c"};

    const auto result =
        merged(merged(standing(), first, version(3000, 1, 1)).record, second, version(2000, 2, 1));

    EXPECT_EQ(result.record.textOf("log"), "b\na\nc");
}

TEST(Merge, TheSameEditAgainChangesNothing)
{
    Record record = standing();
    record.set("sum", std::int64_t{10});
    FieldEdit edit = editOf(record, "sum");
    edit.plus = 5;
    const auto once = merged(record, edit, version(2000, 1, 1));

    const auto twice = merged(once.record, edit, version(2000, 1, 1));

    EXPECT_FALSE(twice.changed);
    EXPECT_EQ(twice.record.integerOf("sum"), 15);
}

TEST(Merge, TheSameAlternativeIsNotAskedAboutTwice)
{
    FieldEdit edit = editOf(standing(), "ask");
    edit.to = std::string{"one"};
    Record record = merged(standing(), edit, version(2000, 1, 1)).record;
    edit.to = std::string{"two"};

    record = merged(record, edit, version(3000, 2, 1)).record;
    const auto result = merged(record, edit, version(4000, 3, 1));

    EXPECT_FALSE(result.changed);
    ASSERT_EQ(result.fields.size(), 1U);
    EXPECT_EQ(result.fields[0].outcome, FieldOutcome::Asked);
    EXPECT_EQ(result.record.conflicts().at(edit.field).size(), 1U);
}

TEST(Merge, AClampedTimeDoesNotMakeAnotherEdit)
{
    FieldEdit first = editOf(standing(), "latest");
    first.to = std::string{"one"};
    // The tablet's clock was far ahead; the server merged the edit with its own time.
    const Record record = merged(standing(), first, version(2000, 1, 1)).record;
    FieldEdit second = first;
    second.from = version(9'000'000, 1, 1);
    second.to = std::string{"two"};

    const auto result = merged(record, second, version(2000, 1, 2));

    EXPECT_EQ(result.record.textOf("latest"), "two");
    EXPECT_TRUE(result.fields.empty());
    EXPECT_GT(result.record.versionAt(first.field), version(2000, 1, 1));
}

TEST(MergeDeathTest, AnEditOfAFieldThatOnlyTheServerWritesIsAMistakeOfTheProgram)
{
    const Record customer{typeNamed("customer"), id};
    FieldEdit edit = editOf(customer, "credit_limit");

    EXPECT_DEATH(static_cast<void>(merged(customer, edit, version(1, 1, 1))), "assertion failed");
}

} // namespace
} // namespace fieldbook::sync
