#pragma once

#include <boost/asio/ip/address.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server::net {

// IPv4 written as IPv4, also when it came in over an IPv6 socket.
[[nodiscard]] boost::asio::ip::address plainAddress(const boost::asio::ip::address& address);

// What counts as one address for the limit: an IPv4 address, or the /64 an IPv6 host is given
// whole.
[[nodiscard]] std::string addressKey(const boost::asio::ip::address& address);

// The load balancers whose word on the caller's address is believed. Immutable.
class TrustedProxies {
public:
    // Each an address or a range in CIDR form; throws std::runtime_error for anything else.
    explicit TrustedProxies(const std::vector<std::string>& ranges);

    [[nodiscard]] bool contain(const boost::asio::ip::address& address) const;
    // The last address in X-Forwarded-For that is not itself a trusted proxy; peer when there is
    // none or it is malformed.
    [[nodiscard]] std::string callerBehind(const boost::asio::ip::address& peer,
                                           std::string_view forwardedFor) const;

private:
    struct Range {
        boost::asio::ip::address network;
        int prefix;
    };

    std::vector<Range> ranges_;
};

} // namespace fieldbook::server::net
