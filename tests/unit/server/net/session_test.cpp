#include "tests/unit/server/net/running_server.h"

#include <gtest/gtest.h>

#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace fieldbook::server::net {
namespace {

using testing::HttpClient;

TEST(Session, AnswersManyRequestsOnOneConnection)
{
    RunningServer server;
    auto client = server.client();

    for (int i = 0; i < 100; ++i) {
        const auto body = std::to_string(i);
        const auto reply = client.post("/echo", body);
        ASSERT_EQ(reply.status, 200);
        ASSERT_EQ(reply.body, body);
    }

    EXPECT_EQ(server.metrics().connectionsAccepted, 1u);
    EXPECT_EQ(server.answered("POST /echo", 200), 100u);
}

TEST(Session, AnswersPipelinedRequestsInOrder)
{
    RunningServer server;
    auto client = server.client();

    std::string text;
    for (int i = 0; i < 50; ++i) {
        const auto path = i % 2 == 0 ? "/echo" : "/bulk"; // One on the I/O thread, one on a pool.
        const auto body = std::to_string(i);
        text += std::string{"POST "} + path +
                " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\n\r\n" + body;
    }
    client.raw().send(text);

    for (int i = 0; i < 50; ++i)
        ASSERT_EQ(client.receive().body, std::to_string(i));
}

TEST(Session, PutsARequestTogetherThatComesByteByByte)
{
    RunningServer server;
    auto client = server.client();

    for (const char c :
         std::string{"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"})
        client.raw().send({&c, 1});

    EXPECT_EQ(client.receive().body, "abc");
}

TEST(Session, UnderstandsChunkedBodiesWithExtensionsAndTrailers)
{
    RunningServer server;
    auto client = server.client();

    client.raw().send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                      "3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: no\r\n\r\n"
                      "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");

    EXPECT_EQ(client.receive().body, "abcde");
    EXPECT_EQ(client.receive().body, "hello");
}

TEST(Session, KeepsAnHttp10ConnectionOnlyWhenAsked)
{
    RunningServer server;
    auto kept = server.client();
    kept.raw().send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    const auto first = kept.receive();
    EXPECT_EQ(first.body, "hello");
    EXPECT_EQ(first.find("Connection"), "keep-alive");
    kept.raw().send("GET /hello HTTP/1.0\r\n\r\n");
    EXPECT_EQ(kept.receive().find("Connection"), "close");

    kept.raw().waitForClose();
}

TEST(Session, ClosesWhenTheCallerAsksForIt)
{
    RunningServer server;
    auto client = server.client();

    const auto reply = client.get("/hello", {{"Connection", "close"}});

    EXPECT_EQ(reply.body, "hello");
    EXPECT_EQ(reply.find("Connection"), "close");
    client.raw().waitForClose();
}

TEST(Session, AnswersHeadWithLengthButNoBody)
{
    RunningServer server;
    auto client = server.client();

    const auto reply = client.request("HEAD", "/hello");

    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.find("Content-Length"), "5");
    EXPECT_EQ(client.get("/hello").body, "hello");
}

TEST(Session, AnswersOptionsFromTheRoutes)
{
    RunningServer server;
    auto client = server.client();

    const auto reply = client.request("OPTIONS", "/hello");

    EXPECT_EQ(reply.status, 204);
    EXPECT_EQ(reply.find("Allow"), "GET, HEAD, OPTIONS");
    EXPECT_FALSE(reply.find("Content-Length"));
    EXPECT_EQ(client.request("OPTIONS", "*").status, 204);
}

TEST(Session, RefusesUnknownPathsAndMethodsAndKeepsTheConnection)
{
    RunningServer server;
    auto client = server.client();

    const auto missing = client.post("/nowhere", "a body that nobody wants");
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(problemCode(missing), "http.no_such_path");
    const auto wrong = client.request("DELETE", "/hello");
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(problemCode(wrong), "http.method_not_allowed");
    EXPECT_EQ(wrong.find("Allow"), "GET, HEAD, OPTIONS");

    EXPECT_EQ(client.get("/hello").body, "hello");
    EXPECT_EQ(server.metrics().connectionsAccepted, 1u);
}

TEST(Session, GivesTheHandlerEverythingOfTheRequest)
{
    Router router;
    router.add(Method::Get, "/v1/{type}/{id}", {}, [](const Request& request) {
        return textResponse(request.pathParameter("type") + "|" + request.pathParameter("id") +
                            "|" + std::string{request.queryValue("q").value_or("none")} + "|" +
                            std::string{request.header("x-thing").value_or("none")} + "|" +
                            request.remoteAddress + "|" + std::string{request.path()});
    });
    RunningServer server{std::move(router)};
    auto client = server.client();

    EXPECT_EQ(client.get("/v1/a/b%20c?q=x+y%26&z", {{"X-Thing", "7"}}).body,
              "a|b c|x y&|7|127.0.0.1|/v1/a/b%20c");
    EXPECT_EQ(client.get("http://example.org/v1/a/b").body, "a|b|none|none|127.0.0.1|/v1/a/b");
}

