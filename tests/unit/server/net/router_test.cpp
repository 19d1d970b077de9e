#include "server/net/router.h"

#include <gtest/gtest.h>

namespace fieldbook::server::net {
namespace {

using Outcome = Router::Outcome;

Response nothing(const Request& /*request*/) { return {}; }

Router routerWith(std::initializer_list<std::pair<Method, std::string_view>> routes)
{
    Router router;
    for (const auto& [method, pattern] : routes)
        router.add(method, pattern, {}, nothing);
    return router;
}

TEST(Router, FillsNamedSegmentsDecoded)
{
    const auto router = routerWith({{Method::Get, "/v1/records/{type}/{id}"}});

    const auto match = router.find(Method::Get, "/v1/records/customer/a%2Fb%20%E5%BC%A0");

    ASSERT_EQ(match.outcome, Outcome::Found);
    const std::vector<Parameter> expected{{.name = "type", .value = "customer"},
                                          {.name = "id", .value = "a/b 张"}};
    EXPECT_EQ(match.parameters, expected);
}

TEST(Router, PrefersTheLiteralAndGoesBackWhenItLeadsNowhere)
{
    const auto router = routerWith({{Method::Get, "/v1/{type}/list"},
                                    {Method::Get, "/v1/order/total"},
                                    {Method::Get, "/v1/{rest*}"}});

    EXPECT_EQ(router.find(Method::Get, "/v1/order/total").route->pattern, "/v1/order/total");
    EXPECT_EQ(router.find(Method::Get, "/v1/order/list").route->pattern, "/v1/{type}/list");
    const auto rest = router.find(Method::Get, "/v1/order/a/b");
    ASSERT_EQ(rest.route->pattern, "/v1/{rest*}");
    const std::vector<Parameter> expected{{.name = "rest", .value = "order/a/b"}};
    EXPECT_EQ(rest.parameters, expected);
}

TEST(Router, NamesTheMethodsAllowedWhenThePathExists)
{
    const auto router = routerWith({{Method::Get, "/v1/sync"}, {Method::Post, "/v1/sync"}});

    const auto match = router.find(Method::Delete, "/v1/sync");

    EXPECT_EQ(match.outcome, Outcome::NoMethod);
    EXPECT_EQ(match.allow, "GET, HEAD, POST, OPTIONS");
    EXPECT_EQ(router.find(Method::Other, "/v1/sync").outcome, Outcome::NoMethod);
}

TEST(Router, SendsHeadToGet)
{
    const auto router = routerWith({{Method::Get, "/v1/sync"}});

    EXPECT_EQ(router.find(Method::Head, "/v1/sync").route->method, Method::Get);
}

TEST(Router, KnowsNoPathThatIsOnlyNearlyRight)
{
    const auto router = routerWith({{Method::Get, "/v1/records/{id}"}, {Method::Get, "/v1"}});

    for (const auto* path : {"/", "/v1/", "/v1/records", "/v1/records/", "/v1/records/a/", "//v1",
                             "/V1", "v1", "", "*", "/v1/records/a/b"})
        EXPECT_EQ(router.find(Method::Get, path).outcome, Outcome::NoPath) << path;
}

TEST(Router, CallsAPathWithAMalformedEscapeBad)
{
    const auto router = routerWith({{Method::Get, "/v1/{id}"}});

    for (const auto* path : {"/v1/%", "/v1/%2", "/v1/%zz", "/v1/%00"})
        EXPECT_EQ(router.find(Method::Get, path).outcome, Outcome::BadPath) << path;
}

TEST(RouterDeathTest, RefusesTwoHandlersForOneMethodAndPattern)
{
    auto router = routerWith({{Method::Get, "/v1/{id}"}});

    EXPECT_DEATH(router.add(Method::Get, "/v1/{name}", {}, nothing), "byMethod");
}

} // namespace
} // namespace fieldbook::server::net
