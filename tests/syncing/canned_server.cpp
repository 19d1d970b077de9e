#include "tests/syncing/canned_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <stdexcept>
#include <unistd.h>

namespace fieldbook::testing {
namespace {

// Up to the end of the head and of the body that it announces.
std::string readRequest(int connection)
{
    std::string request;
    std::array<char, 65'536> bytes{};
    while (true) {
        const auto head = request.find("\r\n\r\n");
        const auto length = request.find("Content-Length: ");
        const std::size_t body = head != std::string::npos && length < head
                                     ? std::stoul(request.substr(length + 16))
                                     : 0;
        if (head != std::string::npos && request.size() >= head + 4 + body) {
            return request.substr(0, head);
        }
        const auto size = ::recv(connection, bytes.data(), bytes.size(), 0);
        if (size <= 0) {
            return {};
        }
        request.append(bytes.data(), static_cast<std::size_t>(size));
    }
}

} // namespace

CannedServer::CannedServer(Answer answer) : answer_{std::move(answer)}
{
    listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listening_, any, size) != 0 || ::listen(listening_, 16) != 0 ||
        ::getsockname(listening_, any, &size) != 0) {
        throw std::runtime_error{"the canned server cannot listen"};
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread{[this] { serve(); }};
}

CannedServer::~CannedServer()
{
    ::shutdown(listening_, SHUT_RDWR); // Ends accept().
    thread_.join();
    ::close(listening_);
}

std::vector<std::string> CannedServer::heads() const
{
    const std::scoped_lock lock{mutex_};
    return heads_;
}

void CannedServer::serve()
{
    while (true) {
        const int connection = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) {
            return;
        }
        // A connection on which nothing is asked must not stop the others.
        const timeval patience{.tv_sec = 2, .tv_usec = 0};
        ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        const std::string head = readRequest(connection);
        if (!head.empty()) {
            {
                const std::scoped_lock lock{mutex_};
                heads_.push_back(head);
            }
            const std::string reply = answer_(head);
            ::send(connection, reply.data(), reply.size(), MSG_NOSIGNAL);
            ::shutdown(connection, SHUT_WR);
        }
        ::close(connection);
    }
}

std::string
cannedReply(const std::string& status, const std::string& body, const std::string& fields)
{
    return "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Type: application/json\r\n" +
           fields + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

} // namespace fieldbook::testing
