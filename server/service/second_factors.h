#pragma once

#include "server/service/commit_queue.h"
#include "shared/base/secret_key.h"

#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::server {

struct SecondFactorOptions {
    std::vector<rules::Role> requiredOf = {}; // Who may not sign in without one.
    std::string issuer = "Fieldbook"; // What an authenticator app calls it.
};

// What somebody has beside the password: an authenticator app (RFC 6238), and recovery codes for
// the day it is lost. Any thread.
class SecondFactors {
public:
    // The secrets are stored sealed with the key.
    SecondFactors(Store& store,
                  CommitQueue& commits,
                  DirectoryBoard& directory,
                  const Clock& clock,
                  Entropy& entropy,
                  const SecretKey& key,
                  SecondFactorOptions options = {});

    struct Enrolment {
        std::string secret; // Base32, to be typed in.
        std::string uri; // To be read from a picture.
    };
    struct Standing {
        bool isEnrolled = false;
        bool isRequired = false;
        std::size_t recoveryCodesLeft = 0;
    };

    [[nodiscard]] Standing standingOf(const Uuid& user);

    // Counts only once confirm() has seen a code of it. Codes `factor.enrolled`, `user.missing`.
    [[nodiscard]] Result<Enrolment> begin(const Uuid& user);
    // The recovery codes, which are told only now. Codes `factor.not_begun`, `factor.enrolled`,
    // `session.wrong_code`.
    [[nodiscard]] Result<std::vector<std::string>> confirm(const Uuid& user, std::string_view code);
    // So that a user who lost both can begin anew. `by` is an administrator and somebody else; nil
    // for the server's own command line. Codes `access.denied`, `factor.missing`.
    [[nodiscard]] Result<void> reset(const Uuid& by, const Uuid& user);

    // At signing in, when the password was right. A code is taken once: of the app, or a recovery
    // code. Codes `session.code_needed`, `session.wrong_code`, `session.factor_needed` (the role
    // asks for one and the user has none).
    [[nodiscard]] Result<void>
    pass(Commit& commit, const rules::Directory::Person& person, std::string_view code);

    static constexpr std::size_t recoveryCodes = 8;

private:
    [[nodiscard]] bool isRequiredOf(rules::Role role) const;
    [[nodiscard]] Result<std::uint64_t> stepOf(const SecondFactor& factor, std::string_view code);
    [[nodiscard]] std::vector<std::string> makeRecoveryCodes(Commit& commit, const Uuid& user);

    Store& store_;
    CommitQueue& commits_;
    DirectoryBoard& directory_;
    const Clock& clock_;
    Entropy& entropy_; // Used on the writer thread.
    const SecretKey key_;
    const SecondFactorOptions options_;
};

} // namespace fieldbook::server
