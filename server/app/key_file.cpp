#include "server/app/key_file.h"

namespace fieldbook::server {

SecretKey loadKeyFile(const std::filesystem::path& file, Entropy& entropy)
{
    < < < < < < < < HEAD : server / app / trail_key.cpp return SigningKey{loadKey(file, entropy)};
    == == == == if (!std::filesystem::exists(file))
    {
        const auto seed = SecretKey::random(entropy);
        writeDurably(file, toBase64Url(seed.bytes()) + '\n');
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
    >>>>>>>> next : server / app / key_file.cpp
}

} // namespace fieldbook::server
