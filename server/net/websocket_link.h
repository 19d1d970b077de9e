#pragma once

#include "server/net/asio.h"
#include "server/net/websocket_hub.h"
#include "server/net/websocket_stream.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fieldbook::server::net {

struct Limits;
struct Metrics;

// One subscriber of the hub: a coroutine that reads (and forgets) what the peer says, another that
// writes the newest text of each topic as fast as the peer takes it.
class WebSocketLink final : public Subscriber, public std::enable_shared_from_this<WebSocketLink> {
public:
    WebSocketLink(std::unique_ptr<WebSocketStream> stream,
                  const Strand& strand,
                  const Limits& limits,
                  Metrics& metrics);

    // Accepts, listens until either side ends it. On the strand.
    Task<void> run(Upgrade upgrade, WebSocketHub& hub, Subscription subscription);

    void deliver(const std::string& topic, std::shared_ptr<const std::string> text) override;
    void close(CloseCode code) override;
    // On the strand.
    void abort();

private:
    using Outbox = std::vector<std::pair<std::string, std::shared_ptr<const std::string>>>;

    Task<void> write();
    Task<void> readAll();
    void wake();

    std::unique_ptr<WebSocketStream> stream_;
    Strand strand_;
    Timer wake_;
    const Limits& limits_;
    Metrics& metrics_;
    bool ended_ = false; // On the strand.

    std::mutex mutex_; // Over what follows.
    Outbox outbox_; // At most one text for each topic.
    bool woken_ = false;
    std::optional<CloseCode> closing_;
};

} // namespace fieldbook::server::net
