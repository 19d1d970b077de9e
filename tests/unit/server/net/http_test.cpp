#include "server/net/http.h"
#include "server/net/peer_address.h"
#include "server/net/problem.h"
#include "server/net/target.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace fieldbook::server::net {
namespace {

TEST(Headers, AreFoundWithoutRegardToCase)
{
    Headers headers{{"Content-Type", "text/plain"}, {"X-A", "1"}, {"x-a", "2"}};

    EXPECT_EQ(headers.find("content-type"), "text/plain");
    EXPECT_EQ(headers.find("X-A"), "1");
    EXPECT_EQ(headers.count("x-A"), 2u);
    EXPECT_FALSE(headers.find("Content"));
}

TEST(Headers, AreReplacedAndRemoved)
{
    Headers headers{{"A", "1"}, {"B", "2"}, {"a", "3"}};

    headers.set("A", "4");
    headers.remove("b");

    ASSERT_EQ(headers.size(), 1u);
    EXPECT_EQ(headers.find("a"), "4");
}

TEST(Headers, CannotForgeALine)
{
    const Headers headers{{"Location", "/a\r\nSet-Cookie: b\0c"}};

    EXPECT_EQ(headers.find("Location"), "/a  Set-Cookie: b");
}

TEST(Target, DecodesQueries)
{
    const auto query = parseQuery("a=1&&b=x+y%2B&c&=d&a=2");

    const std::vector<Parameter> expected{
        {"a", "1"}, {"b", "x y+"}, {"c", ""}, {"", "d"}, {"a", "2"}};
    EXPECT_EQ(query.value(), expected);
    for (const auto* bad : {"a=%", "a=%4", "%gg=1", "a=%00"})
        EXPECT_EQ(parseQuery(bad).error().code, "http.bad_target") << bad;
}

TEST(Target, IsReducedToOriginForm)
{
    EXPECT_EQ(originForm("/a?b"), "/a?b");
    EXPECT_EQ(originForm("HTTPS://host:1/a?b"), "/a?b");
    EXPECT_EQ(originForm("http://host"), "/");
    for (const auto* bad : {"", "a", "ftp://host/", "host:443", "/a b", "/a#b", "http://"})
        EXPECT_FALSE(originForm(bad)) << bad;
}

TEST(Problem, IsAnRfc9457DocumentWithMembersOfItsOwn)
{
    const auto response = problemResponse(422, "customer.invalid", "no name: \xff", "id-1",
                                          {{"fields", {"name"}}, {"title", "Unfit"}});

    EXPECT_EQ(response.headers.find("Content-Type"), "application/problem+json");
    const auto document = nlohmann::json::parse(response.body);
    EXPECT_EQ(document["type"], "urn:fieldbook:problem:customer.invalid");
    EXPECT_EQ(document["title"], "Unfit");
    EXPECT_EQ(document["status"], 422);
    EXPECT_EQ(document["code"], "customer.invalid");
    EXPECT_EQ(document["request_id"], "id-1");
    EXPECT_EQ(document["fields"][0], "name");
}

std::string behind(const TrustedProxies& proxies, const char* peer, std::string_view forwarded)
{
    return proxies.callerBehind(boost::asio::ip::make_address(peer), forwarded);
}

TEST(TrustedProxies, BelieveOnlyWhatATrustedOneSays)
{
    const TrustedProxies proxies{{"10.0.0.0/8", "fd00::/8", "192.0.2.7"}};

    EXPECT_EQ(behind(proxies, "10.1.2.3", "203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(behind(proxies, "203.0.113.1", "198.51.100.1"), "203.0.113.1");
    EXPECT_EQ(behind(proxies, "10.1.2.3", "6.6.6.6, 203.0.113.9 , 192.0.2.7"), "203.0.113.9");
    EXPECT_EQ(behind(proxies, "::ffff:10.1.2.3", "2001:db8::1"), "2001:db8::1");
    EXPECT_EQ(behind(proxies, "fd12::1", "nonsense"), "fd12::1");
    EXPECT_EQ(behind(proxies, "10.1.2.3", ""), "10.1.2.3");
}

TEST(TrustedProxies, RefuseARangeThatIsNone)
{
    for (const auto* bad : {"", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "host", "::/129"})
        EXPECT_THROW(TrustedProxies{{bad}}, std::runtime_error) << bad;
}

TEST(AddressKey, GroupsAnIpv6Host)
{
    const auto key = [](const char* text) {
        return addressKey(boost::asio::ip::make_address(text));
    };

    EXPECT_EQ(key("2001:db8::1"), key("2001:db8::ffff:1"));
    EXPECT_NE(key("2001:db8::1"), key("2001:db8:0:1::1"));
    EXPECT_EQ(key("::ffff:10.0.0.1"), key("10.0.0.1"));
    EXPECT_NE(key("10.0.0.1"), key("10.0.0.2"));
}

} // namespace
} // namespace fieldbook::server::net
