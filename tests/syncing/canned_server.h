#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace fieldbook::testing {

// Listens on 127.0.0.1 and answers each request with the bytes that it is told to, however wrong,
// one connection after another; every connection is closed after its answer.
class CannedServer {
public:
    // From the head of a request to the bytes of the answer.
    using Answer = std::function<std::string(const std::string& head)>;
    explicit CannedServer(Answer answer);
    CannedServer(const CannedServer&) = delete;
    CannedServer& operator=(const CannedServer&) = delete;
    ~CannedServer();

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    // The heads of what was asked so far.
    [[nodiscard]] std::vector<std::string> heads() const;

private:
    void serve();

    Answer answer_;
    int listening_ = -1;
    std::uint16_t port_ = 0;
    mutable std::mutex mutex_;
    std::vector<std::string> heads_; // Guarded by the mutex.
    std::thread thread_;
};

[[nodiscard]] std::string
cannedReply(const std::string& status, const std::string& body, const std::string& fields = {});

} // namespace fieldbook::testing
