#include "server/net/rate_limiter.h"

#include <algorithm>

namespace fieldbook::server::net {

std::optional<std::chrono::seconds> RateLimiter::take(const std::string& key, Time now)
{
    using Pause = Time::duration;
    constexpr Pause window = std::chrono::minutes{1};
    if (perMinute_ == 0)
        return std::nullopt;
    const Pause pause = window / static_cast<Pause::rep>(perMinute_);

    const std::lock_guard lock{mutex_};
    if (dueAt_.size() >= keysMax_ && !dueAt_.contains(key)) {
        std::erase_if(dueAt_, [&](const auto& entry) { return entry.second <= now; });
        if (dueAt_.size() >= keysMax_)
            dueAt_.clear();
    }
    Time& due = dueAt_.try_emplace(key, now).first->second;
    const Time next = std::max(due, now) + pause;
    if (next > now + window)
        return std::max(std::chrono::ceil<std::chrono::seconds>(next - now - window),
                        std::chrono::seconds{1});
    due = next;
    return std::nullopt;
}

} // namespace fieldbook::server::net
