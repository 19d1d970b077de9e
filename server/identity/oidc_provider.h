#pragma once

#include "server/identity/web_client.h"
#include "shared/base/clock.h"

#include <nlohmann/json.hpp>

#include <mutex>
#include <string>
#include <string_view>

namespace fieldbook::server::identity {

struct OidcOptions {
    std::string issuer; // As the provider's discovery document names itself.
    std::string clientId;
    std::string clientSecret = {}; // Empty: a public client; PKCE is used in any case.
    std::string redirectUri = {}; // Of this server, as registered: https://.../v1/oidc/return.
    std::string scopes = "openid profile email";
    std::string claim = "preferred_username"; // Whose value is the sign-in name.
    std::filesystem::path authorities = {}; // PEM, in place of the system's.
};

// What one sign-in must not be mixed up with another by: made for each, known to this server alone.
struct OidcSecrets {
    std::string state;
    std::string nonce;
    std::string verifier; // RFC 7636.
};

// The company's identity provider, by OpenID Connect: discovery, the address to send a browser to,
// and whom the code that comes back stands for. Documents and keys of the provider are kept for a
// while; a token with a key not known has them fetched anew. Blocks; any thread.
class OidcProvider {
public:
    OidcProvider(OidcOptions options, const Clock& clock)
        : options_{std::move(options)}, web_{options_.authorities}, clock_{clock}
    {}

    // Code `oidc.provider` (it cannot be reached, or is another).
    [[nodiscard]] Result<std::string> addressFor(const OidcSecrets& secrets);
    // The sign-in name. Codes `oidc.provider`, `oidc.refused` (the code is not taken), those of
    // verifyIdToken(), `oidc.claim` (the token does not say it, or its address is not verified).
    [[nodiscard]] Result<std::string> loginFor(const std::string& code, const OidcSecrets& secrets);

private:
    struct Known {
        nlohmann::json document;
        nlohmann::json keys;
        Timestamp at;
    };

    [[nodiscard]] Result<nlohmann::json> fetch(const std::string& url);
    [[nodiscard]] Result<Known> known(bool anew);
    [[nodiscard]] Result<nlohmann::json> claimsOf(const std::string& token,
                                                  const OidcSecrets& secrets);

    const OidcOptions options_;
    const WebClient web_;
    const Clock& clock_;
    std::mutex mutex_; // Guards what follows.
    Known known_;
    Timestamp windowBegan_; // Of fetching anew.
    int fetchedInWindow_ = 0;
};

} // namespace fieldbook::server::identity
