#pragma once

#include "server/net/http.h"
#include "server/net/limits.h"
#include "server/net/responder.h"
#include "server/net/websocket_hub.h"

#include <tl/expected.hpp>

#include <array>
#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server::net {

class WorkerPool;

// Answers before it returns.
using Handler = std::function<Response(Request)>;
// Answers through the responder, now or later, from any thread.
using AsyncHandler = std::function<void(Request, Responder)>;
// Looks at the head alone and may refuse before the body is read. Runs on an I/O thread: it must
// not block.
using Admission = std::function<std::optional<Response>(const Request&)>;

// Decides about an upgrade: who will listen to which topics, or the answer that refuses it.
using Authorisation = std::function<tl::expected<Subscription, Response>(const Request&)>;

struct RouteOptions {
    // Bytes, of the body as sent and of the body as decoded.
    std::size_t bodyMax = routeBodyBytesMax;
    // From the end of the body to the answer; beyond it the caller gets a 503 and a late answer is
    // dropped.
    std::chrono::milliseconds timeLimit = routeTimeLimit;
    // A request without a body is refused.
    bool needsBody = false;
    // Where the handler is called (and the body decoded); null: on the I/O thread, for what never
    // blocks.
    WorkerPool* pool = nullptr;
    Admission admit = nullptr;
};

struct Route {
    Method method = Method::Get;
    std::string pattern;
    RouteOptions options;
    Handler handler = nullptr; // One of the two is set.
    AsyncHandler asyncHandler = nullptr;
    WebSocketHub* hub = nullptr; // Of a WebSocket route.
    std::size_t index = 0; // In Metrics::routes.
};

// Which handler a request belongs to. Filled by the composition root before the server starts, read
// by all sessions afterwards. A pattern is a path whose segments may be {name}; the last may be
// {name*}, which takes the rest of the path. A literal segment beats a name, a name beats the rest.
// HEAD goes to the GET handler. Two handlers for one method and pattern: the programmer is wrong.
class Router {
public:
    Router();

    void add(Method method, std::string_view pattern, RouteOptions options, Handler handler);
    void
    addAsync(Method method, std::string_view pattern, RouteOptions options, AsyncHandler handler);

    // A GET that asks for an upgrade becomes a subscriber of the hub; any other gets a 426.
    void addWebSocket(std::string_view pattern,
                      RouteOptions options,
                      WebSocketHub& hub,
                      Authorisation authorise);

    enum class Outcome { Found, NoPath, NoMethod, BadPath };
    struct Match {
        Outcome outcome = Outcome::NoPath;
        const Route* route = nullptr;
        std::vector<Parameter> parameters = {};
        std::string allow = {}; // The value of the Allow header, for NoMethod.
    };
    // path is percent-encoded and without query.
    [[nodiscard]] Match find(Method method, std::string_view path) const;

    [[nodiscard]] const std::deque<Route>& routes() const { return routes_; }

private:
    struct Node;

    void insert(Route route);
    [[nodiscard]] static const Node* walk(const Node& node,
                                          const std::vector<std::string>& segments,
                                          std::size_t depth,
                                          std::vector<std::string>& values);

    std::deque<Route> routes_;
    std::shared_ptr<Node> root_;
};

} // namespace fieldbook::server::net
