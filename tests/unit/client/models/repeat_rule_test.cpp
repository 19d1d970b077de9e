#include "client/models/schedule/repeat_rule.h"
#include "shared/calendar/recurrence.h"

#include <gtest/gtest.h>

namespace fieldbook::client {
namespace {

std::string english(std::string_view rule)
{
    return sentenceOf(readRule(rule, Zone::utc()), false);
}
std::string chinese(std::string_view rule) { return sentenceOf(readRule(rule, Zone::utc()), true); }

TEST(RepeatRule, IsSaidInASentence)
{
    EXPECT_EQ(english("FREQ=DAILY"), "Every day");
    EXPECT_EQ(english("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"), "Every weekday");
    EXPECT_EQ(english("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"),
              "Every 2 weeks on Monday and Thursday");
    EXPECT_EQ(english("FREQ=MONTHLY;BYDAY=-1FR"), "Every month on last Friday");
    EXPECT_EQ(english("FREQ=DAILY;COUNT=3"), "Every day, 3 times");
    EXPECT_EQ(english("FREQ=DAILY;UNTIL=20270514T120000Z"), "Every day, until 14 May 2027");
    EXPECT_EQ(chinese("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"), "每 2 周的周一、周四");
    EXPECT_EQ(chinese("FREQ=MONTHLY;BYMONTHDAY=14"), "每月 14 日");
    EXPECT_EQ(chinese("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=14;COUNT=5"), "每年 5 月 14 日，共 5 次");
}

TEST(RepeatRule, ThatNoSentenceFitsIsShownAsItIs)
{
    EXPECT_EQ(english("RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15"),
              "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15");
    EXPECT_EQ(english("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2"), "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2");
}

TEST(RepeatRule, EndsWithTheDayOnTheWallOfItsZone)
{
    const Zone shanghai = *Zone::find("Asia/Shanghai");
    const RepeatRule rule{"FREQ=DAILY", parseIsoDate("2026-05-20").value(), 0};

    const std::string text = writeRule(rule, shanghai);

    EXPECT_EQ(text, "FREQ=DAILY;UNTIL=20260520T155959Z");
    EXPECT_EQ(readRule(text, shanghai), rule);
}

TEST(RepeatRule, AllThatAreOfferedAreServed)
{
    for (int day = 0; day < 366; ++day) {
        const Date first{std::chrono::sys_days{*parseIsoDate("2028-01-01")} +
                         std::chrono::days{day}};
        for (const std::string& rule : commonRules(first)) {
            EXPECT_TRUE(Recurrence::parse(rule)) << rule;
            EXPECT_NE(english(rule), rule);
        }
    }
}

} // namespace
} // namespace fieldbook::client
