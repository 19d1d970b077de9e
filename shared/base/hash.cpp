#include "shared/base/hash.h"

#include "shared/base/assert.h"

#include <cstring>
#include <sodium.h>

namespace fieldbook {
namespace {

using State = crypto_hash_sha256_state;

// The state lives in our bytes; copying it in and out keeps the access well defined and costs
// nothing beside the hashing.
State load(const std::array<std::uint8_t, 104>& bytes)
{
    static_assert(sizeof(State) == 104);
    State state{};
    std::memcpy(&state, bytes.data(), sizeof state);
    return state;
}

} // namespace

Sha256::Sha256()
{
    State state{};
    crypto_hash_sha256_init(&state);
    std::memcpy(state_.data(), &state, sizeof state);
}

void Sha256::update(std::span<const std::uint8_t> bytes)
{
    FIELDBOOK_ASSERT(!finished_);
    if (bytes.empty()) {
        return;
    }
    auto state = load(state_);
    crypto_hash_sha256_update(&state, bytes.data(), bytes.size());
    std::memcpy(state_.data(), &state, sizeof state);
}

Sha256Digest Sha256::finish()
{
    FIELDBOOK_ASSERT(!finished_);
    finished_ = true;
    auto state = load(state_);
    Sha256Digest digest{};
    crypto_hash_sha256_final(&state, digest.data());
    return digest;
}

Sha256Digest sha256(std::span<const std::uint8_t> bytes)
{
    Sha256Digest digest{};
    crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
    return digest;
}

Sha256Digest hmacSha256(std::span<const std::uint8_t> bytes, const SecretKey& key)
{
    static_assert(SecretKey::size == crypto_auth_hmacsha256_KEYBYTES);
    Sha256Digest tag{};
    crypto_auth_hmacsha256(tag.data(), bytes.data(), bytes.size(), key.bytes().data());
    return tag;
}

bool equalInConstantTime(std::span<const std::uint8_t> left, std::span<const std::uint8_t> right)
{
    return left.size() == right.size() &&
           sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace fieldbook
