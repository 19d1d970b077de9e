#include "tests/support/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <strings.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace fieldbook::testing {
namespace {

constexpr int patienceSeconds = 20;

[[noreturn]] void broken(const char* what)
{
    throw std::system_error{errno, std::generic_category(), what};
}

template <auto Free>
struct FreeWith {
    template <class T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};

struct Descriptor {
    explicit Descriptor(int opened) : descriptor{opened} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (descriptor >= 0)
            ::close(descriptor);
    }

    int descriptor;
};

int connectTo(std::uint16_t port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        broken("socket");
    const timeval patience{.tv_sec = patienceSeconds, .tv_usec = 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const int yes = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(descriptor);
        broken("connect");
    }
    return descriptor;
}

} // namespace

class RawConnection::Impl {
public:
    Impl(std::uint16_t port, const std::optional<std::string>& certificate)
        : socket_{connectTo(port)}
    {
        if (certificate)
            startTls(*certificate);
    }

    [[nodiscard]] bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto sent =
                tls_ ? ::SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()))
                     : ::send(socket_.descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    std::string receive()
    {
        std::string buffer(65'536, '\0');
        errno = 0;
        const auto received =
            tls_ ? ::SSL_read(tls_.get(), buffer.data(), static_cast<int>(buffer.size()))
                 : ::recv(socket_.descriptor, buffer.data(), buffer.size(), 0);
        if (received <= 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            throw std::runtime_error{"the other side is silent"};
        if (received <= 0)
            return {};
        buffer.resize(static_cast<std::size_t>(received));
        return buffer;
    }

    void finishSending()
    {
        if (tls_)
            ::SSL_shutdown(tls_.get());
        ::shutdown(socket_.descriptor, SHUT_WR);
    }

    void reset()
    {
        // Closing with a linger of zero sends a reset.
        const linger now{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(socket_.descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        ::close(std::exchange(socket_.descriptor, -1));
    }

private:
    void startTls(const std::string& certificate)
    {
        context_.reset(::SSL_CTX_new(::TLS_client_method()));
        const std::unique_ptr<BIO, FreeWith<BIO_free_all>> bytes{
            ::BIO_new_mem_buf(certificate.data(), static_cast<int>(certificate.size()))};
        const std::unique_ptr<X509, FreeWith<X509_free>> trusted{
            ::PEM_read_bio_X509(bytes.get(), nullptr, nullptr, nullptr)};
        ::X509_STORE_add_cert(::SSL_CTX_get_cert_store(context_.get()), trusted.get());
        ::SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
        tls_.reset(::SSL_new(context_.get()));
        ::SSL_set_fd(tls_.get(), socket_.descriptor);
        if (::SSL_connect(tls_.get()) != 1)
            throw std::runtime_error{"the TLS handshake failed"};
    }

    Descriptor socket_;
    std::unique_ptr<SSL_CTX, FreeWith<SSL_CTX_free>> context_;
    std::unique_ptr<SSL, FreeWith<SSL_free>> tls_;
};

RawConnection::RawConnection(std::uint16_t port, const std::optional<std::string>& certificate)
    : impl_{std::make_unique<Impl>(port, certificate)}
{}

RawConnection::RawConnection(RawConnection&&) noexcept = default;
RawConnection& RawConnection::operator=(RawConnection&&) noexcept = default;
RawConnection::~RawConnection() = default;

void RawConnection::send(std::string_view bytes)
{
    if (!impl_->send(bytes))
        broken("send");
}

bool RawConnection::sendUnlessClosed(std::string_view bytes) { return impl_->send(bytes); }

std::string RawConnection::receive() { return impl_->receive(); }

void RawConnection::finishSending() { impl_->finishSending(); }

void RawConnection::reset() { impl_->reset(); }

void RawConnection::waitForClose()
{
    while (!receive().empty()) {
    }
}

std::optional<std::string> HttpReply::find(std::string_view name) const
{
    for (const auto& [given, value] : headers) {
        if (given.size() == name.size() &&
            ::strncasecmp(given.data(), name.data(), name.size()) == 0)
            return value;
    }
    return std::nullopt;
}

HttpClient::HttpClient(std::uint16_t port, const std::optional<std::string>& certificate)
    : connection_{port, certificate}, host_{"127.0.0.1:" + std::to_string(port)}
{}

HttpReply HttpClient::get(std::string_view target, const Fields& fields)
{
    return request("GET", target, {}, fields);
}

HttpReply HttpClient::post(std::string_view target, std::string_view body, const Fields& fields)
{
    return request("POST", target, body, fields);
}

HttpReply HttpClient::request(std::string_view method,
                              std::string_view target,
                              std::string_view body,
                              const Fields& fields)
{
    std::string text{method};
    text.append(" ").append(target).append(" HTTP/1.1\r\nHost: ").append(host_).append("\r\n");
    if (!body.empty())
        text.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
    for (const auto& [name, value] : fields)
        text.append(name).append(": ").append(value).append("\r\n");
    text.append("\r\n").append(body);
    connection_.send(text);
    return receive(method != "HEAD");
}

HttpReply HttpClient::receiveHead()
{
    std::size_t end = std::string::npos;
    while ((end = pending_.find("\r\n\r\n")) == std::string::npos) {
        const auto more = connection_.receive();
        if (more.empty())
            throw std::runtime_error{"the connection ended before a reply: \"" + pending_ + "\""};
        pending_ += more;
    }
    const std::string head = pending_.substr(0, end + 2);
    pending_.erase(0, end + 4);

    HttpReply reply;
    std::size_t at = head.find("\r\n");
    if (!head.starts_with("HTTP/1.1 ") || at < 12)
        throw std::runtime_error{"not a status line: " + head.substr(0, at)};
    std::from_chars(head.data() + 9, head.data() + 12, reply.status);
    at += 2;
    while (at < head.size()) {
        const auto lineEnd = head.find("\r\n", at);
        const auto colon = head.find(": ", at);
        if (colon == std::string::npos || colon > lineEnd)
            throw std::runtime_error{"not a field: " + head.substr(at, lineEnd - at)};
        reply.headers.emplace_back(head.substr(at, colon - at),
                                   head.substr(colon + 2, lineEnd - colon - 2));
        at = lineEnd + 2;
    }
    return reply;
}

HttpReply HttpClient::receive(bool hasBody)
{
    HttpReply reply = receiveHead();
    while (reply.status < 200)
        reply = receiveHead();
    const auto length = reply.find("Content-Length");
    if (!hasBody || !length)
        return reply;
    const auto size = std::stoul(*length);
    while (pending_.size() < size) {
        const auto more = connection_.receive();
        if (more.empty())
            throw std::runtime_error{"the connection ended within a reply"};
        pending_ += more;
    }
    reply.body = pending_.substr(0, size);
    pending_.erase(0, size);
    return reply;
}

} // namespace fieldbook::testing
