#pragma once

#include "server/net/asio.h"
#include "server/net/websocket_hub.h"

#include <string>
#include <string_view>

namespace fieldbook::server::net {

struct Limits;

// What the session tells the other side of an upgrade.
struct Upgrade {
    std::string key; // Sec-WebSocket-Key of the request.
    std::string requestId;
};

// A byte stream that has become a WebSocket. On the strand of its socket only; one read, one write
// and one close may be under way together.
class WebSocketStream {
public:
    virtual ~WebSocketStream() = default;

    // Sends the 101.
    [[nodiscard]] virtual Task<IoError> accept(Upgrade upgrade) = 0;
    // Reads one message and forgets it; answers pings and the close of the peer meanwhile.
    [[nodiscard]] virtual Task<IoError> skipMessage() = 0;
    // text must outlive the call's end.
    [[nodiscard]] virtual Task<IoError> writeText(asio::const_buffer text) = 0;
    // Sends a close and waits for the peer's, within the linger time.
    [[nodiscard]] virtual Task<IoError> close(CloseCode code) = 0;
    virtual void abort() = 0;
};

} // namespace fieldbook::server::net
