#pragma once

#include "server/net/http.h"
#include "server/net/limits.h"
#include "server/net/metrics.h"
#include "server/net/router.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server::net {

struct Core;

// One answered request, for the log. Views are valid during the call only.
struct RequestRecord {
    std::string_view requestId;
    std::string_view remoteAddress;
    std::string_view method;
    std::string_view target;
    std::string_view route; // The pattern; "-" for what reached none.
    std::string_view user; // Response::user.
    int status = 0;
    std::size_t bytesRead = 0;
    std::size_t bytesWritten = 0;
    // From the first byte of the request until the answer goes out.
    std::chrono::microseconds duration{};
};

// What the server tells its owner. Called from any of its threads, so each must be thread-safe and
// quick; empty ones are skipped.
struct Observer {
    std::function<void(const RequestRecord&)> onRequest = nullptr;
    // A handler threw, or the session itself broke; what() of the exception.
    std::function<void(std::string_view requestId, std::string_view what)> onFailure = nullptr;
};

struct ServerOptions {
    Limits limits = {};
    // Threads for I/O; handlers that block belong on a WorkerPool.
    std::size_t threads = 2;
    // Addresses of load balancers in front, such as "10.0.0.5" or "10.1.0.0/16": their
    // X-Forwarded-For, -Proto and -Host are believed and the limits per address do not apply to
    // them. From everybody else these fields mean nothing.
    std::vector<std::string> trustedProxies = {};
    // The names under which the server is known, without ports. A request for any other host is
    // answered 421; without names every host is served.
    std::vector<std::string> names = {};
    Observer observer = {};
};

// Whether text can stand in ServerOptions::trustedProxies.
[[nodiscard]] bool isAddressRange(const std::string& text);

// A certificate chain and its key, as PEM text.
struct TlsFiles {
    std::string certificateChain;
    std::string privateKey;
};

struct ListenOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; // 0: any free one.
    std::optional<TlsFiles> tls = {}; // Absent: plain HTTP.
};

// The listener and its sessions on their own I/O threads. The router is complete before it starts;
// metrics and all that handlers use outlive it, worker pools are destroyed after it.
class Server {
public:
    Server(Router router, ServerOptions options, Metrics& metrics);
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    // Stops and waits.
    ~Server();

    // Starts to accept and returns the port. Throws std::runtime_error when the address cannot be
    // had or the certificate is no good. May be called for several addresses.
    std::uint16_t listen(const ListenOptions& options);

    // Gives every TLS listener this certificate for its connections to come. Throws
    // std::runtime_error, and changes nothing, when it is no good. The same one again renews the
    // keys of session tickets: none is good for longer than the time between two renewals.
    void renewCertificate(const TlsFiles& files);

    // Stops accepting, ends idle connections, lets the others finish their request, cuts off what
    // is left after limits.shutdownTime. Returns at once; any thread, any number of times.
    void shutdown();
    // Returns when the last session has ended after shutdown(). Not from a handler.
    void wait();

private:
    struct Running;

    std::shared_ptr<Core> core_;
    std::unique_ptr<Running> running_;
};

} // namespace fieldbook::server::net
