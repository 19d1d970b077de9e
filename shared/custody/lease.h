#pragma once

#include "shared/base/clock.h"
#include "shared/base/encoding.h"
#include "shared/base/result.h"
#include "shared/base/secret_key.h"
#include "shared/base/signature.h"
#include "shared/base/uuid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fieldbook::custody {

// Until when a tablet may be unlocked without hearing from the server: what the server signs.
struct LeaseTerms {
    Uuid vault; // Of the tablet: the wrapped key that it is for.
    Uuid user;
    std::int64_t device = 0;
    Timestamp issuedAt; // By the server's clock.
    Timestamp endsAt;
    Bytes nonce; // The tablet's, so that an old lease is not taken for a new one.

    friend bool operator==(const LeaseTerms&, const LeaseTerms&) = default;
};

// The terms as base64url of JSON, a dot, and their signature (Ed25519) as base64url.
[[nodiscard]] std::string signedLease(const LeaseTerms& terms, const SigningKey& key);
// Codes `lease.malformed`, `lease.signature`.
[[nodiscard]] Result<LeaseTerms> readLease(std::string_view text, const PublicKey& key);

// What the server answers to whoever asks for a lease.
struct LeaseGrant {
    std::string lease; // As signedLease() makes it.
    SecretKey share; // The server's part of what opens the tablet's store.
    // Opens it without what the user knows; only given out right after a sign-in.
    std::optional<SecretKey> recovery = std::nullopt;
    PublicKey leaseKey{}; // That signs leases.
    PublicKey companyKey{}; // That what nobody else may read is sealed to.
};

[[nodiscard]] std::string toJson(const LeaseGrant& grant);
// Code `lease.malformed`.
[[nodiscard]] Result<LeaseGrant> parseGrant(std::string_view json);

} // namespace fieldbook::custody
