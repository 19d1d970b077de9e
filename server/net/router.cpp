#include "server/net/router.h"

#include "server/net/target.h"
#include "shared/base/assert.h"

namespace fieldbook::server::net {
namespace {

// "/a//b" has the segments "a", "" and "b"; "/" has one empty segment.
std::vector<std::string_view> split(std::string_view path)
{
    std::vector<std::string_view> segments;
    path.remove_prefix(1);
    while (true) {
        const auto slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos)
            return segments;
        path.remove_prefix(slash + 1);
    }
}

constexpr std::size_t methodCount = 7;

} // namespace

struct Router::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::unique_ptr<Node> name;
    std::unique_ptr<Node> rest;
    std::array<const Route*, methodCount> byMethod{};
    std::array<std::vector<std::string>, methodCount> names;
    std::string allow;

    [[nodiscard]] bool isEnd() const { return !allow.empty(); }
};

Router::Router() : root_{std::make_shared<Node>()} {}

void Router::add(Method method, std::string_view pattern, RouteOptions options, Handler handler)
{
    insert({.method = method,
            .pattern = std::string{pattern},
            .options = std::move(options),
            .handler = std::move(handler)});
}

void Router::addAsync(Method method,
                      std::string_view pattern,
                      RouteOptions options,
                      AsyncHandler handler)
{
    insert({.method = method,
            .pattern = std::string{pattern},
            .options = std::move(options),
            .asyncHandler = std::move(handler)});
}

void Router::addWebSocket(std::string_view pattern,
                          RouteOptions options,
                          WebSocketHub& hub,
                          Authorisation authorise)
{
    auto handler = [decide = std::move(authorise)](const Request& request) -> Response {
        auto decision = decide(request);
        if (!decision)
            return std::move(decision.error());
        return {.status = 101,
                .subscription = std::make_shared<const Subscription>(std::move(*decision))};
    };
    insert({.method = Method::Get,
            .pattern = std::string{pattern},
            .options = std::move(options),
            .handler = std::move(handler),
            .hub = &hub});
}

void Router::insert(Route route)
{
    FIELDBOOK_ASSERT(route.pattern.starts_with('/'));
    // The server answers these two itself.
    FIELDBOOK_ASSERT(route.method != Method::Head && route.method != Method::Options);
    FIELDBOOK_ASSERT(route.method != Method::Other);
    route.index = routes_.size() + 1;
    const Route& kept = routes_.emplace_back(std::move(route));

    Node* node = root_.get();
    std::vector<std::string> names;
    bool ended = false;
    for (const auto segment : split(kept.pattern)) {
        FIELDBOOK_ASSERT(!ended);
        std::unique_ptr<Node>* next = nullptr;
        if (segment.starts_with('{') && segment.ends_with("*}")) {
            ended = true; // Nothing can stand behind the rest of a path.
            names.emplace_back(segment.substr(1, segment.size() - 3));
            next = &node->rest;
        } else if (segment.starts_with('{') && segment.ends_with('}')) {
            names.emplace_back(segment.substr(1, segment.size() - 2));
            next = &node->name;
        } else {
            next = &node->literals[std::string{segment}];
        }
        if (!*next)
            *next = std::make_unique<Node>();
        node = next->get();
    }
    const auto slot = static_cast<std::size_t>(kept.method);
    FIELDBOOK_ASSERT(node->byMethod[slot] == nullptr);
    node->byMethod[slot] = &kept;
    node->names[slot] = std::move(names);

    node->allow.clear();
    for (std::size_t i = 0; i < methodCount; ++i) {
        if (node->byMethod[i] == nullptr)
            continue;
        node->allow.append(methodName(static_cast<Method>(i))).append(", ");
        if (static_cast<Method>(i) == Method::Get)
            node->allow.append("HEAD, ");
    }
    node->allow.append("OPTIONS");
}

const Router::Node* Router::walk(const Node& node,
                                 const std::vector<std::string>& segments,
                                 std::size_t depth,
                                 std::vector<std::string>& values)
{
    if (depth == segments.size())
        return node.isEnd() ? &node : nullptr;
    const std::string& segment = segments[depth];
    if (const auto literal = node.literals.find(segment); literal != node.literals.end()) {
        if (const Node* found = walk(*literal->second, segments, depth + 1, values))
            return found;
    }
    if (node.name && !segment.empty()) {
        values.push_back(segment);
        if (const Node* found = walk(*node.name, segments, depth + 1, values))
            return found;
        values.pop_back();
    }
    if (node.rest) {
        std::string rest = segment;
        for (auto i = depth + 1; i < segments.size(); ++i)
            rest.append("/").append(segments[i]);
        values.push_back(std::move(rest));
        return node.rest.get();
    }
    return nullptr;
}

Router::Match Router::find(Method method, std::string_view path) const
{
    if (!path.starts_with('/'))
        return {};
    std::vector<std::string> segments;
    for (const auto encoded : split(path)) {
        auto segment = percentDecode(encoded);
        if (!segment)
            return {.outcome = Outcome::BadPath};
        segments.push_back(std::move(*segment));
    }
    std::vector<std::string> values;
    const Node* node = walk(*root_, segments, 0, values);
    if (node == nullptr)
        return {};

    const auto wanted = method == Method::Head ? Method::Get : method;
    const auto slot = static_cast<std::size_t>(wanted);
    if (wanted == Method::Other || node->byMethod[slot] == nullptr)
        return {.outcome = Outcome::NoMethod, .allow = node->allow};
    Match match{.outcome = Outcome::Found, .route = node->byMethod[slot]};
    for (std::size_t i = 0; i < values.size(); ++i)
        match.parameters.push_back({.name = node->names[slot][i], .value = std::move(values[i])});
    return match;
}

} // namespace fieldbook::server::net
