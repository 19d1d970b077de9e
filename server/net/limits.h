#pragma once

#include <chrono>
#include <cstddef>

namespace fieldbook::server::net {

inline constexpr std::size_t kibibyte = 1024;
inline constexpr std::size_t mebibyte = 1024 * kibibyte;

// Everything about the listener and its sessions that someone may want to tune. The defaults suit a
// company of some thousand tablets behind one process.
struct Limits {
    // Sessions at once; each costs a file descriptor and about 10 KiB. Those over it are answered
    // 503.
    std::size_t connectionsMax = 8192;
    // Sessions at once from one IPv4 address or IPv6 /64. A whole office shares one address, so it
    // only stops one machine from taking everything.
    std::size_t connectionsPerAddressMax = 1024;
    // Sessions over the limits that are still given their 503; the rest are closed without a word.
    std::size_t refusalsMax = 64;

    // Requests a minute from one address, as above; 0: any number. Trusted proxies are not counted,
    // those behind them are. Those over it are answered 429.
    std::size_t requestsPerAddressMax = 0;

    // Bytes of a request line with its fields. Tokens and cursors fit ten times over.
    std::size_t headBytesMax = 16 * kibibyte;
    // Bytes of the request target alone.
    std::size_t targetBytesMax = 8 * kibibyte;
    // Fields in one head; lookup is linear.
    std::size_t fieldsMax = 100;
    // Chunk lines and trailers may take this many bytes, and so many for each byte of the body.
    std::size_t chunkLinesBytesMax = 64 * kibibyte;
    std::size_t chunkLinesPerByteMax = 8;
    // Bytes of all request bodies being read or handled at once; over it, 503.
    std::size_t bodiesBytesMax = 512 * mebibyte;
    // Bytes of an unwanted body (404, 405) read and thrown away to keep the connection.
    std::size_t discardBytesMax = 64 * kibibyte;

    // From accept to the end of the TLS handshake.
    std::chrono::milliseconds handshakeTime{10'000};
    // From accept, or the first byte of a later request, to the end of the head.
    std::chrono::milliseconds headTime{15'000};
    // A kept connection without a request. Above the minute at which tablets poll.
    std::chrono::milliseconds keepAliveTime{75'000};
    // A body may take this long plus its bytes at the lowest rate; a response likewise.
    std::chrono::milliseconds transferTimeBase{30'000};
    // From the first byte of a request to the last of its body, however steadily it comes: what a
    // tablet sends in one request gets through at a twentieth of that.
    std::chrono::milliseconds requestTime{1'800'000};
    // Bytes per second: a tablet on the edge of a 2G cell still makes it, a trickle attack not.
    std::size_t transferRateMin = 2 * kibibyte;
    // After the last answer, waiting for the other side to close so that it can read the answer.
    std::chrono::milliseconds lingerTime{2'000};
    // From the order to stop until sessions still at work are cut off.
    std::chrono::milliseconds shutdownTime{10'000};

    // Bytes of a response body below which compressing gains nothing.
    std::size_t compressBytesMin = 1024;

    // A WebSocket that has sent nothing, not even a pong, for this long is closed; pings go out at
    // half of it, which also keeps mobile networks from forgetting the connection.
    std::chrono::milliseconds webSocketIdleTime{60'000};
    // Bytes of a message from a subscriber; it has nothing to say.
    std::size_t webSocketMessageBytesMax = 4 * kibibyte;
    // A subscriber that sends more messages than this in one window is closed.
    std::size_t webSocketMessagesPerWindowMax = 120;
    std::chrono::milliseconds webSocketRateWindow{60'000};
    // Sockets of one key at once, such as those of a tablet that lost its network again and again;
    // one more ends the oldest.
    std::size_t webSocketsPerKeyMax = 16;
    // Topics of one subscriber, which is also the length of its send queue.
    std::size_t webSocketTopicsMax = 1024;
};

// Defaults of a route (router.h).
inline constexpr std::size_t routeBodyBytesMax = mebibyte;
inline constexpr std::chrono::milliseconds routeTimeLimit{30'000};

} // namespace fieldbook::server::net
