#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace fieldbook::testing {

// What a caller offers; empty: whatever OpenSSL does.
struct TlsOffer {
    int version = 0; // TLS1_2_VERSION and so on: this one only.
    std::string ciphers = {}; // Of TLS 1.2.
    std::string groups = {};
    std::string protocols = {}; // ALPN, each after a byte of its length.
    std::shared_ptr<void> session = nullptr; // Of an earlier outcome, to be resumed.
    bool renegotiates = false; // Asks for a second handshake after the first.
};

struct TlsOutcome {
    bool connected = false;
    std::string version = {};
    std::string cipher = {};
    std::string group = {};
    std::string protocol = {};
    bool resumed = false;
    bool renegotiated = false;
    std::shared_ptr<void> session = nullptr;
};

// One handshake with 127.0.0.1, whatever its certificate, one request for `target`, and the end.
[[nodiscard]] TlsOutcome
shakeHands(std::uint16_t port, const TlsOffer& offer = {}, const std::string& target = "/hello");

} // namespace fieldbook::testing
