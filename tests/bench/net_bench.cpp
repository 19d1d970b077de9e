// How many small requests a second the server answers on 64 kept connections over the loopback,
// beside a bare epoll loop that only looks for the end of a head and sends fixed bytes. Load and
// server share the machine. One JSON line per figure.

#include "server/net/server.h"
#include "server/net/worker_pool.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <unistd.h>
#include <vector>

namespace fieldbook::server::net {
namespace {

constexpr int rounds = 5;
constexpr int connectionCount = 64;
constexpr int serverThreads = 2;
constexpr std::chrono::milliseconds roundTime{1000};
constexpr std::string_view body = R"({"status":"ok","records":[1,2,3],"name":"北京张伟商贸"})";

// Fails loudly, so that no figure is that of work not done.
void require(bool condition, const char* what)
{
    if (condition)
        return;
    std::perror(what);
    std::exit(1);
}

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void watch(int epoll, int descriptor)
{
    epoll_event event{.events = EPOLLIN, .data = {.fd = descriptor}};
    require(::epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) == 0, "epoll_ctl");
}

void sendAll(int descriptor, std::string_view bytes)
{
    require(::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
                static_cast<ssize_t>(bytes.size()),
            "send");
}

// The limit: nothing but the system calls that any server must make.
class BareServer {
public:
    BareServer()
    {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        auto address = loopback(0);
        socklen_t size = sizeof address;
        require(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0, "bind");
        require(::listen(listener_, connectionCount) == 0, "listen");
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port = ntohs(address.sin_port);
        answer_ = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                  std::to_string(body.size()) + "\r\n\r\n" + std::string{body};
        for (int i = 0; i < serverThreads; ++i)
            epolls_.push_back(::epoll_create1(0));
        acceptor_ = std::thread{[this] { accept(); }};
        for (const int epoll : epolls_)
            threads_.emplace_back([this, epoll] { serve(epoll); });
    }
    BareServer(const BareServer&) = delete;
    BareServer& operator=(const BareServer&) = delete;
    ~BareServer()
    {
        stop_ = true;
        ::shutdown(listener_, SHUT_RDWR);
        acceptor_.join();
        for (auto& thread : threads_)
            thread.join();
        for (const int epoll : epolls_)
            ::close(epoll);
        ::close(listener_);
    }

    std::uint16_t port = 0;

private:
    void accept()
    {
        for (std::size_t i = 0; !stop_; ++i) {
            const int connection = ::accept(listener_, nullptr, nullptr);
            if (connection < 0)
                continue;
            const int yes = 1;
            ::setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            watch(epolls_[i % epolls_.size()], connection);
        }
    }

    void serve(int epoll)
    {
        std::array<epoll_event, connectionCount> events{};
        std::array<char, 4096> buffer{};
        while (!stop_) {
            const int ready = ::epoll_wait(epoll, events.data(), connectionCount, 50);
            for (int i = 0; i < ready; ++i) {
                const int connection = events[static_cast<std::size_t>(i)].data.fd;
                const auto size = ::recv(connection, buffer.data(), buffer.size(), 0);
                if (size <= 0)
                    ::close(connection);
                else if (std::string_view{buffer.data(), static_cast<std::size_t>(size)}.ends_with(
                             "\r\n\r\n"))
                    sendAll(connection, answer_);
            }
        }
    }

    int listener_ = -1;
    std::atomic<bool> stop_ = false;
    std::string answer_;
    std::vector<int> epolls_;
    std::thread acceptor_;
    std::vector<std::thread> threads_;
};

// Answers a second from one thread that keeps every connection busy with one request.
double load(std::uint16_t port, std::string_view target)
{
    const std::string request = "GET " + std::string{target} +
                                " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
                                "User-Agent: bench\r\n\r\n";
    const int epoll = ::epoll_create1(0);
    std::vector<int> connections;
    for (int i = 0; i < connectionCount; ++i) {
        const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
        const auto address = loopback(port);
        require(
            ::connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0,
            "connect");
        const int yes = 1;
        ::setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        watch(epoll, connection);
        connections.push_back(connection);
        sendAll(connection, request);
    }
    std::array<epoll_event, connectionCount> events{};
    std::array<char, 4096> buffer{};
    long answers = 0;
    const auto start = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - start < roundTime) {
        const int ready = ::epoll_wait(epoll, events.data(), connectionCount, 1000);
        for (int i = 0; i < ready; ++i) {
            const int connection = events[static_cast<std::size_t>(i)].data.fd;
            const auto size = ::recv(connection, buffer.data(), buffer.size(), 0);
            const std::string_view text{buffer.data(), static_cast<std::size_t>(size)};
            require(size > 0 && text.starts_with("HTTP/1.1 200") && text.ends_with(body), "answer");
            ++answers;
            sendAll(connection, request);
        }
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    for (const int connection : connections)
        ::close(connection);
    ::close(epoll);
    return static_cast<double>(answers) / taken.count();
}

double median(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + rounds / 2);
    return values[rounds / 2];
}

void report(const char* name, double value, double limit)
{
    std::printf(R"({"name":"%s","value":%.0f,"unit":"requests per second","limit":%.0f,)"
                R"("ratio":%.3f})"
                "\n",
                name, value, limit, value / limit);
}

void run()
{
    const BareServer bare;
    WorkerPool pool{"bench", serverThreads, 1024};
    Metrics metrics;
    Router router;
    router.add(Method::Get, "/inline", {},
               [](const Request&) { return jsonResponse(std::string{body}); });
    router.add(Method::Get, "/pooled/{id}", {.pool = &pool},
               [](const Request&) { return jsonResponse(std::string{body}); });
    Server server{std::move(router), {.threads = serverThreads}, metrics};
    const auto port = server.listen({});

    std::vector<double> limit;
    std::vector<double> onIoThread;
    std::vector<double> onPool;
    for (int i = 0; i < rounds; ++i) {
        limit.push_back(load(bare.port, "/"));
        onIoThread.push_back(load(port, "/inline"));
        onPool.push_back(load(port, "/pooled/0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5b?fields=name"));
    }
    report("http_small_requests", median(onIoThread), median(limit));
    report("http_small_requests_on_pool", median(onPool), median(limit));
}

} // namespace
} // namespace fieldbook::server::net

int main() { fieldbook::server::net::run(); }
