#include "shared/calendar/recurrence.h"

#include <gtest/gtest.h>

namespace fieldbook {
namespace {

std::string codeOf(std::string_view text)
{
    const auto parsed = Recurrence::parse(text);
    return parsed ? "fine" : parsed.error().code;
}

TEST(Rule, IsReadAndWrittenInOneForm)
{
    const std::pair<const char*, const char*> rules[] = {
        {"FREQ=DAILY", "FREQ=DAILY"},
        {"freq=weekly;byday=mo,we", "FREQ=WEEKLY;BYDAY=MO,WE"},
        {"RRULE:FREQ=DAILY;COUNT=10", "FREQ=DAILY;COUNT=10"},
        {"FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR"},
        {"FREQ=DAILY;UNTIL=20261224T000000Z", "FREQ=DAILY;UNTIL=20261224T000000Z"},
        {"RRULE:FREQ=DAILY\r\nEXDATE:20260518T090000\r\nEXDATE:20260517T090000,20260518T090000\r\n",
         "RRULE:FREQ=DAILY\nEXDATE:20260517T090000,20260518T090000"},
    };
    for (const auto& [typed, text] : rules) {
        const auto parsed = Recurrence::parse(typed);
        ASSERT_TRUE(parsed) << typed << " " << parsed.error().code;
        EXPECT_EQ(parsed->text(), text);
        EXPECT_EQ(Recurrence::parse(parsed->text()), parsed);
    }
}

TEST(Rule, IsRefusedWhenMalformed)
{
    for (const auto* rule : {"",
                             ";",
                             "daily",
                             "FREQ",
                             "FREQ=",
                             "FREQ=DAILY;",
                             "FREQ=FORTNIGHTLY",
                             "INTERVAL=2",
                             "FREQ=DAILY;FREQ=DAILY",
                             "FREQ=DAILY;COUNT=0",
                             "FREQ=DAILY;COUNT=-1",
                             "FREQ=DAILY;COUNT=2x",
                             "FREQ=DAILY;COUNT=1,2",
                             "FREQ=DAILY;INTERVAL=0",
                             "FREQ=DAILY;INTERVAL=1000",
                             "FREQ=DAILY; COUNT=2",
                             "FREQ=DAILY;BYHOUR=9,,10",
                             "FREQ=DAILY;BYHOUR=9,",
                             "FREQ=DAILY;BYHOUR=24",
                             "FREQ=DAILY;BYHOUR=-1",
                             "FREQ=MONTHLY;BYMONTHDAY=32",
                             "FREQ=MONTHLY;BYMONTHDAY=0",
                             "FREQ=YEARLY;BYMONTH=13",
                             "FREQ=YEARLY;BYMONTH=5L",
                             "FREQ=WEEKLY;BYDAY=XX",
                             "FREQ=MONTHLY;BYDAY=0MO",
                             "FREQ=MONTHLY;BYDAY=54MO",
                             "FREQ=WEEKLY;WKST=1",
                             "FREQ=DAILY;UNTIL=2026",
                             "FREQ=DAILY;UNTIL=20261301",
                             "FREQ=DAILY;UNTIL=20260101T0000",
                             "FREQ=DAILY;BYEASTER=1",
                             "FREQ=DAILY;X-OWN=1",
                             "FREQ=DAILY;SKIP=OMIT",
                             "FREQ=DAILY\nRDATE:20260514T090000",
                             "FREQ=DAILY\nEXDATE:20260514",
                             "FREQ=DAILY\nEXDATE:",
                             "FREQ=DAILY\nEXDATE:20260514T090000,",
                             "DTSTART:20260514T090000\nRRULE:FREQ=DAILY",
                             "FREQ=每天",
                             "FREQ=DAILY;COUNT"}) {
        EXPECT_EQ(codeOf(rule), "recurrence.malformed") << rule;
    }
    EXPECT_EQ(codeOf("FREQ=MONTHLY;BYMONTHDAY=" + std::string(10'000, '1')),
              "recurrence.malformed");
    EXPECT_EQ(codeOf(std::string_view{"FREQ=DAILY\0;COUNT=1", 19}), "recurrence.malformed");
}

TEST(Rule, IsRefusedWhenItsPartsContradictEachOther)
{
    for (const auto* rule :
         {"FREQ=DAILY;COUNT=3;UNTIL=20260101", "FREQ=MONTHLY;BYYEARDAY=3",
          "FREQ=WEEKLY;BYMONTHDAY=3", "FREQ=DAILY;BYDAY=1MO", "FREQ=WEEKLY;BYDAY=-1MO",
          "FREQ=MONTHLY;BYSETPOS=1", "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1"}) {
        EXPECT_EQ(codeOf(rule), "recurrence.contradictory") << rule;
    }
}

TEST(Rule, IsRefusedBeyondWhatIsServed)
{
    for (const auto* rule :
         {"FREQ=HOURLY", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY",
          "RSCALE=MAYAN;FREQ=YEARLY", "RSCALE=CHINESE;FREQ=DAILY",
          "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "FREQ=WEEKLY;WKST=SA", "FREQ=DAILY;BYMONTHDAY=-1",
          "FREQ=YEARLY;BYMONTHDAY=1", "FREQ=YEARLY;BYYEARDAY=1;BYDAY=MO",
          "FREQ=MONTHLY;BYMONTHDAY=1,-1;BYSETPOS=1", "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
          "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO",
          "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31",
          "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=1",
          "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;INTERVAL=7",
          "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1",
          "FREQ=YEARLY;BYMONTH=5;BYDAY=MO;BYHOUR=9,10;BYSETPOS=10",
          "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=-1"}) {
        EXPECT_EQ(codeOf(rule), "recurrence.unsupported") << rule;
    }
    std::string exceptions = "FREQ=DAILY\nEXDATE:20260514T090000";
    for (int i = 0; i < 600; ++i) {
        exceptions += ",20260514T090000";
    }
    for (const auto& rule :
         {std::string{"FREQ=DAILY;COUNT=10001"}, std::string{"FREQ=DAILY;COUNT=99999999999"},
          std::string{"FREQ=DAILY;BYHOUR=9,10,11,12,13;BYMINUTE=0,10,20,30,40"}, exceptions}) {
        EXPECT_EQ(codeOf(rule), "recurrence.too_long") << rule;
    }
    EXPECT_EQ(codeOf("FREQ=DAILY;COUNT=10000"), "fine");
    EXPECT_EQ(codeOf("FREQ=DAILY;BYHOUR=9,15;BYMINUTE=0,15,30,45"), "fine");
}

TEST(Rule, IsRefusedWhenItNeverOccurs)
{
    for (const auto* rule :
         {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2,4;BYMONTHDAY=31",
          "FREQ=MONTHLY;BYDAY=6MO", "FREQ=YEARLY;BYMONTH=3;BYDAY=-6MO",
          "FREQ=MONTHLY;BYMONTHDAY=29,30;BYSETPOS=2", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
          "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=0,12;BYMINUTE=0,30"}) {
        EXPECT_EQ(codeOf(rule), "recurrence.never") << rule;
    }
    EXPECT_EQ(codeOf("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO"), "fine");
    EXPECT_EQ(codeOf("FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29"), "fine");
    EXPECT_EQ(codeOf("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"), "fine");
    EXPECT_EQ(codeOf("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"), "fine");
    EXPECT_EQ(codeOf("RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30;SKIP=BACKWARD"), "fine");
}

} // namespace
} // namespace fieldbook
