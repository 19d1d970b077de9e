#pragma once

#include "shared/base/clock.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace fieldbook {

// What a clock on the wall shows, without saying where the wall is.
using LocalTime = std::chrono::local_seconds;

// RFC 5545's form, 20260514T091200.
[[nodiscard]] std::string toText(LocalTime time);
[[nodiscard]] std::optional<LocalTime> parseLocalTime(std::string_view text);

// A time zone of the IANA database as the system's tzdata has it. A light value; any thread.
class Zone {
public:
    // Code `zone.unknown`.
    [[nodiscard]] static Result<Zone> find(std::string_view name);
    [[nodiscard]] static Zone utc();

    [[nodiscard]] const std::string& name() const;
    // Seconds east of UTC at that moment.
    [[nodiscard]] std::chrono::seconds offsetAt(Timestamp time) const;
    // To the second, rounded down.
    [[nodiscard]] LocalTime toLocal(Timestamp time) const;
    // Every wall time has a moment (RFC 5545, section 3.3.5): one that occurs twice is the first,
    // one that a clock skips is taken at the offset before, so that 02:30 becomes 03:30.
    [[nodiscard]] Timestamp toUtc(LocalTime time) const;

    [[nodiscard]] Date dateAt(Timestamp time) const;
    // The first moment of a day, which is not midnight where the clock skips midnight.
    [[nodiscard]] Timestamp startOf(Date day) const;

    friend bool operator==(const Zone&, const Zone&) = default;

private:
    struct Data;

    explicit Zone(const Data* data) : data_{data} {}

    const Data* data_; // Lives as long as the program.
};

} // namespace fieldbook
