#include "shared/base/password.h"

#include "shared/base/assert.h"

#include <sodium.h>
#include <stdexcept>

namespace fieldbook {
namespace {

static_assert(std::tuple_size_v<KeySalt> == crypto_pwhash_argon2id_SALTBYTES);
static_assert(argon2Interactive.passes == crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE);
static_assert(argon2Interactive.memoryBytes == crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE);
static_assert(argon2Least.passes == crypto_pwhash_argon2id_OPSLIMIT_MIN);
static_assert(argon2Least.memoryBytes == crypto_pwhash_argon2id_MEMLIMIT_MIN);

[[noreturn]] void outOfMemory()
{
    throw std::runtime_error{"Argon2id could not get the memory it needs."};
}

// A view of nothing may have no address; libsodium wants one.
const char* addressOf(std::string_view text) { return text.empty() ? "" : text.data(); }

// libsodium compares hashes as terminated strings.
std::optional<std::string> terminated(std::string_view hash)
{
    if (hash.size() >= crypto_pwhash_argon2id_STRBYTES || hash.find('\0') != hash.npos) {
        return std::nullopt;
    }
    return std::string{hash};
}

} // namespace

std::string hashPassword(std::string_view password, Argon2Cost cost)
{
    std::array<char, crypto_pwhash_argon2id_STRBYTES> hash{};
    if (crypto_pwhash_argon2id_str(hash.data(), addressOf(password), password.size(), cost.passes,
                                   cost.memoryBytes) != 0) {
        outOfMemory();
    }
    return hash.data();
}

bool passwordMatches(std::string_view hash, std::string_view password)
{
    const auto text = terminated(hash);
    return text && crypto_pwhash_argon2id_str_verify(text->c_str(), addressOf(password),
                                                     password.size()) == 0;
}

bool passwordHashIsDated(std::string_view hash, Argon2Cost cost)
{
    const auto text = terminated(hash);
    return !text || crypto_pwhash_argon2id_str_needs_rehash(text->c_str(), cost.passes,
                                                            cost.memoryBytes) != 0;
}

KeySalt randomKeySalt(Entropy& entropy)
{
    KeySalt salt{};
    entropy.fill(salt);
    return salt;
}

SecretKey deriveKey(std::string_view passphrase, const KeySalt& salt, Argon2Cost cost)
{
    std::array<std::uint8_t, SecretKey::size> bytes{};
    if (crypto_pwhash_argon2id(bytes.data(), bytes.size(), addressOf(passphrase), passphrase.size(),
                               salt.data(), cost.passes, cost.memoryBytes,
                               crypto_pwhash_argon2id_ALG_ARGON2ID13) != 0) {
        outOfMemory();
    }
    auto key = SecretKey::fromBytes(bytes);
    sodium_memzero(bytes.data(), bytes.size());
    FIELDBOOK_ASSERT(key);
    return *key;
}

} // namespace fieldbook
