#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace fieldbook::server::net {

// A fixed number of threads with a bounded queue, for handlers that block (database work). Any
// thread may post. Destroy it after the server and before what its handlers use: the destructor
// runs what is queued and joins.
class WorkerPool {
public:
    WorkerPool(std::string name, std::size_t threads, std::size_t queueMax);
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;
    ~WorkerPool();

    // False when the queue is full: the caller answers 503. work must not throw.
    [[nodiscard]] bool post(std::function<void()> work);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::size_t queued() const;

private:
    void run();

    const std::string name_;
    const std::size_t queueMax_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> queue_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

} // namespace fieldbook::server::net
