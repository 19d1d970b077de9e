#pragma once

#include "shared/base/clock.h"
#include "shared/calendar/zone.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Rules of repetition (RFC 5545) as a form offers and a person reads them. Whether a rule holds is
// shared/calendar's to say; here it is only taken apart and put into words.
namespace fieldbook::client {

// A rule without its end, and its end: by neither, by a day, or by a number of times.
struct RepeatRule {
    std::string base; // "FREQ=WEEKLY;BYDAY=MO"; empty: does not repeat.
    std::optional<Date> until; // On the wall of the zone it was read in.
    std::int64_t count = 0; // 0: not counted.

    friend bool operator==(const RepeatRule&, const RepeatRule&) = default;
};

[[nodiscard]] RepeatRule readRule(std::string_view rule, const Zone& zone);
// The end of the day counts in.
[[nodiscard]] std::string writeRule(const RepeatRule& rule, const Zone& zone);

// The common rules for something that first takes place on that day, without ends.
[[nodiscard]] std::vector<std::string> commonRules(Date first);

// "Every 2 weeks on Monday, until 14 May 2027". A rule that no sentence fits is shown as it is.
[[nodiscard]] std::string sentenceOf(const RepeatRule& rule, bool chinese);

} // namespace fieldbook::client
