#include "server/net/response_head.h"

#include <array>
#include <chrono>
#include <ctime>

namespace fieldbook::server::net {
namespace {

struct Default {
    std::string_view name;
    std::string_view value;
};

// What an answer says of itself unless its handler said otherwise: data, for nobody to keep, frame,
// run, embed or guess the type of.
constexpr std::array<Default, 6> defaults{{
    {"Cache-Control", "no-store"},
    {"Content-Security-Policy",
     "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Referrer-Policy", "no-referrer"},
    {"X-Content-Type-Options", "nosniff"},
}};

constexpr std::array<std::string_view, 8> reserved{
    "Connection",   "Content-Length",
    "Date",         "Keep-Alive",
    "Server",       "Strict-Transport-Security",
    "X-Request-Id", "Transfer-Encoding",
};

bool isReserved(std::string_view name)
{
    for (const auto word : reserved) {
        if (equalsIgnoringCase(word, name))
            return true;
    }
    return false;
}

// "Thu, 14 May 2026 09:12:00 GMT", made once a second on each thread.
std::string_view httpDate()
{
    thread_local std::time_t madeAt = -1;
    thread_local std::array<char, 32> text{};
    thread_local std::size_t size = 0;
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    if (now != madeAt) {
        std::tm parts{};
        ::gmtime_r(&now, &parts);
        size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
        madeAt = now;
    }
    return {text.data(), size};
}

void appendField(std::string& out, std::string_view name, std::string_view value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

void appendHead(std::string& out, const Response& response, const HeadFacts& facts)
{
    out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
    out.append(reasonPhrase(response.status)).append("\r\n");
    appendField(out, "Date", httpDate());
    appendField(out, "Server", "Fieldbook");
    appendField(out, "X-Request-Id", facts.requestId);
    for (std::size_t i = 0; i < response.headers.size(); ++i) {
        const auto [name, value] = response.headers.at(i);
        if (!isReserved(name))
            appendField(out, name, value);
    }
    for (const auto& [name, value] : defaults) {
        if (!response.headers.contains(name))
            appendField(out, name, value);
    }
    if (facts.secure)
        appendField(out, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    if (mayHaveBody(response.status))
        appendField(out, "Content-Length", std::to_string(facts.bodySize));
    // An Upgrade field, as in a 426, counts only when Connection names it.
    if (response.headers.contains("Upgrade"))
        appendField(out, "Connection", "Upgrade");
    if (!facts.keepAlive)
        appendField(out, "Connection", "close");
    else if (facts.http10)
        appendField(out, "Connection", "keep-alive");
    out.append("\r\n");
}

} // namespace fieldbook::server::net
