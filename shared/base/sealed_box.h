#pragma once

#include "shared/base/encoding.h"
#include "shared/base/result.h"
#include "shared/base/secret_key.h"
#include "shared/base/signature.h"

#include <span>

namespace fieldbook {

// Opens what was sealed to its public half (libsodium's sealed box: X25519, XSalsa20-Poly1305). Any
// thread.
class BoxKey {
public:
    // The pair that belongs to a seed: the same seed, the same pair.
    explicit BoxKey(const SecretKey& seed);

    [[nodiscard]] const PublicKey& publicKey() const { return public_; }
    // Code `sealed_box.unreadable` for what was sealed to another key, cut or altered.
    [[nodiscard]] Result<Bytes> open(std::span<const std::uint8_t> box) const;

private:
    PublicKey public_{};
    SecretKey secret_;
};

// Only whoever has the secret half opens it; whoever sealed it does not. 48 bytes longer than what
// it holds. Any thread.
[[nodiscard]] Bytes sealTo(const PublicKey& key, std::span<const std::uint8_t> plain);

} // namespace fieldbook
