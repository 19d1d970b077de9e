#include "server/api/signed_in.h"

#include "server/api/api.h"
#include "server/api/browser_session.h"
#include "server/api/user_json.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {

net::Response signedInResponse(const Services& services,
                               const net::Request& request,
                               const SignedIn& signedIn,
                               bool browser)
{
    nlohmann::json body{{"device", signedIn.caller.device},
                        {"device_code", signedIn.caller.deviceCode},
                        {"device_state", nameOf(signedIn.state)},
                        {"time", toRfc3339(signedIn.time)}};
    if (!services.deviceHelp.empty()) {
        body["help"] = services.deviceHelp;
    }
    body["user"] = userJson(*services.directory.current(), signedIn.caller.user);
    body[browser ? "csrf" : "token"] = browser ? csrfOf(signedIn.token) : signedIn.token;
    auto response = json(body.dump());
    if (browser) {
        setSessionCookie(response, request, signedIn.token);
    }
    response.compressible = false;
    response.user = signedIn.caller.user.text();
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace fieldbook::server::api
