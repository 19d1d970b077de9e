#pragma once

#include "server/net/limits.h"
#include "server/net/websocket_stream.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <memory>
#include <utility>

namespace fieldbook::server::net {

namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;

// Beast's WebSocket over one type of stream. Included by the file of that stream type only.
template <class Stream>
class BeastWebSocket final : public WebSocketStream {
public:
    BeastWebSocket(Stream stream, const Limits& limits, std::shared_ptr<void> keptAlive)
        : keptAlive_{std::move(keptAlive)}, stream_{std::move(stream)}
    {
        websocket::stream_base::timeout timeouts{};
        timeouts.handshake_timeout = limits.lingerTime;
        timeouts.idle_timeout = limits.webSocketIdleTime;
        timeouts.keep_alive_pings = true;
        stream_.set_option(timeouts);
        stream_.read_message_max(limits.webSocketMessageBytesMax);
        stream_.text(true);
    }

    Task<IoError> accept(Upgrade upgrade) override
    {
        // The session has checked the head already; Beast asks for one of its own kind.
        http::request<http::empty_body> request{http::verb::get, "/", 11};
        request.set(http::field::host, "fieldbook");
        request.set(http::field::connection, "Upgrade");
        request.set(http::field::upgrade, "websocket");
        request.set(http::field::sec_websocket_version, "13");
        request.set(http::field::sec_websocket_key, upgrade.key);
        websocket::stream_base::decorator decorate{
            [id = upgrade.requestId](websocket::response_type& response) {
                response.set(http::field::server, "Fieldbook");
                response.set("X-Request-Id", id);
            }};
        stream_.set_option(std::move(decorate));
        const auto [error] = co_await stream_.async_accept(request, asTuple);
        co_return error;
    }

    Task<IoError> skipMessage() override
    {
        const auto [error, size] = co_await stream_.async_read(buffer_, asTuple);
        buffer_.clear();
        co_return error;
    }

    Task<IoError> writeText(asio::const_buffer text) override
    {
        const auto [error, size] = co_await stream_.async_write(text, asTuple);
        co_return error;
    }

    Task<IoError> close(CloseCode code) override
    {
        const websocket::close_reason reason{static_cast<std::uint16_t>(code)};
        const auto [error] = co_await stream_.async_close(reason, asTuple);
        co_return error;
    }

    void abort() override { boost::beast::close_socket(boost::beast::get_lowest_layer(stream_)); }

private:
    std::shared_ptr<void> keptAlive_; // The TLS context of the stream.
    websocket::stream<Stream, false> stream_; // Without deflate: pokes are a few bytes.
    boost::beast::flat_buffer buffer_;
};

} // namespace fieldbook::server::net
