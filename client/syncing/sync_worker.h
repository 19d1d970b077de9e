#pragma once

#include "client/local/local_store.h"
#include "client/local/wiping.h"
#include "client/syncing/office_question.h"
#include "client/vault/vault.h"
#include "shared/sync/replica.h"

#include <QByteArray>
#include <QString>
#include <QThread>
#include <functional>
#include <memory>

namespace fieldbook::client {

class SyncEngine;

// The one thread that writes to the tablet's store: it records what pages ask it to and syncs with
// the server, each never waiting for the other. Pages keep reading through connections of their own
// meanwhile. All functions may be called from any thread; callbacks come on the worker's.
class SyncWorker {
public:
    struct Options {
        StoreOptions store;
        QByteArray certificateAuthority; // PEM of the company's own, if it has one.
        std::string appVersion;
        std::string deviceName;
        std::function<void(const StoreChange&)> changed;
        std::function<void(const sync::Status&)> status;
        // A block of order numbers is being asked for, or no longer: then there is one, or the
        // server gave none.
        std::function<void(bool)> leasing = {};
        // A session that was opened at the closed door: it is the one from the first request on,
        // for it has ended the one in the store.
        std::optional<Account> entered = std::nullopt;
        // Whose lease is renewed whenever the server is heard from; nothing: there is no vault.
        std::optional<Uuid> vault = std::nullopt;
        std::function<void(const LeaseRequest&, const custody::LeaseGrant&)> leased = {};
        // Its user has opened the app: the server, once it is heard from, counts that as a login.
        bool opened = false;
        // The same as `leasing` of asking how the tablet stands while nobody is signed in.
        std::function<void(bool)> asking = {};
        // How the device stands and whom to call about it (device_store.h), at the start and
        // whenever it changes.
        std::function<void(const std::string& state, const std::string& help)> deviceState = {};
        // Everything unsent is delivered and the tablet is to destroy itself (wiping.h): the owner
        // ends this object first.
        std::function<void(const WipeOrder&)> wipe = {};
    };

    struct Credentials {
        std::string server;
        std::string login;
        std::string password;
        std::string code = {}; // Of the authenticator app, where the server asks for it.
        std::string enrolment = {}; // The one-time code of a new tablet; empty: none.
    };

    // Opens the store before it returns; a wrong key throws db::Error.
    SyncWorker(Options options, const Clock& clock, Entropy& entropy);
    SyncWorker(const SyncWorker&) = delete;
    SyncWorker& operator=(const SyncWorker&) = delete;
    // Finishes the deed under way; what was being sent goes again next time.
    ~SyncWorker();

    // Runs a deed on the worker's thread.
    void perform(std::function<void(LocalStore&)> deed);
    [[nodiscard]] std::unique_ptr<Queries> openQueries() const;

    void signIn(const Credentials& credentials, std::function<void(Result<Account>)> done);
    void signIn(const std::string& server,
                const std::string& login,
                const std::string& password,
                std::function<void(Result<Account>)> done,
                const std::string& code = {})
    {
        signIn({.server = server, .login = login, .password = password, .code = code},
               std::move(done));
    }
    // Asks the server beside the sync, once; nothing is tried again.
    void ask(OfficeQuestion question, std::function<void(OfficeAnswer)> done);
    // Takes over a session that was opened at the closed door. Codes of SessionStore::signIn().
    void adopt(const Account& account, std::function<void(Result<void>)> done);
    // Ends the session here and, if it can be reached, on the server; everything unsent stays. Told
    // when the server has answered or could not be reached.
    void signOut(std::function<void()> done = {});
    void syncNow();

    // The sessions of whoever is signed in, as the server lists them (JSON), and the end of one.
    void sessions(std::function<void(Result<std::string>)> done);
    void endSession(const std::string& session, std::function<void(Result<void>)> done);

private:
    LocalStore store_;
    QThread thread_;
    SyncEngine* engine_; // Lives on the thread.
};

} // namespace fieldbook::client
