#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <deque>
#include <string>
#include <utility>

namespace fieldbook::server::net {

// How often one route answered with each status, and how long it took in all.
struct RouteMetrics {
    explicit RouteMetrics(std::string name) : route{std::move(name)} {}

    void count(int status, std::uint64_t micros)
    {
        const auto slot = status >= 100 && status < 600 ? status - 100 : 0;
        byStatus[static_cast<std::size_t>(slot)].fetch_add(1, std::memory_order_relaxed);
        durationMicros.fetch_add(micros, std::memory_order_relaxed);
    }

    std::string route; // "GET /v1/records/{type}/{id}"; "-" for what reached no route.
    std::array<std::atomic<std::uint64_t>, 500> byStatus{}; // Index: status - 100.
    std::atomic<std::uint64_t> durationMicros = 0;
};

// Counters of one server, written by its sessions, readable from any thread at any time. The list
// of routes is made when the server is constructed and does not change afterwards.
struct Metrics {
    std::atomic<std::uint64_t> connectionsAccepted = 0;
    std::atomic<std::uint64_t> connectionsRefused = 0;
    std::atomic<std::uint64_t> requestsLimited = 0; // Answered 429 for their address.
    std::atomic<std::int64_t> connectionsOpen = 0;
    std::atomic<std::uint64_t> handshakesFailed = 0;
    std::atomic<std::uint64_t> bytesRead = 0;
    std::atomic<std::uint64_t> bytesWritten = 0;
    std::atomic<std::int64_t> requestsInFlight = 0;
    std::atomic<std::int64_t> webSocketsOpen = 0;
    std::atomic<std::uint64_t> webSocketMessages = 0;
    std::deque<RouteMetrics> routes;
};

} // namespace fieldbook::server::net
