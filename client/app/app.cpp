#include "client/app/app.h"

#include "client/device/store_key.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QSysInfo>
#include <QTimeZone>
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
    if (!folder.mkpath(QStringLiteral("store"))) {
        throw std::runtime_error("the folder cannot be made: " + options_.folder.toStdString());
    }
    auto lock = FolderLock::hold(folder);
    if (!lock) {
        throw std::runtime_error("another program uses this tablet's folder: " +
                                 lock.error().detail);
    }
    lock_.emplace(std::move(*lock));
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
    const StoreOptions store{.folder = folder.filePath(QStringLiteral("store")).toStdString(),
                             .key = storeKey(folder, entropy_),
                             .zone = zone.toStdString()};
    worker_ = std::make_unique<SyncWorker>(
        SyncWorker::Options{
            .store = store,
            .certificateAuthority = options_.certificateAuthority,
            .appVersion = QCoreApplication::applicationVersion().toStdString(),
            .deviceName = QSysInfo::machineHostName().toStdString(),
            .changed = [context = context_.get()](
                           const StoreChange& change) { context->announce(change); },
            .status =
                [this](const sync::Status& status) {
                    QMetaObject::invokeMethod(
                        this, [this, status] { sync_->take(status); }, Qt::QueuedConnection);
                },
        },
        clock_, entropy_);
    sync_ = std::make_unique<SyncState>(*context_);
    alarm_ = std::make_unique<ReminderAlarm>();
    notices_ = std::make_unique<ReminderNotices>(*alarm_, *context_, makeDesktopNotifier());
    connect(notices_.get(), &ReminderNotices::opened, this, &App::recordRequested);
    alarm_->setApp(context_.get());
}

App::~App()
{
    // Readers first, then the writer; what still asks gets no answer.
    answers_.become(Answers::Kind::Failing);
    notices_.reset();
    alarm_.reset();
    sync_.reset();
    worker_.reset();
}

void App::signIn(const QString& server, const QString& login, const QString& password)
{
    signingIn_ = true;
    signInError_.clear();
    emit signInChanged();
    worker_->signIn(server.toStdString(), login.toStdString(), password.toStdString(),
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

} // namespace fieldbook::client
