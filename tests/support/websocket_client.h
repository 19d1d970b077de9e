#pragma once

#include "tests/support/http_client.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fieldbook::testing {

// A blocking WebSocket to 127.0.0.1 that can also be rude. One thread.
class WebSocketClient {
public:
    // Throws unless the server answers 101 with the right key.
    WebSocketClient(std::uint16_t port,
                    std::string_view target,
                    const HttpClient::Fields& fields = {},
                    const std::optional<std::string>& certificate = {});

    enum class Kind : std::uint8_t { Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };
    struct Frame {
        Kind kind;
        std::string payload;
    };

    // The next frame of any kind; throws when the connection ends first.
    [[nodiscard]] Frame receive();
    // The next text; answers pings before it. Throws when the server closes first.
    [[nodiscard]] std::string receiveText();
    // The code of the close that the server sends, after answering it; what comes before is
    // skipped.
    [[nodiscard]] int receiveClose();

    // masked false breaks the rules.
    void send(Kind kind, std::string_view payload, bool masked = true);
    [[nodiscard]] RawConnection& raw() { return http_.raw(); }

private:
    [[nodiscard]] static std::string encode(Kind kind, std::string_view payload, bool masked);
    // Exactly so many bytes.
    [[nodiscard]] std::string take(std::size_t size);

    HttpClient http_;
};

} // namespace fieldbook::testing
