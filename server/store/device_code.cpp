#include "server/store/device_code.h"

#include "shared/base/assert.h"

#include <string_view>

namespace fieldbook::server {

std::string deviceCode(std::int64_t number)
{
    constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    constexpr std::int64_t perLetter = 99;
    FIELDBOOK_ASSERT(number > 0);
    std::int64_t block = (number - 1) / perLetter;
    std::string code;
    // Bijective: after Z comes AA.
    while (true) {
        code.insert(code.begin(), letters[static_cast<std::size_t>(block) % letters.size()]);
        block /= static_cast<std::int64_t>(letters.size());
        if (block == 0) {
            break;
        }
        --block;
    }
    return code + std::to_string((number - 1) % perLetter + 1);
}

} // namespace fieldbook::server
