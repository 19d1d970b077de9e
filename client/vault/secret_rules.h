#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <string_view>

namespace fieldbook::client {

// With what a person unlocks a tablet.
enum class SecretKind { Pin, Password };

inline constexpr std::size_t pinDigitsMin = 6;
inline constexpr std::size_t pinDigitsMax = 12;
inline constexpr std::size_t unlockPasswordMin = 8; // Characters of bytes, as typed.
inline constexpr std::size_t unlockPasswordMax = 256;

// Whether it may be chosen. Codes `pin.digits`, `pin.length`, `pin.trivial`, `password.too_short`,
// `password.too_long`.
[[nodiscard]] Result<void> checkSecret(SecretKind kind, std::string_view secret);

} // namespace fieldbook::client
