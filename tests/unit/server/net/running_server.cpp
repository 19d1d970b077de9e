#include "tests/unit/server/net/running_server.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace fieldbook::server::net {
namespace {

Response echo(Request request)
{
    Response response{.body = std::move(request.body)};
    response.headers.add("Content-Type", request.header("Content-Type").value_or("text/plain"));
    return response;
}

} // namespace

RunningServer::RunningServer(Router extra,
                             ServerOptions options,
                             const std::optional<TlsFiles>& tls)
{
    extra.add(Method::Get, "/hello", {}, [](const Request&) { return textResponse("hello"); });
    extra.add(Method::Post, "/echo", {}, echo);
    extra.add(Method::Post, "/bulk", {.bodyMax = 4 * mebibyte, .pool = &pool_}, echo);
    options.observer.onFailure = [this](std::string_view requestId, std::string_view what) {
        const std::lock_guard lock{mutex_};
        failures_.push_back(std::string{requestId} + ": " + std::string{what});
    };
    server_.emplace(std::move(extra), std::move(options), metrics_);
    port_ = server_->listen({.tls = tls});
}

std::vector<std::string> RunningServer::failures() const
{
    const std::lock_guard lock{mutex_};
    return failures_;
}

std::uint64_t RunningServer::answered(std::string_view route, int status) const
{
    for (const RouteMetrics& metrics : metrics_.routes) {
        if (metrics.route == route)
            return metrics.byStatus[static_cast<std::size_t>(status - 100)];
    }
    return 0;
}

std::string problemCode(const testing::HttpReply& reply)
{
    EXPECT_EQ(reply.find("Content-Type"), "application/problem+json");
    const auto document = nlohmann::json::parse(reply.body, nullptr, false);
    if (!document.is_object())
        return "not a problem document: " + reply.body;
    EXPECT_EQ(document["status"], reply.status);
    EXPECT_EQ(document["request_id"], reply.find("X-Request-Id"));
    EXPECT_EQ(document["type"],
              "urn:fieldbook:problem:" + document["code"].get_ref<const std::string&>());
    EXPECT_TRUE(document.contains("title"));
    return document["code"];
}

} // namespace fieldbook::server::net
