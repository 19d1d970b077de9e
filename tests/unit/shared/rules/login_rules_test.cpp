#include "shared/rules/login_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fieldbook::rules {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(unsigned number) { return Date{std::chrono::year{2026} / 11 / static_cast<int>(number)}; }

// November 2026: the 2nd is a Monday.
class LoginRules : public ::testing::Test {
protected:
    LoginFacts facts{.memberSince = day(1), .logins = {}, .lastLogin = {}, .trips = {}};
    WorkCalendar calendar;

    void signIn(std::initializer_list<unsigned> days)
    {
        for (const unsigned number : days) {
            ++facts.logins[day(number)];
            facts.lastLogin = std::max(facts.lastLogin.value_or(day(1)), day(number));
        }
    }
    [[nodiscard]] LoginStanding standing(unsigned first, unsigned last, unsigned today = 30) const
    {
        return judgeLogins(facts, {day(first), day(last)}, day(today), calendar);
    }
};

TEST_F(LoginRules, AskForOneOnEachWorkingDay)
{
    signIn({2, 3, 5, 6, 7});

    EXPECT_THAT(standing(2, 8).missedDays, ElementsAre(day(4)));
    EXPECT_THAT(standing(2, 3).missedDays, IsEmpty());
    EXPECT_THAT(standing(4, 4).missedDays, ElementsAre(day(4)));
}

TEST_F(LoginRules, LeaveTodayAndTheFutureOpen)
{
    signIn({2});

    EXPECT_THAT(standing(2, 8, 4).missedDays, ElementsAre(day(3)));
    EXPECT_THAT(standing(2, 8, 3).missedDays, IsEmpty());
}

TEST_F(LoginRules, GoByTheCompanysCalendar)
{
    calendar.holidays = {day(3), day(4), day(5)};
    calendar.worked = {day(7)};
    signIn({2, 6});

    EXPECT_THAT(standing(2, 8).missedDays, ElementsAre(day(7)));
}

TEST_F(LoginRules, ATripAsksForTwoInTheWeekInstead)
{
    facts.trips = {{day(9), day(13)}};
    signIn({2, 3, 4, 5, 6, 10});

    EXPECT_THAT(standing(2, 15).missedDays, IsEmpty());
    EXPECT_THAT(standing(2, 15).missedWeeks, ElementsAre(day(9)));
    signIn({12});
    EXPECT_THAT(standing(2, 15).missedWeeks, IsEmpty());
}

TEST_F(LoginRules, TwoOnOneDayOfATripAreTwo)
{
    facts.trips = {{day(9), day(13)}};
    facts.logins = {{day(10), 2}};

    EXPECT_THAT(standing(9, 15).missedWeeks, IsEmpty());
}

TEST_F(LoginRules, ATripOfSomeDaysLeavesTheOthersToTheirRule)
{
    facts.trips = {{day(12), day(16)}}; // Thursday to the next Monday.
    signIn({9, 11, 17, 18, 19, 20});

    EXPECT_THAT(standing(9, 20).missedDays, ElementsAre(day(10)));
    EXPECT_THAT(standing(9, 20).missedWeeks, IsEmpty());
}

TEST_F(LoginRules, AWeekIsJudgedWhenItIsOver)
{
    facts.trips = {{day(9), day(13)}};

    EXPECT_THAT(standing(9, 15, 15).missedWeeks, IsEmpty());
    EXPECT_THAT(standing(9, 15, 16).missedWeeks, ElementsAre(day(9)));
}

TEST_F(LoginRules, AShortWeekAsksForNoMoreThanItsDays)
{
    calendar.holidays = {day(9), day(10), day(11), day(12)};
    facts.trips = {{day(9), day(13)}};
    EXPECT_THAT(standing(9, 15).missedWeeks, ElementsAre(day(9)));

    signIn({13});

    EXPECT_THAT(standing(9, 15).missedWeeks, IsEmpty());
}

TEST_F(LoginRules, CountFromTheDaySomebodyCame)
{
    facts.memberSince = day(6);

    EXPECT_THAT(standing(2, 8).missedDays, ElementsAre(day(6)));
    EXPECT_EQ(standing(2, 8, 8).silentDays, 2);
}

TEST_F(LoginRules, WhoIsSilentForTwoWeeksIsOnTheList)
{
    signIn({2});

    EXPECT_FALSE(standing(2, 8, 15).isSilent());
    EXPECT_TRUE(standing(2, 8, 16).isSilent());
    EXPECT_EQ(standing(2, 8, 16).silentDays, 14);
    facts.lastLogin = {};
    EXPECT_TRUE(standing(2, 8, 16).isSilent());
}

} // namespace
} // namespace fieldbook::rules
