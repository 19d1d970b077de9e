#include "client/tablet/sync_run.h"

#include "client/tablet/commands/command.h"

#include <nlohmann/json.hpp>
#include <sys/signalfd.h>

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QSysInfo>
#include <QTimer>
#include <array>
#include <future>
#include <ostream>
#include <pthread.h>
#include <sstream>
#include <unistd.h>

namespace fieldbook::client::tablet {
namespace {

using Phase = sync::Status::Phase;

sigset_t stopSignals()
{
    sigset_t held{};
    sigemptyset(&held);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGINT);
    return held;
}

bool isIdle(const sync::Status& status)
{
    return status.push.phase == Phase::Idle && status.pull.phase == Phase::Idle &&
           status.files.phase == Phase::Idle;
}

// Closed off, with something still to send: that goes first.
bool isDelivering(const sync::Status& status)
{
    constexpr int unauthorised = 401;
    return sync::faultOf(unauthorised, status.lastErrorCode) == sync::Fault::Frozen &&
           status.changesWaiting + status.filesWaiting > 0;
}

} // namespace

StopSignals::StopSignals()
{
    const sigset_t held = stopSignals();
    pthread_sigmask(SIG_BLOCK, &held, &former_);
}

StopSignals::~StopSignals() { pthread_sigmask(SIG_SETMASK, &former_, nullptr); }

Result<std::unique_ptr<SyncRun>> SyncRun::open(Console& console)
{
    auto home = Home::open(console);
    return home ? on(console, std::move(*home)) : fieldbook::fail(home.error());
}

Result<std::unique_ptr<SyncRun>>
SyncRun::on(Console& console, Home home, const std::optional<Account>& entered)
{
    auto authority = authorityOf(console);
    if (!authority) {
        return fieldbook::fail(authority.error());
    }
    return std::unique_ptr<SyncRun>{
        new SyncRun{console, std::move(home), std::move(*authority), entered}};
}

SyncRun::SyncRun(Console& console,
                 Home home,
                 QByteArray authority,
                 const std::optional<Account>& entered)
    : console_{console}, home_{std::move(home)}
{
    const auto toMe = [this](auto deed) {
        QMetaObject::invokeMethod(this, std::move(deed), Qt::QueuedConnection);
    };
    worker_ = std::make_unique<SyncWorker>(
        SyncWorker::Options{
            .store = home_.store,
            .certificateAuthority = std::move(authority),
            .appVersion = QCoreApplication::applicationVersion().toStdString(),
            .deviceName = QSysInfo::machineHostName().toStdString(),
            .changed = {},
            .status =
                [this, toMe](const sync::Status& status) {
                    toMe([this, status] { takeStatus(status); });
                },
            .leasing = [this,
                        toMe](bool leasing) { toMe([this, leasing] { takeLeasing(leasing); }); },
            .entered = entered,
            .vault = home_.keys->vault().file() ? std::optional{home_.keys->vault().file()->id}
                                                : std::nullopt,
            .leased =
                [this, toMe](const LeaseRequest& asked, const custody::LeaseGrant& grant) {
                    toMe([this, asked, grant] { takeLease(asked, grant); });
                },
            .asking = [this, toMe](bool asking) { toMe([this, asking] { takeAsking(asking); }); },
            .wipe = [this,
                     toMe](const WipeOrder& order) { toMe([this, order] { takeWipe(order); }); },
        },
        clock_, entropy_);
    const StoreStatus status = worker_->openQueries()->status(clock_.now());
    knownServer_ = status.server;
    kept_ = static_cast<std::size_t>(status.waiting);
}

SyncRun::~SyncRun()
{
    std::int64_t unsent = -1;
    std::promise<void> counted;
    worker_->perform([&](LocalStore& store) {
        unsent = unsentIn(store);
        counted.set_value();
    });
    counted.get_future().wait();
    worker_.reset();
    home_.close(unsent);
}

