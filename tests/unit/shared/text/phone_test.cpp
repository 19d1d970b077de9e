#include "shared/text/phone.h"

#include <gtest/gtest.h>

namespace fieldbook {
namespace {

struct Case {
    const char* typed;
    const char* country;
    const char* e164; // Null where it cannot be a number.
};

void PrintTo(const Case& tried, std::ostream* out) { *out << tried.country << " " << tried.typed; }

class ToE164 : public testing::TestWithParam<Case> {};

TEST_P(ToE164, Folds)
{
    const auto& [typed, country, e164] = GetParam();

    const auto number = toE164(typed, country);

    EXPECT_EQ(number.value_or("none"), e164 == nullptr ? "none" : e164);
    if (number) {
        EXPECT_EQ(toE164(*number, country), number);
        EXPECT_EQ(toE164(*number, ""), number);
    }
}

INSTANTIATE_TEST_SUITE_P(China,
                         ToE164,
                         testing::Values(Case{"13800138000", "CN", "+8613800138000"},
                                         Case{"138 0013 8000", "CN", "+8613800138000"},
                                         Case{"138-0013-8000", "CN", "+8613800138000"},
                                         Case{"１３８００１３８０００", "CN", "+8613800138000"},
                                         Case{"+86 138 0013 8000", "CN", "+8613800138000"},
                                         Case{"＋８６－13800138000", "CN", "+8613800138000"},
                                         Case{"(+86)13800138000", "CN", "+8613800138000"},
                                         Case{"0086 13800138000", "CN", "+8613800138000"},
                                         Case{"8613800138000", "CN", "+8613800138000"},
                                         Case{"013800138000", "CN", "+8613800138000"},
                                         Case{"tel:+86-138-0013-8000", "CN", "+8613800138000"},
                                         Case{"19912345678", "CN", "+8619912345678"},
                                         Case{"0571-8888 6666", "CN", "+8657188886666"},
                                         Case{"(0571) 88886666", "CN", "+8657188886666"},
                                         Case{"（0571）88886666", "CN", "+8657188886666"},
                                         Case{"+86 0571 8888 6666", "CN", "+8657188886666"},
                                         Case{"+86 (0)571 8888 6666", "CN", "+8657188886666"},
                                         Case{"010-62345678", "CN", "+861062345678"},
                                         Case{"021 6234 5678", "CN", "+862162345678"},
                                         Case{"0912-2345678", "CN", "+869122345678"},
                                         Case{"57188886666", "CN", "+8657188886666"},
                                         Case{"0571-88886666转801", "CN", "+8657188886666"},
                                         Case{"0571-88886666 分机 801", "CN", "+8657188886666"},
                                         Case{"0571-88886666-801", "CN", "+8657188886666"},
                                         Case{"0571-88886666 ext. 801", "CN", "+8657188886666"},
                                         Case{"400-820-8820", "CN", "+864008208820"},
                                         Case{"+1 212 555 2368", "CN", "+12125552368"},
                                         Case{"001 212 555 2368", "CN", "+12125552368"}));

INSTANTIATE_TEST_SUITE_P(NoChineseNumber,
                         ToE164,
                         testing::Values(Case{"88886666", "CN", nullptr},
                                         Case{"12800138000", "CN", nullptr},
                                         Case{"1380013800", "CN", nullptr},
                                         Case{"138001380000", "CN", nullptr},
                                         Case{"021 6234 567", "CN", nullptr},
                                         Case{"021 6234 56789", "CN", nullptr},
                                         Case{"95588", "CN", nullptr},
                                         Case{"110", "CN", nullptr},
                                         Case{"+86 12800138000", "CN", nullptr},
                                         Case{"13800138000 13900139000", "CN", nullptr},
                                         Case{"13800138000李", "CN", nullptr},
                                         Case{"138OO138OOO", "CN", nullptr}));

INSTANTIATE_TEST_SUITE_P(Elsewhere,
                         ToE164,
                         testing::Values(Case{"(212) 555-2368", "US", "+12125552368"},
                                         Case{"212.555.2368 x12", "US", "+12125552368"},
                                         Case{"1-212-555-2368", "US", "+12125552368"},
                                         Case{"+1 (212) 555-2368", "GB", "+12125552368"},
                                         Case{"011 86 138 0013 8000", "US", "+8613800138000"},
                                         Case{"030/1234567", "DE", "+49301234567"},
                                         Case{"+49 (0)30 123456", "CN", "+4930123456"},
                                         Case{"0049 (0) 30 123456", "CN", "+4930123456"},
                                         Case{"0171 1234567", "DE", "+491711234567"},
                                         Case{"+44 (0)20 7946 0018", "US", "+442079460018"},
                                         Case{"020 7946 0018", "GB", "+442079460018"},
                                         Case{"07700 900123", "GB", "+447700900123"},
                                         Case{"(171) 555-7788", "GB", "+441715557788"},
                                         Case{"06 1234 5678", "IT", "+390612345678"},
                                         Case{"+39 06 1234 5678", "CN", "+390612345678"},
                                         Case{"01 23 45 67 89", "FR", "+33123456789"},
                                         Case{"0921-12 34 65", "SE", "+46921123465"},
                                         Case{"8 (495) 123-45-67", "RU", "+74951234567"},
                                         Case{"+7 495 123-45-67", "CN", "+74951234567"},
                                         Case{"06 1 234 5678", "HU", "+3612345678"},
                                         Case{"090-1234-5678", "JP", "+819012345678"},
                                         Case{"9123 4567", "HK", "+85291234567"},
                                         Case{"00852 9123 4567", "CN", "+85291234567"},
                                         Case{"001 86 13800138000", "HK", "+8613800138000"},
                                         Case{"0912 345 678", "TW", "+886912345678"},
                                         Case{"+690 1234567", "CN", "+6901234567"}));

INSTANTIATE_TEST_SUITE_P(NoNumberElsewhere,
                         ToE164,
                         testing::Values(Case{"555-2368", "US", nullptr},
                                         Case{"112 555 2368", "US", nullptr},
                                         Case{"212 155 2368", "US", nullptr},
                                         Case{"1234567", "DE", nullptr},
                                         Case{"493012345", "DE", nullptr},
                                         Case{"13800138000", "", nullptr},
                                         Case{"13800138000", "XX", nullptr},
                                         Case{"", "CN", nullptr},
                                         Case{"+", "CN", nullptr},
                                         Case{"+0123456789", "CN", nullptr},
                                         Case{"++8613800138000", "CN", nullptr},
                                         Case{"86+13800138000", "CN", nullptr},
                                         Case{"+690 1234", "CN", nullptr},
                                         Case{"+690 1234567890123", "CN", nullptr},
                                         Case{"+49-3(0)2345", "CN", nullptr},
                                         Case{"n/a", "CN", nullptr},
                                         Case{"\xff\xfe", "CN", nullptr}));

TEST(PhoneNumber, RefusesWhatIsFarTooLong)
{
    EXPECT_FALSE(toE164(std::string(100000, '1'), "CN"));
    EXPECT_FALSE(toE164(std::string(100, ' ') + "13800138000" + std::string(100, ' '), "CN"));
}

TEST(PhoneTail, IsTheLastDigits)
{
    EXPECT_EQ(phoneTail("+8613800138000", 4), "8000");
    EXPECT_EQ(phoneTail("+8613800138000", 99), "8613800138000");
    EXPECT_EQ(phoneTail("", 4), "");
}

TEST(PhoneDigits, KeepsDigitsOnly)
{
    EXPECT_EQ(phoneDigits("（0571）８８８8-6666 转 801"), "057188886666801");
    EXPECT_EQ(phoneDigits("n/a"), "");
}

TEST(WithCallingCode, PutsTheCountryBeforeANumberThatHasNone)
{
    EXPECT_EQ(withCallingCode("138 0013 8000", "CN"), "+86 138 0013 8000");
    EXPECT_EQ(withCallingCode("010-8888 1234", "CN"), "+86 10-8888 1234");
    EXPECT_EQ(withCallingCode("(0571) 88886666", "CN"), "+86 (571) 88886666");
    EXPECT_EQ(withCallingCode("0571-88886666 ext. 801", "CN"), "+86 571-88886666 ext. 801");
    EXPECT_EQ(withCallingCode("8613800138000", "CN"), "+8613800138000");
    EXPECT_EQ(withCallingCode("030 901820", "DE"), "+49 30 901820");
}

TEST(WithCallingCode, LeavesWhatIsWholeOrNoNumberAsItIs)
{
    EXPECT_EQ(withCallingCode("+1 212 555 2368", "CN"), "+1 212 555 2368");
    EXPECT_EQ(withCallingCode("021-5555", "CN"), "021-5555");
    EXPECT_EQ(withCallingCode("ask Wang", "CN"), "ask Wang");
    EXPECT_EQ(withCallingCode("138 0013 8000", ""), "138 0013 8000");
    EXPECT_EQ(withCallingCode("", "CN"), "");
}

} // namespace
} // namespace fieldbook
