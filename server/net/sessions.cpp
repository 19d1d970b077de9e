#include "server/net/sessions.h"

#include "server/net/limits.h"
#include "server/net/metrics.h"

#include <utility>
#include <vector>

namespace fieldbook::server::net {

Sessions::Verdict Sessions::admit(const std::string& key)
{
    const std::lock_guard lock{mutex_};
    if (stopping_)
        return Verdict::Drop;
    const auto address = key.empty() ? byAddress_.end() : byAddress_.find(key);
    const bool overAddress =
        address != byAddress_.end() && address->second >= limits_.connectionsPerAddressMax;
    if (overAddress || served_ >= limits_.connectionsMax) {
        metrics_.connectionsRefused.fetch_add(1, std::memory_order_relaxed);
        if (refused_ >= limits_.refusalsMax)
            return Verdict::Drop;
        ++refused_;
        return Verdict::Refuse;
    }
    ++served_;
    if (!key.empty())
        ++byAddress_[key];
    return Verdict::Serve;
}

void Sessions::release(const std::string& key, Verdict verdict)
{
    const std::lock_guard lock{mutex_};
    if (verdict == Verdict::Refuse)
        --refused_;
    if (verdict != Verdict::Serve)
        return;
    --served_;
    if (key.empty())
        return;
    const auto address = byAddress_.find(key);
    if (--address->second == 0)
        byAddress_.erase(address);
}

void Sessions::add(const std::shared_ptr<Stoppable>& session)
{
    bool stopping = false;
    {
        const std::lock_guard lock{mutex_};
        sessions_.emplace(session.get(), session);
        stopping = stopping_;
    }
    if (stopping)
        session->stop(true);
}

void Sessions::remove(const Stoppable& session)
{
    std::function<void()> callback;
    {
        const std::lock_guard lock{mutex_};
        sessions_.erase(&session);
        if (sessions_.empty())
            callback = std::exchange(onEmpty_, nullptr);
    }
    if (callback)
        callback();
}

void Sessions::stopAll(bool softly)
{
    std::vector<std::shared_ptr<Stoppable>> all;
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
        for (const auto& [address, session] : sessions_) {
            if (auto held = session.lock())
                all.push_back(std::move(held));
        }
    }
    for (const auto& session : all)
        session->stop(softly);
}

void Sessions::whenEmpty(std::function<void()> callback)
{
    {
        const std::lock_guard lock{mutex_};
        if (!sessions_.empty()) {
            onEmpty_ = std::move(callback);
            return;
        }
    }
    callback();
}

} // namespace fieldbook::server::net
