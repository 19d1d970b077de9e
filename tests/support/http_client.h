#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fieldbook::testing {

// A blocking connection to 127.0.0.1 that says exactly what it is told, however wrong. Any wait
// beyond twenty seconds throws, so that a test fails rather than hangs. One thread.
class RawConnection {
public:
    // With a certificate (PEM) it speaks TLS and trusts that one only.
    explicit RawConnection(std::uint16_t port, const std::optional<std::string>& certificate = {});
    RawConnection(RawConnection&&) noexcept;
    RawConnection& operator=(RawConnection&&) noexcept;
    ~RawConnection();

    // Throws when the other side has gone.
    void send(std::string_view bytes);
    // False when the other side has gone.
    bool sendUnlessClosed(std::string_view bytes);
    // At least one byte; empty when the other side has closed or reset the connection.
    [[nodiscard]] std::string receive();
    // Says that nothing more will be sent.
    void finishSending();
    // Resets the connection in the middle of things; nothing can be sent or received afterwards.
    void reset();
    // Waits until the other side has closed; what it sent meanwhile is thrown away.
    void waitForClose();

private:
    class Impl;

    std::unique_ptr<Impl> impl_;
};

struct HttpReply {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;

    // The first header of that name, without regard to case.
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const;
};

// An HTTP/1.1 client that keeps its connection. Sends nothing that it was not told but Host and
// Content-Length.
class HttpClient {
public:
    explicit HttpClient(std::uint16_t port, const std::optional<std::string>& certificate = {});

    using Fields = std::vector<std::pair<std::string, std::string>>;
    HttpReply get(std::string_view target, const Fields& fields = {});
    HttpReply post(std::string_view target, std::string_view body, const Fields& fields = {});
    HttpReply request(std::string_view method,
                      std::string_view target,
                      std::string_view body = {},
                      const Fields& fields = {});

    // The next final reply to what was sent raw; hasBody false for the answer to HEAD. Throws when
    // the connection ends first.
    HttpReply receive(bool hasBody = true);
    // The head of the next reply, interim ones too.
    HttpReply receiveHead();

    [[nodiscard]] RawConnection& raw() { return connection_; }
    // Bytes received but not yet part of a reply.
    [[nodiscard]] std::string& pending() { return pending_; }

private:
    RawConnection connection_;
    std::string host_; // With the port, as it stands in the Host field.
    std::string pending_;
};

} // namespace fieldbook::testing
