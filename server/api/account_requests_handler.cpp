#include "server/api/api.h"
#include "server/api/body.h"

namespace fieldbook::server::api {
namespace {

constexpr std::size_t bodyBytesMax = std::size_t{16} * 1024;

using nlohmann::json;

json personJson(const rules::Directory& directory, const Uuid& id)
{
    const auto* person = directory.findUser(id);
    return person == nullptr
               ? json()
               : json{{"id", id.text()}, {"login", person->login}, {"name", person->name}};
}

json timeOrNull(const std::optional<Timestamp>& time)
{
    return time ? json(toRfc3339(*time)) : json();
}

json requestJson(const AccountRequests::Shown& shown, const rules::Directory& directory)
{
    const auto& request = shown.request;
    const auto* team = directory.findTeam(request.team);
    return {{"id", request.id.text()},
            {"kind", request.kind},
            {"state", request.state},
            {"subject", personJson(directory, request.subject)},
            {"team",
             team == nullptr ? json() : json{{"id", request.team.text()}, {"name", team->name}}},
            {"wishes", json::parse(request.wishes)},
            {"reason", request.reason},
            {"leaving", request.isLeaving},
            {"requested_by", personJson(directory, request.requestedBy)},
            {"requested_at", toRfc3339(request.requestedAt)},
            {"due_at", toRfc3339(request.dueAt)},
            {"overdue", shown.isOverdue},
            {"decided_by", personJson(directory, request.decidedBy)},
            {"decided_at", timeOrNull(request.decidedAt)},
            {"handling", request.handling},
            {"executed_by", personJson(directory, request.executedBy)},
            {"executed_at", timeOrNull(request.executedAt)},
            {"may",
             {{"decide", shown.mayDecide},
              {"execute", shown.mayExecute},
              {"withdraw", shown.mayWithdraw}}}};
}

Result<net::Response> answer(const Services& services, const Result<AccountRequests::Shown>& shown)
{
    if (!shown) {
        return fail(shown.error());
    }
    return api::json(requestJson(*shown, *services.directory.current()).dump());
}

Result<AccountRequests::Asked> parseAsked(const net::Request& request)
{
    const auto body = parseBody(request);
    if (!body) {
        return fail(body.error());
    }
    AccountRequests::Asked asked;
    const auto kind = textMember(*body, "kind");
    const auto reason = textMember(*body, "reason");
    if (!kind || !reason) {
        return fail(ErrorKind::Invalid, "body.malformed", "kind and reason are needed");
    }
    asked.kind = *kind;
    asked.reason = *reason;
    if (const auto subject = textMember(*body, "subject")) {
        const auto id = Uuid::parse(*subject);
        if (!id) {
            return fail(ErrorKind::Invalid, "body.malformed", "subject must be a UUID");
        }
        asked.subject = *id;
    }
    const auto leaving = body->find("leaving");
    asked.isLeaving = leaving != body->end() && leaving->is_boolean() && leaving->get<bool>();
    const auto wishes = body->find("wishes");
    if (wishes == body->end()) {
        return asked;
    }
    if (!wishes->is_object()) {
        return fail(ErrorKind::Invalid, "body.malformed", "wishes must be an object");
    }
    for (const auto& [name, value] : wishes->items()) {
        if (!value.is_string()) {
            return fail(ErrorKind::Invalid, "body.malformed", "wishes must be texts");
        }
        asked.wishes[name] = value.get<std::string>();
    }
    return asked;
}

Result<Uuid> idOf(const Call& call)
{
    const auto id = Uuid::parse(call.request.pathParameter("id"));
    return id ? Result<Uuid>{*id} : fail(ErrorKind::NotFound, "request.missing");
}

Result<net::Response> list(const Services& services, const Call& call)
{
    const std::string state{call.request.queryValue("state").value_or("")};
    const auto requests = services.accountRequests.list(call.caller.user, state);
    if (!requests) {
        return fail(requests.error());
    }
    const auto directory = services.directory.current();
    auto rows = json::array();
    for (const auto& each : *requests) {
        rows.push_back(requestJson(each, *directory));
    }
    return api::json(json{{"requests", std::move(rows)}}.dump());
}

Result<net::Response> ask(const Services& services, const Call& call)
{
    const auto asked = parseAsked(call.request);
    return asked ? answer(services, services.accountRequests.ask(call.caller.user, *asked))
                 : fail(asked.error());
}

Result<net::Response> decide(const Services& services, const Call& call)
{
    const auto id = idOf(call);
    if (!id) {
        return fail(id.error());
    }
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    const auto approve = body->find("approve");
    if (approve == body->end() || !approve->is_boolean()) {
        return fail(ErrorKind::Invalid, "body.malformed", "approve is true or false");
    }
    return answer(services, services.accountRequests.decide(
                                call.caller.user, *id, approve->get<bool>(),
                                textMember(*body, "handling").value_or(std::string{})));
}

Result<net::Response> execute(const Services& services, const Call& call)
{
    const auto id = idOf(call);
    if (!id) {
        return fail(id.error());
    }
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    return answer(services, services.accountRequests.execute(
                                call.caller.user, *id,
                                textMember(*body, "handling").value_or(std::string{})));
}

Result<net::Response> withdraw(const Services& services, const Call& call)
{
    const auto id = idOf(call);
    return id ? answer(services, services.accountRequests.withdraw(call.caller.user, *id))
              : fail(id.error());
}

using Work = Result<net::Response> (*)(const Services&, const Call&);

} // namespace

void addAccountRequests(Api& api)
{
    const Services& services = api.services();
    const auto add = [&](Endpoint endpoint, Work work) {
        const bool hasBody = !endpoint.request.empty();
        net::RouteOptions options{.needsBody = hasBody, .pool = &services.pool};
        if (hasBody) {
            options.bodyMax = bodyBytesMax;
        }
        api.add(std::move(endpoint), options,
                [&services, work](const Call& call) { return work(services, call); });
    };
    add({.path = "/v1/account-requests",
         .operation = "listAccountRequests",
         .summary = {"Requests about accounts that are the caller's to see, the newest first",
                     "调用者可见的账户申请，由新到旧"},
         .response = "AccountRequests",
         .query = {{"state",
                    {"Only those in this state", "仅此状态"},
                    R"({"enum":["requested","approved","refused","withdrawn","executed"]})"}}},
        list);
    add({.method = net::Method::Post,
         .path = "/v1/account-requests",
         .operation = "askForAccount",
         .summary = {"Ask for an account to be opened, changed or closed",
                     "申请新增、变更、冻结或注销账户"},
         .request = "AccountRequestAsked",
         .response = "AccountRequest"},
        ask);
    add({.method = net::Method::Post,
         .path = "/v1/account-requests/{id}/decision",
         .operation = "decideAccountRequest",
         .summary = {"Approve or refuse it", "审批账户申请"},
         .request = "AccountRequestDecision",
         .response = "AccountRequest"},
        decide);
    add({.method = net::Method::Post,
         .path = "/v1/account-requests/{id}/execution",
         .operation = "executeAccountRequest",
         .summary = {"Carry out what was approved", "执行已批准的账户申请"},
         .request = "AccountRequestHandling",
         .response = "AccountRequest"},
        execute);
    add({.method = net::Method::Delete,
         .path = "/v1/account-requests/{id}",
         .operation = "withdrawAccountRequest",
         .summary = {"Take back one's own", "撤回自己的账户申请"},
         .response = "AccountRequest"},
        withdraw);
}

} // namespace fieldbook::server::api
