#include "server/api/app_version.h"

#include <gtest/gtest.h>

namespace fieldbook::server::api {
namespace {

TEST(AppVersion, IsOlderByItsNumbersNotByItsLetters)
{
    EXPECT_TRUE(isOlder("1.2.9", "1.2.10"));
    EXPECT_FALSE(isOlder("1.2.10", "1.2.9"));
    EXPECT_TRUE(isOlder("1.9", "2"));
    EXPECT_TRUE(isOlder("1.4", "1.4.1"));
    EXPECT_FALSE(isOlder("2", "1.9"));
}

TEST(AppVersion, IsNotOlderThanItself)
{
    EXPECT_FALSE(isOlder("1.4.0", "1.4.0"));
    EXPECT_FALSE(isOlder("1.4", "1.4.0")) << "the same";
    EXPECT_FALSE(isOlder("1.4.0", "1.4"));
}

// Whoever says something else is served: nobody is shut out by a mistake.
TEST(AppVersion, ThatIsNoVersionIsOlderThanNothing)
{
    for (const auto* version : {"", "beta", "1.", ".1", "1..2", "1.2b", "-1", "99999999999999"}) {
        EXPECT_FALSE(isOlder(version, "2.0")) << version;
        EXPECT_FALSE(isOlder("1.0", version)) << version;
    }
}

} // namespace
} // namespace fieldbook::server::api
