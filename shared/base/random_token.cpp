#include "shared/base/random_token.h"

namespace fieldbook {

std::string randomToken(Entropy& entropy)
{
    std::array<std::uint8_t, randomTokenBytes> bytes{};
    entropy.fill(bytes);
    return toBase64Url(bytes);
}

} // namespace fieldbook
