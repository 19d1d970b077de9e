#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fieldbook::server::net {

// Who listens, and to what. key names whoever may be cut off at once, such as a device.
struct Subscription {
    std::string key;
    std::vector<std::string> topics = {};
};

// Why a WebSocket is closed (RFC 6455, section 7.4.1).
enum class CloseCode : std::uint16_t {
    GoingAway = 1001, // The server stops: come back, perhaps to another.
    Policy = 1008, // No longer allowed, or too talkative.
};

// One open WebSocket as the hub sees it. Neither call blocks or calls the hub; both may come from
// any thread.
class Subscriber {
public:
    virtual ~Subscriber() = default;
    virtual void deliver(const std::string& topic, std::shared_ptr<const std::string> text) = 0;
    virtual void close(CloseCode code) = 0;
};

// Carries short texts to the open WebSockets that listen to a topic. Only the newest text of a
// topic is owed to a subscriber: one that is slow misses the older ones, and no queue grows beyond
// the number of its topics. Nothing is kept for who is not connected. Any thread; outlives the
// server.
class WebSocketHub {
public:
    WebSocketHub() = default;
    WebSocketHub(const WebSocketHub&) = delete;
    WebSocketHub& operator=(const WebSocketHub&) = delete;

    void publish(const std::string& topic, std::string text);
    // Once to each who listens to any of the topics; owed like a text of the topic `as`.
    void publish(std::span<const std::string> topics, const std::string& as, std::string text);
    // Gives all sockets of a key these topics instead of theirs.
    void resubscribe(const std::string& key, const std::vector<std::string>& topics);
    // Ends all sockets of a key.
    void close(const std::string& key, CloseCode code = CloseCode::Policy);
    // Sockets open at present.
    [[nodiscard]] std::size_t size() const;

    // For the sessions: a subscriber stays valid from add to the return of remove. One more than
    // perKeyMax of a key ends the oldest of them.
    void add(Subscriber& subscriber, Subscription subscription, std::size_t perKeyMax);
    void remove(Subscriber& subscriber);

private:
    void listen(Subscriber* subscriber, const std::vector<std::string>& topics);
    void unlisten(Subscriber* subscriber, const std::vector<std::string>& topics);

    // Held while subscribers are called, so that none can go in the middle of it.
    mutable std::mutex mutex_;
    std::unordered_map<Subscriber*, Subscription> subscriptions_;
    std::unordered_map<std::string, std::vector<Subscriber*>> byTopic_;
    std::multimap<std::string, Subscriber*> byKey_;
};

} // namespace fieldbook::server::net
