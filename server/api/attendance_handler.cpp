#include "server/api/api.h"
#include "server/api/attendance_json.h"
#include "server/api/body.h"

namespace fieldbook::server::api {
namespace {

constexpr std::size_t bodyBytesMax = std::size_t{8} * 1024;

Result<net::Response> report(const Services& services, const Call& call)
{
    rules::DaySpan period = services.attendance.usualPeriod();
    for (const auto& [name, day] : {std::pair{"from", &period.first}, {"to", &period.last}}) {
        if (const auto text = call.request.queryValue(name); text && !text->empty()) {
            const auto date = parseIsoDate(*text);
            if (!date) {
                return fail(ErrorKind::Invalid, "query.malformed", name);
            }
            *day = *date;
        }
    }
    const auto report = services.attendance.report(call.caller.user, period);
    if (!report) {
        return fail(report.error());
    }
    return json(attendanceJson(*report, *services.directory.current()).dump());
}

Result<net::Response> note(const Services& services, const Call& call)
{
    const auto body = parseBody(call.request);
    if (!body) {
        return fail(body.error());
    }
    const auto user = Uuid::parse(textMember(*body, "user").value_or(std::string{}));
    const auto day = parseIsoDate(textMember(*body, "day").value_or(std::string{}));
    const auto text = textMember(*body, "text");
    if (!user || !day || !text) {
        return fail(ErrorKind::Invalid, "body.malformed", "user, day and text are needed");
    }
    if (auto done = services.attendance.note(call.caller.user, *user, *day, *text); !done) {
        return fail(done.error());
    }
    return net::Response{.status = 204};
}

} // namespace

void addAttendance(Api& api)
{
    const Services& services = api.services();
    constexpr std::string_view day = R"({"type":"string","format":"date"})";
    api.add({.method = net::Method::Post,
             .path = "/v1/logins",
             .operation = "appOpened",
             .summary = {"The app was opened by its user: counts as a login of the day",
                         "用户打开了应用，计为当日一次登录"},
             .status = 204},
            {.bodyMax = 1024, .pool = &services.pool},
            [&services](const Call& call) -> Result<net::Response> {
                if (auto done = services.attendance.opened(call.caller); !done) {
                    return fail(done.error());
                }
                return net::Response{.status = 204};
            });
    api.add({.path = "/v1/people/compliance",
             .operation = "attendance",
             .summary = {"Who signed in how often, and whom the login rules miss",
                         "登录情况与登录要求的执行情况"},
             .response = "Attendance",
             .query = {{"from", {"First day", "起始日期"}, day},
                       {"to", {"Last day", "截止日期"}, day}}},
            {.pool = &services.pool},
            [&services](const Call& call) { return report(services, call); });
    api.add({.method = net::Method::Post,
             .path = "/v1/people/compliance/notes",
             .operation = "noteAttendance",
             .summary = {"What a manager says about a missed day, such as the penalty",
                         "主管对未登录的说明，如经济处罚"},
             .status = 204,
             .request = "AttendanceNote"},
            {.bodyMax = bodyBytesMax, .needsBody = true, .pool = &services.pool},
            [&services](const Call& call) { return note(services, call); });
}

} // namespace fieldbook::server::api
