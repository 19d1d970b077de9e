#include "shared/sync/invitation.h"

#include <algorithm>

namespace fieldbook::sync {
namespace {

constexpr std::string_view scheme = "fieldbook:";
constexpr std::string_view secure = "https://";
constexpr std::string_view plain = "http://";
constexpr std::size_t codeBytesMax = 40;
constexpr std::size_t serverBytesMax = 300;

bool isOfCode(char each)
{
    return (each >= '0' && each <= '9') || (each >= 'A' && each <= 'Z') ||
           (each >= 'a' && each <= 'z') || each == '-' || each == ' ';
}

bool isOfAddress(char each) { return each > ' ' && each < 0x7F && each != '@' && each != '"'; }

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const auto first = text.find_first_not_of(space);
    return first == text.npos ? std::string_view{}
                              : text.substr(first, text.find_last_not_of(space) - first + 1);
}

} // namespace

std::string typedText(const Invitation& invitation)
{
    std::string_view server = invitation.server;
    if (server.starts_with(secure)) {
        server.remove_prefix(secure.size());
    }
    return server.empty() ? invitation.code : invitation.code + '@' + std::string{server};
}

std::string linkText(const Invitation& invitation)
{
    return std::string{scheme} + typedText(invitation);
}

std::optional<Invitation> parseInvitation(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with(scheme)) {
        text.remove_prefix(scheme.size());
    }
    const auto at = text.find('@');
    const auto code = trimmed(text.substr(0, at));
    auto server = at == text.npos ? std::string_view{} : trimmed(text.substr(at + 1));
    while (server.ends_with('/')) {
        server.remove_suffix(1);
    }
    if (code.empty() || code.size() > codeBytesMax || !std::ranges::all_of(code, isOfCode) ||
        server.size() > serverBytesMax || !std::ranges::all_of(server, isOfAddress) ||
        (at != text.npos && server.empty())) {
        return std::nullopt;
    }
    const bool named = server.empty() || server.starts_with(secure) || server.starts_with(plain);
    return Invitation{std::string{code}, (named ? "" : std::string{secure}) + std::string{server}};
}

} // namespace fieldbook::sync
