#include "server/service/number_service.h"

#include <algorithm>
#include <array>

namespace fieldbook::server {
namespace {

struct Series {
    std::string_view name;
    std::string_view prefix;
};
constexpr std::array allSeries{Series{"order", "SO"}};

} // namespace

Result<LeasedNumbers> NumberService::lease(const Caller& caller,
                                           std::string_view series,
                                           std::int64_t count,
                                           std::int64_t after)
{
    const auto* found = std::ranges::find(allSeries, series, &Series::name);
    if (found == allSeries.end()) {
        return fail(ErrorKind::NotFound, "numbers.series", std::string{series});
    }
    if (count < 1 || count > countMax || after < 0 || after > afterMax) {
        return fail(ErrorKind::Invalid, "numbers.count");
    }
    return commits_.run([&](Commit& commit) -> Result<LeasedNumbers> {
        const auto block = commit.writer().leaseNumbers(caller.device, series, count, after);
        return LeasedNumbers{.series = block.series,
                             .prefix = std::string{found->prefix},
                             .first = block.first,
                             .last = block.last};
    });
}

} // namespace fieldbook::server