void SyncRun::takeLease(const LeaseRequest& asked, const custody::LeaseGrant& grant)
{
    if (const auto taken = home_.keys->vault().takeLease(asked, grant); !taken) {
        static_cast<void>(console_.refuse(taken.error()));
    }
}

// Who goes on for days is stopped when the lease ends without contact.
void SyncRun::watchLease()
{
    if (home_.keys->vault().standing() != Standing::Open) {
        return;
    }
    minute_.callOnTimeout(this, [this] {
        if (!home_.keys->vault().tick()) {
            static_cast<void>(console_.refuse({ErrorKind::Unauthorised, "lease.ended", {}}));
            loop_.quit();
        }
    });
    minute_.start(std::chrono::minutes{1});
}

Result<void> SyncRun::adopt(const Account& account)
{
    Result<void> adopted;
    worker_->adopt(account, [&](Result<void> done) {
        QMetaObject::invokeMethod(
            this,
            [&, done = std::move(done)] {
                adopted = done;
                loop_.quit();
            },
            Qt::QueuedConnection);
    });
    loop_.exec();
    return adopted;
}

Result<Account> SyncRun::signIn(const SyncWorker::Credentials& credentials)
{
    Result<Account> account = fieldbook::fail(ErrorKind::Unavailable, "network.unreachable");
    const auto take = [&](Result<Account> done) {
        QMetaObject::invokeMethod(
            this,
            [&, done = std::move(done)] {
                account = done;
                loop_.quit();
            },
            Qt::QueuedConnection);
    };
    worker_->signIn(credentials, take);
    loop_.exec();
    return toBeWiped_ ? fieldbook::fail(ErrorKind::Forbidden, "device.wipe") : account;
}

std::size_t SyncRun::signOut()
{
    worker_->signOut([this] {
        QMetaObject::invokeMethod(this, [this] { loop_.quit(); }, Qt::QueuedConnection);
    });
    loop_.exec();
    return kept_;
}

Result<sync::Status> SyncRun::untilSettled(std::chrono::seconds retryFor)
{
    settling_ = true;
    retries_ = retryFor.count() > 0;
    QTimer end;
    if (retries_) {
        end.callOnTimeout(this, [this] {
            const std::string code = status_.lastErrorCode;
            fail(code.empty() ? "sync.unfinished" : code);
        });
        end.setSingleShot(true);
        end.start(retryFor);
    }
    examine();
    loop_.exec();
    if (!failure_.empty()) {
        return fieldbook::fail(ErrorKind::Unavailable, failure_);
    }
    return status_;
}

void SyncRun::watch(Tell tell, bool commands)
{
    settling_ = retries_ = true;
    tell_ = std::move(tell);
    listenForSignals();
    watchLease();
    if (commands) {
        listenForCommands();
    }
    examine();
    loop_.exec();
}

bool SyncRun::looksSettled() const
{
    return isIdle(status_) && status_.caughtUp && status_.changesWaiting == 0 &&
           status_.filesWaiting == 0 && !leasing_;
}

void SyncRun::takeStatus(const sync::Status& status)
{
    status_ = status;
    settled_ = false;
    if (tell_) {
        tell_(status, false);
    }
    if (looksSettled()) {
        examine();
        return;
    }
    const auto given = [](const sync::Status::LaneStatus& lane) {
        return lane.phase == Phase::Retrying || lane.phase == Phase::Outdated;
    };
    const bool failed = given(status.push) || given(status.pull) || given(status.files);
    if (status.push.phase == Phase::SignedOut && !status.lastErrorCode.empty()) {
        examine();
    } else if (failed && !retries_ && !isDelivering(status)) {
        fail(status.lastErrorCode);
    }
}

void SyncRun::takeLeasing(bool leasing)
{
    leasing_ = leasing;
    if (looksSettled()) {
        examine();
    }
}

