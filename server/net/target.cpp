#include "server/net/target.h"

namespace fieldbook::server::net {
namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<std::string> decode(std::string_view text, bool plusIsSpace)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (plusIsSpace && text[i] == '+') {
            out.push_back(' ');
        } else if (text[i] != '%') {
            out.push_back(text[i]);
        } else {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = hexDigit(text[i + 1]);
            const int low = hexDigit(text[i + 2]);
            if (high < 0 || low < 0 || (high == 0 && low == 0))
                return std::nullopt;
            out.push_back(static_cast<char>(high * 16 + low));
            i += 2;
        }
    }
    return out;
}

// Of a target in absolute form.
std::optional<std::string_view> afterScheme(std::string_view target)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (target.size() > scheme.size() &&
            equalsIgnoringCase(target.substr(0, scheme.size()), scheme))
            return target.substr(scheme.size());
    }
    return std::nullopt;
}

bool isPlain(std::string_view target)
{
    for (const char c : target) {
        if (c <= 0x20 || c == 0x7f || c == '#')
            return false;
    }
    return true;
}

} // namespace

std::optional<std::string> percentDecode(std::string_view text) { return decode(text, false); }

std::optional<std::string_view> authorityOf(std::string_view target)
{
    const auto rest = afterScheme(target);
    return rest ? std::optional{rest->substr(0, rest->find_first_of("/?"))} : std::nullopt;
}

Result<std::string_view> originForm(std::string_view target)
{
    if (!isPlain(target))
        return fail(ErrorKind::Invalid, "http.bad_target", "The target has a forbidden character.");
    if (target == "*" || target.starts_with('/'))
        return target;
    if (const auto rest = afterScheme(target)) {
        const auto slash = rest->find('/');
        if (slash == std::string_view::npos)
            return std::string_view{"/"};
        return rest->substr(slash);
    }
    return fail(ErrorKind::Invalid, "http.bad_target", "The target is neither a path nor a URL.");
}

Result<std::vector<Parameter>> parseQuery(std::string_view query)
{
    std::vector<Parameter> parameters;
    while (!query.empty()) {
        const auto pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        if (pair.empty())
            continue;
        const auto equals = pair.find('=');
        auto name = decode(pair.substr(0, equals), true);
        auto value = equals == std::string_view::npos ? std::string{}
                                                      : decode(pair.substr(equals + 1), true);
        if (!name || !value)
            return fail(ErrorKind::Invalid, "http.bad_target", "The query has a malformed escape.");
        parameters.push_back({.name = std::move(*name), .value = std::move(*value)});
    }
    return parameters;
}

} // namespace fieldbook::server::net
