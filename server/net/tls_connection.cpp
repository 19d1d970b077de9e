#include "server/net/beast_websocket.h"
#include "server/net/connection.h"

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include <array>

namespace fieldbook::server::net {
namespace {

class TlsConnection final : public Connection {
public:
    TlsConnection(Socket socket, std::shared_ptr<asio::ssl::context> context)
        : context_{std::move(context)}, stream_{std::move(socket), *context_}
    {}

    [[nodiscard]] bool secure() const override { return true; }

    Task<IoError> handshake() override
    {
        const auto [error] = co_await stream_.async_handshake(Stream::server, asTuple);
        co_return error;
    }

    Task<IoResult> readSome(asio::mutable_buffer into) override
    {
        return stream_.async_read_some(into, asTuple);
    }

    Task<IoResult> write(asio::const_buffer head, asio::const_buffer body) override
    {
        return asio::async_write(stream_, std::array{head, body}, asTuple);
    }

    Task<IoError> finish() override
    {
        const auto [error] = co_await stream_.async_shutdown(asTuple);
        IoError ignored;
        socket().shutdown(Socket::shutdown_send, ignored);
        co_return error;
    }

    std::unique_ptr<WebSocketStream> upgrade(const Limits& limits) override
    {
        return std::make_unique<BeastWebSocket<Stream>>(std::move(stream_), limits, context_);
    }

    Socket& socket() override { return stream_.next_layer(); }

private:
    using Stream = asio::ssl::stream<Socket>;

    std::shared_ptr<asio::ssl::context> context_; // The certificate may be replaced meanwhile.
    Stream stream_;
};

} // namespace

std::unique_ptr<Connection> makeTlsConnection(Socket socket,
                                              std::shared_ptr<asio::ssl::context> context)
{
    return std::make_unique<TlsConnection>(std::move(socket), std::move(context));
}

} // namespace fieldbook::server::net
