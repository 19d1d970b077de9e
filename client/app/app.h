#pragma once

#include "client/app/answers.h"
#include "client/app/gate.h"
#include "client/device/folder_lock.h"
#include "client/device/outside.h"
#include "client/device/pictures.h"
#include "client/device/qt_position.h"
#include "client/models/app_context.h"
#include "client/models/device/own_sessions.h"
#include "client/models/preferences.h"
#include "client/models/schedule/reminder_notices.h"
#include "client/models/sync/sync_state.h"
#include "client/syncing/receipt_courier.h"
#include "client/syncing/sync_worker.h"

#include <QtQml/qqmlregistration.h>

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <memory>
#include <optional>

namespace fieldbook::client {

struct AppOptions {
    QString folder; // Of the store and the preferences.
    QString server; // Offered on the sign-in page.
    QString login;
    QByteArray certificateAuthority;
    Preferences::Defaults look;
    QString invitation; // A one-time code to enrol with, as it was scanned.
    QString pin; // Where whoever starts the app gives it; see Gate.
};

// The composition root and the only object handed to QML: the store with its worker, the way of the
// pages to it, the state of the sync, the preferences. GUI thread.
class App : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by main")
    Q_PROPERTY(fieldbook::client::AppContext* context READ context CONSTANT)
    Q_PROPERTY(fieldbook::client::ReminderAlarm* alarm READ alarm CONSTANT)
    Q_PROPERTY(fieldbook::client::SyncState* sync READ sync CONSTANT)
    Q_PROPERTY(fieldbook::client::Preferences* preferences READ preferences CONSTANT)
    Q_PROPERTY(fieldbook::client::LockState* lock READ lock CONSTANT)
    Q_PROPERTY(QString offeredServer READ offeredServer CONSTANT)
    Q_PROPERTY(QString offeredLogin READ offeredLogin CONSTANT)
    Q_PROPERTY(QString offeredInvitation READ offeredInvitation CONSTANT)
    Q_PROPERTY(fieldbook::client::OwnSessions* sessions READ sessions CONSTANT)
    // Empty while it is admitted; else "pending", "locked", "revoked" or "wipe".
    Q_PROPERTY(QString deviceState READ deviceState NOTIFY deviceStateChanged)
    Q_PROPERTY(QString deviceHelp READ deviceHelp NOTIFY deviceStateChanged)
    // The company has wiped this tablet, and nobody has begun anew on it.
    Q_PROPERTY(bool wiped READ wiped NOTIFY wipedChanged)
    Q_PROPERTY(QDateTime wipedAt READ wipedAt NOTIFY wipedChanged)
    Q_PROPERTY(bool receiptTaken READ receiptTaken NOTIFY wipedChanged)
    Q_PROPERTY(bool signingIn READ signingIn NOTIFY signInChanged)
    Q_PROPERTY(QString signInError READ signInError NOTIFY signInChanged)
    Q_PROPERTY(bool changingPassword READ changingPassword NOTIFY passwordStateChanged)
    Q_PROPERTY(QString passwordError READ passwordError NOTIFY passwordStateChanged)

public:
    // Opens the store, if it opens without anybody's PIN; throws std::runtime_error where another
    // program has it.
    explicit App(const AppOptions& options, QObject* parent = nullptr);
    ~App() override;

    // How the store answers the pages.
    [[nodiscard]] Answers& answers() { return answers_; }
    [[nodiscard]] AppContext* context() const { return context_.get(); }
    [[nodiscard]] ReminderAlarm* alarm() const { return alarm_.get(); }
    [[nodiscard]] SyncState* sync() const { return sync_.get(); }
    [[nodiscard]] Preferences* preferences() const { return preferences_.get(); }
    [[nodiscard]] const QString& offeredServer() const { return options_.server; }
    [[nodiscard]] const QString& offeredLogin() const { return options_.login; }
    [[nodiscard]] const QString& offeredInvitation() const { return options_.invitation; }
    [[nodiscard]] OwnSessions* sessions() const { return sessions_.get(); }
    [[nodiscard]] const QString& deviceState() const { return deviceState_; }
    [[nodiscard]] const QString& deviceHelp() const { return deviceHelp_; }
    [[nodiscard]] bool wiped() const { return wiped_ && !beganAnew_; }
    [[nodiscard]] QDateTime wipedAt() const;
    [[nodiscard]] bool receiptTaken() const { return wiped_ && !wiped_->receipt; }
    [[nodiscard]] LockState* lock() { return &gate_->state(); }
    // On the way in, and again where a session has ended.
    [[nodiscard]] bool signingIn() const;
    [[nodiscard]] QString signInError() const;

    // `code`: of the authenticator app, once the server has asked for it.
    // `invitation`: the one-time code of a new tablet; empty where none is needed.
    Q_INVOKABLE void signIn(const QString& server,
                            const QString& login,
                            const QString& password,
                            const QString& code = {},
                            const QString& invitation = {});
    // The server that a one-time code names; empty where it names none, and for anything else.
    Q_INVOKABLE static QString serverOf(const QString& invitation);
    // After a wipe: the page that tells of it goes.
    Q_INVOKABLE void beginAnew();
    Q_INVOKABLE void changePassword(const QString& current, const QString& password);
    Q_INVOKABLE void forgetPasswordError();
    [[nodiscard]] bool changingPassword() const { return changingPassword_; }
    [[nodiscard]] const QString& passwordError() const { return passwordError_; }
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void syncNow();

    // The exit code with which the app asks to be built again: its store is to be destroyed.
    static constexpr int wipeCode = 90;

signals:
    void signInChanged();
    void deviceStateChanged();
    void wipedChanged();
    void passwordStateChanged();
    void passwordChanged();
    // A person chose it in the system's notifications.
    void recordRequested(const QString& type, const QString& recordId);

private:
    void finishWipe();
    void setPasswordState(bool changing, const QString& error);
    void openStore(const StoreOptions& store, const std::optional<Account>& account);
    void closeStore(std::function<void(std::int64_t unsent)> then);
    [[nodiscard]] SyncWorker::Options workerOptions(const StoreOptions& store);

    AppOptions options_;
    std::optional<FolderLock> lock_;
    std::optional<Wiping::Done> wiped_;
    bool beganAnew_ = false;
    QString deviceState_;
    QString deviceHelp_;
    std::unique_ptr<ReceiptCourier> courier_;
    SystemClock clock_;
    SystemEntropy entropy_;
    QtPosition position_;
    FolderPictures pictures_;
    SystemOutside outside_;
    Answers answers_;
    std::unique_ptr<Preferences> preferences_;
    std::unique_ptr<AppContext> context_;
    std::unique_ptr<SyncState> sync_;
    std::unique_ptr<ReminderAlarm> alarm_;
    std::unique_ptr<ReminderNotices> notices_;
    std::unique_ptr<OwnSessions> sessions_;
    std::unique_ptr<SyncWorker> worker_; // While the store is open.
    std::unique_ptr<Gate> gate_;
    bool signingIn_ = false;
    QString signInError_;
    bool changingPassword_ = false;
    QString passwordError_;
};

} // namespace fieldbook::client
