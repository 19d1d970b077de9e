#pragma once

#include "server/service/scopes.h"
#include "shared/base/uuid.h"

#include <cstdint>
#include <optional>
#include <string>

namespace fieldbook::server {

// Who asks, as their session or key says. What they may do follows from the directory, at the
// moment of asking.
struct Caller {
    Uuid user;
    std::int64_t device = 0;
    std::string deviceCode;
    std::int64_t session = 0;
    // The account is frozen: what was recorded is still taken, into quarantine, and nothing told.
    bool delivering = false;
    // What the key opens with which another program asks; absent in a session, which opens all.
    std::optional<ScopeSet> key = {};

    friend bool operator==(const Caller&, const Caller&) = default;
};

} // namespace fieldbook::server
