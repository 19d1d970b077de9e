#pragma once

#include "server/net/asio.h"

#include <functional>
#include <memory>

namespace fieldbook::server::net {

// One moving point in time after which a session gives up waiting. Moving it is nearly free: the
// timer is left alone unless the point comes before the next tick, when the timer looks by itself
// whether it has passed. On the session's strand.
class Deadline {
public:
    // onExpiry runs on the strand once the point has passed, again every tick until it is moved.
    Deadline(const Strand& strand, std::chrono::milliseconds tick, std::function<void()> onExpiry)
        : timer_{strand}, tick_{tick}, onExpiry_{std::move(onExpiry)}
    {}

    // The timer does nothing more once owner, which holds this object, has gone.
    void start(std::weak_ptr<void> owner);
    // The timer ends for good.
    void stop();

    void set(SteadyTime at)
    {
        at_ = at;
        expired_ = false;
        if (at < wakesAt_)
            timer_.cancel();
    }
    [[nodiscard]] bool expired() const { return expired_; }

private:
    void wait();

    Timer timer_;
    std::chrono::milliseconds tick_;
    std::function<void()> onExpiry_;
    std::weak_ptr<void> owner_;
    SteadyTime at_ = SteadyTime::max();
    SteadyTime wakesAt_ = SteadyTime::max();
    bool expired_ = false;
    bool stopped_ = false;
};

} // namespace fieldbook::server::net
