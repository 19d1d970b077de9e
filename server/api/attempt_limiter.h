#pragma once

#include "shared/base/clock.h"

#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace fieldbook::server::api {

// Slows down guessing: so many attempts per key within a window, then waiting until the oldest
// window is over. Only failures need be counted. Its memory is bounded: beyond keysMax, keys whose
// window is over are forgotten first, then all. Any thread.
class AttemptLimiter {
public:
    struct Limits {
        std::size_t attemptsMax = 10;
        std::chrono::seconds window{300};
        std::size_t keysMax = 50'000;
    };

    AttemptLimiter(const Clock& clock, Limits limits) : clock_{clock}, limits_{limits} {}

    // How long the key must wait; nothing when it may try.
    [[nodiscard]] std::optional<std::chrono::seconds> waitFor(const std::string& key);
    void count(const std::string& key);
    void forget(const std::string& key);

private:
    struct Window {
        Timestamp began;
        std::size_t attempts = 0;
    };

    [[nodiscard]] bool isOver(const Window& window, Timestamp now) const;
    void makeRoom(Timestamp now);

    const Clock& clock_;
    const Limits limits_;
    std::mutex mutex_;
    std::unordered_map<std::string, Window> windows_;
};

} // namespace fieldbook::server::api
