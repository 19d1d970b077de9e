#include "server/console/console.h"
#include "tests/api/api_server.h"
#include "tests/support/websocket_client.h"

#include <gtest/gtest.h>

namespace fieldbook::server {
namespace {

using nlohmann::json;
using testing::HttpReply;

const std::string device = R"("device":{"id":"01890000-0000-7000-8000-000000000042"})";
const std::string signIn =
    R"({"login":"zhou","password":"open sesame","cookie":true,)" + device + '}';
const ApiServer::Fields asJson{{"Content-Type", "application/json"}};

// Zhou at a browser: the cookie that it keeps, and the word that the page was told.
class BrowserSession : public ::testing::Test {
protected:
    void enter()
    {
        const auto reply = client.post("/v1/sessions", signIn, asJson);
        ASSERT_EQ(reply.status, 200) << reply.body;
        setCookie = reply.find("Set-Cookie").value_or("");
        cookie = setCookie.substr(0, setCookie.find(';'));
        answer = json::parse(reply.body);
    }
    [[nodiscard]] ApiServer::Fields with(const std::string& csrf) const
    {
        return {{"Cookie", "theme=dark; " + cookie}, {"X-CSRF-Token", csrf}};
    }
    [[nodiscard]] std::string csrf() const { return answer["csrf"]; }

