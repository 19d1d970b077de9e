#include "server/net/problem.h"
#include "tests/support/certificate.h"
#include "tests/support/websocket_client.h"
#include "tests/unit/server/net/running_server.h"

#include <gtest/gtest.h>

#include <thread>

namespace fieldbook::server::net {
namespace {

using testing::HttpClient;
using testing::WebSocketClient;
using Kind = WebSocketClient::Kind;

// Listens under /live as ?device=D to the topics named by ?topic=T.
struct LiveServer {
    WebSocketHub hub;
    RunningServer server;

    explicit LiveServer(ServerOptions options = {}, const std::optional<TlsFiles>& tls = {})
        : server{router(hub), std::move(options), tls}
    {}

    static Router router(WebSocketHub& hub)
    {
        Router router;
        router.addWebSocket("/live", {}, hub, authorise);
        return router;
    }

    static tl::expected<Subscription, Response> authorise(const Request& request)
    {
        const auto device = request.queryValue("device");
        if (!device)
            return tl::unexpected{problemResponse(401, "session.missing", "", request.requestId)};
        Subscription subscription{.key = std::string{*device}};
        for (const auto& [name, value] : request.query) {
            if (name == "topic")
                subscription.topics.push_back(value);
        }
        return subscription;
    }

    // The 101 is on its way a moment before the hub knows the socket.
    void waitForSockets(std::size_t count) const
    {
        while (hub.size() != count)
            std::this_thread::yield();
    }
};

TEST(WebSocket, BringsTheTopicsItListensToAndNoOther)
{
    LiveServer live;
    WebSocketClient first{live.server.port(), "/live?device=a&topic=user:1&topic=team:1"};
    WebSocketClient second{live.server.port(), "/live?device=b&topic=team:1"};
    live.waitForSockets(2);

    live.hub.publish("user:2", "not for these");
    live.hub.publish("user:1", "one");
    EXPECT_EQ(first.receiveText(), "one");
    live.hub.publish("team:1", "both");

    EXPECT_EQ(first.receiveText(), "both");
    EXPECT_EQ(second.receiveText(), "both");
    EXPECT_EQ(live.server.metrics().webSocketsOpen, 2);
}

TEST(WebSocket, WorksOverTls)
{
    const auto certificate = testing::makeCertificate();
    LiveServer live{{}, TlsFiles{certificate.certificate, certificate.key}};
    WebSocketClient client{
        live.server.port(), "/live?device=a&topic=t", {}, certificate.certificate};
    live.waitForSockets(1);

    live.hub.publish("t", "hello");

    EXPECT_EQ(client.receiveText(), "hello");
    live.hub.close("a");
    EXPECT_EQ(client.receiveClose(), 1008);
    client.raw().finishSending();
    live.waitForSockets(0);
}

TEST(WebSocket, OwesASlowSubscriberOnlyTheNewestTextOfATopic)
{
    LiveServer live;
    WebSocketClient slow{live.server.port(), "/live?device=a&topic=t"};
    live.waitForSockets(1);
    constexpr int published = 4000;
    const std::string padding(16 * kibibyte,
                              '.'); // 64 MiB in all, more than any socket buffer holds.

    for (int i = 1; i <= published; ++i)
        live.hub.publish("t", std::to_string(i) + padding);

    int received = 0;
    int last = 0;
    while (last != published) {
        const int number = std::stoi(slow.receiveText());
        ASSERT_GT(number, last);
        last = number;
        ++received;
    }
    EXPECT_LT(received, published);
}

TEST(WebSocket, PingsAndEndsASubscriberThatHasGoneSilent)
{
    ServerOptions options;
    options.limits.webSocketIdleTime = std::chrono::milliseconds{60};
    LiveServer live{options};
    WebSocketClient silent{live.server.port(), "/live?device=a&topic=t"};

    EXPECT_EQ(silent.receive().kind, Kind::Ping);
    silent.raw().waitForClose();
    live.waitForSockets(0);
}

TEST(WebSocket, KeepsASubscriberThatAnswersPings)
{
    ServerOptions options;
    options.limits.webSocketIdleTime = std::chrono::milliseconds{200};
    LiveServer live{options};
    WebSocketClient client{live.server.port(), "/live?device=a&topic=t"};

    for (int i = 0; i < 4; ++i) {
        const auto ping = client.receive();
        ASSERT_EQ(ping.kind, Kind::Ping);
        client.send(Kind::Pong, ping.payload);
    }

    EXPECT_EQ(live.hub.size(), 1u);
}

TEST(WebSocket, IsRefusedByTheAuthorisationWithItsOwnAnswer)
{
    LiveServer live;
    auto client = live.server.client();
    const HttpClient::Fields upgrade{{"Connection", "Upgrade"},
                                     {"Upgrade", "websocket"},
                                     {"Sec-WebSocket-Version", "13"},
                                     {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="}};

    const auto reply = client.get("/live", upgrade);

    EXPECT_EQ(reply.status, 401);
    EXPECT_EQ(problemCode(reply), "session.missing");
    EXPECT_EQ(client.get("/hello").status, 200);
}

TEST(WebSocket, IsNotGivenToWhoDoesNotAskForItProperly)
{
    LiveServer live;
    auto client = live.server.client();

    const auto plain = client.get("/live?device=a");
    EXPECT_EQ(plain.status, 426);
    EXPECT_EQ(problemCode(plain), "http.upgrade_required");
    EXPECT_EQ(plain.find("Upgrade"), "websocket");
    EXPECT_EQ(plain.find("Connection"), "Upgrade");
    const auto keyless = client.get("/live?device=a", {{"Connection", "Upgrade"},
                                                       {"Upgrade", "websocket"},
                                                       {"Sec-WebSocket-Version", "13"},
                                                       {"Sec-WebSocket-Key", "short"}});
    EXPECT_EQ(keyless.status, 400);
    EXPECT_EQ(problemCode(keyless), "http.malformed");
}

TEST(WebSocket, IsGivenToNoPageOfAnotherOrigin)
{
    LiveServer live;
    const auto answerTo = [&](const std::string& origin) {
        auto client = live.server.client();
        return client.get("/live?device=a", {{"Connection", "Upgrade"},
                                             {"Upgrade", "websocket"},
                                             {"Sec-WebSocket-Version", "13"},
                                             {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="},
                                             {"Origin", origin}});
    };

    for (const auto* foreign : {"https://evil.example", "null", "http://127.0.0.1.evil.example"}) {
        const auto reply = answerTo(foreign);
        EXPECT_EQ(reply.status, 403) << foreign;
        EXPECT_EQ(problemCode(reply), "http.foreign_origin");
    }
    // The client names no port, as where the usual one serves.
    WebSocketClient(live.server.port(), "/live?device=a", {{"Origin", "http://127.0.0.1"}});
}

TEST(WebSocket, EndsTheOldestOfTooManySocketsOfOneKey)
{
    ServerOptions options;
    options.limits.webSocketsPerKeyMax = 2;
    LiveServer live{options};
    std::optional<WebSocketClient> oldest{std::in_place, live.server.port(), "/live?device=a"};
    live.waitForSockets(1);
    WebSocketClient second{live.server.port(), "/live?device=a&topic=t"};
    live.waitForSockets(2);

    WebSocketClient third{live.server.port(), "/live?device=a&topic=t"};

    EXPECT_EQ(oldest->receiveClose(), 1008);
    oldest.reset();
    live.waitForSockets(2);
    live.hub.publish("t", "still here");
    EXPECT_EQ(second.receiveText(), "still here");
    EXPECT_EQ(third.receiveText(), "still here");
}

TEST(WebSocket, RefusesMoreTopicsThanOneSocketMayHave)
{
    ServerOptions options;
    options.limits.webSocketTopicsMax = 1;
    LiveServer live{options};

    EXPECT_THROW(WebSocketClient(live.server.port(), "/live?device=a&topic=1&topic=2"),
                 std::runtime_error);
    WebSocketClient(live.server.port(), "/live?device=a&topic=1");
}

TEST(WebSocket, EndsAllSocketsOfAKey)
{
    LiveServer live;
    std::optional<WebSocketClient> first{std::in_place, live.server.port(), "/live?device=a"};
    std::optional<WebSocketClient> second{std::in_place, live.server.port(), "/live?device=a"};
    WebSocketClient other{live.server.port(), "/live?device=b&topic=t"};
    live.waitForSockets(3);

    live.hub.close("a");

    EXPECT_EQ(first->receiveClose(), 1008);
    EXPECT_EQ(second->receiveClose(), 1008);
    first.reset();
    second.reset();
    live.waitForSockets(1);
    live.hub.publish("t", "still here");
    EXPECT_EQ(other.receiveText(), "still here");
}

TEST(WebSocket, ChangesItsTopicsWithoutReconnecting)
{
    LiveServer live;
    WebSocketClient client{live.server.port(), "/live?device=a&topic=old"};
    live.waitForSockets(1);

    live.hub.resubscribe("a", {"new"});
    live.hub.publish("old", "no longer");
    live.hub.publish("new", "now this");

    EXPECT_EQ(client.receiveText(), "now this");
}

TEST(WebSocket, EndsWithTheServer)
{
    LiveServer live;
    std::optional<WebSocketClient> client{std::in_place, live.server.port(), "/live?device=a"};
    live.waitForSockets(1);

    live.server.server().shutdown();

    EXPECT_EQ(client->receiveClose(), 1001);
    client.reset();
    live.server.server().wait();
    EXPECT_EQ(live.hub.size(), 0u);
}

TEST(WebSocket, EndsWithTheServerEvenWhenThePeerDoesNotAnswer)
{
    ServerOptions options;
    options.limits.shutdownTime = std::chrono::milliseconds{50};
    LiveServer live{options};
    const WebSocketClient deaf{live.server.port(), "/live?device=a"};
    live.waitForSockets(1);

    live.server.server().shutdown();
    live.server.server().wait();

    EXPECT_EQ(live.hub.size(), 0u);
}

TEST(WebSocket, EndsASubscriberThatTalksTooMuch)
{
    ServerOptions options;
    options.limits.webSocketMessagesPerWindowMax = 5;
    LiveServer live{options};
    WebSocketClient client{live.server.port(), "/live?device=a"};

    for (int i = 0; i < 6; ++i)
        client.send(Kind::Text, "hello?");

    EXPECT_EQ(client.receiveClose(), 1008);
}

TEST(WebSocket, EndsOnMessagesAndFramesThatBreakTheRules)
{
    LiveServer live;
    WebSocketClient large{live.server.port(), "/live?device=a"};
    WebSocketClient unmasked{live.server.port(), "/live?device=a"};
    WebSocketClient garbled{live.server.port(), "/live?device=a"};

    large.send(Kind::Text, std::string(5000, 'a'));
    EXPECT_EQ(large.receiveClose(), 1009);
    unmasked.send(Kind::Text, "a", false);
    EXPECT_EQ(unmasked.receiveClose(), 1002);
    garbled.raw().send(std::string(16, '\xff'));
    EXPECT_EQ(garbled.receiveClose(), 1002);
    live.waitForSockets(0);
}

TEST(WebSocket, IsForgottenWhenThePeerVanishes)
{
    LiveServer live;
    {
        WebSocketClient client{live.server.port(), "/live?device=a&topic=t"};
        live.waitForSockets(1);
        client.raw().reset();
    }

    live.waitForSockets(0);
    live.hub.publish("t", "nobody listens");
}

TEST(WebSocket, SurvivesPublishersAndSubscribersComingAndGoing)
{
    LiveServer live;
    std::atomic<bool> done = false;
    std::jthread publisher{[&] {
        while (!done) {
            live.hub.publish("t", "tick");
            live.hub.close("x");
        }
    }};

    for (int i = 0; i < 100; ++i) {
        WebSocketClient client{live.server.port(), "/live?device=a&topic=t"};
        EXPECT_EQ(client.receiveText(), "tick");
    }
    done = true;
}

} // namespace
} // namespace fieldbook::server::net
