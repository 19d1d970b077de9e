#pragma once

#include "shared/base/clock.h"
#include "shared/calendar/zone.h"
#include "shared/rules/world.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

// A demonstration company of any size: the same seed, size and day give the same company, record
// for record.
namespace fieldbook::server::demo {

struct Plan {
    std::uint64_t seed = 1;
    std::int64_t salespeople = 6;
    std::int64_t customers = 240;
    // "Today" of the company: its visits, orders and reminders lie around it.
    Timestamp now;
    // Where the company works: its office hours are on this zone's clocks.
    Zone zone = Zone::utc();
};

struct Company {
    // Sign-in names in order of rank: the executive first, then managers, then salespeople.
    std::vector<std::string> logins;
};

// Hands every record to `emit`, what is referred to before what refers to it; one call is one group
// of records that belong together.
Company makeCompany(const Plan& plan,
                    const std::function<void(std::vector<rules::RecordWrite>)>& emit);

} // namespace fieldbook::server::demo
