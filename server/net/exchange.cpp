#include "server/net/exchange.h"

#include "server/net/core.h"
#include "server/net/problem.h"
#include "server/net/worker_pool.h"

#include <boost/asio/post.hpp>

#include <exception>
#include <utility>

namespace fieldbook::server::net {
namespace {

// The way back from any thread. The io_context is kept until the exchange has been let go of: the
// members are destroyed in reverse order. What is posted holds the exchange alone, or an io_context
// that stopped meanwhile would own itself.
class Return {
public:
    Return(std::shared_ptr<Core> core, std::shared_ptr<Exchange> exchange)
        : core_{std::move(core)}, exchange_{std::move(exchange)}
    {}

    void operator()(Response response) const
    {
        asio::post(exchange_->strand,
                   [exchange = exchange_, answer = std::move(response)]() mutable {
                       exchange->response = std::move(answer);
                       exchange->wake.cancel();
                   });
    }

private:
    std::shared_ptr<Core> core_;
    std::shared_ptr<Exchange> exchange_;
};

// Problem for a body that cannot be decoded; otherwise the request now holds it plain.
std::optional<Response> undoCoding(const Route& route, Request& request)
{
    const auto named = request.headers.find("Content-Encoding");
    if (!named || request.body.empty())
        return std::nullopt;
    const auto coding = codingFromName(*named);
    if (!coding) {
        auto response =
            problemResponse(415, "http.content_encoding", "Content-Encoding must be zstd or gzip.",
                            request.requestId);
        response.headers.add("Accept-Encoding", "zstd, gzip");
        return response;
    }
    if (*coding == ContentCoding::Identity)
        return std::nullopt;
    auto decoded = decodeBody(request.body, *coding, route.options.bodyMax);
    if (!decoded) {
        const int status = decoded.error().kind == ErrorKind::TooLarge ? 413 : 400;
        return problemResponse(status, decoded.error().code, decoded.error().detail,
                               request.requestId);
    }
    request.body = std::move(*decoded);
    return std::nullopt;
}

// Call from a catch block.
Response failure(const Core& core, const std::string& requestId)
{
    std::string what;
    try {
        throw;
    } catch (const std::exception& error) {
        what = error.what();
    } catch (...) {
        what = "an exception that is no std::exception";
    }
    if (core.options.observer.onFailure)
        core.options.observer.onFailure(requestId, what);
    return problemResponse(500, "server.failed",
                           "The server failed; its log has more under this request id.", requestId);
}

void performAsync(const Core& core, Work work, const Responder& responder)
{
    const std::string requestId = work.request.requestId;
    try {
        if (auto problem = undoCoding(*work.route, work.request))
            return responder(std::move(*problem));
        work.route->asyncHandler(std::move(work.request), responder);
    } catch (...) {
        responder(failure(core, requestId));
    }
}

} // namespace

Response perform(const Core& core, Work work)
{
    const std::string requestId = work.request.requestId;
    try {
        if (auto problem = undoCoding(*work.route, work.request))
            return std::move(*problem);
        auto response = work.route->handler(std::move(work.request));
        encodeBody(response, work.accepted, core.limits.compressBytesMin);
        return response;
    } catch (...) {
        return failure(core, requestId);
    }
}

std::shared_ptr<Exchange>
dispatch(const std::shared_ptr<Core>& core, const Strand& strand, Work work)
{
    auto exchange = std::make_shared<Exchange>(strand);
    Responder responder{Return{core, exchange}};
    WorkerPool* const pool = work.route->options.pool;
    if (pool == nullptr) {
        performAsync(*core, std::move(work), responder);
        return exchange;
    }
    const std::string requestId = work.request.requestId;
    // std::function wants something it can copy.
    auto shared = std::make_shared<Work>(std::move(work));
    const bool queued = pool->post([core, shared, responder] {
        if (shared->route->handler)
            responder(perform(*core, std::move(*shared)));
        else
            performAsync(*core, std::move(*shared), responder);
    });
    if (!queued) {
        auto busy =
            problemResponse(503, "server.busy", "Too many requests wait already.", requestId);
        busy.headers.add("Retry-After", "1");
        responder(std::move(busy));
    }
    return exchange;
}

} // namespace fieldbook::server::net
