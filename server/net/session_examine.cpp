// How a session judges the head of a request, before a byte of its body is read.

#include "server/net/authority.h"
#include "server/net/problem.h"
#include "server/net/session.h"
#include "server/net/target.h"

#include <algorithm>

namespace fieldbook::server::net {
namespace {

constexpr std::size_t requestIdMax = 64;

// What may stand in a log and a header as it is.
bool isRequestId(std::string_view text)
{
    return !text.empty() && text.size() <= requestIdMax && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '-' || c == '_' || c == '.';
    });
}

} // namespace

void Session::takeRequestId()
{
    Request& request = parser_->request();
    const auto given = request.headers.find("X-Request-Id");
    if (given && isRequestId(*given))
        requestId_ = *given;
    request.requestId = requestId_;
}

std::optional<Response> Session::examine()
{
    Request& request = parser_->request();
    takeRequestId();
    isHead_ = request.method == Method::Head;
    method_ = request.method;
    if (core_.options.observer.onRequest)
        target_ = request.target;

    // A request that may be read in two ways ends the connection: what follows it cannot be
    // trusted.
    if (const auto objection = parser_->objection())
        return problem(objection->status, objection->code, objection->detail);
    keepAlive_ = parser_->keep_alive() && verdict_ == Sessions::Verdict::Serve;
    if (verdict_ == Sessions::Verdict::Refuse) {
        auto busy = problem(503, "server.busy", "Too many connections.");
        busy.headers.add("Retry-After", "5");
        return busy;
    }
    if (auto refusal = takeOrigin())
        return refusal;
    if (auto refusal = examineRate())
        return refusal;
    if (auto refusal = findRoute(request))
        return refusal;
    if (auto refusal = examineLength())
        return refusal;
    if (route_->hub != nullptr) {
        if (auto refusal = examineUpgrade())
            return refusal;
    }
    if (route_->options.admit)
        return route_->options.admit(request);
    return std::nullopt;
}

std::optional<Response> Session::takeOrigin()
{
    Request& request = parser_->request();
    const Headers& headers = request.headers;
    const auto inTarget = authorityOf(request.target);
    request.host = inTarget ? *inTarget : headers.find("Host").value_or("");
    if (core_.proxies.contain(peer_)) {
        remoteAddress_ =
            core_.proxies.callerBehind(peer_, headers.find("X-Forwarded-For").value_or(""));
        if (const auto scheme = headers.find("X-Forwarded-Proto"))
            secure_ = equalsIgnoringCase(*scheme, "https");
        request.host = headers.find("X-Forwarded-Host").value_or(request.host);
    }
    request.remoteAddress = remoteAddress_;
    request.secure = secure_;
    // Only HTTP/1.0 may come without one, and only where the server has no names.
    if (!request.host.empty() && !isAuthority(request.host)) {
        keepAlive_ = false;
        return problem(400, "http.malformed", "The Host is not a host.");
    }
    const auto& names = core_.options.names;
    const auto isThis = [&](const std::string& name) {
        return equalsIgnoringCase(name, hostOf(request.host));
    };
    if (!names.empty() && std::ranges::none_of(names, isThis))
        return problem(421, "http.wrong_host", "This server does not go by that name.");
    return std::nullopt;
}

std::optional<Response> Session::examineRate()
{
    std::string key = addressKey_;
    if (key.empty()) { // A proxy, which is nobody's limit; those behind it have theirs.
        boost::system::error_code error;
        const auto caller = asio::ip::make_address(remoteAddress_, error);
        if (error || core_.proxies.contain(caller))
            return std::nullopt;
        key = addressKey(caller);
    }
    const auto wait = core_.rate.take(key, std::chrono::steady_clock::now());
    if (!wait)
        return std::nullopt;
    core_.metrics.requestsLimited.fetch_add(1, std::memory_order_relaxed);
    auto busy = problem(429, "http.too_many_requests", "Too many requests from this address.");
    busy.headers.add("Retry-After", std::to_string(wait->count()));
    return busy;
}

