#include "shared/base/hybrid_time.h"

#include <algorithm>
#include <charconv>

namespace fieldbook {

std::string HybridTime::text() const
{
    return std::to_string(millis) + '.' + std::to_string(counter);
}

std::optional<HybridTime> HybridTime::parse(std::string_view text)
{
    HybridTime time;
    const char* end = text.data() + text.size();
    const auto [afterMillis, millisError] = std::from_chars(text.data(), end, time.millis);
    if (millisError != std::errc{} || afterMillis == end || *afterMillis != '.') {
        return std::nullopt;
    }
    const auto [afterCounter, counterError] = std::from_chars(afterMillis + 1, end, time.counter);
    if (counterError != std::errc{} || afterCounter != end || time.millis < 0) {
        return std::nullopt;
    }
    return time;
}

HybridTime HybridClock::tick(Timestamp now)
{
    const std::int64_t physical = toMillis(now);
    if (physical > last_.millis) {
        last_ = HybridTime{physical, 0};
    } else {
        ++last_.counter;
    }
    return last_;
}

void HybridClock::observe(HybridTime seen) { last_ = std::max(last_, seen); }

} // namespace fieldbook
