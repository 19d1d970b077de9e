#include "tests/unit/shared/rules/acts_fixture.h"

namespace fieldbook::rules {
namespace {

using testing::aRecord;
using testing::idOf;

class Consequences : public ActsTest {
protected:
    // Lays the record and what follows from it.
    void write(std::string_view type, const Uuid& id, Fields fields)
    {
        put(type, id, fields);
        for (const RecordWrite& follows : consequences(get(id), world)) {
            world.apply(follows);
        }
    }

    void activity(std::uint8_t number, std::string_view kind, int hours)
    {
        write("activity", idOf(number),
              {{"customer", customer}, {"kind", words(kind)}, {"happened_at", later(hours)}});
    }

    void visit(std::uint8_t number, std::string_view state, Value planned, Value next = {})
    {
        write("visit", idOf(number),
              {{"customer", customer},
               {"state", words(state)},
               {"planned_at", planned},
               {"check_out_at", state == "done" ? later(1) : Value{}},
               {"next_step_at", next}});
    }

    Value last() { return get(customer, "last_contact_at"); }
    Value next() { return get(customer, "next_contact_at"); }
};

TEST_F(Consequences, AnActivityMovesTheLastContactForwardOnly)
{
    activity(61, "call", 5);
    EXPECT_EQ(last(), later(5));
    activity(62, "message", 3);
    EXPECT_EQ(last(), later(5));
    activity(63, "mail", 8);
    EXPECT_EQ(last(), later(8));
}

TEST_F(Consequences, ANoteIsNoContact)
{
    activity(61, "note", 5);

    EXPECT_TRUE(isEmpty(last()));
}

TEST_F(Consequences, WhatWasDeletedIsNoContact)
{
    write("activity", idOf(61),
          {{"customer", customer},
           {"kind", words("call")},
           {"happened_at", nine},
           {"deleted_at", nine}});

    EXPECT_TRUE(isEmpty(last()));
}

TEST_F(Consequences, TheNextContactIsTheEarliestPlan)
{
    visit(61, "planned", later(48));
    EXPECT_EQ(next(), later(48));
    visit(62, "planned", later(24));
    EXPECT_EQ(next(), later(24));
    visit(62, "planned", later(72));
    EXPECT_EQ(next(), later(48));
    visit(61, "cancelled", later(48));
    EXPECT_EQ(next(), later(72));
    visit(62, "missed", later(72));
    EXPECT_TRUE(isEmpty(next()));
}

TEST_F(Consequences, RemindersToCallOrVisitCountOthersDoNot)
{
    const auto remind = [&](std::string_view kind, std::string_view state, int hours) {
        write("reminder", idOf(61),
              {{"customer", customer},
               {"kind", words(kind)},
               {"state", words(state)},
               {"due_at", later(hours)}});
    };

    remind("payment", "open", 5);
    EXPECT_TRUE(isEmpty(next()));
    remind("call", "open", 5);
    EXPECT_EQ(next(), later(5));
    remind("call", "done", 5);
    EXPECT_TRUE(isEmpty(next()));
}

TEST_F(Consequences, AVisitsNextStepStandsUntilAnEarlierPlanOrTheNextContact)
{
    visit(61, "done", nine, later(24));
    EXPECT_EQ(last(), later(1));
    EXPECT_EQ(next(), later(24));
    visit(62, "planned", later(48));
    EXPECT_EQ(next(), later(24));
    visit(62, "planned", later(12));
    EXPECT_EQ(next(), later(12));
    activity(63, "call", 30);
    EXPECT_TRUE(isEmpty(next()));
}

TEST_F(Consequences, AContactLeavesLaterPlansStanding)
{
    visit(61, "planned", later(48));
    activity(62, "call", 5);

    EXPECT_EQ(last(), later(5));
    EXPECT_EQ(next(), later(48));
}

TEST_F(Consequences, PlansThatTheContactOvertookAreNotNext)
{
    visit(61, "planned", later(4));
    visit(62, "planned", later(48));
    activity(63, "call", 5);

    EXPECT_EQ(next(), later(48));
}

TEST_F(Consequences, ALinesTotalFollowsItsNumbers)
{
    write("order_line", idOf(61),
          {{"order", subject},
           {"quantity", std::int64_t{2'000}},
           {"unit_price", Money::fromMinor(1'000, Currency{})},
           {"discount", std::int64_t{500}}});
    EXPECT_EQ(get(idOf(61), "line_total"), (Value{Money::fromMinor(1'900, Currency{})}));

    EXPECT_TRUE(consequences(get(idOf(61)), world).empty());
}

TEST_F(Consequences, ACustomerThatIsNotHereIsLeftAlone)
{
    EXPECT_TRUE(
        consequences(
            aRecord("activity", idOf(61),
                    {{"customer", idOf(99)}, {"kind", words("call")}, {"happened_at", nine}}),
            world)
            .empty());
}

} // namespace
} // namespace fieldbook::rules
