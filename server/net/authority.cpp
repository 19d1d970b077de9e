#include "server/net/authority.h"

#include "server/net/http.h"

#include <algorithm>

namespace fieldbook::server::net {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Names are those of DNS; other alphabets come in their ASCII form.
bool isNameCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' ||
           c == '_';
}

// Of "[::1]:8443" and "host:8443" the part from the colon on.
std::string_view portOf(std::string_view authority)
{
    return authority.substr(hostOf(authority).size());
}

} // namespace

std::string_view hostOf(std::string_view authority)
{
    if (authority.starts_with('[')) {
        const auto end = authority.find(']');
        return authority.substr(0, end == std::string_view::npos ? end : end + 1);
    }
    return authority.substr(0, authority.find(':'));
}

bool isAuthority(std::string_view text)
{
    constexpr std::size_t nameMax = 255;
    constexpr std::size_t portMax = 6; // With its colon.
    const auto host = hostOf(text);
    const auto port = portOf(text);
    if (host.empty() || host.size() > nameMax || port.size() > portMax)
        return false;
    if (!port.empty() && (port.size() < 2 || !std::ranges::all_of(port.substr(1), isDigit)))
        return false;
    if (!host.starts_with('['))
        return std::ranges::all_of(host, isNameCharacter);
    return host.ends_with(']') && host.size() > 2 &&
           std::ranges::all_of(host.substr(1, host.size() - 2),
                               [](char c) { return isHex(c) || c == ':' || c == '.'; });
}

bool isSameOrigin(std::string_view origin, std::string_view authority)
{
    const auto colon = origin.find("://");
    if (colon == std::string_view::npos)
        return false;
    const std::string_view usual =
        equalsIgnoringCase(origin.substr(0, colon), "https") ? ":443" : ":80";
    const auto from = origin.substr(colon + 3);
    const auto port = [&](std::string_view of) { return portOf(of).empty() ? usual : portOf(of); };
    return isAuthority(from) && equalsIgnoringCase(hostOf(from), hostOf(authority)) &&
           port(from) == port(authority);
}

} // namespace fieldbook::server::net