std::optional<Response> Session::findRoute(Request& request)
{
    if (request.target.size() > core_.limits.targetBytesMax)
        return problem(414, "http.target_too_long", "The request target is over the limit.");
    const auto target = originForm(request.target);
    if (!target)
        return problem(400, target.error().code, target.error().detail);
    if (target->size() != request.target.size())
        request.target = std::string{*target};
    if (request.target == "*" && request.method == Method::Options)
        return Response{.status = 204};

    const auto path = request.path();
    auto match = core_.router.find(request.method, path);
    switch (match.outcome) {
    case Router::Outcome::Found:
        break;
    case Router::Outcome::BadPath:
        return problem(400, "http.bad_target", "The path has a malformed escape.");
    case Router::Outcome::NoPath:
        return problem(404, "http.no_such_path", "There is nothing under this path.");
    case Router::Outcome::NoMethod: {
        auto response = request.method == Method::Options
                            ? Response{.status = 204}
                            : problem(405, "http.method_not_allowed",
                                      "This path does not know the method; see Allow.");
        response.headers.add("Allow", match.allow);
        return response;
    }
    }
    route_ = match.route;
    request.pathParameters = std::move(match.parameters);
    if (path.size() == request.target.size())
        return std::nullopt;
    auto query = parseQuery(std::string_view{request.target}.substr(path.size() + 1));
    if (!query)
        return problem(400, query.error().code, query.error().detail);
    request.query = std::move(*query);
    return std::nullopt;
}

std::optional<Response> Session::examineLength() const
{
    const auto length = parser_->content_length();
    if (length && *length > route_->options.bodyMax)
        return problem(413, "http.body_too_large",
                       "The request body is over the limit of this route.");
    if (route_->options.needsBody && parser_->is_done())
        return problem(411, "http.body_missing", "This request needs a body.");
    const auto expect = parser_->request().headers.find("Expect");
    if (expect && !equalsIgnoringCase(*expect, "100-continue"))
        return problem(417, "http.expectation", "The only expectation known is 100-continue.");
    return std::nullopt;
}

std::optional<Response> Session::examineUpgrade()
{
    const Headers& headers = parser_->request().headers;
    const bool asked = parser_->upgrade() && !parser_->isHttp10() && !isHead_ &&
                       equalsIgnoringCase(headers.find("Upgrade").value_or(""), "websocket") &&
                       headers.find("Sec-WebSocket-Version") == "13";
    if (!asked) {
        auto response = problem(426, "http.upgrade_required", "This path speaks WebSocket only.");
        response.headers.add("Upgrade", "websocket");
        response.headers.add("Sec-WebSocket-Version", "13");
        return response;
    }
    // A browser says where the page is from; other programs say nothing.
    const auto origin = headers.find("Origin");
    if (origin && !isSameOrigin(*origin, parser_->request().host))
        return problem(403, "http.foreign_origin", "Only this server's own pages may connect.");
    webSocketKey_ = headers.find("Sec-WebSocket-Key").value_or("");
    // 16 bytes in base64. Nothing may follow the head before the upgrade has been answered.
    if (webSocketKey_.size() != 24 || !webSocketKey_.ends_with("==") || !parser_->is_done() ||
        buffer_.size() > 0) {
        keepAlive_ = false;
        return problem(400, "http.malformed", "The WebSocket handshake is malformed.");
    }
    return std::nullopt;
}

bool Session::expectsContinue() const
{
    const auto expect = parser_->request().headers.find("Expect");
    return !refusal_ && expect && !parser_->isHttp10() && !parser_->is_done();
}

bool Session::discardsBody()
{
    if (parser_->is_done())
        return true;
    const auto length = parser_->content_length();
    // A caller that waits for 100 may send the body or not; nobody can tell which of its bytes
    // would begin the next request.
    const bool knowable = length && !parser_->request().headers.contains("Expect");
    const bool discards = keepAlive_ && knowable && *length <= core_.limits.discardBytesMax;
    if (!discards)
        keepAlive_ = false;
    return discards;
}

} // namespace fieldbook::server::net
