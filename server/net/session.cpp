#include "server/net/session.h"

#include "server/net/problem.h"
#include "server/net/response_head.h"
#include "shared/base/uuid.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>

#include <array>
#include <exception>

namespace fieldbook::server::net {
namespace {

using Clock = std::chrono::steady_clock;

// Bytes read and forgotten at once while waiting for the peer to close.
constexpr std::size_t drainStep = 64 * kibibyte;
// A body up to here travels in one piece with its head: copying is cheaper than a second buffer,
// and under TLS than a second record.
constexpr std::size_t joinedBodyMax = 8 * kibibyte;

// Sixteen hex digits; the ids of requests are made from it.
std::string makeSessionId()
{
    SystemEntropy entropy;
    std::array<std::uint8_t, 8> bytes{};
    entropy.fill(bytes);
    std::string id;
    for (const auto byte : bytes) {
        constexpr std::string_view digits = "0123456789abcdef";
        id.push_back(digits[byte >> 4]);
        id.push_back(digits[byte & 15]);
    }
    return id;
}

} // namespace

Session::Session(Core& core,
                 std::unique_ptr<Connection> connection,
                 const asio::ip::address& peer,
                 std::string addressKey,
                 Sessions::Verdict verdict)
    : core_{core},
      connection_{std::move(connection)},
      strand_{connection_->socket().get_executor()},
      peer_{peer},
      addressKey_{std::move(addressKey)},
      verdict_{verdict},
      id_{makeSessionId()},
      remoteAddress_{plainAddress(peer).to_string()},
      deadline_{strand_, core.tick, [this] {
                    IoError ignored;
                    connection_->socket().cancel(ignored);
                }}
{
    core_.metrics.connectionsOpen.fetch_add(1, std::memory_order_relaxed);
}

Session::~Session()
{
    core_.sessions.release(addressKey_, verdict_);
    core_.sessions.remove(*this);
    core_.metrics.connectionsOpen.fetch_sub(1, std::memory_order_relaxed);
}

void Session::start()
{
    core_.sessions.add(shared_from_this());
    auto self = shared_from_this();
    asio::co_spawn(
        strand_,
        [self]() -> Task<void> {
            self->deadline_.start(self);
            return self->run();
        },
        [self](const std::exception_ptr& broken) {
            self->deadline_.stop();
            IoError ignored;
            self->connection_->socket().close(ignored);
            if (!broken || !self->core_.options.observer.onFailure)
                return;
            try {
                std::rethrow_exception(broken);
            } catch (const std::exception& error) {
                self->core_.options.observer.onFailure(self->requestId_, error.what());
            }
        });
}

void Session::stop(bool softly)
{
    asio::post(strand_, [self = shared_from_this(), softly] {
        IoError ignored;
        self->stopping_ = true;
        if (softly) {
            if (self->link_)
                self->link_->close(CloseCode::GoingAway);
            else if (self->idle_)
                self->connection_->socket().cancel(ignored);
            return;
        }
        self->aborted_ = true;
        if (self->pending_)
            self->pending_->wake.cancel();
        if (self->link_)
            self->link_->abort();
        self->connection_->socket().close(ignored);
    });
}

Task<void> Session::run()
{
    if (connection_->secure()) {
        deadline_.set(Clock::now() + core_.limits.handshakeTime);
        const auto error = co_await connection_->handshake();
        if (error) {
            core_.metrics.handshakesFailed.fetch_add(1, std::memory_order_relaxed);
            co_return;
        }
    }
    auto next = Next::Serve;
    while (next == Next::Serve)
        next = co_await serveOne();
    if (next == Next::Part)
        co_await part();
    if (next == Next::Upgrade)
        co_await serveWebSocket();
}

Task<Session::Next> Session::serveOne()
{
    beginRequest();
    auto read = co_await readHead();
    if (read == Read::Done)
        read = co_await readBody();
    // Nothing is on its way to an idle caller, and nothing unread from it; only TLS wants a word.
    if (read == Read::Ended)
        co_return connection_->secure() ? Next::Part : Next::Drop;
    if (read == Read::Gone) {
        releaseBody();
        co_return Next::Drop;
    }

    core_.metrics.requestsInFlight.fetch_add(1, std::memory_order_relaxed);
    Response response;
    if (read == Read::Refused)
        response = std::move(*refusal_);
    else
        response = co_await answer();
    core_.metrics.requestsInFlight.fetch_sub(1, std::memory_order_relaxed);
    releaseBody();
    if (aborted_)
        co_return Next::Drop;
    co_return co_await send(std::move(response));
}

Task<Response> Session::answer()
{
    Work work{.route = route_, .request = std::move(parser_->request())};
    work.accepted = chooseCoding(work.request.headers.find("Accept-Encoding").value_or(""));
    const auto accepted = work.accepted;
    if (route_->handler && route_->options.pool == nullptr)
        co_return perform(core_, std::move(work));

    const auto until = Clock::now() + route_->options.timeLimit;
    deadline_.set(SteadyTime::max());
    pending_ = dispatch(core_.shared_from_this(), strand_, std::move(work));
    while (!pending_->response && !aborted_ && Clock::now() < until) {
        pending_->wake.expires_at(until);
        co_await pending_->wake.async_wait(asTuple);
    }
    if (!pending_->response)
        co_return problem(503, "server.time_limit", "The answer did not come in time.");
    auto response = std::move(*pending_->response);
    pending_.reset();
    // A synchronous handler's answer was already encoded on its own thread.
    if (route_->asyncHandler)
        encodeBody(response, accepted, core_.limits.compressBytesMin);
    co_return response;
}

Task<IoResult> Session::write(asio::const_buffer head, asio::const_buffer body)
{
    deadline_.set(Clock::now() + transferTime(head.size() + body.size()));
    const auto result = co_await connection_->write(head, body);
    core_.metrics.bytesWritten.fetch_add(std::get<1>(result), std::memory_order_relaxed);
    co_return result;
}

Task<Session::Next> Session::send(Response response)
{
    if (response.subscription &&
        response.subscription->topics.size() > core_.limits.webSocketTopicsMax)
        response = problem(503, "server.too_many_topics", "More topics than one socket may have.");
    if (response.subscription) {
        report(response, 0);
        subscription_ = std::move(response.subscription);
        co_return Next::Upgrade;
    }
    keepAlive_ = keepAlive_ && !stopping_;
    const bool hasBody = !isHead_ && mayHaveBody(response.status);
    out_.clear();
    appendHead(out_, response,
               {.requestId = requestId_,
                .bodySize = response.body.size(),
                .keepAlive = keepAlive_,
                .http10 = parser_->isHttp10(),
                .secure = secure_});
    asio::const_buffer body;
    if (hasBody && response.body.size() <= joinedBodyMax)
        out_.append(response.body);
    else if (hasBody)
        body = asio::buffer(response.body);
    // Before the answer is out: who has it in hand finds it counted.
    report(response, out_.size() + body.size());
    const auto [error, size] = co_await write(asio::buffer(out_), body);
    if (error)
        co_return Next::Drop;
    co_return keepAlive_ ? Next::Serve : Next::Part;
}

Task<void> Session::serveWebSocket()
{
    deadline_.stop(); // The WebSocket minds the time itself.
    link_ = std::make_shared<WebSocketLink>(connection_->upgrade(core_.limits), strand_,
                                            core_.limits, core_.metrics);
    if (stopping_)
        link_->close(CloseCode::GoingAway);
    Upgrade upgrade{.key = webSocketKey_, .requestId = requestId_};
    co_await link_->run(std::move(upgrade), *route_->hub, *subscription_);
}

Task<void> Session::part()
{
    deadline_.set(Clock::now() + core_.limits.lingerTime);
    co_await connection_->finish();
    // Closing with unread bytes would reset the connection and could destroy the answer on its way:
    // read until the peer has closed too.
    while (!deadline_.expired() && !aborted_) {
        buffer_.clear();
        auto room = buffer_.prepare(drainStep);
        const auto [error, size] = co_await connection_->socket().async_read_some(room, asTuple);
        if (error)
            co_return;
    }
}

std::chrono::milliseconds Session::transferTime(std::size_t bytes) const
{
    const auto atRate = std::chrono::seconds{bytes / core_.limits.transferRateMin};
    return core_.limits.transferTimeBase + atRate;
}

Response Session::problem(int status, std::string_view code, std::string_view detail) const
{
    return problemResponse(status, code, detail, requestId_);
}

void Session::report(const Response& response, std::size_t bytesWritten)
{
    const auto micros =
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begunAt_);
    auto& counters = core_.metrics.routes[route_ == nullptr ? 0 : route_->index];
    counters.count(response.status, static_cast<std::uint64_t>(micros.count()));
    const auto& observer = core_.options.observer.onRequest;
    if (!observer)
        return;
    observer({.requestId = requestId_,
              .remoteAddress = remoteAddress_,
              .method = methodName(method_),
              .target = target_,
              .route = route_ == nullptr ? std::string_view{"-"} : route_->pattern,
              .user = response.user,
              .status = response.status,
              .bytesRead = bytesRead_,
              .bytesWritten = bytesWritten,
              .duration = micros});
}

} // namespace fieldbook::server::net
