#pragma once

#include "server/net/server.h"
#include "server/net/worker_pool.h"
#include "tests/support/http_client.h"

#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::server::net {

// A real server on a free port of 127.0.0.1, with a few routes of its own and those of the test:
// GET /hello, POST /echo (answers the body), POST /bulk (the same, up to 4 MiB, on the pool).
class RunningServer {
public:
    explicit RunningServer(Router extra = {},
                           ServerOptions options = {},
                           const std::optional<TlsFiles>& tls = {});

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] testing::HttpClient client() const { return testing::HttpClient{port_}; }
    [[nodiscard]] Server& server() { return *server_; }
    [[nodiscard]] const Metrics& metrics() const { return metrics_; }
    [[nodiscard]] std::vector<std::string> failures() const;
    [[nodiscard]] std::uint64_t answered(std::string_view route, int status) const;

private:
    Metrics metrics_;
    mutable std::mutex mutex_;
    std::vector<std::string> failures_;
    WorkerPool pool_{"test", 2, 64};
    std::optional<Server> server_;
    std::uint16_t port_ = 0;
};

// The "code" of a problem document, after checking that it is one for this status.
[[nodiscard]] std::string problemCode(const testing::HttpReply& reply);

} // namespace fieldbook::server::net
