#include "server/app/network_settings.h"

#include "server/app/comma_list.h"
#include "server/net/authority.h"
#include "server/net/server.h"

#include <algorithm>

namespace fieldbook::server {

std::optional<std::string> applyNames(Configuration& configuration, const std::string& text)
{
    auto names = wordsOf(text);
    const auto isName = [](const std::string& name) {
        return net::isAuthority(name) && net::hostOf(name) == name;
    };
    if (!std::ranges::all_of(names, isName)) {
        return "host names without ports, separated by commas";
    }
    configuration.names = std::move(names);
    return std::nullopt;
}

std::string shownNames(const Configuration& configuration) { return listOf(configuration.names); }

std::optional<std::string> applyProxies(Configuration& configuration, const std::string& text)
{
    auto proxies = wordsOf(text);
    if (!std::ranges::all_of(proxies, net::isAddressRange)) {
        return "addresses or ranges such as 10.0.0.5 or 10.1.0.0/16, separated by commas";
    }
    configuration.trustedProxies = std::move(proxies);
    return std::nullopt;
}

std::string shownProxies(const Configuration& configuration)
{
    return listOf(configuration.trustedProxies);
}

std::optional<std::string> applyPublicAddress(Configuration& configuration, const std::string& text)
{
    const bool web = text.starts_with("https://") || text.starts_with("http://");
    if (!web || text.ends_with('/') || text.find_first_of(" @?#") != std::string::npos) {
        return "an address such as https://fieldbook.example:8443";
    }
    configuration.publicAddress = text;
    return std::nullopt;
}

} // namespace fieldbook::server
