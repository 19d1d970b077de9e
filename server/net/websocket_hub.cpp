#include "server/net/websocket_hub.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace fieldbook::server::net {

void WebSocketHub::publish(const std::string& topic, std::string text)
{
    const std::lock_guard lock{mutex_};
    const auto found = byTopic_.find(topic);
    if (found == byTopic_.end())
        return;
    const auto shared = std::make_shared<const std::string>(std::move(text));
    for (Subscriber* subscriber : found->second)
        subscriber->deliver(topic, shared);
}

void WebSocketHub::publish(std::span<const std::string> topics,
                           const std::string& as,
                           std::string text)
{
    const std::lock_guard lock{mutex_};
    std::set<Subscriber*> listeners;
    for (const auto& topic : topics) {
        if (const auto found = byTopic_.find(topic); found != byTopic_.end())
            listeners.insert(found->second.begin(), found->second.end());
    }
    const auto shared = std::make_shared<const std::string>(std::move(text));
    for (Subscriber* subscriber : listeners)
        subscriber->deliver(as, shared);
}

void WebSocketHub::resubscribe(const std::string& key, const std::vector<std::string>& topics)
{
    const std::lock_guard lock{mutex_};
    const auto [first, last] = byKey_.equal_range(key);
    for (auto each = first; each != last; ++each) {
        auto& current = subscriptions_.at(each->second).topics;
        unlisten(each->second, current);
        current = topics;
        listen(each->second, current);
    }
}

void WebSocketHub::close(const std::string& key, CloseCode code)
{
    const std::lock_guard lock{mutex_};
    const auto [first, last] = byKey_.equal_range(key);
    for (auto each = first; each != last; ++each)
        each->second->close(code);
}

std::size_t WebSocketHub::size() const
{
    const std::lock_guard lock{mutex_};
    return subscriptions_.size();
}

void WebSocketHub::add(Subscriber& subscriber, Subscription subscription, std::size_t perKeyMax)
{
    const std::lock_guard lock{mutex_};
    // Those of one key stand in the order in which they came.
    const auto [oldest, last] = byKey_.equal_range(subscription.key);
    // One that was told to close stays among them until it has.
    auto over = std::distance(oldest, last) + 1 - static_cast<std::ptrdiff_t>(perKeyMax);
    for (auto each = oldest; each != last && over > 0; ++each, --over)
        each->second->close(CloseCode::Policy);
    byKey_.emplace(subscription.key, &subscriber);
    listen(&subscriber, subscription.topics);
    subscriptions_.emplace(&subscriber, std::move(subscription));
}

void WebSocketHub::remove(Subscriber& subscriber)
{
    const std::lock_guard lock{mutex_};
    const auto found = subscriptions_.find(&subscriber);
    if (found == subscriptions_.end())
        return;
    unlisten(&subscriber, found->second.topics);
    const auto [first, last] = byKey_.equal_range(found->second.key);
    const auto mine =
        std::find_if(first, last, [&](const auto& each) { return each.second == &subscriber; });
    byKey_.erase(mine);
    subscriptions_.erase(found);
}

void WebSocketHub::listen(Subscriber* subscriber, const std::vector<std::string>& topics)
{
    for (const auto& topic : topics) {
        auto& listeners = byTopic_[topic];
        if (std::ranges::find(listeners, subscriber) == listeners.end())
            listeners.push_back(subscriber);
    }
}

void WebSocketHub::unlisten(Subscriber* subscriber, const std::vector<std::string>& topics)
{
    for (const auto& topic : topics) {
        const auto found = byTopic_.find(topic);
        if (found == byTopic_.end())
            continue;
        std::erase(found->second, subscriber);
        if (found->second.empty())
            byTopic_.erase(found);
    }
}

} // namespace fieldbook::server::net
