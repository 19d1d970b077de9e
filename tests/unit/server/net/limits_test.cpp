#include "tests/unit/server/net/running_server.h"

#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace fieldbook::server::net {
namespace {

using std::chrono::milliseconds;
using testing::HttpClient;

constexpr milliseconds soon{30};

ServerOptions withLimits(const std::function<void(Limits&)>& change)
{
    ServerOptions options;
    change(options.limits);
    return options;
}

TEST(Limits, RefuseAHeadThatIsTooLarge)
{
    RunningServer server;
    auto client = server.client();

    const auto reply = client.get("/hello", {{"X-Big", std::string(20'000, 'a')}});

    EXPECT_EQ(reply.status, 431);
    EXPECT_EQ(problemCode(reply), "http.head_too_large");
    client.raw().waitForClose();
}

TEST(Limits, CountAHeadThatComesFieldByField)
{
    RunningServer server;
    auto client = server.client();
    const std::string field = "X-Some: " + std::string(400, 'a') + "\r\n";

    client.raw().send("GET /hello HTTP/1.1\r\nHost: x\r\n");
    for (int i = 0; i < 60; ++i)
        client.raw().send(field);

    EXPECT_EQ(problemCode(client.receive()), "http.head_too_large");
}

TEST(Limits, RefuseTooManyFields)
{
    RunningServer server;
    auto client = server.client();

    const auto reply = client.get("/hello", HttpClient::Fields(101, {"A", "b"}));

    EXPECT_EQ(problemCode(reply), "http.head_too_large");
    EXPECT_EQ(server.client().get("/hello", HttpClient::Fields(99, {"A", "b"})).status, 200);
}

TEST(Limits, RefuseATargetThatIsTooLong)
{
    RunningServer server;

    const auto reply = server.client().get("/hello?" + std::string(9'000, 'a'));

    EXPECT_EQ(reply.status, 414);
    EXPECT_EQ(problemCode(reply), "http.target_too_long");
}

TEST(Limits, RefuseABodyBeyondTheRouteBeforeItIsSent)
{
    RunningServer server;
    auto client = server.client();

    client.raw().send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n");

    const auto reply = client.receive();
    EXPECT_EQ(reply.status, 413);
    EXPECT_EQ(problemCode(reply), "http.body_too_large");
    EXPECT_EQ(reply.find("Connection"), "close");
}

TEST(Limits, TellACallerThatKeepsSendingWhatItsBodyDoesNotFit)
{
    RunningServer server;
    auto client = server.client();

    const auto reply = client.post("/echo", std::string(mebibyte + 1, 'a'));

    EXPECT_EQ(problemCode(reply), "http.body_too_large");
}

TEST(Limits, RefuseAChunkedBodyWhenItHasGrownTooLarge)
{
    RunningServer server;
    auto client = server.client();
    const std::string chunk = "40000\r\n" + std::string(0x40000, 'a') + "\r\n";

    client.raw().send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 4; ++i)
        client.raw().send(chunk);
    client.raw().send("1\r\na\r\n0\r\n\r\n");

    EXPECT_EQ(problemCode(client.receive()), "http.body_too_large");
}

TEST(Limits, LetARouteTakeMore)
{
    RunningServer server;
    auto client = server.client();
    const std::string body(3 * mebibyte, 'b');

    EXPECT_EQ(client.post("/bulk", body).body, body);
    EXPECT_EQ(client.get("/hello").body, "hello");
}

TEST(Limits, HoldOnlySoManyBytesOfBodiesAtOnce)
{
    RunningServer server{{}, withLimits([](Limits& limits) { limits.bodiesBytesMax = 100'000; })};
    auto greedy = server.client();

    const auto refused = greedy.post("/bulk", std::string(200'000, 'a'));

    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(problemCode(refused), "server.busy");
    auto client = server.client();
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(client.post("/bulk", std::string(90'000, 'a')).status, 200);
}

TEST(Limits, EndAChunkLineThatNeverEnds)
{
    RunningServer server;
    auto client = server.client();

    client.raw().send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;a=" +
                      std::string(40'000, 'a'));

    EXPECT_EQ(client.receive().status, 400);
}

TEST(Limits, AskForABodyWhereOneIsNeeded)
{
    Router router;
    router.add(Method::Post, "/needs", {.needsBody = true},
               [](const Request&) { return textResponse("ok"); });
    RunningServer server{std::move(router)};
    auto client = server.client();

    EXPECT_EQ(problemCode(client.post("/needs", "")), "http.body_missing");
    EXPECT_EQ(client.post("/needs", "x").status, 200);
}

TEST(Limits, LetARouteRefuseByTheHeadAlone)
{
    Router router;
    RouteOptions options;
    options.admit = [](const Request& request) -> std::optional<Response> {
        if (request.headers.contains("Authorization"))
            return std::nullopt;
        return textResponse("who are you?", 401);
    };
    router.add(Method::Post, "/guarded", options,
               [](const Request& request) { return textResponse(request.body); });
    RunningServer server{std::move(router)};
    auto client = server.client();

    // The body of the first never comes.
    client.raw().send("POST /guarded HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n");
    EXPECT_EQ(client.receive().status, 401);
    EXPECT_EQ(server.client().post("/guarded", "in", {{"Authorization", "yes"}}).body, "in");
}

TEST(Limits, AnswerAContinueOnlyToABodyThatIsWanted)
{
    RunningServer server;
    auto client = server.client();

    client.raw().send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n"
                      "Expect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.receiveHead().status, 100);
    client.raw().send("abc");
    EXPECT_EQ(client.receive().body, "abc");
    client.raw().send("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n"
                      "Expect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.receiveHead().status, 404);
}

TEST(Limits, AnswerAHeadThatTakesTooLong)
{
    RunningServer server{{}, withLimits([](Limits& limits) { limits.headTime = soon; })};
    auto client = server.client();

    client.raw().send("GET /hello HTTP/1.1\r\nHo");

    const auto reply = client.receive();
    EXPECT_EQ(reply.status, 408);
    EXPECT_EQ(problemCode(reply), "http.timeout");
    client.raw().waitForClose();
}

TEST(Limits, CloseAConnectionThatNeverSpeaks)
{
    RunningServer server{{}, withLimits([](Limits& limits) { limits.headTime = soon; })};
    auto client = server.client();

    EXPECT_TRUE(client.raw().receive().empty());
}

TEST(Limits, CloseAKeptConnectionThatStaysIdle)
{
    RunningServer server{{}, withLimits([](Limits& limits) { limits.keepAliveTime = soon; })};
    auto client = server.client();

    EXPECT_EQ(client.get("/hello").status, 200);
    EXPECT_TRUE(client.raw().receive().empty());
}

TEST(Limits, AnswerABodyThatTricklesTooSlowly)
{
    RunningServer server{{}, withLimits([](Limits& limits) { limits.transferTimeBase = soon; })};
    auto client = server.client();

    client.raw().send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc");

    EXPECT_EQ(problemCode(client.receive()), "http.timeout");
}

TEST(Limits, EndARequestThatGoesOnForEverHoweverSteadily)
{
    RunningServer server{{}, withLimits([](Limits& limits) {
                             limits.requestTime = soon;
                             limits.headTime = soon;
                         })};
    auto client = server.client();

    client.raw().send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
    while (client.raw().sendUnlessClosed("abc") && server.answered("POST /echo", 408) == 0)
        std::this_thread::yield();

    EXPECT_EQ(problemCode(client.receive()), "http.timeout");
}

TEST(Limits, EndABodyThatIsMostlyChunkLines)
{
    RunningServer server{{}, withLimits([](Limits& limits) { limits.chunkLinesBytesMax = 1'000; })};
    auto client = server.client();
    const std::string chunk = "1;" + std::string(100, 'a') + "\r\nx\r\n";

    client.raw().send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int sent = 0; sent < 1'000 && client.raw().sendUnlessClosed(chunk); ++sent) {
    }

    EXPECT_EQ(problemCode(client.receive()), "http.malformed");
    auto good = server.client();
    std::string body;
    for (int i = 0; i < 1'000; ++i)
        body += "1\r\nx\r\n";
    good.raw().send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + body +
                    "0\r\n\r\n");
    EXPECT_EQ(good.receive().body, std::string(1'000, 'x'));
}

TEST(Limits, AnswerTooManyRequestsFromOneAddressUntilItHasWaited)
{
    auto options = withLimits([](Limits& limits) { limits.requestsPerAddressMax = 3; });
    RunningServer server{{}, options};
    auto client = server.client();
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(client.get("/hello").status, 200);

    const auto refused = server.client().get("/hello");

    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(problemCode(refused), "http.too_many_requests");
    const int wait = std::stoi(refused.find("Retry-After").value_or("0"));
    EXPECT_GE(wait, 1);
    EXPECT_LE(wait, 20);
    EXPECT_EQ(server.metrics().requestsLimited, 1u);
}

TEST(Limits, CountRequestsBehindAProxyForWhoSendsThem)
{
    auto options = withLimits([](Limits& limits) { limits.requestsPerAddressMax = 1; });
    options.trustedProxies = {"127.0.0.1"};
    RunningServer server{{}, options};
    auto client = server.client();
    const auto from = [&](const char* address) {
        return client.get("/hello", {{"X-Forwarded-For", address}}).status;
    };

    EXPECT_EQ(from("203.0.113.9"), 200);
    EXPECT_EQ(from("203.0.113.9"), 429);
    EXPECT_EQ(from("203.0.113.10"), 200);
    // The proxy's own, such as looking whether the server is well, are nobody's.
    EXPECT_EQ(client.get("/hello").status, 200);
    EXPECT_EQ(client.get("/hello").status, 200);
}

TEST(Limits, DropACallerThatDoesNotReadItsAnswer)
{
    const std::string large(32 * mebibyte, 'x');
    Router router;
    router.add(Method::Get, "/large", {}, [&](const Request&) { return Response{.body = large}; });
    const auto options = withLimits([](Limits& limits) {
        limits.transferTimeBase = soon;
        limits.transferRateMin = 1'000'000'000;
        limits.lingerTime = soon;
    });
    RunningServer server{std::move(router), options};
    auto deaf = server.client();

    deaf.raw().send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    // Its head shows that the answer is under way; from there on the caller does not read.
    EXPECT_EQ(deaf.receiveHead().status, 200);
    while (server.metrics().connectionsOpen > 0)
        std::this_thread::yield();

    auto received = deaf.pending().size();
    for (auto more = deaf.raw().receive(); !more.empty(); more = deaf.raw().receive())
        received += more.size();
    EXPECT_LT(received, large.size());
}

TEST(Limits, AnswerForAHandlerThatTakesTooLong)
{
    std::promise<void> mayEnd;
    auto end = mayEnd.get_future().share();
    WorkerPool pool{"slow", 1, 8};
    Router router;
    router.add(Method::Get, "/slow", {.timeLimit = soon, .pool = &pool}, [end](const Request&) {
        end.wait();
        return textResponse("late");
    });
    RunningServer server{std::move(router)};
    auto client = server.client();

    const auto reply = client.get("/slow");

    EXPECT_EQ(reply.status, 503);
    EXPECT_EQ(problemCode(reply), "server.time_limit");
    mayEnd.set_value();
    EXPECT_EQ(client.get("/hello").body, "hello");
}

TEST(Limits, RefuseWhatAFullPoolCannotTake)
{
    std::promise<void> mayEnd;
    auto end = mayEnd.get_future().share();
    WorkerPool pool{"narrow", 1, 1};
    std::promise<void> begun;
    std::once_flag once;
    Router router;
    router.add(Method::Get, "/slow", {.pool = &pool}, [&, end](const Request&) {
        std::call_once(once, [&] { begun.set_value(); });
        end.wait();
        return textResponse("done");
    });
    RunningServer server{std::move(router)};
    std::array<HttpClient, 3> clients{server.client(), server.client(), server.client()};
    const std::string request = "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n";

    clients[0].raw().send(request); // Runs.
    begun.get_future().wait();
    clients[1].raw().send(request); // Waits in the queue.
    while (pool.queued() == 0)
        std::this_thread::yield();
    const auto refused = clients[2].get("/slow");

    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(problemCode(refused), "server.busy");
    EXPECT_EQ(refused.find("Retry-After"), "1");
    mayEnd.set_value();
    EXPECT_EQ(clients[0].receive().body, "done");
    EXPECT_EQ(clients[1].receive().body, "done");
}

TEST(Limits, RefuseConnectionsBeyondTheTotalAndServeAgainWhenOneHasGone)
{
    RunningServer server{{}, withLimits([](Limits& limits) { limits.connectionsMax = 2; })};
    auto first = server.client();
    std::optional<HttpClient> second = server.client();
    EXPECT_EQ(first.get("/hello").status, 200);
    EXPECT_EQ(second->get("/hello").status, 200);

    const auto refused = server.client().get("/hello");
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(problemCode(refused), "server.busy");
    EXPECT_EQ(refused.find("Connection"), "close");

    // The place is free a moment after the caller has gone; the test program has its own limit.
    second.reset();
    while (server.client().get("/hello").status != 200)
        std::this_thread::yield();
}

TEST(Limits, CloseWithoutAWordWhenEvenRefusalsAreTooMany)
{
    RunningServer server{{}, withLimits([](Limits& limits) {
                             limits.connectionsMax = 0;
                             limits.refusalsMax = 0;
                         })};
    auto client = server.client();

    EXPECT_TRUE(client.raw().receive().empty());
    EXPECT_EQ(server.metrics().connectionsRefused, 1u);
}

TEST(Limits, RefuseTooManyConnectionsFromOneAddressButNotFromATrustedProxy)
{
    auto options = withLimits([](Limits& limits) { limits.connectionsPerAddressMax = 1; });
    {
        RunningServer server{{}, options};
        auto first = server.client();
        EXPECT_EQ(first.get("/hello").status, 200);
        EXPECT_EQ(server.client().get("/hello").status, 503);
    }
    options.trustedProxies = {"127.0.0.0/8"};
    Router router;
    router.add(Method::Get, "/me", {},
               [](const Request& request) { return textResponse(request.remoteAddress); });
    RunningServer server{std::move(router), options};
    auto first = server.client();

    EXPECT_EQ(first.get("/me").body, "127.0.0.1");
    EXPECT_EQ(server.client().get("/me", {{"X-Forwarded-For", "6.6.6.6, 203.0.113.9"}}).body,
              "203.0.113.9");
}

} // namespace
} // namespace fieldbook::server::net
