#pragma once

#include "shared/base/encoding.h"
#include "shared/base/secret_key.h"

#include <array>
#include <optional>
#include <span>

namespace fieldbook {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

[[nodiscard]] std::optional<PublicKey> publicKeyFrom(std::span<const std::uint8_t> bytes);

// Signs with Ed25519 (RFC 8032, through libsodium). Any thread.
class SigningKey {
public:
    // The pair that belongs to a seed: the same seed, the same pair.
    explicit SigningKey(const SecretKey& seed);
    SigningKey(const SigningKey&) = default;
    SigningKey& operator=(const SigningKey&) = default;
    ~SigningKey();

    [[nodiscard]] const PublicKey& publicKey() const { return public_; }
    [[nodiscard]] Signature sign(std::span<const std::uint8_t> bytes) const;

private:
    PublicKey public_{};
    std::array<std::uint8_t, 64> secret_{};
};

[[nodiscard]] bool isSignedBy(const PublicKey& key,
                              std::span<const std::uint8_t> bytes,
                              std::span<const std::uint8_t> signature);

} // namespace fieldbook
