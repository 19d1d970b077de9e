#include "shared/base/secret_key.h"

#include "shared/base/hash.h"

#include <algorithm>
#include <sodium.h>

namespace fieldbook {

std::optional<SecretKey> SecretKey::fromBytes(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() != size) {
        return std::nullopt;
    }
    SecretKey key;
    std::ranges::copy(bytes, key.bytes_.begin());
    return key;
}

SecretKey SecretKey::random(Entropy& entropy)
{
    SecretKey key;
    entropy.fill(key.bytes_);
    return key;
}

SecretKey::~SecretKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

bool operator==(const SecretKey& left, const SecretKey& right)
{
    return equalInConstantTime(left.bytes_, right.bytes_);
}

} // namespace fieldbook
