#include "server/api/api.h"
#include "server/api/body.h"
#include "shared/base/encoding.h"
#include "shared/rules/access.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <memory>
#include <mutex>

namespace fieldbook::server::api {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t entriesMax = 500;
constexpr std::size_t bodyMax = 8 * 1024;

tl::unexpected<Error> malformed(std::string_view what)
{
    return fail(ErrorKind::Invalid, "query.malformed", std::string{what});
}

// A number of the query; nothing if it is not there.
Result<std::optional<std::uint64_t>> numberOf(const Call& call, std::string_view name)
{
    const auto text = call.request.queryValue(name);
    if (!text) {
        return std::optional<std::uint64_t>{};
    }
    std::uint64_t number = 0;
    const char* end = text->data() + text->size();
    const auto [after, error] = std::from_chars(text->data(), end, number);
    if (error != std::errc{} || after != end || number > std::uint64_t{1} << 53U) {
        return malformed(name);
    }
    return std::optional{number};
}

Result<std::optional<Uuid>> idOf(const Call& call, std::string_view name)
{
    const auto text = call.request.queryValue(name);
    if (!text) {
        return std::optional<Uuid>{};
    }
    const auto id = Uuid::parse(*text);
    return id ? Result<std::optional<Uuid>>{id} : malformed(name);
}

Result<std::optional<Timestamp>> timeOf(const Call& call, std::string_view name)
{
    const auto text = call.request.queryValue(name);
    if (!text) {
        return std::optional<Timestamp>{};
    }
    const auto time = parseRfc3339(*text);
    return time ? Result<std::optional<Timestamp>>{*time} : malformed(name);
}

Result<TrailQuery> queryOf(const Call& call)
{
    TrailQuery query;
    const auto record = idOf(call, "record");
    const auto user = idOf(call, "user");
    const auto from = timeOf(call, "from");
    const auto until = timeOf(call, "until");
    const auto before = numberOf(call, "before");
    const auto limit = numberOf(call, "limit");
    for (const auto* error :
         {record ? nullptr : &record.error(), user ? nullptr : &user.error(),
          from ? nullptr : &from.error(), until ? nullptr : &until.error(),
          before ? nullptr : &before.error(), limit ? nullptr : &limit.error()}) {
        if (error != nullptr) {
            return fail(*error);
        }
    }
    if (*limit && (**limit == 0 || **limit > entriesMax)) {
        return malformed("limit: 1 to 500");
    }
    query.record = *record;
    query.by = *user;
    query.kind = std::string{call.request.queryValue("kind").value_or("")};
    query.from = *from;
    query.until = *until;
    query.before = *before;
    query.limit = limit->value_or(query.limit);
    return query;
}

Result<net::Response> search(const Services& services, const Call& call)
{
    const auto query = queryOf(call);
    if (!query) {
        return fail(query.error());
    }
    const auto entries = services.trailReader.search(call.caller, *query);
    if (!entries) {
        return fail(entries.error());
    }
    auto list = ordered_json::array();
    for (const auto& entry : *entries) {
        ordered_json row{{"number", entry.number}};
        row.update(ordered_json::parse(entry.header));
        if (entry.erased) {
            row["erased"] = true;
        } else if (!entry.body.empty()) {
            row["body"] = ordered_json::parse(entry.body);
        }
        list.push_back(std::move(row));
    }
    const ordered_json answer{{"entries", list}, {"more", entries->size() == query->limit}};
    return json(answer.dump());
}

// Whoever sees no more than a part of the company would learn from the number of entries how much
// happens in the rest of it.
Result<void> mayWitness(const Services& services, const Call& call)
{
    const auto actor = services.directory.current()->actorFor(call.caller.user);
    const auto sees = actor ? rules::specOf(actor->role).sees : rules::Scope::Own;
    return sees == rules::Scope::Board || sees == rules::Scope::Company
               ? Result<void>{}
               : fail(ErrorKind::Forbidden, "access.manager_only");
}

Result<net::Response> checkpoint(const Services& services, const Call& call)
{
    if (auto allowed = mayWitness(services, call); !allowed) {
        return fail(allowed.error());
    }
    const auto former = numberOf(call, "size");
    if (!former) {
        return fail(former.error());
    }
    const auto proved = services.trail.checkpoint(former->value_or(0));
    auto proof = ordered_json::array();
    for (const auto& hash : proved.proof) {
        proof.push_back(toHex(hash));
    }
    const ordered_json answer{
        {"checkpoint", proved.text}, {"key", toHex(services.trail.publicKey())}, {"proof", proof}};
    return json(answer.dump());
}

Result<net::Response> witness(const Services& services, const Call& call)
{
    if (auto allowed = mayWitness(services, call); !allowed) {
        return fail(allowed.error());
    }
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    const auto text = textMember(*body, "checkpoint");
    if (!text) {
        return fail(ErrorKind::Invalid, "body.malformed", "checkpoint is needed");
    }
    if (auto kept = services.trail.keepWitness(call.caller.device, *text); !kept) {
        return fail(kept.error());
    }
    return net::Response{.status = 204};
}

// Reads the whole trail, so one at a time.
class Verification {
public:
    explicit Verification(const Services& services) : services_{services} {}

