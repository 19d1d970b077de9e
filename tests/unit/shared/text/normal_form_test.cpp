#include "shared/text/normal_form.h"

#include <gtest/gtest.h>

namespace fieldbook {
namespace {

TEST(CompatibilityForm, IsTheSameHoweverItWasTyped)
{
    EXPECT_EQ(compatibilityForm("ｈｏｒｓｅ　１"), "horse 1");
    EXPECT_EQ(compatibilityForm("e\u0301te\u0301"), "été");
    EXPECT_EQ(compatibilityForm("Å"), compatibilityForm("\u212B"));
}

TEST(CompatibilityForm, LeavesTheRestAlone)
{
    EXPECT_EQ(compatibilityForm("Correct Horse 正确的马"), "Correct Horse 正确的马");
    EXPECT_EQ(compatibilityForm(""), "");
    EXPECT_EQ(compatibilityForm("a\xff"), "a\uFFFD");
}

} // namespace
} // namespace fieldbook
