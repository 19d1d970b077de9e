#pragma once

#include "server/net/core.h"

#include <memory>

namespace boost::asio::ssl {
class context;
}

namespace fieldbook::server::net {

// Accepts on one address and starts a session for each connection.
class Listener : public std::enable_shared_from_this<Listener> {
public:
    // Throws boost::system::system_error when the address cannot be had.
    Listener(Core& core,
             const asio::ip::tcp::endpoint& endpoint,
             std::shared_ptr<asio::ssl::context> tls);

    [[nodiscard]] std::uint16_t port() const { return port_; }
    void start();
    // Both from any thread.
    void stop();
    // For the connections to come; nothing for a plain listener.
    void renew(std::shared_ptr<asio::ssl::context> tls);

private:
    using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Strand>;

    Task<void> run();
    void welcome(Socket socket);

    Core& core_;
    Strand strand_;
    Acceptor acceptor_;
    Timer pause_;
    std::shared_ptr<asio::ssl::context> tls_;
    std::uint16_t port_ = 0;
};

} // namespace fieldbook::server::net
