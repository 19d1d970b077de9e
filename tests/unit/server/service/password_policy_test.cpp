#include "server/service/common_passwords.h"
#include "server/service/password_policy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace fieldbook::server {
namespace {

const std::array<std::string, 3> context{"lin", "林晓雨", "Boyuan Auto Parts"};

std::string codeFor(std::string_view password, std::size_t charactersMin = 15)
{
    const auto admitted = admitPassword(password, {.charactersMin = charactersMin}, context);
    return admitted ? "fine" : admitted.error().code;
}

TEST(PasswordPolicy, TakesWhatIsLongHoweverItIsComposed)
{
    EXPECT_EQ(codeFor("all small letters"), "fine");
    EXPECT_EQ(codeFor("一 两 三 四 五 六 七 八 九 十"), "fine");
    EXPECT_EQ(codeFor("🚗 drives past the lake"), "fine");
    EXPECT_EQ(codeFor("Tr0ub4dor&3"), "password.too_short");
    EXPECT_EQ(codeFor("Tr0ub4dor&3", 8), "fine");
}

TEST(PasswordPolicy, CountsCharactersNotBytes)
{
    EXPECT_EQ(codeFor("正确的马电池订书钉"), "password.too_short");
    EXPECT_EQ(codeFor("正确的马电池订书钉", 8), "fine");
    EXPECT_EQ(admitPassword("short", {}, context).error().detail, "15");
    std::string long256;
    for (int i = 0; i < 64; ++i) {
        long256 += "a" + std::to_string(100 + i);
    }
    EXPECT_EQ(codeFor(long256), "fine");
    EXPECT_EQ(codeFor(long256 + "x"), "password.too_long");
    EXPECT_EQ(codeFor(std::string(100'000, 'x')), "password.too_long");
}

TEST(PasswordPolicy, TakesNoneThatGuessersTryFirst)
{
    EXPECT_EQ(codeFor("password", 8), "password.common");
    EXPECT_EQ(codeFor("PassWord", 8), "password.common");
    EXPECT_EQ(codeFor("ｐａｓｓｗｏｒｄ", 8), "password.common");
    EXPECT_EQ(codeFor("1qaz2wsx3edc4rfv"), "password.common");
    EXPECT_EQ(codeFor("passwordpasswordpassword"), "password.common");
    EXPECT_EQ(codeFor("aaaaaaaaaaaaaaaaaaaa"), "password.common");
    EXPECT_EQ(codeFor("abcabcabcabcabcabc"), "password.common");
    EXPECT_EQ(codeFor("12345678901234567890"), "password.common");
}

TEST(PasswordPolicy, TakesNoneThatIsLittleMoreThanTheNamesAround)
{
    EXPECT_EQ(codeFor("Fieldbook-2026!"), "password.context");
    EXPECT_EQ(codeFor("boyuan auto parts"), "password.context");
    EXPECT_EQ(codeFor("林晓雨林晓雨 20260514", 8), "fine"); // " 20260514" is left.
    EXPECT_EQ(codeFor("林晓雨 1990", 8), "password.context");
    EXPECT_EQ(codeFor("a linen shirt on the line"), "fine");
}

TEST(PasswordPolicy, GivesTheFormThatIsTheSameOnEveryKeyboard)
{
    EXPECT_EQ(*admitPassword("cafe\u0301 by the harbour", {}, context), "café by the harbour");
    EXPECT_EQ(passwordForm("cafe\u0301"), passwordForm("café"));
    EXPECT_NE(passwordForm("Horse"), passwordForm("horse"));
}

TEST(PasswordPolicy, ItsListIsSortedAndLong)
{
    const auto list = commonPasswords();

    EXPECT_GT(list.size(), 15'000u);
    EXPECT_TRUE(std::ranges::is_sorted(list));
    EXPECT_TRUE(std::ranges::binary_search(list, std::string_view{"password"}));
}

} // namespace
} // namespace fieldbook::server
