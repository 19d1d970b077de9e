// How a session reads one request: its head, then, once examine() has said how much is wanted, its
// body.

#include "server/net/session.h"

#include <boost/beast/http/error.hpp>

#include <algorithm>

namespace fieldbook::server::net {
namespace {

namespace http = boost::beast::http;

using Clock = std::chrono::steady_clock;

// Bytes asked of the socket at once: a small request in one read, a large body in few.
constexpr std::size_t headStep = 4 * kibibyte;
constexpr std::size_t bodyStep = 64 * kibibyte;

} // namespace

void Session::beginRequest()
{
    ++requests_;
    parser_.emplace(core_.limits.headBytesMax, core_.limits.fieldsMax);
    refusal_.reset();
    route_ = nullptr;
    pending_.reset();
    bytesRead_ = 0;
    keepAlive_ = false;
    isHead_ = false;
    secure_ = connection_->secure();
    requestId_ = id_ + "-" + std::to_string(requests_);
    // A large body leaves a large buffer, which an idle connection need not hold.
    if (buffer_.size() == 0 && buffer_.capacity() > bodyStep)
        buffer_ = {};
}

Task<bool> Session::fill(std::size_t bytes)
{
    const auto [error, size] = co_await connection_->readSome(buffer_.prepare(bytes));
    buffer_.commit(size);
    core_.metrics.bytesRead.fetch_add(size, std::memory_order_relaxed);
    co_return !error;
}

Task<Session::Read> Session::readHead()
{
    begunAt_ = Clock::now();
    idle_ = buffer_.size() == 0;
    const bool first = requests_ == 1;
    deadline_.set(begunAt_ + (first ? core_.limits.headTime : core_.limits.keepAliveTime));
    while (true) {
        if (buffer_.size() > 0) {
            if (idle_) {
                idle_ = false;
                begunAt_ = Clock::now();
            }
            IoError error;
            const auto used = parser_->put(buffer_.data(), error);
            buffer_.consume(used);
            bytesRead_ += used;
            if (!error && parser_->is_header_done())
                co_return Read::Done;
            if (error && error != http::error::need_more)
                co_return refuse(RequestParser::explain(error));
            if (bytesRead_ + buffer_.size() >= core_.limits.headBytesMax)
                co_return refuse(RequestParser::explain(http::error::header_limit));
            deadline_.set(begunAt_ + core_.limits.headTime);
        }
        if (stopping_ && idle_)
            co_return Read::Ended;
        const bool more = co_await fill(headStep);
        if (!more && idle_)
            co_return Read::Ended;
        if (!more)
            co_return overdue();
    }
}

Task<Session::Read> Session::readBody()
{
    refusal_ = examine();
    if (refusal_ && !discardsBody())
        co_return Read::Refused;
    parser_->setBodyMax(refusal_ ? core_.limits.discardBytesMax : route_->options.bodyMax);
    if (expectsContinue() && buffer_.size() == 0) {
        const std::string_view text = "HTTP/1.1 100 Continue\r\n\r\n";
        const auto written = co_await write(asio::buffer(text), {});
        if (std::get<0>(written))
            co_return Read::Gone;
    }
    parser_->eager(true);
    const auto startedAt = Clock::now();
    const auto headBytes = bytesRead_;
    while (!parser_->is_done()) {
        if (buffer_.size() > 0) {
            IoError error;
            const auto used = parser_->put(buffer_.data(), error);
            buffer_.consume(used);
            bytesRead_ += used;
            if (error && error != http::error::need_more)
                co_return refuse(RequestParser::explain(error));
            if (bytesRead_ - headBytes >
                core_.limits.chunkLinesBytesMax +
                    parser_->request().body.size() * (core_.limits.chunkLinesPerByteMax + 1))
                co_return refuse(RequestParser::explain(http::error::bad_chunk));
            if (!chargeBody())
                co_return refuse(problem(503, "server.busy", "Too many bodies at once."));
            if (!error)
                continue;
            // What the parser leaves is an unfinished chunk line or trailer.
            if (buffer_.size() > core_.limits.headBytesMax)
                co_return refuse(RequestParser::explain(http::error::bad_chunk));
        }
        deadline_.set(std::min<SteadyTime>(startedAt + transferTime(bytesRead_),
                                           begunAt_ + core_.limits.requestTime));
        const bool more = co_await fill(bodyStep);
        if (!more)
            co_return overdue();
    }
    co_return refusal_ ? Read::Refused : Read::Done;
}

Session::Read Session::refuse(Response response)
{
    keepAlive_ = false;
    refusal_ = std::move(response);
    return Read::Refused;
}

Session::Read Session::refuse(const Refusal& refusal)
{
    takeRequestId();
    return refuse(problem(refusal.status, refusal.code, refusal.detail));
}

Session::Read Session::overdue()
{
    if (!deadline_.expired() || aborted_)
        return Read::Gone;
    return refuse(Refusal{408, "http.timeout", "The request did not arrive in time."});
}

bool Session::chargeBody()
{
    const auto size = parser_->request().body.size();
    const auto added = size - bodyCharged_;
    const auto before = core_.bodiesBytes.fetch_add(added, std::memory_order_relaxed);
    bodyCharged_ = size;
    return before + added <= core_.limits.bodiesBytesMax;
}

void Session::releaseBody()
{
    core_.bodiesBytes.fetch_sub(bodyCharged_, std::memory_order_relaxed);
    bodyCharged_ = 0;
}

} // namespace fieldbook::server::net
