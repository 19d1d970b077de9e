#include "server/api/api.h"
#include "server/api/live_topics.h"
#include "server/api/problem.h"
#include "shared/rules/access.h"

namespace fieldbook::server::api {

std::string liveKey(std::int64_t device) { return "device:" + std::to_string(device); }

std::vector<std::string> liveTopics(const rules::Directory& directory, const Uuid& user)
{
    const auto actor = directory.actorFor(user);
    return actor ? rules::subscriptionsOf(*actor) : std::vector<std::string>{};
}

void addLive(Api& api)
{
    Endpoint endpoint;
    endpoint.path = "/v1/live";
    endpoint.operation = "live";
    endpoint.summary = {"WebSocket: told when there is something to pull",
                        "WebSocket：有新内容时通知"};
    endpoint.scope = Scope::RecordsRead;
    endpoint.status = 101;
    endpoint.query = {
        {"ticket",
         {"The session's token, for who cannot send a header", "无法发送请求头时在此提供令牌"}},
        {"csrf",
         {"What GET /v1/session says, for a browser that its cookie signs in",
          "由 Cookie 登录的浏览器在此提供 GET /v1/session 给出的值"}}};
    api.addWebSocket(endpoint);
}

} // namespace fieldbook::server::api
