#pragma once

#include <condition_variable>
#include <mutex>

namespace fieldbook::client {

// Stands between the pages and the store, so that every page can be looked at while it loads and
// where it failed. Any thread.
class Answers {
public:
    enum class Kind { Real, Late, Failing };

    [[nodiscard]] Kind kind() const;
    void become(Kind kind);
    // Returns where a question may be put. A late one waits until another kind is set; a failing
    // one throws std::runtime_error.
    void admit();

private:
    mutable std::mutex lock_;
    std::condition_variable changed_;
    Kind kind_ = Kind::Real;
};

} // namespace fieldbook::client
