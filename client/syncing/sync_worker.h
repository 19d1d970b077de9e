#pragma once

#include "client/local/local_store.h"
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
                std::function<void(Result<Account>)> done);
    // Ends the session on the server if it can be reached; everything unsent stays.
    void signOut();
    void syncNow();

private:
    LocalStore store_;
    QThread thread_;
    SyncEngine* engine_; // Lives on the thread.
};

} // namespace fieldbook::client
