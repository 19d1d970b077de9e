#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

// Which passwords are taken: NIST SP 800-63B-4, section 3.1.1.2. Length counts, composition does
// not; nothing is asked to be changed by the calendar.
namespace fieldbook::server {

struct PasswordRules {
    // For a password that is all there is between a guesser and an account. Eight are enough where
    // everybody has a second factor.
    std::size_t charactersMin = 15;
    static constexpr std::size_t charactersLeast = 8;
    static constexpr std::size_t charactersMax = 256;
    // What a sign-in may send; a longer one is not looked at.
    static constexpr std::size_t bytesMax = charactersMax * 4;
};

// The form that is hashed: the same however the keyboard wrote it.
[[nodiscard]] std::string passwordForm(std::string_view typed);

// The form to hash of a password that somebody chooses. `context` are words that a guesser would
// think of with this person: sign-in name, name, company. Codes: `password.too_short` (detail: the
// least number of characters), `password.too_long`, `password.common` (known to guessers, or a
// short thing repeated), `password.context` (little more than words of the context).
[[nodiscard]] Result<std::string> admitPassword(std::string_view typed,
                                                const PasswordRules& rules,
                                                std::span<const std::string> context);

} // namespace fieldbook::server
