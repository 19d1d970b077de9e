#include "server/service/attendance.h"
#include "tests/support/office.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace fieldbook::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

Date day(const char* text) { return *parseIsoDate(text); }

// It is Thursday the 14th of May 2026, 17:00 in Shanghai, where the company works.
class Attendance : public ::testing::Test {
protected:
    Office office;
    Company& company = office.company;
    server::AttendanceService attendance{office.machine->store, office.machine->commits,
                                         office.machine->directory, office.clock};
    const rules::DaySpan week{day("2026-05-11"), day("2026-05-17")};

    [[nodiscard]] server::PersonsAttendance of(const Uuid& user)
    {
        const auto report = attendance.report(company.zhao, week);
        EXPECT_TRUE(report);
        const auto found =
            std::ranges::find(report->people, user, &server::PersonsAttendance::user);
        EXPECT_NE(found, report->people.end());
        return *found;
    }
    [[nodiscard]] std::vector<Uuid> seenBy(const Uuid& user)
    {
        std::vector<Uuid> seen;
        const auto report = attendance.report(user, week);
        EXPECT_TRUE(report);
        for (const auto& person : report->people) {
            seen.push_back(person.user);
        }
        return seen;
    }
    [[nodiscard]] static std::string codeOf(const auto& result)
    {
        return result ? "fine" : result.error().code;
    }
};

TEST_F(Attendance, CountsSignInsAndOpenings)
{
    ASSERT_TRUE(office.machine->sessions.setPassword(company.ming, "correct horse"));
    ASSERT_TRUE(office.machine->sessions.signIn({.login = "ming",
                                                 .password = "correct horse",
                                                 .install = idOf(1),
                                                 .deviceName = {},
                                                 .platform = {},
                                                 .appVersion = {}}));
    ASSERT_TRUE(attendance.opened({.user = company.ming, .deviceCode = {}}));

    const auto ming = of(company.ming);

    EXPECT_EQ(ming.opened, 2);
    EXPECT_EQ(ming.lastLogin, day("2026-05-14"));
    EXPECT_EQ(ming.standing.silentDays, 0);
    EXPECT_THAT(ming.standing.missedDays,
                ElementsAre(day("2026-05-11"), day("2026-05-12"), day("2026-05-13")));
}

TEST_F(Attendance, WorkWithoutANetworkCountsOnTheDayItWasRecorded)
{
    PlainTablet tablet{office, company.ming};
    tablet.create("customer", idOf(51),
                  {{"name", std::string{"A"}}, {"kind", std::string{"person"}}});
    tablet.create("customer", idOf(52),
                  {{"name", std::string{"B"}}, {"kind", std::string{"person"}}});
    office.clock.advance(std::chrono::hours{20}); // Friday, 13:00.
    tablet.create("customer", idOf(53),
                  {{"name", std::string{"C"}}, {"kind", std::string{"person"}}});
    office.clock.advance(std::chrono::hours{72}); // Back in reach on Monday.
    EXPECT_THAT(of(company.ming).standing.missedDays, Contains(day("2026-05-14")));

    tablet.push();

    const auto ming = of(company.ming);
    EXPECT_EQ(ming.workedDays, 2);
    EXPECT_EQ(ming.opened, 0);
    EXPECT_EQ(ming.lastLogin, day("2026-05-15"));
    EXPECT_THAT(ming.standing.missedDays, Not(Contains(day("2026-05-14"))));
    EXPECT_THAT(ming.standing.missedDays, Not(Contains(day("2026-05-15"))));
}

TEST_F(Attendance, WorkThatIsSentAgainCountsOnce)
{
    PlainTablet tablet{office, company.ming};
    tablet.create("customer", idOf(51),
                  {{"name", std::string{"A"}}, {"kind", std::string{"person"}}});
    const auto request = tablet.request();
    ASSERT_TRUE(office.sync().push(tablet.caller(), request));
    ASSERT_TRUE(office.sync().push(tablet.caller(), request));

    const auto days = office.machine->store.read()->loginDays(week.first, week.last);

    ASSERT_THAT(days, SizeIs(1));
    EXPECT_EQ(days[0].worked, 1);
}

