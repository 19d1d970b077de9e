#include "server/net/websocket_link.h"

#include "server/net/limits.h"
#include "server/net/metrics.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>

namespace fieldbook::server::net {
namespace {

// Known to the hub from here to the end of the scope, however it ends.
class Membership {
public:
    Membership(WebSocketHub& hub,
               Subscriber& subscriber,
               Subscription subscription,
               const Limits& limits,
               Metrics& metrics)
        : hub_{hub}, subscriber_{subscriber}, metrics_{metrics}
    {
        hub_.add(subscriber_, std::move(subscription), limits.webSocketsPerKeyMax);
        metrics_.webSocketsOpen.fetch_add(1, std::memory_order_relaxed);
    }
    Membership(const Membership&) = delete;
    Membership& operator=(const Membership&) = delete;
    ~Membership()
    {
        metrics_.webSocketsOpen.fetch_sub(1, std::memory_order_relaxed);
        hub_.remove(subscriber_);
    }

private:
    WebSocketHub& hub_;
    Subscriber& subscriber_;
    Metrics& metrics_;
};

} // namespace

WebSocketLink::WebSocketLink(std::unique_ptr<WebSocketStream> stream,
                             const Strand& strand,
                             const Limits& limits,
                             Metrics& metrics)
    : stream_{std::move(stream)}, strand_{strand}, wake_{strand}, limits_{limits}, metrics_{metrics}
{}

Task<void> WebSocketLink::run(Upgrade upgrade, WebSocketHub& hub, Subscription subscription)
{
    const auto error = co_await stream_->accept(std::move(upgrade));
    if (error)
        co_return;
    const Membership membership{hub, *this, std::move(subscription), limits_, metrics_};
    auto self = shared_from_this();
    asio::co_spawn(
        strand_, [self] { return self->write(); },
        [self](const std::exception_ptr&) { self->stream_->abort(); });

    co_await readAll();

    ended_ = true;
    wake_.cancel();
    stream_->abort();
}

Task<void> WebSocketLink::readAll()
{
    auto windowEnd = std::chrono::steady_clock::now() + limits_.webSocketRateWindow;
    std::size_t inWindow = 0;
    while (true) {
        const auto error = co_await stream_->skipMessage();
        if (error)
            co_return;
        const auto now = std::chrono::steady_clock::now();
        if (now >= windowEnd) {
            windowEnd = now + limits_.webSocketRateWindow;
            inWindow = 0;
        }
        if (++inWindow > limits_.webSocketMessagesPerWindowMax)
            close(CloseCode::Policy);
    }
}

Task<void> WebSocketLink::write()
{
    while (!ended_) {
        Outbox batch;
        std::optional<CloseCode> closing;
        {
            const std::lock_guard lock{mutex_};
            woken_ = false;
            batch.swap(outbox_);
            closing = closing_;
        }
        if (closing) {
            co_await stream_->close(*closing);
            co_return;
        }
        for (const auto& [topic, text] : batch) {
            const auto error = co_await stream_->writeText(asio::buffer(*text));
            if (error)
                co_return;
            metrics_.webSocketMessages.fetch_add(1, std::memory_order_relaxed);
        }
        if (!batch.empty())
            continue;
        wake_.expires_at(SteadyTime::max());
        co_await wake_.async_wait(asTuple);
    }
}

void WebSocketLink::deliver(const std::string& topic, std::shared_ptr<const std::string> text)
{
    const std::lock_guard lock{mutex_};
    const auto waiting = std::ranges::find(outbox_, topic, &Outbox::value_type::first);
    if (waiting != outbox_.end())
        waiting->second = std::move(text);
    else
        outbox_.emplace_back(topic, std::move(text));
    wake();
}

void WebSocketLink::close(CloseCode code)
{
    const std::lock_guard lock{mutex_};
    if (!closing_)
        closing_ = code;
    wake();
}

void WebSocketLink::wake()
{
    if (std::exchange(woken_, true))
        return;
    asio::post(strand_, [self = shared_from_this()] { self->wake_.cancel(); });
}

void WebSocketLink::abort() { stream_->abort(); }

} // namespace fieldbook::server::net
