#pragma once

#include "server/api/endpoint.h"
#include "server/api/language.h"
#include "server/api/services.h"
#include "server/api/sign_in_attempts.h"
#include "server/net/rate_limiter.h"
#include "server/net/router.h"

#include <functional>
#include <string>
#include <vector>

namespace fieldbook::server::api {

// One request on its way through a handler.
struct Call {
    net::Request request;
    Caller caller; // Of an open endpoint: nobody.
    Language language = Language::English;
};

// The HTTP interface: every handler with what the API document says of it. Registers routes with
// the router, which it outlives; the services outlive both.
class Api {
public:
    Api(Services services, net::Router& router);
    Api(const Api&) = delete;
    Api& operator=(const Api&) = delete;

    using Handler = std::function<Result<net::Response>(const Call&)>;
    using LateHandler = std::function<void(Call, net::Responder)>;

    // Handlers that block run on the pool of the services. The caller is known before the handler
    // is called, for endpoints that are not open.
    void add(Endpoint endpoint, net::RouteOptions options, Handler handler);
    void addLate(Endpoint endpoint, net::RouteOptions options, LateHandler handler);
    // An upgrade to a WebSocket that listens to the feeds of the caller's tablet.
    void addWebSocket(const Endpoint& endpoint);

    [[nodiscard]] const Services& services() const { return services_; }
    [[nodiscard]] SignInAttempts& attempts() { return attempts_; }
    [[nodiscard]] const std::vector<Endpoint>& endpoints() const { return endpoints_; }

private:
    [[nodiscard]] Result<Call> prepare(const Endpoint& endpoint, net::Request request);
    // Code `request.too_many`.
    [[nodiscard]] Result<void> countRequest(const Caller& caller);

    const Services services_;
    SignInAttempts attempts_;
    net::RateLimiter rate_; // Of users.
    net::Router& router_;
    std::vector<Endpoint> endpoints_;
};

// Who asks, by the token in Authorization: Bearer, which is that of a session or of a key, or, in a
// browser, in its cookie (browser_session.h). Codes: `auth.missing`, `auth.csrf`, `session.ended`,
// `session.frozen`, `key.ended`, `key.scope_missing` (the key does not open this endpoint).
[[nodiscard]] Result<Caller>
callerOf(const Services& services, const net::Request& request, Access access, Scope scope);

[[nodiscard]] net::Response json(std::string body, int status = 200);

// Each in a file of its own.
void addAccountRequests(Api& api);
void addAttendance(Api& api);
void addSessions(Api& api);
void addDevices(Api& api);
void addBrowserSession(Api& api);
void addMe(Api& api);
void addOidc(Api& api);
void addPassword(Api& api);
void addSecondFactor(Api& api);
void addSync(Api& api);
void addLive(Api& api);
void addNumbers(Api& api);
void addLease(Api& api);
void addFiles(Api& api);
void addExports(Api& api);
void addImports(Api& api);
void addRecords(Api& api);
void addRefusals(Api& api);
void addQueries(Api& api);
void addReview(Api& api);
void addFlow(Api& api);
void addHandovers(Api& api);
void addKeys(Api& api);
void addCalendar(Api& api);
void addTrail(Api& api);
void addStatus(Api& api);
void addMetrics(Api& api);
void addOpenApi(Api& api);

} // namespace fieldbook::server::api
