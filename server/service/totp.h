#pragma once

#include "shared/base/clock.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// One-time passwords by the clock, RFC 6238: six digits, thirty seconds, SHA-1, as every
// authenticator app has them.
namespace fieldbook::server {

inline constexpr std::size_t totpSecretBytes = 20;

// The step whose code this is: that of the moment, or of the one before or after it.
[[nodiscard]] std::optional<std::uint64_t>
totpStepOf(std::span<const std::uint8_t> secret, std::string_view code, Timestamp now);

// RFC 4648 base32 without padding, as apps take a secret that is typed in.
[[nodiscard]] std::string toBase32(std::span<const std::uint8_t> bytes);

// What the picture says that an app reads: otpauth://totp/...
[[nodiscard]] std::string
totpUri(std::string_view issuer, std::string_view account, std::span<const std::uint8_t> secret);

} // namespace fieldbook::server
