#include "server/api/api.h"
#include "server/api/body.h"
#include "server/service/reason_text.h"

namespace fieldbook::server::api {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t bodyBytesMax = 1024;

ordered_json entryJson(const RefusalReader::Entry& entry)
{
    const auto& refusal = entry.refusal;
    ordered_json json{{"user", refusal.user.text()}, {"device", refusal.device},
                      {"number", refusal.number},    {"at", toRfc3339(refusal.at)},
                      {"code", refusal.code},        {"kind", entry.kind},
                      {"type", entry.type},          {"act", entry.act}};
    json["id"] = entry.record ? ordered_json(entry.record->text()) : ordered_json();
    json["content"] = entry.content.empty() ? ordered_json() : ordered_json::parse(entry.content);
    return json;
}

Result<net::Response> list(const Services& services, const Call& call)
{
    const auto state = call.request.queryValue("state").value_or("refused");
    if (state != "refused" && state != "held") {
        return fail(ErrorKind::Invalid, "query.malformed", "state: refused or held");
    }
    const auto entries = services.refusals.list(call.caller, state == "held");
    if (!entries) {
        return fail(entries.error());
    }
    auto list = ordered_json::array();
    for (const auto& entry : *entries) {
        auto row = entryJson(entry);
        const auto reason = reasonFor(entry.refusal.code, entry.type, "");
        row["reason"] = call.language == Language::Chinese ? reason.zh : reason.en;
        list.push_back(std::move(row));
    }
    return json(ordered_json{{"changes", std::move(list)},
                             {"more", entries->size() == RefusalReader::entriesMax}}
                    .dump());
}

Result<net::Response> decide(const Services& services, const Call& call)
{
    const auto user = Uuid::parse(call.request.pathParameter("id"));
    if (!user) {
        return fail(ErrorKind::NotFound, "user.missing");
    }
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    const auto release = body->find("release");
    if (release == body->end() || !release->is_boolean()) {
        return fail(ErrorKind::Invalid, "body.malformed", "release is true or false");
    }
    if (release->get<bool>()) {
        const auto outcome = services.quarantine.release(call.caller.user, *user);
        return outcome ? json(ordered_json{{"released", outcome->released},
                                           {"refused", outcome->refused.size()},
                                           {"discarded", 0}}
                                  .dump())
                       : Result<net::Response>{fail(outcome.error())};
    }
    const auto discarded = services.quarantine.discard(call.caller.user, *user);
    return discarded ? json(ordered_json{{"released", 0}, {"refused", 0}, {"discarded", *discarded}}
                                .dump())
                     : Result<net::Response>{fail(discarded.error())};
}

} // namespace

void addRefusals(Api& api)
{
    const Services& services = api.services();
    api.add({.path = "/v1/refusals",
             .operation = "listRefusals",
             .summary = {"What tablets recorded and did not take effect, the newest first",
                         "平板上未能生效的记录，由新到旧"},
             .response = "Refusals",
             .query = {{"state",
                        {"Refused for good, or held in quarantine", "已退回，或在隔离区"},
                        R"({"enum":["refused","held"]})"}}},
            {.pool = &services.pool},
            [&services](const Call& call) { return list(services, call); });
    api.add({.method = net::Method::Post,
             .path = "/v1/users/{id}/quarantine",
             .operation = "decideQuarantine",
             .summary = {"Let what is held of a user take effect, or not",
                         "采用或弃用某用户被隔离的内容"},
             .request = "QuarantineDecision",
             .response = "QuarantineOutcome"},
            {.bodyMax = bodyBytesMax, .needsBody = true, .pool = &services.pool},
            [&services](const Call& call) { return decide(services, call); });
}

} // namespace fieldbook::server::api
