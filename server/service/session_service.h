#pragma once

#include "server/service/admission.h"
#include "server/service/caller.h"
#include "server/service/commit_queue.h"
#include "server/service/password_policy.h"
#include "server/service/second_factors.h"
#include "shared/base/password.h"
#include "shared/base/random_token.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fieldbook::server {

struct SignIn {
    std::string login;
    std::string password;
    std::string code = {}; // Of the second factor, or a recovery code.
    Uuid install; // Of the installed app; one session each.
    std::string deviceName;
    std::string platform;
    std::string appVersion;
    std::optional<sync::Contact> contact = {}; // With the device's key.
    std::string enrolment = {}; // The one-time code of a new device; empty: none.
    bool browser = false; // Not an installed app: a page of this server.
};

struct SignedIn {
    std::string token; // For the caller only; the store keeps its digest.
    Caller caller;
    Timestamp time;
    DeviceState state = DeviceState::Approved; // Approved or pending.
};

struct SessionOptions {
    Argon2Cost cost = argon2Interactive;
    PasswordRules passwords = {};
    SecondFactors* secondFactors = nullptr; // Null: nobody has one.
    // Whether a password is that of the company's own directory; asked for whom this store has no
    // password of.
    std::function<Result<bool>(const std::string& login, const std::string& password)>
        passwordElsewhere = {};
    // A session nobody has used for so long is over.
    std::chrono::seconds lifetime{std::chrono::hours{24 * 30}};
    // The same for one in a browser, which may stand open on anybody's desk.
    std::chrono::seconds browserLifetime{std::chrono::hours{12}};
    // For so long after a user was frozen their tablets may deliver what they still hold.
    std::chrono::seconds deliveryTime{std::chrono::hours{24 * 90}};
    AdmissionRules admission = {};
};

// Why a session ends when its user is frozen, leaves or is deleted.
inline constexpr std::string_view becauseInactive = "user_inactive";

// Who is signed in. A device is an installed app as one user uses it: the first sign-in of a user
// on an install makes one, with its number and code. Any thread.
class SessionService {
public:
    SessionService(Store& store,
                   CommitQueue& commits,
                   DirectoryBoard& directory,
                   const Clock& clock,
                   Entropy& entropy,
                   SessionOptions options = {});

    // Called after a session was ended here, with its device, on the writer thread; it must not
    // throw. Set it before use.
    void onEnded(std::function<void(std::int64_t device)> listener)
    {
        ended_ = std::move(listener);
    }

    // Ends the session that the install had. Takes as long for a login that does not exist as for a
    // wrong password, and says the same. Codes: `session.wrong_credentials`, `device.foreign` (no
    // install), `server.busy`; only to who knows the password: `user.inactive`, those of
    // admission.h and of SecondFactors::pass().
    [[nodiscard]] Result<SignedIn> signIn(const SignIn& request);
    // For who has shown elsewhere that the login is theirs, the second factor included. Codes
    // `oidc.unknown_user`, `user.inactive`, `device.foreign`, those of admission.h.
    [[nodiscard]] Result<SignedIn> signInAs(const SignIn& request);
    // Whose login and password these are, by the same rules and with the same codes; no session is
    // opened.
    [[nodiscard]] Result<Uuid> identify(std::string_view login, std::string_view password);
    // Code `session.ended` for every token that opens nothing, but `session.frozen`, or that of the
    // device's state, while verifyDelivery() takes it; `device.pending` for a device that waits.
    [[nodiscard]] Result<Caller> verify(std::string_view token);
    // Also opens on a device that waits for its approval.
    [[nodiscard]] Result<Caller> verifyWaiting(std::string_view token);
    // Also opens for a session that ended because its user was frozen or left, or its device closed
    // off (Caller::delivering).
    [[nodiscard]] Result<Caller> verifyDelivery(std::string_view token);
    [[nodiscard]] Result<void> signOut(const Caller& caller);

    // Open sessions, of one user or of all.
    [[nodiscard]] std::vector<Session> list(const std::optional<Uuid>& user);
    // From now on its token opens nothing. Code `session.missing`.
    [[nodiscard]] Result<void> end(std::int64_t session, std::string_view because);
    [[nodiscard]] Result<void> endAll(const Uuid& user, std::string_view because);
    // Those of a device, in this commit.
    void endOn(Commit& commit, std::int64_t device, std::string_view because);
    [[nodiscard]] std::shared_ptr<const rules::Directory> directory() const
    {
        return directory_.current();
    }

    [[nodiscard]] const PasswordRules& passwordRules() const { return options_.passwords; }
    // Ends the user's sessions. Codes: those of admitPassword(), `user.missing`.
    [[nodiscard]] Result<void> setPassword(const Uuid& user, std::string_view password);
    // The same by the user, who keeps the session it is done in. Codes also
    // `password.wrong_current`, `password.unchanged`, `password.elsewhere` (the company's directory
    // has it).
    [[nodiscard]] Result<void>
    changePassword(const Caller& caller, std::string_view current, std::string_view password);

private:
    struct Remembered {
        Caller caller;
        Timestamp lastUse; // Of the session, as the store has it.
        Timestamp at;
        bool browser = false;
    };

    struct Identified {
        rules::Directory::Person person;
        std::optional<std::string> hash; // That the password was held against; none: elsewhere.
    };
    [[nodiscard]] Result<Identified> identified(std::string_view login, std::string_view password);
    [[nodiscard]] Result<bool> isRightElsewhere(std::string_view login, std::string_view password);
    [[nodiscard]] Result<bool> passwordIsRight(const std::optional<std::string>& hash,
                                               std::string_view password);
    [[nodiscard]] Result<std::string> hash(std::string_view form);
    // The hash of a password that is chosen for the user.
    [[nodiscard]] Result<std::string> hashOfChosen(const Uuid& user, std::string_view password);
    [[nodiscard]] Result<void> examine(const SignIn& request, const Uuid& user);
    [[nodiscard]] Result<SignedIn>
    open(Commit& commit, const SignIn& request, const Uuid& user, const std::string& token);
    void close(Commit& commit, const Session& session, std::string_view because);
    [[nodiscard]] bool mayDeliver(const Session& session, const Device& device) const;
    [[nodiscard]] tl::unexpected<Error> whyNot(const Session& session, const Device& device) const;
    [[nodiscard]] std::optional<Remembered> remembered(const Sha256Digest& token) const;
    void forget(std::int64_t session);
    void noteUse(const Caller& caller, Timestamp lastUse);
    void noteRefusal(const rules::Directory::Person* person);
    [[nodiscard]] std::string newToken();

    Store& store_;
    CommitQueue& commits_;
    DirectoryBoard& directory_;
    const Clock& clock_;
    Entropy& entropy_;
    const SessionOptions options_;
    const std::string nobodysHash_; // What an unknown login's password is held against.
    std::counting_semaphore<16> hashing_;
    std::function<void(std::int64_t)> ended_;
    mutable std::mutex mutex_; // Guards what follows, and the entropy.
    std::map<Sha256Digest, Remembered> remembered_;
    std::uint64_t endings_ = 0; // Grows with every session that ends.
};

// A second copy of the device has shown itself: whoever goes on with it signs in again.
void noteClone(Commit& commit, SessionService& sessions, std::int64_t device);

} // namespace fieldbook::server
