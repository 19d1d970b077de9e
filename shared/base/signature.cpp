#include "shared/base/signature.h"

#include <algorithm>
#include <sodium.h>

namespace fieldbook {

std::optional<PublicKey> publicKeyFrom(std::span<const std::uint8_t> bytes)
{
    PublicKey key{};
    if (bytes.size() != key.size()) {
        return std::nullopt;
    }
    std::ranges::copy(bytes, key.begin());
    return key;
}

SigningKey::SigningKey(const SecretKey& seed)
{
    static_assert(SecretKey::size == crypto_sign_SEEDBYTES);
    static_assert(sizeof(PublicKey) == crypto_sign_PUBLICKEYBYTES);
    static_assert(sizeof(secret_) == crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(public_.data(), secret_.data(), seed.bytes().data());
}

SigningKey::~SigningKey() { sodium_memzero(secret_.data(), secret_.size()); }

Signature SigningKey::sign(std::span<const std::uint8_t> bytes) const
{
    Signature signature{};
    static_assert(sizeof(signature) == crypto_sign_BYTES);
    crypto_sign_detached(signature.data(), nullptr, bytes.data(), bytes.size(), secret_.data());
    return signature;
}

bool isSignedBy(const PublicKey& key,
                std::span<const std::uint8_t> bytes,
                std::span<const std::uint8_t> signature)
{
    return signature.size() == sizeof(Signature) &&
           crypto_sign_verify_detached(signature.data(), bytes.data(), bytes.size(), key.data()) ==
               0;
}

} // namespace fieldbook
