#include "server/net/beast_websocket.h"
#include "server/net/connection.h"

#include <boost/asio/write.hpp>

#include <array>

namespace fieldbook::server::net {
namespace {

class PlainConnection final : public Connection {
public:
    explicit PlainConnection(Socket socket) : socket_{std::move(socket)} {}

    [[nodiscard]] bool secure() const override { return false; }

    Task<IoError> handshake() override { co_return IoError{}; }

    Task<IoResult> readSome(asio::mutable_buffer into) override
    {
        return socket_.async_read_some(into, asTuple);
    }

    Task<IoResult> write(asio::const_buffer head, asio::const_buffer body) override
    {
        return asio::async_write(socket_, std::array{head, body}, asTuple);
    }

    Task<IoError> finish() override
    {
        IoError error;
        socket_.shutdown(Socket::shutdown_send, error);
        co_return error;
    }

    std::unique_ptr<WebSocketStream> upgrade(const Limits& limits) override
    {
        return std::make_unique<BeastWebSocket<Socket>>(std::move(socket_), limits, nullptr);
    }

    Socket& socket() override { return socket_; }

private:
    Socket socket_;
};

} // namespace

std::unique_ptr<Connection> makePlainConnection(Socket socket)
{
    return std::make_unique<PlainConnection>(std::move(socket));
}

} // namespace fieldbook::server::net
