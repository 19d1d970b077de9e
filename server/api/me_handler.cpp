#include "server/api/api.h"
#include "server/api/user_json.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {

void addMe(Api& api)
{
    const Services& services = api.services();
    api.add({.path = "/v1/me",
             .operation = "me",
             .summary = {"Who is signed in, on which device", "当前登录的用户与设备"},
             .response = "Me"},
            {.pool = &services.pool}, [&services](const Call& call) -> Result<net::Response> {
                const nlohmann::json body{
                    {"user", userJson(*services.directory.current(), call.caller.user)},
                    {"device", call.caller.device},
                    {"device_code", call.caller.deviceCode},
                    {"time", toRfc3339(services.clock.now())}};
                return json(body.dump());
            });
}

} // namespace fieldbook::server::api
