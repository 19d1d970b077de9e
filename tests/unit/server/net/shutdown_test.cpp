#include "tests/unit/server/net/running_server.h"

#include <gtest/gtest.h>

#include <future>
#include <thread>

namespace fieldbook::server::net {
namespace {

// The callers of these tests do not close by themselves.
ServerOptions shortGoodbye()
{
    ServerOptions options;
    options.limits.lingerTime = std::chrono::milliseconds{30};
    return options;
}

// A route that begins, says so, and ends when it may.
struct Gate {
    std::promise<void> begun;
    std::promise<void> mayEnd;
    std::shared_future<void> end = mayEnd.get_future().share();
    WorkerPool pool{"gate", 1, 8};

    Router router()
    {
        Router router;
        router.add(Method::Get, "/gate", {.pool = &pool}, [this](const Request&) {
            begun.set_value();
            end.wait();
            return textResponse("finished");
        });
        return router;
    }
};

TEST(Shutdown, FinishesTheRequestInFlight)
{
    Gate gate;
    RunningServer server{gate.router(), shortGoodbye()};
    auto client = server.client();
    client.raw().send("GET /gate HTTP/1.1\r\nHost: x\r\n\r\n");
    gate.begun.get_future().wait();

    server.server().shutdown();
    gate.mayEnd.set_value();

    const auto reply = client.receive();
    EXPECT_EQ(reply.body, "finished");
    EXPECT_EQ(reply.find("Connection"), "close");
    server.server().wait();
    EXPECT_EQ(server.metrics().connectionsOpen, 0);
}

TEST(Shutdown, EndsIdleConnectionsAndAcceptsNoMore)
{
    RunningServer server;
    auto client = server.client();
    EXPECT_EQ(client.get("/hello").status, 200);

    server.server().shutdown();

    client.raw().waitForClose();
    server.server().wait();
    EXPECT_THROW((void)server.client(), std::runtime_error);
}

TEST(Shutdown, CutsOffWhatDoesNotEnd)
{
    Gate gate;
    ServerOptions options;
    options.limits.shutdownTime = std::chrono::milliseconds{30};
    RunningServer server{gate.router(), options};
    auto client = server.client();
    client.raw().send("GET /gate HTTP/1.1\r\nHost: x\r\n\r\n");
    gate.begun.get_future().wait();

    server.server().shutdown();
    server.server().wait();

    EXPECT_THROW((void)client.receive(), std::runtime_error);
    gate.mayEnd.set_value();
}

TEST(Shutdown, MayBeOrderedByManyThreadsAndFromAHandler)
{
    Server* running = nullptr;
    Router router;
    router.add(Method::Post, "/stop", {}, [&](const Request&) {
        running->shutdown();
        return textResponse("stopping");
    });
    RunningServer server{std::move(router), shortGoodbye()};
    running = &server.server();
    auto client = server.client();

    EXPECT_EQ(client.post("/stop", "now").body, "stopping");

    std::vector<std::jthread> threads;
    threads.reserve(4);
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] { server.server().shutdown(); });
    server.server().wait();
}

TEST(Shutdown, EndsAServerThatNeverListened)
{
    Metrics metrics;
    Server server{{}, {}, metrics};

    server.shutdown();
    server.wait();

    EXPECT_THROW((void)server.listen({}), std::runtime_error);
}

TEST(Listener, SaysWhenTheAddressCannotBeHad)
{
    RunningServer server;

    EXPECT_THROW((void)server.server().listen({.port = server.port()}), std::runtime_error);
    EXPECT_THROW((void)server.server().listen({.address = "nowhere"}), std::runtime_error);
}

} // namespace
} // namespace fieldbook::server::net
