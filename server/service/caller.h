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

    friend bool operator==(const Caller&, const Caller&) = default;
};

} // namespace fieldbook::server
