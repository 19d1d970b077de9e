#include "server/net/worker_pool.h"

#include "shared/base/assert.h"

#include <pthread.h>

namespace fieldbook::server::net {

WorkerPool::WorkerPool(std::string name, std::size_t threads, std::size_t queueMax)
    : name_{std::move(name)}, queueMax_{queueMax}
{
    FIELDBOOK_ASSERT(threads > 0);
    threads_.reserve(threads);
    for (std::size_t i = 0; i < threads; ++i) {
        threads_.emplace_back([this] { run(); });
        // The kernel keeps 15 characters.
        ::pthread_setname_np(threads_.back().native_handle(), name_.substr(0, 15).c_str());
    }
}

WorkerPool::~WorkerPool()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_)
        thread.join();
}

bool WorkerPool::post(std::function<void()> work)
{
    {
        const std::lock_guard lock{mutex_};
        if (queue_.size() >= queueMax_ || stopping_)
            return false;
        queue_.push_back(std::move(work));
    }
    wake_.notify_one();
    return true;
}

std::size_t WorkerPool::queued() const
{
    const std::lock_guard lock{mutex_};
    return queue_.size();
}

void WorkerPool::run()
{
    std::unique_lock lock{mutex_};
    while (true) {
        wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
        if (queue_.empty())
            return;
        auto work = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        work();
        work = nullptr;
        lock.lock();
    }
}

} // namespace fieldbook::server::net
