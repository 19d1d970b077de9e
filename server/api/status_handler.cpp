#include "server/api/api.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {
namespace {

Result<net::Response> settings(const Services& services, const Call& call)
{
    if (!services.keys.isAdministrator(call.caller.user)) {
        return fail(ErrorKind::Forbidden, "access.denied");
    }
    auto rows = nlohmann::json::array();
    for (const auto& [key, value, from] : services.settings) {
        rows.push_back({{"setting", key}, {"value", value}, {"from", from}});
    }
    return json(nlohmann::json{{"settings", std::move(rows)}}.dump());
}

} // namespace

void addStatus(Api& api)
{
    const Services& services = api.services();
    api.add({.path = "/healthz",
             .operation = "health",
             .summary = {"Whether the server and its store answer", "服务器与存储是否正常"},
             .access = Access::Open,
             .response = "Health"},
            {.pool = &services.pool}, [&services](const Call&) -> Result<net::Response> {
                static_cast<void>(services.store.read()->head());
                return json(R"({"status":"ok"})");
            });
    api.add({.path = "/version",
             .operation = "version",
             .summary = {"Program and protocol versions", "程序与协议版本"},
             .access = Access::Open,
             .response = "ProgramVersion"},
            {}, [&services](const Call&) -> Result<net::Response> {
                const nlohmann::json body{{"program", "fieldbookd"},
                                          {"version", services.version},
                                          {"schema", sync::schemaVersion},
                                          {"time", toRfc3339(services.clock.now())}};
                return json(body.dump());
            });
    api.add({.path = "/v1/settings",
             .operation = "settings",
             .summary = {"The server's settings in force, and where each comes from",
                         "服务器当前生效的设置及其来源"},
             .response = "Settings"},
            {}, [&services](const Call& call) { return settings(services, call); });
}

} // namespace fieldbook::server::api