TEST(Session, SetsSafeHeadersUnlessTheHandlerDid)
{
    Router router;
    router.add(Method::Get, "/page", {}, [](const Request&) {
        auto response = textResponse("page");
        response.headers.set("Content-Security-Policy", "default-src 'self'");
        response.headers.set("Cache-Control", "max-age=60");
        response.headers.set("Content-Length", "9999");
        response.headers.set("X-Forged", "a\r\nSet-Cookie: b");
        return response;
    });
    RunningServer server{std::move(router)};
    auto client = server.client();

    const auto plain = client.get("/hello");
    EXPECT_EQ(plain.find("Cache-Control"), "no-store");
    EXPECT_EQ(plain.find("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(plain.find("Referrer-Policy"), "no-referrer");
    EXPECT_EQ(
        plain.find("Content-Security-Policy"),
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox");
    EXPECT_EQ(plain.find("Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_EQ(plain.find("Cross-Origin-Resource-Policy"), "same-origin");
    EXPECT_FALSE(plain.find("Strict-Transport-Security"));
    EXPECT_EQ(plain.find("Server"), "Fieldbook");
    EXPECT_TRUE(plain.find("Date"));
    const auto page = client.get("/page");
    EXPECT_EQ(page.find("Content-Security-Policy"), "default-src 'self'");
    EXPECT_EQ(page.find("Cache-Control"), "max-age=60");
    EXPECT_EQ(page.body, "page");
    EXPECT_FALSE(page.find("Set-Cookie"));
}

TEST(Session, SetsSafeHeadersOnRefusalsToo)
{
    RunningServer server;

    for (const std::string_view text :
         {"GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n", "DELETE /hello HTTP/1.1\r\nHost: x\r\n\r\n",
          "OPTIONS /hello HTTP/1.1\r\nHost: x\r\n\r\n", "nonsense\r\n\r\n"}) {
        SCOPED_TRACE(text);
        auto client = server.client();
        client.raw().send(text);
        const auto reply = client.receive();
        for (const auto* name :
             {"Cache-Control", "Content-Security-Policy", "Cross-Origin-Opener-Policy",
              "Cross-Origin-Resource-Policy", "Referrer-Policy", "X-Content-Type-Options"})
            EXPECT_TRUE(reply.find(name)) << name;
    }
}

TEST(Session, ServesOnlyTheNamesItGoesByWhereItHasAny)
{
    ServerOptions options;
    options.names = {"fieldbook.example", "[::1]"};
    RunningServer server{{}, options};
    const auto statusFor = [&](const std::string& target, const std::string& host) {
        auto client = server.client();
        client.raw().send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        return client.receive().status;
    };

    EXPECT_EQ(statusFor("/hello", "fieldbook.example"), 200);
    EXPECT_EQ(statusFor("/hello", "FieldBook.example:8443"), 200);
    EXPECT_EQ(statusFor("/hello", "[::1]:8443"), 200);
    EXPECT_EQ(statusFor("/hello", "evil.example"), 421);
    EXPECT_EQ(statusFor("/hello", "fieldbook.example.evil.example"), 421);
    EXPECT_EQ(statusFor("http://evil.example/hello", "fieldbook.example"), 421);
    EXPECT_EQ(statusFor("http://fieldbook.example/hello", "evil.example"), 200);
    auto old = server.client();
    old.raw().send("GET /hello HTTP/1.0\r\n\r\n");
    EXPECT_EQ(problemCode(old.receive()), "http.wrong_host");
}

TEST(Session, BelievesOnlyATrustedProxyAboutTheWayARequestCame)
{
    const auto routes = [] {
        Router made;
        made.add(Method::Get, "/way", {}, [](const Request& request) {
            return textResponse((request.secure ? "secure " : "plain ") + request.host);
        });
        return made;
    };
    const HttpClient::Fields forwarded{{"X-Forwarded-Proto", "https"},
                                       {"X-Forwarded-Host", "fieldbook.example"}};
    RunningServer alone{routes()};
    ServerOptions options;
    options.trustedProxies = {"127.0.0.1"};
    options.names = {"fieldbook.example"};
    RunningServer behind{routes(), options};

    const auto unheard = alone.client().get("/way", forwarded);
    const auto heard = behind.client().get("/way", forwarded);

    EXPECT_TRUE(unheard.body.starts_with("plain 127.0.0.1")) << unheard.body;
    EXPECT_FALSE(unheard.find("Strict-Transport-Security"));
    EXPECT_EQ(heard.body, "secure fieldbook.example");
    EXPECT_EQ(heard.find("Strict-Transport-Security"), "max-age=31536000; includeSubDomains");
    EXPECT_EQ(behind.client().get("/way").status, 421);
}

TEST(Session, ReturnsTheRequestIdGivenOrMakesOne)
{
    RunningServer server;
    auto client = server.client();

    EXPECT_EQ(client.get("/hello", {{"X-Request-Id", "tablet-7.42"}}).find("X-Request-Id"),
              "tablet-7.42");
    const auto first =
        client.get("/hello", {{"X-Request-Id", "not allowed!"}}).find("X-Request-Id");
    const auto second = client.get("/hello").find("X-Request-Id");
    EXPECT_NE(first, "not allowed!");
    EXPECT_NE(first, second);
    EXPECT_GE(first->size(), 16u);
}

TEST(Session, TurnsAnExceptionIntoA500ThatTellsTheCallerNothing)
{
    Router router;
    router.add(Method::Get, "/throws", {}, [](const Request&) -> Response {
        throw std::runtime_error{"disk full at /secret"};
    });
    RunningServer server{std::move(router)};
    auto client = server.client();

    const auto reply = client.get("/throws", {{"X-Request-Id", "abc"}});

    EXPECT_EQ(reply.status, 500);
    EXPECT_EQ(problemCode(reply), "server.failed");
    EXPECT_EQ(reply.body.find("secret"), std::string::npos);
    EXPECT_EQ(server.failures(), std::vector<std::string>{"abc: disk full at /secret"});
    EXPECT_EQ(client.get("/hello").body, "hello");
}

TEST(Session, TellsTheObserverOfEveryRequest)
{
    std::mutex mutex;
    std::vector<std::string> seen;
    ServerOptions options;
    options.observer.onRequest = [&](const RequestRecord& record) {
        const std::lock_guard lock{mutex};
        seen.push_back(std::string{record.method} + " " + std::string{record.target} + " " +
                       std::string{record.route} + " " + std::to_string(record.status) + " " +
                       std::string{record.requestId} + " " + std::string{record.remoteAddress});
    };
    RunningServer server{{}, options};
    auto client = server.client();

    (void)client.get("/hello?a=b", {{"X-Request-Id", "one"}});
    (void)client.request("BREW", "/pot", {}, {{"X-Request-Id", "two"}});

    const std::lock_guard lock{mutex};
    const std::vector<std::string> expected{"GET /hello?a=b /hello 200 one 127.0.0.1",
                                            "OTHER /pot - 404 two 127.0.0.1"};
    EXPECT_EQ(seen, expected);
    EXPECT_EQ(server.answered("GET /hello", 200), 1u);
    EXPECT_EQ(server.answered("-", 404), 1u);
}

TEST(Session, LetsAHandlerAnswerLaterFromAnotherThread)
{
    std::vector<std::thread> writers;
    Router router;
    router.addAsync(Method::Post, "/push", {}, [&](const Request& request, Responder respond) {
        writers.emplace_back([respond = std::move(respond), body = request.body] {
            respond(textResponse("durable: " + body));
            respond(textResponse("a second answer is not heard"));
        });
    });
    {
        RunningServer server{std::move(router)};
        auto client = server.client();

        for (int i = 0; i < 20; ++i)
            EXPECT_EQ(client.post("/push", "x").body, "durable: x");
    }
    for (auto& writer : writers)
        writer.join();
}

TEST(Session, AnswersForAHandlerThatForgetsTo)
{
    Router router;
    router.addAsync(Method::Get, "/forgets", {}, [](const Request&, const Responder&) {});
    RunningServer server{std::move(router)};
    auto client = server.client();

    const auto reply = client.get("/forgets");

    EXPECT_EQ(reply.status, 500);
}

TEST(Session, SurvivesAnAnswerThatComesAfterTheServerHasGone)
{
    std::optional<Responder> late;
    std::promise<void> asked;
    Router router;
    router.addAsync(Method::Get, "/late", {}, [&](const Request&, Responder respond) {
        late = std::move(respond);
        asked.set_value();
    });
    {
        ServerOptions options;
        options.limits.shutdownTime = std::chrono::milliseconds{1};
        RunningServer server{std::move(router), options};
        auto client = server.client();
        client.raw().send("GET /late HTTP/1.1\r\nHost: x\r\n\r\n");
        asked.get_future().wait();
    }

    (*late)(textResponse("nobody is there"));
    late.reset();
}

} // namespace
} // namespace fieldbook::server::net
