#include "server/api/problem.h"

#include "server/api/problem_text.h"
#include "server/net/problem.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {
namespace {

// Seconds after which asking again makes sense, for answers that do not say it themselves.
constexpr std::string_view retryWhenBusy = "1";

bool isNumber(const std::string& text)
{
    return !text.empty() && text.size() < 16 &&
           text.find_first_not_of("0123456789") == std::string::npos;
}

} // namespace

int statusOf(const Error& error)
{
    if (error.code == "app.outdated") {
        return 426;
    }
    switch (error.kind) {
    case ErrorKind::Invalid:
        return 400;
    case ErrorKind::Unauthorised:
        return 401;
    case ErrorKind::Forbidden:
        return 403;
    case ErrorKind::NotFound:
        return 404;
    case ErrorKind::Conflict:
        return 409;
    case ErrorKind::TooLarge:
        return 413;
    case ErrorKind::TooMany:
        return 429;
    case ErrorKind::Unavailable:
        return 503;
    }
    return 500;
}

net::Response problem(const Error& error, const net::Request& request)
{
    const Language language = languageFrom(request.header("Accept-Language").value_or(""));
    const ProblemText text = problemText(error);
    nlohmann::json members{{"title", in(language, text.title)}};
    if (!error.detail.empty()) {
        members["hint"] = error.detail;
    }
    if (error.code == "push.gap" && isNumber(error.detail)) {
        members["expected"] = std::stoll(error.detail);
    }
    auto response = net::problemResponse(statusOf(error), error.code, in(language, text.detail),
                                         request.requestId, members);
    response.headers.set("Content-Language", tagOf(language));
    response.headers.add("Vary", "Accept-Language");
    if (error.kind == ErrorKind::Unauthorised) {
        response.headers.set("WWW-Authenticate", "Bearer realm=\"fieldbook\"");
    }
    // How long to wait is what the detail of a "too many" says.
    if (error.kind == ErrorKind::TooMany && isNumber(error.detail)) {
        response.headers.set("Retry-After", error.detail);
    } else if (error.kind == ErrorKind::Unavailable) {
        response.headers.set("Retry-After", retryWhenBusy);
    }
    return response;
}

} // namespace fieldbook::server::api
