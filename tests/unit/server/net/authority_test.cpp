#include "server/net/authority.h"

#include <gtest/gtest.h>

namespace fieldbook::server::net {
namespace {

TEST(Authority, IsAHostAndPerhapsAPort)
{
    for (const auto* good : {"fieldbook.example", "x", "10.0.0.5:8443", "[::1]", "[fe80::1]:80",
                             "xn--rhqv96g.example:1", "host_1"})
        EXPECT_TRUE(isAuthority(good)) << good;
    for (const auto* bad :
         {"", ":80", "a b", "a,b", "a/b", "a@b", "a:", "a:8x", "a:123456", "a:1:2", "[::1", "[]",
          "[::1]x", "[g::1]", "::1", "a\tb", "\xe9\x9a\x8f", "a%00"})
        EXPECT_FALSE(isAuthority(bad)) << bad;
    EXPECT_FALSE(isAuthority(std::string(256, 'a')));
    EXPECT_EQ(hostOf("[::1]:8443"), "[::1]");
    EXPECT_EQ(hostOf("host:8443"), "host");
}

TEST(Origin, IsThisServersOnlyUnderItsOwnNameAndPort)
{
    EXPECT_TRUE(isSameOrigin("https://Fieldbook.example", "fieldbook.example"));
    EXPECT_TRUE(isSameOrigin("https://fieldbook.example", "fieldbook.example:443"));
    EXPECT_TRUE(isSameOrigin("http://fieldbook.example:80", "fieldbook.example"));
    EXPECT_TRUE(isSameOrigin("https://[::1]:8443", "[::1]:8443"));
    for (const auto* foreign :
         {"null", "", "https://", "https://evil.example", "https://fieldbook.example:8443",
          "https://fieldbook.example.evil.example", "https://evil.example/fieldbook.example",
          "https://fieldbook.example@evil.example", "fieldbook.example", "//fieldbook.example"})
        EXPECT_FALSE(isSameOrigin(foreign, "fieldbook.example")) << foreign;
}

} // namespace
} // namespace fieldbook::server::net
