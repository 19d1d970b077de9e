#include "server/app/log.h"

#include "shared/base/clock.h"

#include <nlohmann/json.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace fieldbook::server {
namespace {

spdlog::level::level_enum levelOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warn:
        return spdlog::level::warn;
    case LogLevel::Error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

std::string_view nameOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "debug";
    case LogLevel::Info:
        return "info";
    case LogLevel::Warn:
        return "warn";
    case LogLevel::Error:
        return "error";
    }
    return "info";
}

} // namespace

Log::Log(std::string_view level)
    : logger_{std::make_shared<spdlog::logger>("fieldbookd",
                                               std::make_shared<spdlog::sinks::stderr_sink_mt>())}
{
    logger_->set_pattern("%v");
    logger_->set_level(spdlog::level::from_str(std::string{level}));
    logger_->flush_on(spdlog::level::trace);
}

Log::~Log() = default;

void Log::write(LogLevel level, std::string_view event, const nlohmann::json& fields) const
{
    if (!logger_->should_log(levelOf(level))) {
        return;
    }
    nlohmann::ordered_json line{
        {"time", toRfc3339(SystemClock{}.now())}, {"level", nameOf(level)}, {"event", event}};
    for (const auto& [key, value] : fields.items()) {
        line[key] = value;
    }
    logger_->log(levelOf(level),
                 line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

void Log::request(const net::RequestRecord& record) const
{
    nlohmann::json fields{{"request_id", record.requestId},
                          {"method", record.method},
                          {"route", record.route},
                          {"status", record.status},
                          {"duration_ms", static_cast<double>(record.duration.count()) / 1000.0},
                          {"bytes_in", record.bytesRead},
                          {"bytes_out", record.bytesWritten},
                          {"address", record.remoteAddress}};
    if (!record.user.empty()) {
        fields["user"] = record.user;
    }
    write(record.status >= 500 ? LogLevel::Error : LogLevel::Info, "request", fields);
}

void Log::failure(std::string_view requestId, std::string_view what) const
{
    write(LogLevel::Error, "failure", {{"request_id", requestId}, {"what", what}});
}

} // namespace fieldbook::server
