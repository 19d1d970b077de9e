#include "server/net/peer_address.h"

#include "server/net/server.h"

#include <charconv>
#include <cstring>
#include <span>
#include <stdexcept>

namespace fieldbook::server::net {
namespace {

namespace ip = boost::asio::ip;

bool samePrefix(std::span<const unsigned char> left, std::span<const unsigned char> right, int bits)
{
    const auto whole = static_cast<std::size_t>(bits / 8);
    if (std::memcmp(left.data(), right.data(), whole) != 0)
        return false;
    const int rest = bits % 8;
    if (rest == 0)
        return true;
    const auto mask = static_cast<unsigned char>(0xff << (8 - rest));
    return (left[whole] & mask) == (right[whole] & mask);
}

std::string_view trim(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace

ip::address plainAddress(const ip::address& address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    return address;
}

std::string addressKey(const ip::address& address)
{
    const auto plain = plainAddress(address);
    if (plain.is_v4()) {
        const auto bytes = plain.to_v4().to_bytes();
        return {bytes.begin(), bytes.end()};
    }
    const auto bytes = plain.to_v6().to_bytes();
    return {bytes.begin(), bytes.begin() + 8};
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& ranges)
{
    for (const std::string_view range : ranges) {
        const auto slash = range.find('/');
        boost::system::error_code error;
        const auto address = plainAddress(ip::make_address(range.substr(0, slash), error));
        const int bits = address.is_v4() ? 32 : 128;
        int prefix = bits;
        bool good = !error;
        if (slash != std::string_view::npos) {
            const auto digits = range.substr(slash + 1);
            const auto [end, problem] =
                std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
            good = good && problem == std::errc{} && end == digits.data() + digits.size() &&
                   prefix >= 0 && prefix <= bits;
        }
        if (!good)
            throw std::runtime_error{"not an address or range: " + std::string{range}};
        ranges_.push_back({.network = address, .prefix = prefix});
    }
}

bool isAddressRange(const std::string& text)
{
    try {
        static_cast<void>(TrustedProxies{{text}});
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

bool TrustedProxies::contain(const ip::address& address) const
{
    const auto plain = plainAddress(address);
    for (const Range& range : ranges_) {
        if (range.network.is_v4() != plain.is_v4())
            continue;
        if (plain.is_v4() &&
            samePrefix(range.network.to_v4().to_bytes(), plain.to_v4().to_bytes(), range.prefix))
            return true;
        if (plain.is_v6() &&
            samePrefix(range.network.to_v6().to_bytes(), plain.to_v6().to_bytes(), range.prefix))
            return true;
    }
    return false;
}

std::string TrustedProxies::callerBehind(const ip::address& peer,
                                         std::string_view forwardedFor) const
{
    auto caller = plainAddress(peer);
    while (!forwardedFor.empty() && contain(caller)) {
        const auto comma = forwardedFor.rfind(',');
        const auto from = comma == std::string_view::npos ? 0 : comma + 1;
        boost::system::error_code error;
        const auto next = ip::make_address(trim(forwardedFor.substr(from)), error);
        if (error)
            break;
        caller = plainAddress(next);
        forwardedFor = forwardedFor.substr(0, from == 0 ? 0 : from - 1);
    }
    return caller.to_string();
}

} // namespace fieldbook::server::net
