#include "server/api/api.h"

#include "server/api/browser_session.h"
#include "server/api/live_topics.h"
#include "server/api/problem.h"

#include <utility>

namespace fieldbook::server::api {
namespace {

constexpr std::string_view bearer = "Bearer ";

net::Response signedBy(net::Response response, const Caller& caller)
{
    if (!caller.user.isNil()) {
        response.user = caller.user.text();
    }
    return response;
}

// What somebody asks for and may not have is for the trail.
void noteRefusal(const Services& services,
                 const Endpoint& endpoint,
                 const Call& call,
                 const Error& error)
{
    if (error.kind == ErrorKind::Forbidden && !call.caller.user.isNil()) {
        services.trail.note({.kind = "request.refused",
                             .by = call.caller.user,
                             .device = call.caller.device,
                             .body = R"({"operation":")" + std::string{endpoint.operation} +
                                     R"(","code":")" + error.code + "\"}"});
    }
}

net::Response answer(const Services& services,
                     const Endpoint& endpoint,
                     const Api::Handler& handler,
                     const Call& call)
{
    auto response = handler(call);
    if (!response) {
        noteRefusal(services, endpoint, call, response.error());
    }
    return signedBy(response ? std::move(*response) : problem(response.error(), call.request),
                    call.caller);
}

Result<Caller> callerByKey(const Services& services, std::string_view token, Scope scope)
{
    auto caller = services.keys.verify(token);
    if (caller && !caller->key->opens(scope)) {
        return fail(ErrorKind::Forbidden, "key.scope_missing", std::string{nameOf(scope)});
    }
    return caller;
}

// Who asks for a WebSocket. A browser can send no header with an upgrade: it gives its token in the
// address, or, when its cookie signs it in, the word that shows the page to be this server's.
Result<Caller> listenerOf(const Services& services, const net::Request& request, Scope scope)
{
    if (const auto ticket = request.queryValue("ticket")) {
        return services.sessions.verify(*ticket);
    }
    if (const auto token = cookieToken(request); token && !request.header("Authorization")) {
        if (auto shown = checkCsrf(*token, request.queryValue("csrf").value_or("")); !shown) {
            return fail(shown.error());
        }
    }
    return callerOf(services, request, Access::SignedIn, scope);
}

} // namespace

Result<Caller>
callerOf(const Services& services, const net::Request& request, Access access, Scope scope)
{
    const auto header = request.header("Authorization").value_or("");
    if (header.size() > bearer.size() &&
        net::equalsIgnoringCase(header.substr(0, bearer.size()), bearer)) {
        const auto token = header.substr(bearer.size());
        if (token.starts_with(KeyService::tokenPrefix)) {
            return callerByKey(services, token, scope);
        }
        return access == Access::Waiting      ? services.sessions.verifyWaiting(token)
               : access == Access::Delivering ? services.sessions.verifyDelivery(token)
                                              : services.sessions.verify(token);
    }
    const auto token = header.empty() ? cookieToken(request) : std::nullopt;
    if (!token) {
        return fail(ErrorKind::Unauthorised, "auth.missing");
    }
    if (auto shown = checkCsrf(*token, request); !shown) {
        return fail(shown.error());
    }
    return services.sessions.verify(*token);
}

net::Response json(std::string body, int status)
{
    return net::jsonResponse(std::move(body), status);
}

Api::Api(Services services, net::Router& router)
    : services_{std::move(services)},
      attempts_{services_.clock},
      rate_{services_.requestsPerUserMax},
      router_{router}
{
    addSessions(*this);
    addDevices(*this);
    addBrowserSession(*this);
    addMe(*this);
    addAccountRequests(*this);
    addAttendance(*this);
    addOidc(*this);
    addPassword(*this);
    addSecondFactor(*this);
    addSync(*this);
    addLive(*this);
    addNumbers(*this);
    addLease(*this);
    addFiles(*this);
    addExports(*this);
    addImports(*this);
    addRecords(*this);
    addRefusals(*this);
    addQueries(*this);
    addReview(*this);
    addFlow(*this);
    addHandovers(*this);
    addTrail(*this);
    addKeys(*this);
    addCalendar(*this);
    addStatus(*this);
    addMetrics(*this);
    addOpenApi(*this);
}

Result<void> Api::countRequest(const Caller& caller)
{
    const auto wait = rate_.take(caller.user.text(), std::chrono::steady_clock::now());
    return wait ? fail(ErrorKind::TooMany, "request.too_many", std::to_string(wait->count()))
                : Result<void>{};
}

Result<Call> Api::prepare(const Endpoint& endpoint, net::Request request)
{
    Call call;
    call.language = languageFrom(request.header("Accept-Language").value_or(""));
    if (endpoint.access != Access::Open) {
        auto caller = callerOf(services_, request, endpoint.access, endpoint.scope);
        if (!caller) {
            return fail(caller.error());
        }
        if (auto counted = countRequest(*caller); !counted) {
            return fail(counted.error());
        }
        call.caller = std::move(*caller);
    }
    call.request = std::move(request);
    return call;
}

void Api::add(Endpoint endpoint, net::RouteOptions options, Handler handler)
{
    endpoints_.push_back(endpoint);
    const auto method = endpoint.method;
    const auto path = endpoint.path;
    router_.add(method, path, std::move(options),
                [this, endpoint = std::move(endpoint),
                 handler = std::move(handler)](const net::Request& request) {
                    const auto call = prepare(endpoint, request);
                    return call ? answer(services_, endpoint, handler, *call)
                                : problem(call.error(), request);
                });
}

void Api::addLate(Endpoint endpoint, net::RouteOptions options, LateHandler handler)
{
    endpoints_.push_back(endpoint);
    const auto method = endpoint.method;
    const auto path = endpoint.path;
    router_.addAsync(method, path, std::move(options),
                     [this, endpoint = std::move(endpoint), handler = std::move(handler)](
                         const net::Request& request, const net::Responder& respond) {
                         auto call = prepare(endpoint, request);
                         if (!call) {
                             respond(problem(call.error(), request));
                             return;
                         }
                         const Caller caller = call->caller;
                         handler(std::move(*call), net::Responder{[respond, caller](auto response) {
                                     respond(signedBy(std::move(response), caller));
                                 }});
                     });
}

void Api::addWebSocket(const Endpoint& endpoint)
{
    endpoints_.push_back(endpoint);
    const auto authorise =
        [this, scope = endpoint.scope](
            const net::Request& request) -> tl::expected<net::Subscription, net::Response> {
        const auto caller = listenerOf(services_, request, scope);
        if (!caller) {
            return tl::unexpected(problem(caller.error(), request));
        }
        if (const auto counted = countRequest(*caller); !counted) {
            return tl::unexpected(problem(counted.error(), request));
        }
        return net::Subscription{.key = liveKey(caller->device),
                                 .topics =
                                     liveTopics(*services_.directory.current(), caller->user)};
    };
    router_.addWebSocket(endpoint.path, {.pool = &services_.pool}, services_.live, authorise);
}

} // namespace fieldbook::server::api