    Result<net::Response> run(const Call& call)
    {
        const auto actor = services_.directory.current()->actorFor(call.caller.user);
        if (auto allowed = rules::mayAudit(actor.value_or(rules::Actor{})); !allowed) {
            return fail(allowed.error());
        }
        const std::unique_lock alone{running_, std::try_to_lock};
        if (!alone) {
            return fail(ErrorKind::Unavailable, "server.busy");
        }
        const auto report = services_.trail.verify();
        auto faults = ordered_json::array();
        for (const auto& fault : report.faults) {
            faults.push_back({{"code", fault.code}, {"detail", fault.detail}});
        }
        const ordered_json answer{{"entries", report.tree.size},
                                  {"root", toHex(report.tree.root)},
                                  {"erased", report.erased},
                                  {"checkpoints", report.checkpoints},
                                  {"witnesses", report.witnesses},
                                  {"signed_up_to", report.signedUpTo},
                                  {"key", toHex(services_.trail.publicKey())},
                                  {"faults", std::move(faults)}};
        return json(answer.dump());
    }

private:
    const Services& services_;
    std::mutex running_;
};

} // namespace

void addTrail(Api& api)
{
    const Services& services = api.services();
    constexpr std::string_view id = R"({"type":"string","format":"uuid"})";
    constexpr std::string_view time = R"({"type":"string","format":"date-time"})";
    constexpr std::string_view number = R"({"type":"integer","minimum":0})";
    api.add({.path = "/v1/trail",
             .operation = "searchTrail",
             .summary = {"What happened, the newest first", "审计记录，由新到旧"},
             .response = "TrailEntries",
             .query = {{"record", {"Of this record", "某条记录"}, id},
                       {"user", {"By this user", "某位用户"}, id},
                       {"kind", {"Of this kind, such as record.changed", "某类事项"}},
                       {"from", {"Not before", "起始时间"}, time},
                       {"until", {"Before", "截止时间"}, time},
                       {"before", {"With a lower number", "序号小于"}, number},
                       {"limit", {"How many at most, up to 500", "最多条数，不超过 500"}, number}}},
            {.pool = &services.pool},
            [&services](const Call& call) { return search(services, call); });
    api.add({.path = "/v1/trail/checkpoint",
             .operation = "trailCheckpoint",
             .summary = {"A signed state of the trail, proved against a former one",
                         "审计记录的签名状态及其与旧状态的一致性证明"},
             .response = "ProvedCheckpoint",
             .query = {{"size", {"Entries of the former one", "旧状态的条数"}, number}}},
            {.pool = &services.pool},
            [&services](const Call& call) { return checkpoint(services, call); });
    api.add({.method = net::Method::Post,
             .path = "/v1/trail/witness",
             .operation = "keepWitness",
             .summary = {"What this device keeps of the trail", "本设备保存的审计状态"},
             .status = 204,
             .request = "Witness"},
            {.bodyMax = bodyMax, .needsBody = true, .pool = &services.pool},
            [&services](const Call& call) { return witness(services, call); });
    const auto verification = std::make_shared<Verification>(services);
    api.add({.method = net::Method::Post,
             .path = "/v1/trail/verification",
             .operation = "verifyTrail",
             .summary = {"Hold the whole trail against itself and all that was signed",
                         "校验全部审计记录及其签名"},
             .response = "TrailReport"},
            {.pool = &services.pool},
            [verification](const Call& call) { return verification->run(call); });
}

} // namespace fieldbook::server::api
