#include "shared/calendar/calendar_file.h"

#include <gtest/gtest.h>

namespace fieldbook {
namespace {

CalendarEntry anEntry(const char* zone = "Europe/Berlin")
{
    return {.uid = "1@fieldbook",
            .changedAt = *parseRfc3339("2026-05-01T08:00:00Z"),
            .title = "Visit",
            .zone = *Zone::find(zone),
            .start = *parseRfc3339("2026-05-14T07:00:00Z"),
            .end = *parseRfc3339("2026-05-14T08:30:00Z")};
}

std::string fileOf(const CalendarEntry& entry)
{
    return calendarFile("Ming", std::span{&entry, 1});
}

void expectLine(const std::string& file, const std::string& line)
{
    EXPECT_NE(file.find("\r\n" + line + "\r\n"), std::string::npos) << line << " in\n" << file;
}

TEST(CalendarFile, TellsOfAnEntryInItsZoneAndDefinesTheZone)
{
    const auto file = fileOf(anEntry());

    expectLine(file, "VERSION:2.0");
    expectLine(file, "UID:1@fieldbook");
    expectLine(file, "DTSTAMP:20260501T080000Z");
    expectLine(file, "DTSTART;TZID=Europe/Berlin:20260514T090000");
    expectLine(file, "DTEND;TZID=Europe/Berlin:20260514T103000");
    expectLine(file, "BEGIN:VTIMEZONE");
    expectLine(file, "TZID:Europe/Berlin");
    EXPECT_EQ(file, fileOf(anEntry()));
}

TEST(CalendarFile, NeedsNoZoneForUniversalTimeAndWholeDays)
{
    auto entry = anEntry("UTC");
    expectLine(fileOf(entry), "DTSTART:20260514T070000Z");
    EXPECT_EQ(fileOf(entry).find("VTIMEZONE"), std::string::npos);

    entry = anEntry("Asia/Shanghai");
    entry.isAllDay = true;
    entry.start = *parseRfc3339("2026-05-13T16:00:00Z"); // Midnight in Shanghai.
    entry.end = *parseRfc3339("2026-05-15T16:00:00Z");
    expectLine(fileOf(entry), "DTSTART;VALUE=DATE:20260514");
    expectLine(fileOf(entry), "DTEND;VALUE=DATE:20260516");
    EXPECT_EQ(fileOf(entry).find("VTIMEZONE"), std::string::npos);
}

TEST(CalendarFile, RepeatsByItsRuleWithoutWhatIsLeftOut)
{
    auto entry = anEntry();
    entry.recurrence = "RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20260630T235959\nEXDATE:20260521T090000";
    entry.exceptOn = {*parseIsoDate("2026-06-04")};
    entry.alsoAt = {*parseRfc3339("2026-07-01T07:00:00Z")};

    const auto file = fileOf(entry);

    // RFC 5545: the end of a rule is in UTC where the start has a zone.
    EXPECT_NE(file.find("UNTIL=20260630T215959Z"), std::string::npos) << file;
    expectLine(file, "EXDATE;TZID=Europe/Berlin:20260521T090000");
    expectLine(file, "EXDATE;TZID=Europe/Berlin:20260604T090000");
    expectLine(file, "RDATE;TZID=Europe/Berlin:20260701T090000");
}

TEST(CalendarFile, RemindsBeforehandAndLeavesTheTimeFreeIfAsked)
{
    auto entry = anEntry();
    entry.remindMinutesBefore = 90;
    entry.isBusy = false;

    const auto file = fileOf(entry);

    expectLine(file, "BEGIN:VALARM");
    expectLine(file, "TRIGGER:-PT1H30M");
    expectLine(file, "TRANSP:TRANSPARENT");
}

TEST(CalendarFile, EscapesTextsAndFoldsLongLines)
{
    auto entry = anEntry();
    entry.title = "a;b,c\\d\nEND:VCALENDAR";
    entry.notes = std::string(300, 'x');
    entry.place = "杭州";

    const auto file = fileOf(entry);

    expectLine(file, "SUMMARY:a\\;b\\,c\\\\d\\nEND:VCALENDAR");
    expectLine(file, "LOCATION:杭州");
    std::size_t longest = 0;
    for (std::size_t at = 0; at < file.size();) {
        const auto end = file.find("\r\n", at);
        longest = std::max(longest, end - at);
        at = end + 2;
    }
    EXPECT_LE(longest, 75U);
}

TEST(CalendarFile, WithoutEntriesIsACalendarAllTheSame)
{
    const auto file = calendarFile("", {});

    EXPECT_TRUE(file.starts_with("BEGIN:VCALENDAR\r\n"));
    EXPECT_TRUE(file.ends_with("END:VCALENDAR\r\n"));
}

} // namespace
} // namespace fieldbook
