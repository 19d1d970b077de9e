#pragma once

#include "shared/base/uuid.h"

#include <cstdint>
#include <string>

namespace fieldbook::server {

// Who asks, as their session says. What they may do follows from the directory, at the moment of
// asking.
struct Caller {
    Uuid user;
    std::int64_t device = 0;
    std::string deviceCode;
    std::int64_t session = 0;
    // The account is frozen: what was recorded is still taken, into quarantine, and nothing told.
    bool delivering = false;

    friend bool operator==(const Caller&, const Caller&) = default;
};

} // namespace fieldbook::server
