#include "server/api/api.h"

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

net::Response answer(const Api::Handler& handler, const Call& call)
{
    auto response = handler(call);
    return signedBy(response ? std::move(*response) : problem(response.error(), call.request),
                    call.caller);
}

} // namespace

Result<Caller> callerOf(const Services& services, const net::Request& request)
{
    const auto header = request.header("Authorization").value_or("");
    if (header.size() <= bearer.size() ||
        !net::equalsIgnoringCase(header.substr(0, bearer.size()), bearer)) {
        return fail(ErrorKind::Unauthorised, "auth.missing");
    }
    return services.sessions.verify(header.substr(bearer.size()));
}

net::Response json(std::string body, int status)
{
    return net::jsonResponse(std::move(body), status);
}

Api::Api(Services services, net::Router& router) : services_{std::move(services)}, router_{router}
{
    addSessions(*this);
    addMe(*this);
    addSync(*this);
    addStatus(*this);
}

Result<Call> Api::prepare(const Endpoint& endpoint, net::Request request) const
{
    Call call;
    call.language = languageFrom(request.header("Accept-Language").value_or(""));
    if (endpoint.access == Access::SignedIn) {
        auto caller = callerOf(services_, request);
        if (!caller) {
            return fail(caller.error());
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
    router_.add(
        method, path, std::move(options),
        [this, endpoint = std::move(endpoint), handler = std::move(handler)](net::Request request) {
            const auto call = prepare(endpoint, request);
            return call ? answer(handler, *call) : problem(call.error(), request);
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

} // namespace fieldbook::server::api
