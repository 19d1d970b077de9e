#include "server/net/deadline.h"

#include <algorithm>

namespace fieldbook::server::net {

void Deadline::start(std::weak_ptr<void> owner)
{
    owner_ = std::move(owner);
    wait();
}

void Deadline::stop()
{
    stopped_ = true;
    timer_.cancel();
}

void Deadline::wait()
{
    const auto now = std::chrono::steady_clock::now();
    wakesAt_ = at_ > now ? std::min(at_, now + tick_) : now + tick_;
    timer_.expires_at(wakesAt_);
    timer_.async_wait([this, owner = owner_](const IoError&) {
        const auto held = owner.lock();
        if (!held || stopped_)
            return;
        if (at_ <= std::chrono::steady_clock::now()) {
            expired_ = true;
            onExpiry_();
        }
        wait();
    });
}

} // namespace fieldbook::server::net
