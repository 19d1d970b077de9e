#include "server/app/key_file.h"

#include "shared/base/durable_file.h"
#include "shared/base/encoding.h"

#include <fstream>
#include <stdexcept>
#include <string>

namespace fieldbook::server {

SecretKey loadKeyFile(const std::filesystem::path& file, Entropy& entropy)
{
    if (!std::filesystem::exists(file)) {
        const auto seed = SecretKey::random(entropy);
        // Whole or not at all: a key that was cut off would be another one.
        replaceDurably(file, asBytes(toBase64Url(seed.bytes()) + '\n'));
        return seed;
    }
    std::ifstream in{file};
    std::string text;
    std::getline(in, text);
    const auto bytes = fromBase64Url(text);
    const auto seed = bytes ? SecretKey::fromBytes(*bytes) : std::nullopt;
    if (!seed) {
        throw std::runtime_error{"no key in " + file.string()};
    }
    return *seed;
}

} // namespace fieldbook::server
