#pragma once

#include "client/device/tablet_keys.h"
#include "client/local/local_store.h"
#include "client/models/preferences.h"
#include "client/syncing/doorway.h"
#include "client/ui/lock/lock_state.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

namespace fieldbook::client {

// Who gets in: holds the vault, opens the store for whoever may, and closes it when asked, when
// nobody has touched the tablet for a while, when the app goes into the background, and when the
// lease ends. What takes long runs on another thread, one thing at a time. GUI thread.
class Gate : public QObject {
    Q_OBJECT

public:
    struct Options {
        std::string folder;
        QByteArray certificateAuthority;
        std::string appVersion;
        std::string deviceName;
        QString offeredServer;
        QString offeredLogin;
        // The PIN or password, where whoever starts the app gives it (FIELDBOOK_PIN).
        QString pin;
    };
    struct Doors {
        // The store's key, and the session that was opened on the way in, if there was need of it.
        std::function<void(const StoreOptions&, const std::optional<Account>&)> open;
        // Closes the store; then it is told what in it is unsent.
        std::function<void(std::function<void(std::int64_t unsent)>)> close;
    };

    Gate(const Options& options, Doors doors, const Preferences& preferences);
    ~Gate() override;

    // Opens what opens by itself; else the page asks.
    void start();
    // With which the next sign-in enrols a new tablet; empty: none.
    void useEnrolment(const std::string& code) { enrolment_ = code; }
    [[nodiscard]] LockState& state() { return state_; }
    [[nodiscard]] std::optional<Uuid> vaultId();
    [[nodiscard]] Entropy& entropy() { return keys_.entropy(); }

    // The server was heard from.
    void takeLease(const LeaseRequest& asked, const custody::LeaseGrant& grant);
    void lock();
    // For the end of the program, when the store is closed.
    void shut(std::int64_t unsent);
    // Wipes this tablet: closes the store, then keys and data go. Gives the folder in which what
    // was unsent is kept sealed for the company, if anything was.
    void takeAway(std::function<void(std::optional<std::filesystem::path>)> done);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // Runs the work on another thread, then the rest here with its result.
    void busyWith(std::function<Result<SecretKey>()> work,
                  std::function<void(const Result<SecretKey>&)> then);
    void unlock(const QString& secret);
    void signIn(const QString& server,
                const QString& login,
                const QString& password,
                const QString& code);
    void enter(Result<Entry> entry);
    void choose(const QString& secret, bool pin);
    void change(const QString& former, const QString& secret, bool pin);
    void letIn(const SecretKey& key);
    void passMinute();
    void look(LockState::Phase phase);
    void refuse(const std::string& code);
    [[nodiscard]] Uuid install();

    const Options options_;
    const Doors doors_;
    const Preferences& preferences_;
    TabletKeys keys_;
    Doorway doorway_;
    LockState state_;
    std::string enrolment_;
    std::optional<Entry> entry_; // Of a sign-in that waits for a PIN to be chosen.
    std::optional<SecretKey> former_; // Of a store from before there was a vault.
    std::optional<Uuid> install_; // For the next vault.
    QElapsedTimer untouched_;
    QTimer minute_;
    QTimer second_;
    bool closing_ = false;
};

} // namespace fieldbook::client