// What the server says of the tablet may be more than that nobody is signed in.
void SyncRun::takeAsking(bool asking)
{
    asking_ = asking;
    if (!asking) {
        examine();
    }
}

void SyncRun::takeWipe(const WipeOrder& order)
{
    Wiping{home_.keys->folder().root}.order(order, clock_.now());
    toBeWiped_ = true;
    failure_ = "device.wipe";
    loop_.quit();
}

// The state machine's word, checked against the store on the worker's thread: after whatever was on
// its way to the machine.
void SyncRun::examine()
{
    worker_->perform([this](LocalStore& store) {
        const std::size_t changes = store.sync().waitingChanges();
        const std::size_t files = store.sync().waitingUploads();
        const bool signedIn = store.session().isSignedIn();
        QMetaObject::invokeMethod(
            this, [this, changes, files, signedIn] { takeExamined(changes, files, signedIn); },
            Qt::QueuedConnection);
    });
}

void SyncRun::takeExamined(std::size_t changes, std::size_t files, bool signedIn)
{
    if (!settling_ || (!signedIn && asking_)) {
        return;
    }
    if (!signedIn) {
        fail(status_.lastErrorCode.empty() ? "session.none" : status_.lastErrorCode);
    } else if (looksSettled() && changes == 0 && files == 0 && !settled_) {
        settled_ = true;
        if (tell_) {
            tell_(status_, true);
        } else {
            loop_.quit();
        }
    }
}

// Who watches goes on: somebody may sign in again.
void SyncRun::fail(const std::string& code)
{
    if (tell_ || toBeWiped_ || !settling_) {
        return;
    }
    failure_ = code.empty() ? "sync.unfinished" : code;
    loop_.quit();
}

void SyncRun::listenForSignals()
{
    const sigset_t held = stopSignals();
    const int descriptor = ::signalfd(-1, &held, SFD_CLOEXEC);
    auto* notifier = new QSocketNotifier{descriptor, QSocketNotifier::Read, this};
    connect(notifier, &QSocketNotifier::activated, this, [this] { loop_.quit(); });
}

void SyncRun::listenForCommands()
{
    auto* notifier = new QSocketNotifier{STDIN_FILENO, QSocketNotifier::Read, this};
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        std::array<char, 4096> bytes{};
        const auto size = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (size <= 0) {
            notifier->setEnabled(false);
            // After the commands that were taken before.
            worker_->perform([this](LocalStore&) {
                QMetaObject::invokeMethod(this, [this] { loop_.quit(); }, Qt::QueuedConnection);
            });
            return;
        }
        line_.append(bytes.data(), static_cast<std::size_t>(size));
        for (auto end = line_.find('\n'); end != std::string::npos; end = line_.find('\n')) {
            takeLine(line_.substr(0, end));
            line_.erase(0, end + 1);
        }
    });
}

void SyncRun::takeLine(const std::string& line)
{
    const auto words = nlohmann::json::parse(line, nullptr, false);
    std::vector<std::string> arguments;
    for (const auto& word : words.is_array() ? words : nlohmann::json::array()) {
        arguments.push_back(word.is_string() ? word.get<std::string>() : word.dump());
    }
    if (arguments.empty()) {
        static_cast<void>(console_.refuse({ErrorKind::Invalid, "input.pair", line}));
        return;
    }
    worker_->perform([this, arguments](LocalStore& store) {
        std::ostringstream out;
        std::ostringstream err;
        Console console{.in = console_.in,
                        .out = out,
                        .err = err,
                        .environment = console_.environment,
                        .language = console_.language,
                        .asJson = console_.asJson};
        static_cast<void>(runOn(store, clock_, arguments, console));
        // Printed where the states are, so that lines stay whole.
        QMetaObject::invokeMethod(
            this,
            [this, answer = out.str(), complaint = err.str()] {
                console_.out << answer << std::flush;
                console_.err << complaint << std::flush;
            },
            Qt::QueuedConnection);
    });
}

} // namespace fieldbook::client::tablet
