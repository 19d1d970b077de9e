#pragma once

#include "server/identity/oidc_provider.h"
#include "shared/base/hash.h"
#include "shared/base/uuid.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace fieldbook::server::identity {

// Sign-ins with the company's provider that are under way. An app begins one and gets a ticket,
// which it keeps, and an address, which it opens in the browser. The browser comes back here and is
// sent on to where the app listens, with a grant. Only ticket and grant together give the sign-in
// name, once: whoever lures somebody to an address of their own gets no grant, and whoever catches
// a grant has no ticket. Kept in memory, for ten minutes. Any thread.
class OidcSignIns {
public:
    OidcSignIns(OidcOptions options, const Clock& clock, Entropy& entropy);

    struct Begun {
        std::string ticket;
        std::string address;
        std::chrono::seconds expiresIn{};
    };
    // `returnTo` is where the browser goes in the end: a page of this server ("/console/...") or
    // a port of the very machine it runs on ("http://127.0.0.1:4711/", RFC 8252). Codes
    // `oidc.return_to`, `oidc.provider`, `server.busy`.
    [[nodiscard]] Result<Begun> begin(const std::string& returnTo);

    // The browser is back, with a code or with what the provider has against it. Where to send it.
    // Code `oidc.state` (none of ours, or used, or too late).
    [[nodiscard]] Result<std::string>
    returned(const std::string& state, const std::string& code, const std::string& error);

    // The sign-in name, once. Code `oidc.grant`.
    [[nodiscard]] Result<std::string> redeem(const std::string& ticket, const std::string& grant);

    static constexpr std::chrono::seconds lifetime{600};

private:
    struct Pending {
        OidcSecrets secrets; // Empty state: the browser has been back.
        std::string returnTo;
        Timestamp expiresAt;
        std::optional<Sha256Digest> grant = {};
        std::string login = {};
    };

    [[nodiscard]] std::string newSecret();
    void dropOld(Timestamp now);

    OidcProvider provider_;
    const Clock& clock_;
    Entropy& entropy_;
    std::mutex mutex_; // Guards what follows, and the entropy.
    std::map<Sha256Digest, Pending> pending_; // By digest of the ticket.
};

// Whether a browser may be sent there after signing in.
[[nodiscard]] bool isOwnReturn(std::string_view returnTo);

} // namespace fieldbook::server::identity
