#include "shared/base/derived_id.h"

#include "shared/base/hash.h"

#include <algorithm>
#include <array>
#include <string>

namespace fieldbook {

Uuid derivedId(std::initializer_list<std::string_view> parts)
{
    Sha256 hash;
    for (const auto part : parts) {
        hash.update(std::to_string(part.size()));
        hash.update(":");
        hash.update(part);
    }
    const auto digest = hash.finish();
    std::array<std::uint8_t, 16> bytes{};
    std::copy_n(digest.begin(), bytes.size(), bytes.begin());
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x80U);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
    return Uuid{bytes};
}

} // namespace fieldbook
