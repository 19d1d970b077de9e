#pragma once

#include "server/service/caller.h"
#include "server/service/commit_queue.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace fieldbook::server {

struct LeasedNumbers {
    std::string series;
    std::string prefix; // Of what people read: "SO".
    std::int64_t first = 0;
    std::int64_t last = 0;
};

// Blocks of numbers that a device may give out offline. A number bears the code of its device, so
// each device counts by itself and no two ever meet. Any thread.
class NumberService {
public:
    explicit NumberService(CommitQueue& commits) : commits_{commits} {}

    // Never the same numbers twice, and none up to `after`, the last that the device knows of: a
    // server that was put back to a backup has forgotten some that it leased. Codes
    // `numbers.series` (there is no such series), `numbers.count` (not 1 to countMax, or `after` is
    // not 0 to afterMax), `server.busy`.
    [[nodiscard]] Result<LeasedNumbers> lease(const Caller& caller,
                                              std::string_view series,
                                              std::int64_t count,
                                              std::int64_t after = 0);

    static constexpr std::int64_t countMax = 1'000;
    static constexpr std::int64_t afterMax = 1'000'000'000;

private:
    CommitQueue& commits_;
};

} // namespace fieldbook::server
