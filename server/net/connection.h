#pragma once

#include "server/net/asio.h"
#include "server/net/websocket_stream.h"

#include <memory>

namespace boost::asio::ssl {
class context;
}

namespace fieldbook::server::net {

// One accepted byte stream, plain or TLS. A session sees nothing else, so each stream type is
// instantiated in one file. Used on the strand of its socket only.
class Connection {
public:
    virtual ~Connection() = default;

    [[nodiscard]] virtual bool secure() const = 0;
    [[nodiscard]] virtual Task<IoError> handshake() = 0;
    [[nodiscard]] virtual Task<IoResult> readSome(asio::mutable_buffer into) = 0;
    // All of both, in order.
    [[nodiscard]] virtual Task<IoResult> write(asio::const_buffer head,
                                               asio::const_buffer body) = 0;
    // Says that nothing more will be sent. The other direction stays open.
    [[nodiscard]] virtual Task<IoError> finish() = 0;
    // Makes the stream a WebSocket; the connection is empty afterwards.
    [[nodiscard]] virtual std::unique_ptr<WebSocketStream> upgrade(const Limits& limits) = 0;
    // The stream below any TLS.
    [[nodiscard]] virtual Socket& socket() = 0;
};

[[nodiscard]] std::unique_ptr<Connection> makePlainConnection(Socket socket);
[[nodiscard]] std::unique_ptr<Connection>
makeTlsConnection(Socket socket, std::shared_ptr<asio::ssl::context> context);

} // namespace fieldbook::server::net
