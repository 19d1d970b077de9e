#pragma once

#include "server/net/server.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace spdlog {
class logger;
}

namespace fieldbook::server {

enum class LogLevel { Debug, Info, Warn, Error };

// The log of the server: one JSON object a line on the standard error stream, with time, level and
// event. Never bodies, tokens or personal data: who logs names ids. Any thread.
class Log {
public:
    // The level as the configuration names it.
    explicit Log(std::string_view level);
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
    ~Log();

    void write(LogLevel level, std::string_view event, const nlohmann::json& fields) const;
    void request(const net::RequestRecord& record) const;
    void failure(std::string_view requestId, std::string_view what) const;

private:
    std::shared_ptr<spdlog::logger> logger_;
};

} // namespace fieldbook::server