TEST_F(Attendance, AClockThatIsAheadGivesNoLoginsOfTomorrow)
{
    PlainTablet tablet{office, company.ming};
    tablet.clockAhead = std::chrono::hours{48};
    tablet.create("customer", idOf(51),
                  {{"name", std::string{"A"}}, {"kind", std::string{"person"}}});
    tablet.push();

    EXPECT_EQ(of(company.ming).lastLogin, day("2026-05-14"));
}

TEST_F(Attendance, ATripThatWasRecordedOnTheTabletTakesTheDailyRuleAway)
{
    PlainTablet tablet{office, company.ming};
    tablet.create("trip", idOf(61),
                  {{"places", std::string{"宁波"}},
                   {"from_day", day("2026-05-11")},
                   {"to_day", day("2026-05-15")}});
    tablet.push();
    office.clock.advance(std::chrono::hours{24 * 5}); // Tuesday.

    const auto ming = of(company.ming);

    EXPECT_THAT(ming.standing.missedDays, IsEmpty());
    EXPECT_THAT(ming.standing.missedWeeks, ElementsAre(day("2026-05-11"))); // One login is too few.
}

TEST_F(Attendance, IsShownToWhoManagesThePeopleAndToThemselves)
{
    EXPECT_THAT(seenBy(company.zhao), ElementsAre(company.ana, company.chen, company.ming,
                                                  company.zhou)); // By sign-in name.
    EXPECT_THAT(seenBy(company.zhou), ElementsAre(company.ming, company.zhou));
    EXPECT_THAT(seenBy(company.ana), ElementsAre(company.ana));
    EXPECT_THAT(seenBy(company.gao), SizeIs(4));
    EXPECT_THAT(seenBy({}), SizeIs(4));
    office.setField("user", company.ming, "status", std::string{"left"});
    EXPECT_THAT(seenBy(company.zhou), ElementsAre(company.zhou));
    EXPECT_EQ(codeOf(attendance.report(company.ming, week)), "session.ended");
}

TEST_F(Attendance, RefusesPeriodsThatAreNone)
{
    EXPECT_EQ(codeOf(attendance.report({}, {day("2026-05-02"), day("2026-05-01")})),
              "attendance.period");
    EXPECT_EQ(codeOf(attendance.report({}, {day("2020-05-02"), day("2026-05-01")})),
              "attendance.period");
    EXPECT_EQ(attendance.usualPeriod().first, day("2026-04-17"));
    EXPECT_EQ(attendance.usualPeriod().last, day("2026-05-14"));
}

TEST_F(Attendance, AManagerSaysWhatFollowsFromAMissedDay)
{
    const auto missed = day("2026-05-12");

    EXPECT_EQ(codeOf(attendance.note(company.zhou, company.ming, missed, "")), "attendance.note");
    EXPECT_EQ(codeOf(attendance.note(company.zhou, company.ana, missed, "x")),
              "access.manager_only");
    EXPECT_EQ(codeOf(attendance.note(company.ming, company.ming, missed, "x")),
              "access.manager_only");
    EXPECT_EQ(codeOf(attendance.note(company.zhou, company.zhou, missed, "x")),
              "access.manager_only");
    EXPECT_EQ(codeOf(attendance.note(company.zhou, idOf(99), missed, "x")), "user.missing");
    ASSERT_TRUE(attendance.note(company.zhou, company.ming, missed, "扣 50 元"));

    const auto notes = of(company.ming).notes;

    ASSERT_THAT(notes, SizeIs(1));
    EXPECT_EQ(notes[0].text, "扣 50 元");
    EXPECT_EQ(notes[0].by, company.zhou);
}

} // namespace
} // namespace fieldbook::testing
