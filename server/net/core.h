#pragma once

#include "server/net/asio.h"
#include "server/net/peer_address.h"
#include "server/net/rate_limiter.h"
#include "server/net/server.h"
#include "server/net/sessions.h"

#include <atomic>
#include <memory>

namespace fieldbook::server::net {

// What all sessions of one server share. Held by shared_ptr because a handler may answer after the
// server has gone; sessions refer to it plainly, for they end before wait() returns.
struct Core : std::enable_shared_from_this<Core> {
    Core(Router routes, ServerOptions given, Metrics& counters);

    asio::io_context io;
    const Router router;
    const ServerOptions options;
    const Limits& limits;
    Metrics& metrics;
    const TrustedProxies proxies;
    RateLimiter rate; // Of addresses.
    Sessions sessions;
    std::atomic<std::size_t> bodiesBytes = 0; // Of all requests being read or handled.
    std::chrono::milliseconds tick; // The shortest of the common deadlines; see Deadline.
};

} // namespace fieldbook::server::net
