#include "server/net/listener.h"

#include "server/net/session.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>

namespace fieldbook::server::net {
namespace {

// Until a descriptor may have come free again.
constexpr std::chrono::milliseconds exhaustedPause{100};

} // namespace

Listener::Listener(Core& core,
                   const asio::ip::tcp::endpoint& endpoint,
                   std::shared_ptr<asio::ssl::context> tls)
    : core_{core},
      strand_{asio::make_strand(core.io)},
      acceptor_{strand_},
      pause_{strand_},
      tls_{std::move(tls)}
{
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(asio::socket_base::reuse_address{true});
    if (endpoint.address().is_v6() && endpoint.address().is_unspecified())
        acceptor_.set_option(asio::ip::v6_only{false});
    acceptor_.bind(endpoint);
    acceptor_.listen(asio::socket_base::max_listen_connections);
    port_ = acceptor_.local_endpoint().port();
}

void Listener::start()
{
    auto self = shared_from_this();
    asio::co_spawn(strand_, [self] { return self->run(); }, [self](const std::exception_ptr&) {});
}

void Listener::stop()
{
    asio::post(strand_, [self = shared_from_this()] {
        IoError ignored;
        self->acceptor_.close(ignored);
        self->pause_.cancel();
    });
}

void Listener::renew(std::shared_ptr<asio::ssl::context> tls)
{
    asio::post(strand_, [self = shared_from_this(), context = std::move(tls)]() mutable {
        if (self->tls_)
            self->tls_ = std::move(context);
    });
}

Task<void> Listener::run()
{
    while (acceptor_.is_open()) {
        const auto strand = asio::make_strand(core_.io);
        auto [error, socket] = co_await acceptor_.async_accept(strand, asTuple);
        if (!error) {
            welcome(std::move(socket));
            continue;
        }
        if (error == asio::error::operation_aborted || error == asio::error::bad_descriptor)
            co_return;
        // A peer that has gone already is nothing; out of descriptors or memory needs patience.
        if (error != asio::error::connection_aborted) {
            pause_.expires_after(exhaustedPause);
            co_await pause_.async_wait(asTuple);
        }
    }
}

void Listener::welcome(Socket socket)
{
    core_.metrics.connectionsAccepted.fetch_add(1, std::memory_order_relaxed);
    IoError error;
    const auto peer = socket.remote_endpoint(error).address();
    if (error)
        return;
    // Small answers must not wait for the acknowledgement of the last.
    socket.set_option(asio::ip::tcp::no_delay{true}, error);
    auto key = core_.proxies.contain(peer) ? std::string{} : addressKey(peer);
    const auto verdict = core_.sessions.admit(key);
    if (verdict == Sessions::Verdict::Drop)
        return;
    auto connection =
        tls_ ? makeTlsConnection(std::move(socket), tls_) : makePlainConnection(std::move(socket));
    std::make_shared<Session>(core_, std::move(connection), peer, std::move(key), verdict)->start();
}

} // namespace fieldbook::server::net
