#pragma once

#include <chrono>
#include <string>

namespace fieldbook::client {

// How long the machine has been running, also asleep; nobody sets that clock.
struct BootTime {
    std::string boot = {}; // Which start of the machine it counts from.
    std::chrono::milliseconds since{0};
};

class BootClock {
public:
    virtual ~BootClock() = default;
    [[nodiscard]] virtual BootTime now() const = 0;
};

class SystemBootClock final : public BootClock {
public:
    [[nodiscard]] BootTime now() const override;
};

} // namespace fieldbook::client
