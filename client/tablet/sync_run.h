#pragma once

#include "client/syncing/sync_worker.h"
#include "client/tablet/home.h"

#include <QEventLoop>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <csignal>
#include <memory>
#include <optional>
#include <string>

namespace fieldbook::client::tablet {

// SIGTERM and SIGINT held back in every thread made while it lives, so that SyncRun receives them.
class StopSignals {
public:
    StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    ~StopSignals();

private:
    sigset_t former_{};
};

// A tablet that talks with its server: the worker of the app, driven to an end. Main thread.
class SyncRun : public QObject {
    Q_OBJECT

public:
    // Codes: those of Home::open() and authorityOf().
    [[nodiscard]] static Result<std::unique_ptr<SyncRun>> open(Console& console);
    // A tablet that is open already.
    [[nodiscard]] static Result<std::unique_ptr<SyncRun>>
    on(Console& console, Home home, const std::optional<Account>& entered = std::nullopt);
    ~SyncRun() override;

    // That this tablet last worked with, or was made for; empty if there is none.
    [[nodiscard]] const std::string& knownServer() const { return knownServer_; }
    // Codes: those of POST /v1/sessions, `network.unreachable`, `network.answer`, `device.wipe`.
    [[nodiscard]] Result<Account> signIn(const SyncWorker::Credentials& credentials);
    // Takes over a session that was opened at the closed door. Codes of SessionStore::signIn().
    [[nodiscard]] Result<void> adopt(const Account& account);
    // The number of changes that stay behind.
    std::size_t signOut();

    // Until nothing is left to send or fetch. A failure ends it, unless there is time to try again.
    // Codes: `session.none`, `sync.unfinished` and those of the failures; after `device.wipe` end
    // this and carry out what was ordered (wipe_run.h).
    [[nodiscard]] Result<sync::Status> untilSettled(std::chrono::seconds retryFor);

    using Tell = std::function<void(const sync::Status&, bool settled)>;
    // Until a signal, or with commands until the end of the standard input.
    void watch(Tell tell, bool commands);
    // Whether the tablet was ordered to destroy itself meanwhile.
    [[nodiscard]] bool isToBeWiped() const { return toBeWiped_; }

private:
    SyncRun(Console& console,
            Home home,
            QByteArray authority,
            const std::optional<Account>& entered);

    void takeStatus(const sync::Status& status);
    void takeLeasing(bool leasing);
    void takeAsking(bool asking);
    void takeWipe(const WipeOrder& order);
    void examine();
    void takeExamined(std::size_t changes, std::size_t files, bool signedIn);
    [[nodiscard]] bool looksSettled() const;
    void fail(const std::string& code);
    void listenForSignals();
    void listenForCommands();
    void takeLine(const std::string& line);

    void takeLease(const LeaseRequest& asked, const custody::LeaseGrant& grant);
    void watchLease();

    Console& console_;
    Home home_;
    SystemClock clock_;
    SystemEntropy entropy_;
    std::string knownServer_;
    std::size_t kept_ = 0; // Changes unsent when the store was opened.
    QEventLoop loop_;
    sync::Status status_;
    bool leasing_ = false;
    bool asking_ = false;
    bool settling_ = false; // Somebody waits for untilSettled() or watch().
    bool toBeWiped_ = false;
    bool settled_ = false;
    bool retries_ = false;
    std::string failure_;
    QTimer minute_; // Of the lease.
    Tell tell_;
    std::string line_; // Of the standard input, so far.
    std::unique_ptr<SyncWorker> worker_; // Gone first: it reports to all above.
};

} // namespace fieldbook::client::tablet
