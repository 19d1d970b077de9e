#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace fieldbook::server::net {

// So many requests a minute for each key, at a steady rate; who was quiet may send those of one
// minute at once. For each key only the time is kept at which all it was given would have been due
// (the generic cell rate algorithm), and nothing for a key that is not ahead of its rate. Beyond
// keysMax busy keys all are forgotten: a flood of addresses must not fill the memory. Any thread.
class RateLimiter {
public:
    using Time = std::chrono::steady_clock::time_point;

    // 0 a minute: no limit.
    explicit RateLimiter(std::size_t perMinute, std::size_t keysMax = 100'000)
        : perMinute_{perMinute}, keysMax_{keysMax}
    {}

    // Counts one request. How long to wait instead, at least a second, when there have been too
    // many; that one is not counted.
    [[nodiscard]] std::optional<std::chrono::seconds> take(const std::string& key, Time now);

private:
    const std::size_t perMinute_;
    const std::size_t keysMax_;
    std::mutex mutex_;
    std::unordered_map<std::string, Time> dueAt_;
};

} // namespace fieldbook::server::net
