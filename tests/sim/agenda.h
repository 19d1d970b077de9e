#pragma once

#include "shared/base/clock.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

namespace fieldbook::sim {

using std::chrono::milliseconds;

// What happens when. Time passes only from one entry to the next; entries of one moment happen in
// the order in which they were made.
class Agenda {
public:
    void after(milliseconds wait, std::function<void()> what);
    [[nodiscard]] milliseconds now() const { return now_; }
    // False when nothing is due up to then; the time is `until` in that case.
    bool runNext(milliseconds until);
    void runUntil(milliseconds until);

private:
    milliseconds now_{0};
    std::uint64_t made_ = 0;
    std::map<std::pair<milliseconds, std::uint64_t>, std::function<void()>> entries_;
};

// The clock of one machine: the agenda's time, and how far this machine is off.
class PartyClock final : public Clock {
public:
    explicit PartyClock(const Agenda& agenda) : agenda_{agenda} {}

    [[nodiscard]] Timestamp now() const override;
    void jump(milliseconds by) { off_ += by; }
    void correct() { off_ = milliseconds{0}; }

private:
    const Agenda& agenda_;
    milliseconds off_{0};
};

} // namespace fieldbook::sim
