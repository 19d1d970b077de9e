#pragma once

#include "shared/base/encoding.h"
#include "shared/base/result.h"
#include "shared/base/secret_key.h"

#include <span>

namespace fieldbook {

// XSalsa20-Poly1305 (libsodium's secretbox). A sealed box is a fresh 24-byte nonce, then a 16-byte
// tag, then the ciphertext: 40 bytes longer than what it holds. Any thread.
[[nodiscard]] Bytes
seal(const SecretKey& key, std::span<const std::uint8_t> plain, Entropy& entropy);

// Code `secret_box.unreadable` for a wrong key and for a box that was cut or altered: they cannot
// be told apart.
[[nodiscard]] Result<Bytes> unseal(const SecretKey& key, std::span<const std::uint8_t> box);

} // namespace fieldbook
