#pragma once

#include "client/local/local_store.h"
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

    void signIn(const std::string& server,
                const std::string& login,
                const std::string& password,
                std::function<void(Result<Account>)> done,
                const std::string& code = {});
    // Asks the server beside the sync, once; nothing is tried again.
    void ask(OfficeQuestion question, std::function<void(OfficeAnswer)> done);
    // Takes over a session that was opened at the closed door. Codes of SessionStore::signIn().
    void adopt(const Account& account, std::function<void(Result<void>)> done);
    // Ends the session here and, if it can be reached, on the server; everything unsent stays. Told
    // when the server has answered or could not be reached.
    void signOut(std::function<void()> done = {});
    void syncNow();

private:
    LocalStore store_;
    QThread thread_;
    SyncEngine* engine_; // Lives on the thread.
};

} // namespace fieldbook::client
