#pragma once

#include "shared/base/clock.h"

#include <atomic>
#include <chrono>
#include <cstdint>

namespace fieldbook::testing {

// Time that stands still until it is told to move, forwards or back. Any thread.
class FakeClock final : public Clock {
public:
    // Starts at 2026-05-14T09:00:00Z unless told otherwise: a Thursday, inside working hours.
    FakeClock() : FakeClock{Timestamp{std::chrono::milliseconds{1'778'749'200'000}}} {}
    explicit FakeClock(Timestamp start) : millis_{toMillis(start)} {}

    [[nodiscard]] Timestamp now() const override { return fromMillis(millis_); }
    void set(Timestamp time) { millis_ = toMillis(time); }
    void advance(std::chrono::milliseconds step) { millis_ += step.count(); }

private:
    std::atomic<std::int64_t> millis_;
};

} // namespace fieldbook::testing