    ApiServer server;
    testing::HttpClient client = server.client();
    std::string setCookie;
    std::string cookie;
    json answer;
};

TEST_F(BrowserSession, GivesTheTokenInACookieThatScriptsDoNotSee)
{
    enter();

    EXPECT_FALSE(answer.contains("token"));
    EXPECT_TRUE(setCookie.starts_with("fieldbook="));
    EXPECT_TRUE(setCookie.ends_with("; Path=/; HttpOnly; SameSite=Strict")) << setCookie;
    const auto devices = server.application().engine().store.read()->devices();
    ASSERT_EQ(devices.size(), 1U);
    EXPECT_EQ(devices[0].platform, browserPlatform);
}

TEST_F(BrowserSession, CookieSaysSecureAndHostOverTlsAndBehindAProxyThatSpeaksIt)
{
    ApiServer overTls{true};
    ApiServer behindProxy{
        false, "", {}, [](Configuration& settings) { settings.trustedProxies = {"127.0.0.1"}; }};
    const ApiServer::Fields forwarded{asJson[0], {"X-Forwarded-Proto", "https"}};
    for (const auto& reply : {overTls.client().post("/v1/sessions", signIn, asJson),
                              behindProxy.client().post("/v1/sessions", signIn, forwarded)}) {
        const auto given = reply.find("Set-Cookie").value_or("");
        EXPECT_TRUE(given.starts_with("__Host-fieldbook=")) << given;
        EXPECT_TRUE(given.ends_with("; Secure")) << given;
    }
    // From anybody else the word means nothing: over plain HTTP no browser would keep such a
    // cookie.
    const auto made = client.post("/v1/sessions", signIn, forwarded);
    EXPECT_TRUE(made.find("Set-Cookie").value_or("").starts_with("fieldbook="));
}

TEST_F(BrowserSession, AsksWithTheCookieAlone)
{
    enter();

    const auto reply = client.get("/v1/me", {{"Cookie", cookie}});

    ASSERT_EQ(reply.status, 200) << reply.body;
    const auto me = json::parse(reply.body);
    EXPECT_EQ(me["user"]["login"], "zhou");
    EXPECT_EQ(me["company"], "sales");
    EXPECT_EQ(me["may"]["review"], true);
    EXPECT_EQ(me["may"]["administer"], false);
    EXPECT_EQ(me["may"]["export"]["customer"], "may");
    EXPECT_FALSE(me["may"]["export"].contains("user"));
}

TEST_F(BrowserSession, ChangesNothingWithoutTheWordThatOnlyThePageKnows)
{
    enter();

    for (const std::string& wrong : {std::string{}, std::string(64, '0'), csrf() + '0'}) {
        const auto reply =
            client.post("/v1/numbers", R"({"series":"order","count":1})", with(wrong));
        EXPECT_EQ(reply.status, 403);
        EXPECT_EQ(problemCode(reply), "auth.csrf");
    }
    const auto reply = client.post("/v1/numbers", R"({"series":"order","count":1})", with(csrf()));
    EXPECT_EQ(reply.status, 200) << reply.body;
}

TEST_F(BrowserSession, SignsNobodyInByAFormOfAnotherSite)
{
    for (const ApiServer::Fields& fields :
         {ApiServer::Fields{},
          {{"Content-Type", "text/plain"}},
          {{"Content-Type", "application/x-www-form-urlencoded"}}}) {
        const auto reply = client.post("/v1/sessions", signIn, fields);
        EXPECT_EQ(problemCode(reply), "auth.csrf");
        EXPECT_FALSE(reply.find("Set-Cookie"));
    }
}

TEST_F(BrowserSession, TellsAPageWhoIsSignedInAndThatNobodyIs)
{
    const auto nobody = json::parse(client.get("/v1/session").body);
    EXPECT_TRUE(nobody["me"].is_null());
    EXPECT_EQ(nobody["csrf"], "");
    const auto stranger =
        json::parse(client.get("/v1/session", {{"Cookie", "fieldbook=made-up"}}).body);
    EXPECT_TRUE(stranger["me"].is_null());
    enter();

    const auto zhou = json::parse(client.get("/v1/session", {{"Cookie", cookie}}).body);

    EXPECT_EQ(zhou["me"]["user"]["login"], "zhou");
    EXPECT_EQ(zhou["csrf"], csrf());
}

TEST_F(BrowserSession, TakesTheCookieAwayAtTheEnd)
{
    enter();

    const auto left = client.request("DELETE", "/v1/sessions/current", "", with(csrf()));

    EXPECT_EQ(left.status, 204);
    EXPECT_NE(left.find("Set-Cookie").value_or("").find("fieldbook=; "), std::string::npos);
    EXPECT_NE(left.find("Set-Cookie").value_or("").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(problemCode(client.get("/v1/me", {{"Cookie", cookie}})), "session.ended");
}

TEST_F(BrowserSession, ListensToPokesOnlyWithTheWordInTheAddress)
{
    enter();

    EXPECT_THROW(
        testing::WebSocketClient(server.application().port(), "/v1/live", {{"Cookie", cookie}}),
        std::exception);
    testing::WebSocketClient live{
        server.application().port(), "/v1/live?csrf=" + csrf(), {{"Cookie", cookie}}};
    const auto ming = server.signIn("ming");
    const auto pushed = client.post(
        "/v1/push", push(ming, customerChange(1, "01890000-0000-7000-8000-00000000aa01", "Mill")),
        ApiServer::bearer(ming));
    ASSERT_EQ(pushed.status, 200) << pushed.body;
    EXPECT_TRUE(json::parse(live.receiveText()).contains("news"));
}

TEST_F(BrowserSession, AnAppIsNoBrowserWhateverItSays)
{
    const auto reply = client.post("/v1/sessions",
                                   R"({"login":"zhou","password":"open sesame",
            "device":{"id":"01890000-0000-7000-8000-000000000043","platform":"browser"}})");
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(server.application().engine().store.read()->devices()[0].platform, "");
}

class ConsoleFiles : public ::testing::Test {
protected:
    ApiServer server;
    testing::HttpClient client = server.client();
};

TEST_F(ConsoleFiles, AreServedPackedWithTheirTagAndForEverWhenTheirNameIsADigest)
{
    bool sawAsset = false;
    for (const auto& file : console::files()) {
        const std::string path{file.path};
        const auto plain = client.get(path);
        ASSERT_EQ(plain.status, 200) << path;
        EXPECT_EQ(plain.body, file.plain) << path;
        EXPECT_EQ(plain.find("ETag"), std::string{file.tag});
        EXPECT_EQ(plain.find("Content-Type"), std::string{file.mediaType});
        EXPECT_FALSE(plain.find("Content-Encoding"));
        const auto packed = client.get(path, {{"Accept-Encoding", "gzip, deflate, br"}});
        EXPECT_EQ(packed.find("Content-Encoding").value_or(""), file.brotli.empty() ? "" : "br");
        EXPECT_EQ(packed.body, file.brotli.empty() ? file.plain : file.brotli);
        const auto gzipped = client.get(path, {{"Accept-Encoding", "gzip, br;q=0"}});
        EXPECT_EQ(gzipped.find("Content-Encoding").value_or(""), file.gzip.empty() ? "" : "gzip");
        const auto again = client.get(path, {{"If-None-Match", std::string{file.tag}}});
        EXPECT_EQ(again.status, 304);
        EXPECT_EQ(again.body, "");
        const bool asset = path.starts_with("/assets/");
        sawAsset = sawAsset || asset;
        EXPECT_EQ(plain.find("Cache-Control"),
                  asset ? "public, max-age=31536000, immutable" : "no-cache");
    }
    EXPECT_TRUE(sawAsset);
}

TEST_F(ConsoleFiles, ThePageStandsUnderEveryAddressOfItsOwnAndNoOther)
{
    const auto page = client.get("/");
    EXPECT_EQ(page.find("Content-Security-Policy"), std::string{console::contentSecurityPolicy});
    EXPECT_EQ(console::contentSecurityPolicy.find("unsafe"), std::string_view::npos);
    for (const char* path : {"/app/home", "/app/customers/01890000-0000-7000-8000-000000000001"}) {
        EXPECT_EQ(client.get(path).body, page.body) << path;
    }
    for (const char* path : {"/assets/none.js", "/assets/../app/home", "/console", "/v1/none"}) {
        EXPECT_EQ(client.get(path).status, 404) << path;
    }
    EXPECT_EQ(client.get("/favicon.svg").status, 200);
}

} // namespace
} // namespace fieldbook::server
