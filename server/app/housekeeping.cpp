#include "server/app/housekeeping.h"

#include <utility>

namespace fieldbook::server {

Housekeeping::Housekeeping(std::chrono::milliseconds pause, std::function<void()> work)
    : pause_{pause}, work_{std::move(work)}, thread_{[this] { run(); }}
{}

Housekeeping::~Housekeeping() { stop(); }

void Housekeeping::stop()
{
    {
        const std::scoped_lock lock{mutex_};
        stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
}

void Housekeeping::run()
{
    std::unique_lock lock{mutex_};
    do {
        lock.unlock();
        work_();
        lock.lock();
    } while (!wake_.wait_for(lock, pause_, [this] { return stopping_; }));
}

} // namespace fieldbook::server
