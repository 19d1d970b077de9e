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

    // Never the same numbers twice. Codes `numbers.series` (there is no such series),
    // `numbers.count` (not 1 to countMax), `server.busy`.
    [[nodiscard]] Result<LeasedNumbers>
    lease(const Caller& caller, std::string_view series, std::int64_t count);

    static constexpr std::int64_t countMax = 1'000;

private:
    CommitQueue& commits_;
};

} // namespace fieldbook::server
