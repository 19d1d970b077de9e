#pragma once

#include "client/remote/http_remote.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/custody/lease.h"
#include "shared/sync/contact.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace fieldbook::client {

// Who signs in, on what.
struct SignInAttempt {
    std::string server;
    std::string login;
    std::string password;
    Uuid install;
    std::string deviceName;
    std::string appVersion;
    std::string code = {}; // Of the authenticator app, where the server asks for it.
    std::string enrolment = {}; // The one-time code of a new tablet.
    std::optional<sync::Contact> contact = {}; // Of a tablet whose store is open.
};

// What the server says to a sign-in.
struct SignInAnswer {
    Uuid user;
    std::string userName;
    std::int64_t device = 0;
    std::string deviceCode;
    std::string token;
    bool pending = false; // The device waits for an administrator.
    std::string help = {}; // Whom to call about it.
};

[[nodiscard]] Call signInCall(const SignInAttempt& attempt);
// Codes of POST /v1/sessions, `network.unreachable`, `network.answer`.
[[nodiscard]] Result<SignInAnswer> readSignIn(const Answer& answer);

// `recover` asks for the key that stands in for the PIN.
[[nodiscard]] Call
leaseCall(const Uuid& vault, std::span<const std::uint8_t> nonce, bool recover = false);
// Codes of POST /v1/lease, `network.unreachable`, `lease.malformed`.
[[nodiscard]] Result<custody::LeaseGrant> readLeaseGrant(const Answer& answer);

} // namespace fieldbook::client
