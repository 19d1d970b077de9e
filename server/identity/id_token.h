#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace fieldbook::server::identity {

// What an ID token must say (OpenID Connect Core, section 3.1.3.7).
struct IdTokenExpected {
    std::string issuer;
    std::string clientId;
    std::string nonce;
};

// The key of a set (RFC 7517) that a token names; null for none.
[[nodiscard]] nlohmann::json keyFor(std::string_view token, const nlohmann::json& keySet);

// The claims of a token whose signature, issuer, audience, time and nonce are right. Algorithms
// with a shared secret, and none, are not taken, whatever the token says. Code `oidc.token`, its
// detail what was wrong.
[[nodiscard]] Result<nlohmann::json> verifyIdToken(std::string_view token,
                                                   const nlohmann::json& key,
                                                   const IdTokenExpected& expected,
                                                   Timestamp now);

} // namespace fieldbook::server::identity
