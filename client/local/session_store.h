#pragma once

#include "client/local/number_blocks.h"
#include "client/local/store_core.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fieldbook::client {

// What the server told when somebody signed in.
struct Account {
    std::string server;
    Uuid user;
    std::string userName;
    std::string login;
    std::int64_t device = 0;
    std::string deviceCode;
    std::string token;
    std::string help = {}; // Whom to call about the tablet; empty where the company does not say.

    friend bool operator==(const Account&, const Account&) = default;
};

// Who works on this tablet, and what the server has granted it. Signing out keeps everything: what
// is unsent stays sealed here and goes when the same user signs in again. Writer's thread.
class SessionStore {
public:
    explicit SessionStore(StoreCore& core) : core_{core} {}

    // This installation, by which the server knows the device.
    [[nodiscard]] Uuid install() const;
    // Whoever worked here last, signed in or not.
    [[nodiscard]] std::optional<Account> account() const;
    [[nodiscard]] bool isSignedIn() const;
    // Something is unsent, waits for a decision, or is a draft.
    [[nodiscard]] bool hasUnfinished() const;

    // Code `session.other_user`: somebody else's work here is not sent yet, or waits for a
    // decision. When nothing of somebody else's waits, their records are taken away and this tablet
    // begins anew. If the server takes this tablet for another device than before, what waits is
    // numbered anew.
    [[nodiscard]] Result<void> signIn(const Account& account);
    // The server is known before anybody signs in.
    void setServer(std::string_view server);
    void signOut();
    // The numbers of this tablet's changes no longer fit what the server holds of it (one of the
    // two was put back to an earlier state), there is another copy of this tablet, or the server
    // admits its device no longer: signs out, and the next to sign in gets another device.
    void renewInstall();

    void keepNumbers(const NumberBlock& block);
    // The last number that was leased; 0: none.
    [[nodiscard]] std::int64_t lastNumber(std::string_view series) const;
    [[nodiscard]] std::int64_t numbersLeft(std::string_view series) const;

private:
    void beginAnew(Writing& writing);

    StoreCore& core_;
};

} // namespace fieldbook::client
