#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace fieldbook::server::net {

struct Limits;
struct Metrics;

// How a session is told that the server stops. Any thread may call; the session moves to its strand
// by itself.
class Stoppable {
public:
    virtual ~Stoppable() = default;
    // Softly: finish the request at hand, then end. Otherwise: end now.
    virtual void stop(bool softly) = 0;
};

// The sessions that exist, counted in all and by address. Any thread.
class Sessions {
public:
    enum class Verdict {
        Serve,
        Refuse, // Over a limit: say so and end.
        Drop, // Over a limit beyond the number that can be told so, or the server is stopping.
    };

    Sessions(const Limits& limits, Metrics& metrics) : limits_{limits}, metrics_{metrics} {}

    // key groups what counts as one address; empty: not limited by address. Every verdict but Drop
    // is to be followed by add() or release().
    [[nodiscard]] Verdict admit(const std::string& key);
    void release(const std::string& key, Verdict verdict);

    // The session is told at once when the server has begun to stop meanwhile.
    void add(const std::shared_ptr<Stoppable>& session);
    void remove(const Stoppable& session);

    // From now on everything new is dropped.
    void stopAll(bool softly);
    // Calls back once when the last session has gone, at once if there is none. Only after
    // stopAll().
    void whenEmpty(std::function<void()> callback);

private:
    const Limits& limits_;
    Metrics& metrics_;
    mutable std::mutex mutex_;
    std::unordered_map<const Stoppable*, std::weak_ptr<Stoppable>> sessions_;
    std::unordered_map<std::string, std::size_t> byAddress_;
    std::size_t served_ = 0;
    std::size_t refused_ = 0;
    bool stopping_ = false;
    std::function<void()> onEmpty_;
};

} // namespace fieldbook::server::net
