#pragma once

#include "shared/base/clock.h"

#include <functional>
#include <optional>
#include <string_view>

namespace fieldbook::client {

// Degrees (WGS 84), metres.
struct PositionFix {
    double latitude = 0;
    double longitude = 0;
    double accuracy = 0;
    Timestamp at;
    bool mocked = false; // The system said that another app supplied it.

    friend bool operator==(const PositionFix&, const PositionFix&) = default;
};

// Why there is no position; the codes of visit.no_position.
enum class NoPosition { NoSource, Denied, TimedOut };
[[nodiscard]] std::string_view codeOf(NoPosition why);

struct PositionAnswer {
    std::optional<PositionFix> fix;
    NoPosition why = NoPosition::NoSource; // Where there is no fix.
};

// Where the tablet is. GUI thread.
class PositionSource {
public:
    virtual ~PositionSource() = default;
    // Calls back once, within seconds; not at all once the source is gone.
    virtual void locate(std::function<void(const PositionAnswer&)> answer) = 0;
};

// Always the same answer: a place that was given, or the reason why there is none.
class FixedPosition final : public PositionSource {
public:
    explicit FixedPosition(PositionAnswer answer) : answer_{answer} {}
    void locate(std::function<void(const PositionAnswer&)> answer) override { answer(answer_); }

private:
    PositionAnswer answer_;
};

} // namespace fieldbook::client
