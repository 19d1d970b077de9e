#pragma once

#include "server/api/attempt_limiter.h"
#include "shared/base/result.h"

#include <string>

namespace fieldbook::server::api {

// Slows down whoever guesses passwords and codes, for all endpoints that take them. Any thread.
class SignInAttempts {
public:
    explicit SignInAttempts(const Clock& clock);

    // Counts the request. Code `session.too_many`, its detail the seconds to wait.
    [[nodiscard]] Result<void> begin(const std::string& address, const std::string& login);
    // What came of it.
    void failed(const std::string& address, const std::string& login, const Error& error);
    void succeeded(const std::string& address, const std::string& login);

private:
    AttemptLimiter byLogin_; // From one address: its owner signs in from another meanwhile.
    AttemptLimiter byAddress_; // Of any login: a whole office shares one.
    AttemptLimiter byAccount_; // From any address.
    AttemptLimiter codes_; // Of an account: six digits bear few guesses.
};

} // namespace fieldbook::server::api
