#include "server/api/api.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {

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
}

} // namespace fieldbook::server::api
