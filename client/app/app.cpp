#include "client/app/app.h"

#include "client/device/tablet_keys.h"
#include "shared/sync/invitation.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QSysInfo>
#include <QTimeZone>
#include <future>
#include <stdexcept>

namespace fieldbook::client {

namespace {

// Where the system's camera and other apps put theirs.
QStringList pictureFolders()
{
    return QStandardPaths::standardLocations(QStandardPaths::PicturesLocation);
}

} // namespace

App::App(const AppOptions& options, QObject* parent)
    : QObject{parent}, options_{options}, pictures_{pictureFolders()}
{
    const QDir folder{options_.folder};
    if (!folder.mkpath(QStringLiteral("."))) {
        throw std::runtime_error("the folder cannot be made: " + options_.folder.toStdString());
    }
    auto lock = FolderLock::hold(folder);
    if (!lock) {
        throw std::runtime_error("another program uses this tablet's folder: " +
                                 lock.error().detail);
    }
    lock_.emplace(std::move(*lock));
    finishWipe();
    preferences_ = std::make_unique<Preferences>(folder.filePath(QStringLiteral("preferences.ini")),
                                                 options_.look);
    const QString zone = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    // Pages ask only after everything below is made; the worker reports to objects that outlive it.
    context_ = std::make_unique<AppContext>(AppContext::Parts{
        .openQueries = [this] { return worker_->openQueries(); },
        .onWriter =
            [this](std::function<void(Recorder&)> deed) {
                worker_->perform(
                    [deed = std::move(deed)](LocalStore& store) { deed(store.recorder()); });
            },
        .clock = &clock_,
        .zone = zone,
        .device = {.position = &position_, .pictures = &pictures_, .outside = &outside_},
        .beforeQuestion = [this] { answers_.admit(); },
    });
    // Nothing can be asked before somebody is let in.
    context_->close();
    sync_ = std::make_unique<SyncState>(*context_);
    sessions_ = std::make_unique<OwnSessions>(OwnSessions::Parts{
        .list =
            [this](auto done) {
                worker_ ? worker_->sessions(std::move(done))
                        : done(fail(ErrorKind::Unauthorised, "session.none"));
            },
        .end =
            [this](const std::string& session, auto done) {
                worker_ ? worker_->endSession(session, std::move(done))
                        : done(fail(ErrorKind::Unauthorised, "session.none"));
            },
    });
    alarm_ = std::make_unique<ReminderAlarm>();
    notices_ = std::make_unique<ReminderNotices>(*alarm_, *context_, makeDesktopNotifier());
    connect(notices_.get(), &ReminderNotices::opened, this, &App::recordRequested);
    alarm_->setApp(context_.get());
    gate_ = std::make_unique<Gate>(
        Gate::Options{.folder = options_.folder.toStdString(),
                      .certificateAuthority = options_.certificateAuthority,
                      .appVersion = QCoreApplication::applicationVersion().toStdString(),
                      .deviceName = QSysInfo::machineHostName().toStdString(),
                      .offeredServer = options_.server,
                      .offeredLogin = options_.login,
                      .pin = options_.pin},
        Gate::Doors{
            .open = [this](const StoreOptions& store,
                           const std::optional<Account>& account) { openStore(store, account); },
            .close =
                [this](std::function<void(std::int64_t)> then) { closeStore(std::move(then)); }},
        *preferences_);
    connect(&gate_->state(), &LockState::changed, this, &App::signInChanged);
    gate_->start();
}

// What was ordered to be destroyed is, before anything is opened; the receipt goes when it can.
void App::finishWipe()
{
    const std::string folder = options_.folder.toStdString();
    Wiping wiping{folder};
    wiping.carryOut(clock_.now(), [&] {
        TabletKeys keys{folder};
        if (keys.vault().file()) {
            static_cast<void>(keys.takeAway());
        }
    });
    wiped_ = wiping.done();
    if (!QDir{options_.folder}.mkpath(QStringLiteral("store"))) {
        throw std::runtime_error("the folder cannot be made: " + folder);
    }
    if (!wiped_ || !wiped_->receipt) {
        return;
    }
    courier_ = std::make_unique<ReceiptCourier>(
        wiping, options_.certificateAuthority, [this](const std::string&) {
            wiped_ = Wiping{options_.folder.toStdString()}.done();
            emit wipedChanged();
        });
    courier_->start();
}

SyncWorker::Options App::workerOptions(const StoreOptions& store)
{
    return {
        .store = store,
        .certificateAuthority = options_.certificateAuthority,
        .appVersion = QCoreApplication::applicationVersion().toStdString(),
        .deviceName = QSysInfo::machineHostName().toStdString(),
        .changed = [context =
                        context_.get()](const StoreChange& change) { context->announce(change); },
        .status =
            [this](const sync::Status& status) {
                QMetaObject::invokeMethod(
                    this, [this, status] { sync_->take(status); }, Qt::QueuedConnection);
            },
        .vault = gate_->vaultId(),
        .leased =
            [this](const LeaseRequest& asked, const custody::LeaseGrant& grant) {
                QMetaObject::invokeMethod(
                    this, [this, asked, grant] { gate_->takeLease(asked, grant); },
                    Qt::QueuedConnection);
            },
        .opened = true,
        .deviceState =
            [this](const std::string& state, const std::string& help) {
                QMetaObject::invokeMethod(
                    this,
                    [this, state = toQt(state), help = toQt(help)] {
                        deviceState_ = state;
                        deviceHelp_ = help;
                        emit deviceStateChanged();
                    },
                    Qt::QueuedConnection);
            },
        .wipe =
            [this](const WipeOrder& order) {
                QMetaObject::invokeMethod(
                    this,
                    [this, order] {
                        Wiping{options_.folder.toStdString()}.order(order, clock_.now());
                        QCoreApplication::exit(wipeCode);
                    },
                    Qt::QueuedConnection);
            },
    };
}

void App::openStore(const StoreOptions& store, const std::optional<Account>& account)
{
    auto options = workerOptions(store);
    options.entered = account;
    // The worker says how this tablet stands, if there is something to say.
    deviceState_.clear();
    emit deviceStateChanged();
    worker_ = std::make_unique<SyncWorker>(std::move(options), clock_, entropy_);
    if (account) {
        worker_->adopt(*account, [this](Result<void> adopted) {
            const QString error =
                adopted ? QString{} : QString::fromStdString(adopted.error().code);
            QMetaObject::invokeMethod(
                this,
                [this, error] {
                    signInError_ = error;
                    emit signInChanged();
                },
                Qt::QueuedConnection);
        });
    }
    context_->reopen();
}

void App::closeStore(std::function<void(std::int64_t unsent)> then)
{
    notices_->hide();
    context_->close();
    // After everything that was asked of the writer before.
    worker_->perform([this, then = std::move(then)](LocalStore& store) {
        const auto unsent = unsentIn(store);
        QMetaObject::invokeMethod(
            this,
            [this, then, unsent] {
                worker_.reset();
                then(unsent);
            },
            Qt::QueuedConnection);
    });
}

App::~App()
{
    // Readers first, then the writer; what still asks gets no answer.
    answers_.become(Answers::Kind::Failing);
    notices_.reset();
    alarm_.reset();
    sync_.reset();
    context_->close();
    if (worker_) {
        std::promise<std::int64_t> counted;
        worker_->perform([&](LocalStore& store) { counted.set_value(unsentIn(store)); });
        const auto unsent = counted.get_future().get();
        worker_.reset();
        gate_->shut(unsent);
    }
    gate_.reset();
    sessions_.reset();
}

bool App::signingIn() const
{
    return signingIn_ ||
           (gate_->state().phase() == LockState::Phase::SigningIn && gate_->state().busy());
}

QString App::signInError() const
{
    return gate_->state().phase() == LockState::Phase::SigningIn ? gate_->state().errorCode()
                                                                 : signInError_;
}

void App::signOut()
{
    if (worker_) {
        worker_->signOut();
    }
}

void App::syncNow()
{
    if (worker_) {
        worker_->syncNow();
    }
}

void App::signIn(const QString& server,
                 const QString& login,
                 const QString& password,
                 const QString& code,
                 const QString& invitation)
{
    const auto invited = sync::parseInvitation(invitation.toStdString());
    const std::string enrolment = invited ? invited->code : std::string{};
    if (!worker_) {
        gate_->useEnrolment(enrolment);
        gate_->state().signIn(server, login, password, code);
        return;
    }
    signingIn_ = true;
    signInError_.clear();
    emit signInChanged();
    worker_->signIn({.server = server.toStdString(),
                     .login = login.toStdString(),
                     .password = password.toStdString(),
                     .code = code.trimmed().toStdString(),
                     .enrolment = enrolment},
                    [this](Result<Account> account) {
                        const QString error =
                            account ? QString{} : QString::fromStdString(account.error().code);
                        QMetaObject::invokeMethod(
                            this,
                            [this, error] {
                                signingIn_ = false;
                                signInError_ = error;
                                emit signInChanged();
                            },
                            Qt::QueuedConnection);
                    });
}

void App::setPasswordState(bool changing, const QString& error)
{
    changingPassword_ = changing;
    passwordError_ = error;
    emit passwordStateChanged();
}

void App::forgetPasswordError() { setPasswordState(false, {}); }

void App::changePassword(const QString& current, const QString& password)
{
    if (!worker_) {
        return;
    }
    setPasswordState(true, {});
    const nlohmann::json body{{"current", current.toStdString()},
                              {"password", password.toStdString()}};
    worker_->ask({.method = "PUT",
                  .path = QStringLiteral("/v1/me/password"),
                  .body = QByteArray::fromStdString(body.dump())},
                 [this](const OfficeAnswer& answer) {
                     const bool succeeded = answer.succeeded();
                     const QString code = answer.code.empty() ? QStringLiteral("network.answer")
                                                              : QString::fromStdString(answer.code);
                     QMetaObject::invokeMethod(
                         this,
                         [this, succeeded, code] {
                             setPasswordState(false, succeeded ? QString{} : code);
                             if (succeeded) {
                                 emit passwordChanged();
                             }
                         },
                         Qt::QueuedConnection);
                 });
}

QString App::serverOf(const QString& invitation)
{
    const auto read = sync::parseInvitation(invitation.toStdString());
    return read ? toQt(read->server) : QString{};
}

QDateTime App::wipedAt() const { return wiped_ ? toQt(wiped_->wipedAt) : QDateTime{}; }

void App::beginAnew()
{
    beganAnew_ = true;
    // While the receipt is on its way the note of it stays.
    if (receiptTaken()) {
        Wiping{options_.folder.toStdString()}.forget();
    }
    emit wipedChanged();
}

} // namespace fieldbook::client
