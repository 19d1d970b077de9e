#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fieldbook::server::net {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };

// "GET" and so on; Other has no name of its own and gives "OTHER".
[[nodiscard]] std::string_view methodName(Method method);
[[nodiscard]] Method methodFromName(std::string_view name);

// ASCII only, as field names are.
[[nodiscard]] bool equalsIgnoringCase(std::string_view left, std::string_view right);

// Header fields in the order they were added, looked up without regard to case. A control
// character in a name or value becomes a space, so no caller can forge a line of the head.
// Views stay valid until the next change.
class Headers {
public:
    Headers() = default;
    Headers(std::initializer_list<std::pair<std::string_view, std::string_view>> fields);

    // The first field of that name.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    [[nodiscard]] bool contains(std::string_view name) const { return find(name).has_value(); }
    [[nodiscard]] std::size_t count(std::string_view name) const;
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] std::pair<std::string_view, std::string_view> at(std::size_t index) const;

    void reserve(std::size_t fields, std::size_t bytes);
    void add(std::string_view name, std::string_view value);
    // Replaces every field of that name by one.
    void set(std::string_view name, std::string_view value);
    void remove(std::string_view name);

private:
    struct Entry {
        std::uint32_t at;
        std::uint32_t nameSize;
        std::uint32_t valueSize;
    };

    [[nodiscard]] std::string_view name(const Entry& entry) const;
    [[nodiscard]] std::string_view value(const Entry& entry) const;

    std::string text_;
    std::vector<Entry> entries_;
};

// A decoded name and value, of the query or of the path.
struct Parameter {
    std::string name;
    std::string value;

    friend bool operator==(const Parameter&, const Parameter&) = default;
};

// One request as a handler sees it: whole, decoded, within the limits of its route. A plain value:
// a test makes one by hand.
struct Request {
    Method method = Method::Get;
    std::string target = {}; // In origin form, still percent-encoded, with the query.
    std::vector<Parameter> query = {};
    std::vector<Parameter> pathParameters = {};
    Headers headers = {};
    std::string body = {}; // After any Content-Encoding has been undone.
    std::string remoteAddress = {}; // Without port.
    std::string requestId = {};
    bool secure = false; // Came over TLS, if need be as far as a trusted proxy.
    std::string host = {}; // As the caller names this server, with any port.

    // The target without its query, still percent-encoded.
    [[nodiscard]] std::string_view path() const;
    // The part of the path that stood for {name}; the programmer is wrong if the pattern has none.
    [[nodiscard]] const std::string& pathParameter(std::string_view name) const;
    // The first query parameter of that name.
    [[nodiscard]] std::optional<std::string_view> queryValue(std::string_view name) const;
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const
    {
        return headers.find(name);
    }
};

struct Subscription;

// What a handler answers. The session adds length, date, request id and the safe headers that the
// handler did not set itself.
struct Response {
    int status = 200;
    Headers headers = {};
    std::string body = {};
    // Who asked, as the handler knows it: for the log, not sent.
    std::string user = {};
    // False for a body that mixes a secret with what the caller sent (its length would tell).
    bool compressible = true;
    // Set by WebSocket routes only (Router::addWebSocket): the request is answered by an upgrade.
    std::shared_ptr<const Subscription> subscription = nullptr;
};

[[nodiscard]] Response jsonResponse(std::string body, int status = 200);
[[nodiscard]] Response textResponse(std::string body, int status = 200);

// "Not Found" for 404; "Status" for a number without a name.
[[nodiscard]] std::string_view reasonPhrase(int status);

} // namespace fieldbook::server::net
