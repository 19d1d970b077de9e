#include "shared/base/sealed_box.h"

#include "shared/base/assert.h"

#include <sodium.h>

namespace fieldbook {
namespace {

SecretKey secretOf(const SecretKey& seed, PublicKey& half)
{
    static_assert(SecretKey::size == crypto_box_SEEDBYTES);
    static_assert(SecretKey::size == crypto_box_SECRETKEYBYTES);
    static_assert(sizeof(PublicKey) == crypto_box_PUBLICKEYBYTES);
    std::array<std::uint8_t, SecretKey::size> bytes{};
    crypto_box_seed_keypair(half.data(), bytes.data(), seed.bytes().data());
    const auto secret = SecretKey::fromBytes(bytes);
    sodium_memzero(bytes.data(), bytes.size());
    FIELDBOOK_ASSERT(secret);
    return *secret;
}

} // namespace

BoxKey::BoxKey(const SecretKey& seed) : secret_{secretOf(seed, public_)} {}

Result<Bytes> BoxKey::open(std::span<const std::uint8_t> box) const
{
    if (box.size() < crypto_box_SEALBYTES) {
        return fail(ErrorKind::Invalid, "sealed_box.unreadable");
    }
    Bytes plain(box.size() - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(plain.data(), box.data(), box.size(), public_.data(),
                             secret_.bytes().data()) != 0) {
        return fail(ErrorKind::Invalid, "sealed_box.unreadable");
    }
    return plain;
}

Bytes sealTo(const PublicKey& key, std::span<const std::uint8_t> plain)
{
    Bytes box(crypto_box_SEALBYTES + plain.size());
    // Fails only for a public key of small order, which no seed gives.
    const bool sealed = crypto_box_seal(box.data(), plain.data(), plain.size(), key.data()) == 0;
    FIELDBOOK_ASSERT(sealed);
    return box;
}

} // namespace fieldbook
