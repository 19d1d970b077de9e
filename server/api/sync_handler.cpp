#include "server/api/api.h"
#include "server/api/app_version.h"
#include "server/api/problem.h"

#include <exception>
#include <utility>

namespace fieldbook::server::api {
namespace {

std::string whatOf(const std::exception_ptr& failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        return error.what();
    }
}

void answerPush(const Services& services, Call call, const net::Responder& respond)
{
    auto push = sync::parsePush(call.request.body);
    if (!push) {
        respond(problem(push.error(), call.request));
        return;
    }
    call.request.body.clear();
    // The answer comes from the writer thread, once it is on disk.
    const auto done = [&services, respond, request = call.request](auto reply,
                                                                   const auto& failure) {
        if (failure) {
            // Nobody answers, so the responder does: 500.
            services.failed(request.requestId, whatOf(failure));
            return;
        }
        respond(*reply ? json(toJson(**reply)) : problem(reply->error(), request));
    };
    auto queued = services.sync.pushLater(call.caller, std::move(*push), done);
    if (!queued) {
        respond(problem(queued.error(), call.request));
    }
}

Result<net::Response> pull(const Services& services, const Call& call)
{
    // An app that does not say its version is another client, and knows best.
    const auto app = call.request.header("App-Version");
    if (app && isOlder(*app, services.oldestApp)) {
        return fail(ErrorKind::Invalid, "app.outdated", "oldest served: " + services.oldestApp);
    }
    auto page = services.sync.pull(call.caller, call.request.queryValue("cursor").value_or(""));
    if (!page) {
        return fail(page.error());
    }
    return json(std::move(*page));
}

} // namespace

void addSync(Api& api)
{
    const Services& services = api.services();
    api.addLate({.method = net::Method::Post,
                 .path = "/v1/push",
                 .operation = "push",
                 .summary = {"Send changes, in order", "按顺序提交变更"},
                 .access = Access::Delivering,
                 .scope = Scope::RecordsWrite,
                 .request = "Push",
                 .response = "PushReply"},
                {.bodyMax = sync::pushBytesMax, .needsBody = true, .pool = &services.pool},
                [&services](Call call, const net::Responder& respond) {
                    answerPush(services, std::move(call), respond);
                });
    api.add({.path = "/v1/pull",
             .operation = "pull",
             .summary = {"Fetch a page of what changed", "获取一页变化"},
             .scope = Scope::RecordsRead,
             .response = "Page",
             .query = {{"cursor",
                        {"From the page before; none: from the beginning",
                         "上一页给出的位置；没有则从头开始"}}}},
            {.pool = &services.pool},
            [&services](const Call& call) { return pull(services, call); });
}

} // namespace fieldbook::server::api
