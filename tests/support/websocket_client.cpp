#include "tests/support/websocket_client.h"

#include <stdexcept>

namespace fieldbook::testing {
namespace {

// The example of RFC 6455, section 1.3.
constexpr const char* handshakeKey = "dGhlIHNhbXBsZSBub25jZQ==";
constexpr const char* handshakeAccept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

std::uint8_t byteAt(const std::string& text, std::size_t index)
{
    return static_cast<std::uint8_t>(text[index]);
}

} // namespace

WebSocketClient::WebSocketClient(std::uint16_t port,
                                 std::string_view target,
                                 const HttpClient::Fields& fields,
                                 const std::optional<std::string>& certificate)
    : http_{port, certificate}
{
    std::string text =
        "GET " + std::string{target} + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" +
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
        "Sec-WebSocket-Key: " + handshakeKey + "\r\n";
    for (const auto& [name, value] : fields)
        text.append(name).append(": ").append(value).append("\r\n");
    http_.raw().send(text + "\r\n");
    const auto reply = http_.receiveHead();
    if (reply.status != 101 || reply.find("Sec-WebSocket-Accept") != handshakeAccept)
        throw std::runtime_error{"no WebSocket but status " + std::to_string(reply.status)};
}

std::string WebSocketClient::take(std::size_t size)
{
    while (http_.pending().size() < size) {
        const auto more = http_.raw().receive();
        if (more.empty())
            throw std::runtime_error{"the connection ended before a frame"};
        http_.pending() += more;
    }
    auto taken = http_.pending().substr(0, size);
    http_.pending().erase(0, size);
    return taken;
}

WebSocketClient::Frame WebSocketClient::receive()
{
    const auto head = take(2);
    std::size_t size = byteAt(head, 1);
    if (size >= 126) {
        const auto extended = take(size == 126 ? 2 : 8);
        size = 0;
        for (std::size_t i = 0; i < extended.size(); ++i)
            size = size * 256 + byteAt(extended, i);
    }
    return {.kind = static_cast<Kind>(byteAt(head, 0) & 15), .payload = take(size)};
}

std::string WebSocketClient::receiveText()
{
    while (true) {
        auto frame = receive();
        if (frame.kind == Kind::Text)
            return std::move(frame.payload);
        if (frame.kind == Kind::Ping)
            send(Kind::Pong, frame.payload);
        if (frame.kind == Kind::Close)
            throw std::runtime_error{"the server closed the WebSocket"};
    }
}

int WebSocketClient::receiveClose()
{
    auto frame = receive();
    while (frame.kind != Kind::Close)
        frame = receive();
    // Who closes because of an error need not wait for the answer.
    http_.raw().sendUnlessClosed(encode(Kind::Close, frame.payload, true));
    return frame.payload.size() < 2 ? 0 : byteAt(frame.payload, 0) * 256 + byteAt(frame.payload, 1);
}

void WebSocketClient::send(Kind kind, std::string_view payload, bool masked)
{
    http_.raw().send(encode(kind, payload, masked));
}

std::string WebSocketClient::encode(Kind kind, std::string_view payload, bool masked)
{
    std::string frame;
    frame.push_back(static_cast<char>(0x80 | static_cast<int>(kind)));
    const int maskBit = masked ? 0x80 : 0;
    if (payload.size() < 126) {
        frame.push_back(static_cast<char>(maskBit | static_cast<int>(payload.size())));
    } else {
        frame.push_back(static_cast<char>(maskBit | 126));
        frame.push_back(static_cast<char>(payload.size() >> 8));
        frame.push_back(static_cast<char>(payload.size() & 255));
    }
    // A mask of zeros is as good as any for a test.
    if (masked)
        frame.append(4, '\0');
    frame.append(payload);
    return frame;
}

} // namespace fieldbook::testing
