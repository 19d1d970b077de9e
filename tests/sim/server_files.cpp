#include "shared/base/encoding.h"
#include "tests/sim/server_host.h"

#include <nlohmann/json.hpp>

namespace fieldbook::sim {
namespace {

using nlohmann::json;

} // namespace

Result<std::string> ServerHost::takeFile(const server::Caller& caller, const Request& request)
{
    auto& files = machine_->files;
    Result<server::Upload> upload{server::Upload{}};
    if (request.path == filesPath) {
        const json wish = json::parse(request.body);
        upload = files.begin(caller, wish["sha256"].get<std::string>(), wish["size"]);
    } else {
        const auto id = Uuid::parse(request.path.substr(filesPath.size() + 1));
        upload = files.append(caller, id.value_or(Uuid{}), std::stoll(request.query),
                              asBytes(request.body));
    }
    if (!upload) {
        return fail(upload.error());
    }
    return json{{"location", std::string{filesPath} + "/" + upload->id.text()},
                {"offset", upload->offset}}
        .dump();
}

} // namespace fieldbook::sim
