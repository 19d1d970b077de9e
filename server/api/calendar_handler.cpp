#include "server/api/api.h"
#include "shared/base/hash.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {
namespace {

constexpr std::string_view extension = ".ics";

// Where the company says that it is reached, or under the name by which the caller knows it.
std::string addressOf(const Services& services, const net::Request& request, std::string_view token)
{
    const std::string origin =
        services.publicAddress.empty()
            ? std::string{request.secure ? "https://" : "http://"} + request.host
            : services.publicAddress;
    return origin + "/v1/calendars/" + std::string{token} + std::string{extension};
}

Result<net::Response> renew(const Services& services, const Call& call)
{
    const auto issued = services.keys.issueCalendar(call.caller.user);
    if (!issued) {
        return fail(issued.error());
    }
    auto response =
        json(nlohmann::json{{"url", addressOf(services, call.request, issued->token)}}.dump(), 201);
    response.compressible = false;
    return response;
}

Result<net::Response> revoke(const Services& services, const Call& call)
{
    if (auto done = services.keys.revokeCalendar(call.caller.user); !done) {
        return fail(done.error());
    }
    return net::Response{.status = 204};
}

// The address is the secret: whoever has it sees the calendar, and nothing else.
Result<net::Response> fetch(const Services& services, const Call& call)
{
    std::string_view token = call.request.pathParameter("file");
    if (!token.ends_with(extension)) {
        return fail(ErrorKind::NotFound, "calendar.missing");
    }
    token.remove_suffix(extension.size());
    const auto caller = services.keys.verify(token);
    if (!caller || !caller->key->opens(Scope::CalendarRead)) {
        return fail(ErrorKind::NotFound, "calendar.missing");
    }
    net::Response response{.body = services.calendar.file(*caller)};
    response.user = caller->user.text();
    const std::string tag = '"' + toHex(sha256(response.body)).substr(0, 32) + '"';
    response.headers.set("Content-Type", "text/calendar; charset=utf-8");
    response.headers.set("Content-Disposition", "attachment; filename=\"fieldbook.ics\"");
    response.headers.set("Cache-Control", "private, no-cache");
    response.headers.set("ETag", tag);
    const auto known = call.request.header("If-None-Match").value_or("");
    if (known == "*" || known.find(tag) != std::string_view::npos) {
        response.status = 304;
        response.body.clear();
    }
    return response;
}

} // namespace

void addCalendar(Api& api)
{
    const Services& services = api.services();
    const auto add = [&](Endpoint endpoint, auto work) {
        api.add(std::move(endpoint), {.bodyMax = 0, .pool = &services.pool},
                [&services, work](const Call& call) { return work(services, call); });
    };
    add({.method = net::Method::Post,
         .path = "/v1/me/calendar",
         .operation = "renewCalendar",
         .summary = {"A new private address of the caller's calendar; the former one ends",
                     "生成本人日历的新私密地址，原地址失效"},
         .status = 201,
         .response = "CalendarAddress"},
        renew);
    add({.method = net::Method::Delete,
         .path = "/v1/me/calendar",
         .operation = "endCalendar",
         .summary = {"End the private address of the caller's calendar", "停用本人日历的私密地址"},
         .status = 204},
        revoke);
    add({.path = "/v1/calendars/{file}",
         .operation = "fetchCalendar",
         .summary = {"The calendar of a private address (iCalendar)",
                     "私密地址的日历（iCalendar）"},
         .access = Access::Open,
         .responseMedia = "text/calendar"},
        fetch);
}

} // namespace fieldbook::server::api
