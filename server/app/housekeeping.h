#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace fieldbook::server {

// Does the same small work when made, at least that once, and again after each pause, on a thread
// of its own.
class Housekeeping {
public:
    // The work must not throw.
    Housekeeping(std::chrono::milliseconds pause, std::function<void()> work);
    Housekeeping(const Housekeeping&) = delete;
    Housekeeping& operator=(const Housekeeping&) = delete;
    ~Housekeeping();

    // Returns when the work under way is done; none comes after.
    void stop();

private:
    void run();

    const std::chrono::milliseconds pause_;
    const std::function<void()> work_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false; // Guarded by the mutex.
    std::thread thread_;
};

} // namespace fieldbook::server
