#include "client/vault/boot_clock.h"

#include <ctime>
#include <fstream>

namespace fieldbook::client {

BootTime SystemBootClock::now() const
{
    BootTime time;
    std::ifstream in{"/proc/sys/kernel/random/boot_id"};
    std::getline(in, time.boot);
    timespec since{};
    ::clock_gettime(CLOCK_BOOTTIME, &since);
    time.since = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::seconds{since.tv_sec} + std::chrono::nanoseconds{since.tv_nsec});
    return time;
}

} // namespace fieldbook::client
