#include "server/api/attempt_limiter.h"

namespace fieldbook::server::api {

bool AttemptLimiter::isOver(const Window& window, Timestamp now) const
{
    return now >= window.began + limits_.window || now < window.began;
}

std::optional<std::chrono::seconds> AttemptLimiter::waitFor(const std::string& key)
{
    const std::scoped_lock lock{mutex_};
    const auto found = windows_.find(key);
    const Timestamp now = clock_.now();
    if (found == windows_.end() || isOver(found->second, now) ||
        found->second.attempts < limits_.attemptsMax) {
        return std::nullopt;
    }
    return std::chrono::ceil<std::chrono::seconds>(found->second.began + limits_.window - now);
}

void AttemptLimiter::count(const std::string& key)
{
    const std::scoped_lock lock{mutex_};
    const Timestamp now = clock_.now();
    if (windows_.size() >= limits_.keysMax && !windows_.contains(key)) {
        makeRoom(now);
    }
    Window& window = windows_.try_emplace(key, Window{now, 0}).first->second;
    if (isOver(window, now)) {
        window = {now, 0};
    }
    ++window.attempts;
}

void AttemptLimiter::forget(const std::string& key)
{
    const std::scoped_lock lock{mutex_};
    windows_.erase(key);
}

void AttemptLimiter::makeRoom(Timestamp now)
{
    std::erase_if(windows_, [&](const auto& entry) { return isOver(entry.second, now); });
    if (windows_.size() >= limits_.keysMax) {
        windows_.clear();
    }
}

} // namespace fieldbook::server::api
