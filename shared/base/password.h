#pragma once

#include "shared/base/secret_key.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace fieldbook {

// What one Argon2id computation takes.
struct Argon2Cost {
    unsigned long long passes;
    std::size_t memoryBytes;

    friend bool operator==(const Argon2Cost&, const Argon2Cost&) = default;
};

// libsodium's "interactive" level, 64 MiB and two passes: about 80 ms on a small server, which a
// person does not notice and a guesser does. Both sign-in and the tablet's unlocking use it: a
// tablet has to answer its PIN at once too.
inline constexpr Argon2Cost argon2Interactive{.passes = 2, .memoryBytes = std::size_t{64} << 20};
// The least that Argon2id takes, a fraction of a millisecond, for data that guards nothing.
inline constexpr Argon2Cost argon2Least{.passes = 1, .memoryBytes = std::size_t{8} << 10};

// The hash carries its algorithm, cost and a fresh salt ("$argon2id$v=19$..."). Throws
// std::runtime_error when the memory is not to be had. Any thread; blocks for the cost.
[[nodiscard]] std::string hashPassword(std::string_view password,
                                       Argon2Cost cost = argon2Interactive);
// False also for a hash that is none.
[[nodiscard]] bool passwordMatches(std::string_view hash, std::string_view password);
// Whether a hash was made at another cost, to be made anew at the next sign-in.
[[nodiscard]] bool passwordHashIsDated(std::string_view hash, Argon2Cost cost = argon2Interactive);

using KeySalt = std::array<std::uint8_t, 16>;

[[nodiscard]] KeySalt randomKeySalt(Entropy& entropy);

// The key that a passphrase opens. Same passphrase, salt and cost, same key, on every machine.
// Throws as hashPassword() does.
[[nodiscard]] SecretKey
deriveKey(std::string_view passphrase, const KeySalt& salt, Argon2Cost cost = argon2Interactive);

} // namespace fieldbook
