#include "server/api/api.h"
#include "server/api/body.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {
namespace {

constexpr std::size_t keyBytesMax = std::size_t{8} * 1024;

nlohmann::json timeOrNull(const std::optional<Timestamp>& time)
{
    return time ? nlohmann::json(toRfc3339(*time)) : nlohmann::json();
}

nlohmann::json toJson(const ApiKey& key)
{
    return {{"id", key.id.text()},
            {"name", key.name},
            {"hint", key.hint},
            {"owner", key.owner.text()},
            {"scopes", key.scopes},
            {"created_by",
             key.createdBy.isNil() ? nlohmann::json() : nlohmann::json(key.createdBy.text())},
            {"created_at", toRfc3339(key.createdAt)},
            {"expires_at", timeOrNull(key.expiresAt)},
            {"last_used_at", timeOrNull(key.lastUsedAt)},
            {"ended_at", timeOrNull(key.endedAt)}};
}

Result<NewKey> parseKey(const Call& call)
{
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    const auto name = textMember(*body, "name");
    const auto written = textMember(*body, "scopes");
    const auto owner = textMember(*body, "owner");
    const auto days = integerMember(*body, "days");
    if (!name || !written || (body->contains("days") && !days) ||
        (body->contains("owner") && !owner)) {
        return fail(ErrorKind::Invalid, "body.malformed",
                    "name and scopes are needed; owner and days may be given");
    }
    const auto scopes = ScopeSet::parse(*written);
    if (!scopes) {
        return fail(scopes.error());
    }
    NewKey wanted{.owner = call.caller.user, .name = *name, .scopes = *scopes};
    if (owner) {
        const auto id = Uuid::parse(*owner);
        if (!id) {
            return fail(ErrorKind::NotFound, "user.missing", *owner);
        }
        wanted.owner = *id;
    }
    if (days) {
        // What is out of range is refused by the service; here it only has to fit.
        wanted.life = std::chrono::days{std::clamp<std::int64_t>(*days, 0, 100'000)};
    }
    return wanted;
}

Result<net::Response> issue(const Services& services, const Call& call)
{
    const auto wanted = parseKey(call);
    if (!wanted) {
        return fail(wanted.error());
    }
    const auto issued = services.keys.issue(call.caller.user, *wanted);
    if (!issued) {
        return fail(issued.error());
    }
    auto body = toJson(issued->key);
    body["key"] = issued->token;
    auto response = json(body.dump(), 201);
    response.compressible = false;
    return response;
}

Result<net::Response> list(const Services& services, const Call& call)
{
    const auto& user = call.caller.user;
    auto keys = nlohmann::json::array();
    for (const auto& key : services.keys.list(
             services.keys.isAdministrator(user) ? std::nullopt : std::optional{user})) {
        keys.push_back(toJson(key));
    }
    return json(nlohmann::json{{"keys", std::move(keys)}}.dump());
}

Result<net::Response> revoke(const Services& services, const Call& call)
{
    const auto id = Uuid::parse(call.request.pathParameter("id"));
    if (!id) {
        return fail(ErrorKind::NotFound, "key.missing");
    }
    if (auto done = services.keys.revoke(call.caller.user, *id); !done) {
        return fail(done.error());
    }
    return net::Response{.status = 204};
}

} // namespace

void addKeys(Api& api)
{
    const Services& services = api.services();
    const auto add = [&](Endpoint endpoint, net::RouteOptions options, auto work) {
        options.pool = &services.pool;
        api.add(std::move(endpoint), std::move(options),
                [&services, work](const Call& call) { return work(services, call); });
    };
    add({.method = net::Method::Post,
         .path = "/v1/keys",
         .operation = "issueKey",
         .summary = {"Give out an API key (administrators)", "发放 API 密钥（管理员）"},
         .status = 201,
         .request = "NewApiKey",
         .response = "IssuedApiKey"},
        {.bodyMax = keyBytesMax, .needsBody = true}, issue);
    add({.path = "/v1/keys",
         .operation = "listKeys",
         .summary = {"The caller's API keys; all of them for an administrator",
                     "本人的 API 密钥；管理员可见全部"},
         .response = "ApiKeys"},
        {}, list);
    add({.method = net::Method::Delete,
         .path = "/v1/keys/{id}",
         .operation = "revokeKey",
         .summary = {"Revoke an API key, one's own or as an administrator",
                     "吊销 API 密钥（本人或管理员）"},
         .status = 204},
        {}, revoke);
}

} // namespace fieldbook::server::api
