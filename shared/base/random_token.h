#pragma once

#include "shared/base/hash.h"
#include "shared/base/uuid.h"

#include <string>
#include <string_view>

namespace fieldbook {

inline constexpr std::size_t randomTokenBytes = 32;

// A bearer secret of 256 random bits as 43 base64url characters. Who issues it stores only its
// tokenDigest(), so that a stolen database opens no session.
[[nodiscard]] std::string randomToken(Entropy& entropy);

// A token is as random as its digest is long, so one plain hash is enough to look it up by.
[[nodiscard]] inline Sha256Digest tokenDigest(std::string_view token) { return sha256(token); }

} // namespace fieldbook
