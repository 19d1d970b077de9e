#include "tests/unit/shared/rules/acts_fixture.h"

namespace fieldbook::rules {
namespace {

class ReminderActs : public ActsTest {
protected:
    // Nine o'clock UTC is five in the afternoon in Shanghai, where the team is.
    void remind(std::string_view recurrence)
    {
        put("reminder", subject,
            {{"title", words("催款")},
             {"owner", company.ming},
             {"customer", customer},
             {"kind", words("call")},
             {"state", words("open")},
             {"due_at", nine},
             {"recurrence", recurrence.empty() ? Value{} : words(recurrence)}});
    }

    std::string complete(const std::string& arguments = "{}")
    {
        return codeOf(act(company.ming, "reminder.complete", arguments));
    }
};

TEST_F(ReminderActs, WhatDoesNotRepeatIsDone)
{
    remind("");

    ASSERT_EQ(complete(), "");

    EXPECT_EQ(text(subject, "state"), "done");
    EXPECT_EQ(get(subject, "done_at"), Value{nine});
    EXPECT_EQ(get(subject, "due_at"), Value{nine});
}

TEST_F(ReminderActs, WhatRepeatsGoesOnToItsNextTime)
{
    remind("FREQ=WEEKLY");

    ASSERT_EQ(complete(), "");

    EXPECT_EQ(text(subject, "state"), "open");
    EXPECT_EQ(get(subject, "due_at"), later(7 * 24));
    EXPECT_EQ(get(subject, "done_at"), Value{nine});
}

TEST_F(ReminderActs, DoneLateItSkipsWhatHasGoneBy)
{
    remind("FREQ=DAILY");
    Record reminder = get(subject);
    reminder.set("due_at", nine - std::chrono::days{3});
    world.put(reminder);

    ASSERT_EQ(complete(), "");

    EXPECT_EQ(get(subject, "due_at"), later(24));
}

TEST_F(ReminderActs, DoneEarlyItGoesOnFromItsOwnTime)
{
    remind("FREQ=DAILY");

    ASSERT_EQ(complete(R"({"at":"2026-05-13T09:00:00Z"})"), "");

    EXPECT_EQ(get(subject, "due_at"), later(24));
}

TEST_F(ReminderActs, ARuleThatCountsComesToItsEnd)
{
    remind("FREQ=DAILY;COUNT=3;INTERVAL=1");

    ASSERT_EQ(complete(), "");
    EXPECT_EQ(text(subject, "recurrence"), "FREQ=DAILY;COUNT=2;INTERVAL=1");
    ASSERT_EQ(complete(), "");
    EXPECT_EQ(get(subject, "due_at"), later(48));
    ASSERT_EQ(complete(), "");
    EXPECT_EQ(text(subject, "state"), "done");
}

TEST_F(ReminderActs, DoneOnTwoTabletsItIsDoneOnce)
{
    remind("FREQ=DAILY");
    const std::string seen = R"({"due":"2026-05-14T09:00:00Z"})";

    ASSERT_EQ(complete(seen), "");
    const auto again = act(company.zhou, "reminder.complete", seen);

    ASSERT_TRUE(again);
    EXPECT_TRUE(again->empty());
    EXPECT_EQ(get(subject, "due_at"), later(24));
}

TEST_F(ReminderActs, DoneItMovesTheCustomersNextContact)
{
    remind("FREQ=DAILY");

    ASSERT_EQ(complete(), "");

    EXPECT_EQ(get(customer, "next_contact_at"), later(24));
}

TEST_F(ReminderActs, SnoozingSetsALaterTime)
{
    remind("");

    EXPECT_EQ(codeOf(act(company.ming, "reminder.snooze")), "act.arguments");
    EXPECT_EQ(codeOf(act(company.ming, "reminder.snooze", R"({"until":"2026-05-14T09:00:00Z"})")),
              "reminder.until_past");
    ASSERT_TRUE(act(company.ming, "reminder.snooze", R"({"until":"2026-05-14T10:00:00Z"})"));
    EXPECT_EQ(get(subject, "snoozed_until"), later(1));
    ASSERT_EQ(complete(), "");
    EXPECT_TRUE(isEmpty(get(subject, "snoozed_until")));
    EXPECT_EQ(codeOf(act(company.ming, "reminder.snooze", R"({"until":"2026-05-15T10:00:00Z"})")),
              "reminder.closed");
}

TEST_F(ReminderActs, WhatWasCancelledIsNotDone)
{
    remind("");
    Record reminder = get(subject);
    reminder.set("state", words("cancelled"));
    world.put(reminder);

    EXPECT_EQ(complete(), "reminder.closed");
}

} // namespace
} // namespace fieldbook::rules
