#include "client/app/gate.h"

#include "client/device/former_key.h"
#include "client/models/roles.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QThreadPool>
#include <QTimeZone>
#include <algorithm>
#include <stdexcept>

namespace fieldbook::client {
namespace {

using Phase = LockState::Phase;
using Reason = LockState::Reason;

SecretKind kindOf(bool pin) { return pin ? SecretKind::Pin : SecretKind::Password; }

bool isPin(const QString& secret)
{
    return std::all_of(secret.begin(), secret.end(), [](QChar each) { return each.isDigit(); });
}

} // namespace

Gate::Gate(const Options& options, Doors doors, const Preferences& preferences)
    : options_{options},
      doors_{std::move(doors)},
      preferences_{preferences},
      keys_{options_.folder},
      doorway_{options_.certificateAuthority}
{
    connect(&state_, &LockState::unlockAsked, this, &Gate::unlock);
    connect(&state_, &LockState::signInAsked, this, &Gate::signIn);
    connect(&state_, &LockState::chosen, this, &Gate::choose);
    connect(&state_, &LockState::changeAsked, this, &Gate::change);
    connect(&state_, &LockState::lockAsked, this, &Gate::lock);
    connect(&state_, &LockState::doorAsked, this, [this] { look(Phase::SigningIn); });
    connect(&state_, &LockState::backAsked, this, [this] {
        if (former_) {
            letIn(*former_);
        } else {
            look(keys_.vault().file() ? Phase::Locked : Phase::SigningIn);
        }
    });
    minute_.callOnTimeout(this, &Gate::passMinute);
    minute_.start(std::chrono::minutes{1});
    // Counts down what is left of a wait, and notices that nobody is there.
    second_.callOnTimeout(this, [this] {
        if (state_.phase() == Phase::Locked && state_.waitSeconds() > 0 && !state_.busy()) {
            look(Phase::Locked);
        }
        const auto idle = std::chrono::milliseconds{untouched_.elapsed()};
        if (idle >= std::chrono::minutes{preferences_.lockMinutes()}) {
            lock();
        }
    });
    second_.start(std::chrono::seconds{1});
    untouched_.start();
    qApp->installEventFilter(this);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) {
                if (state == Qt::ApplicationSuspended || state == Qt::ApplicationHidden) {
                    lock();
                }
            });
}

Gate::~Gate() { QThreadPool::globalInstance()->waitForDone(); }

std::optional<Uuid> Gate::vaultId()
{
    const auto& file = keys_.vault().file();
    return file ? std::optional{file->id} : std::nullopt;
}

bool Gate::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::KeyPress:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::Wheel:
    case QEvent::InputMethod:
        untouched_.restart();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void Gate::start()
{
    if (keys_.vault().standing() == Standing::None) {
        const auto found = findFormerKey(keys_.folder().root);
        if (!found) {
            throw std::runtime_error{"the key of the store cannot be had: " + found.error().detail};
        }
        former_ = *found;
        look(Phase::SigningIn);
        return;
    }
    look(Phase::Locked);
    if (!options_.pin.isEmpty() && state_.reason() == Reason::None) {
        unlock(options_.pin);
    }
}

// What the pages show of the vault.
void Gate::look(Phase phase)
{
    auto& vault = keys_.vault();
    auto facts = state_.facts();
    const auto standing = vault.standing();
    facts.phase = phase;
    facts.guarded = vault.file().has_value();
    facts.reason = former_                            ? Reason::Former
                   : standing == Standing::LeaseEnded ? Reason::LeaseEnded
                   : standing == Standing::SignInOnly ? Reason::TriesUsedUp
                                                      : Reason::None;
    if (vault.file()) {
        const auto& owner = vault.file()->owner;
        facts.userName = QString::fromStdString(owner.userName);
        facts.login = QString::fromStdString(owner.login);
        facts.server = QString::fromStdString(owner.server);
        facts.pinDigits = static_cast<int>(vault.file()->pinDigits);
        facts.unsent = static_cast<int>(vault.unsent().value_or(-1));
        facts.leaseEndsAt = toQt(std::optional{vault.leaseEndsAt()});
        facts.lastContact = toQt(std::optional{vault.lastContact()});
        const auto wait = std::chrono::ceil<std::chrono::seconds>(vault.retryIn());
        facts.waitSeconds = static_cast<int>(wait.count());
        facts.triesLeft = vault.triesLeft();
    } else {
        facts.server = options_.offeredServer;
        facts.login = options_.offeredLogin;
    }
    if (facts.phase != state_.phase()) {
        facts.errorCode.clear();
    }
    facts.everOpen = facts.everOpen || phase == Phase::Open;
    state_.set(facts);
}

void Gate::refuse(const std::string& code)
{
    look(state_.phase());
    auto facts = state_.facts();
    facts.busy = false;
    facts.errorCode = QString::fromStdString(code);
    state_.set(facts);
    emit state_.refused();
}

void Gate::busyWith(std::function<Result<SecretKey>()> work,
                    std::function<void(const Result<SecretKey>&)> then)
{
    if (state_.busy() || closing_) {
        return;
    }
    auto facts = state_.facts();
    facts.busy = true;
    facts.errorCode.clear();
    state_.set(facts);
    QThreadPool::globalInstance()->start([this, work = std::move(work), then = std::move(then)] {
        Result<SecretKey> came = fail(ErrorKind::Unavailable, "vault.disk");
        try {
            came = work();
        } catch (const std::runtime_error& error) {
            came = fail(ErrorKind::Unavailable, "vault.disk", error.what());
        }
        QMetaObject::invokeMethod(
            this,
            [this, came, then] {
                auto after = state_.facts();
                after.busy = false;
                state_.set(after);
                if (came) {
                    then(came);
                } else {
                    refuse(came.error().code);
                }
            },
            Qt::QueuedConnection);
    });
}

void Gate::unlock(const QString& secret)
{
    if (state_.phase() != Phase::Locked) {
        return;
    }
    busyWith([this, secret = secret.toStdString()] { return keys_.vault().unlock(secret); },
             [this](const Result<SecretKey>& key) { letIn(*key); });
}

// The name by which the server knows this installation.
Uuid Gate::install()
{
    if (!install_ && former_) {
        const SystemClock clock;
        LocalStore store{{.folder = keys_.folder().store(), .key = *former_}, clock, entropy()};
        install_ = store.session().install();
    }
    if (!install_) {
        install_ = keys_.newId();
    }
    return *install_;
}

void Gate::signIn(const QString& server,
                  const QString& login,
                  const QString& password,
                  const QString& code)
{
    if (state_.busy() || closing_) {
        return;
    }
    auto& vault = keys_.vault();
    const bool known = vault.file() && vault.file()->owner.login == login.toStdString();
    auto facts = state_.facts();
    facts.busy = true;
    facts.errorCode.clear();
    state_.set(facts);
    const SignInAttempt attempt{.server = server.toStdString(),
                                .login = login.toStdString(),
                                .password = password.toStdString(),
                                .install = known ? vault.file()->owner.install : install(),
                                .deviceName = options_.deviceName,
                                .appVersion = options_.appVersion,
                                .code = code.trimmed().toStdString(),
                                .enrolment = enrolment_};
    const Uuid id = known ? vault.file()->id : keys_.newId();
    doorway_.signIn(attempt, LeaseRequest::make(id, entropy()),
                    [this](Result<Entry> entry) { enter(std::move(entry)); });
}

void Gate::enter(Result<Entry> entry)
{
    auto facts = state_.facts();
    facts.busy = false;
    state_.set(facts);
    if (!entry) {
        refuse(entry.error().code);
        return;
    }
    auto& vault = keys_.vault();
    const bool same = vault.file() && vault.file()->owner.user == entry->account.user &&
                      vault.file()->id == entry->asked.vault;
    entry_ = std::move(*entry);
    if (same) {
        busyWith([this] { return keys_.vault().unlockBySignIn(entry_->asked, entry_->grant); },
                 [this](const Result<SecretKey>& key) {
                     if (keys_.vault().secretInDoubt()) {
                         look(Phase::ChoosingPin);
                     } else {
                         letIn(*key);
                     }
                 });
        return;
    }
    if (vault.file() && vault.unsent() != 0) {
        // What waits is the former's; it goes first, or the company takes it.
        entry_.reset();
        refuse("session.other_user");
        return;
    }
    look(Phase::ChoosingPin);
    if (!options_.pin.isEmpty()) {
        choose(options_.pin, isPin(options_.pin));
    }
}

void Gate::choose(const QString& secret, bool pin)
{
    if (!entry_ || state_.phase() != Phase::ChoosingPin) {
        return;
    }
    const auto work = [this, kind = kindOf(pin),
                       chosen = secret.toStdString()]() -> Result<SecretKey> {
        auto& vault = keys_.vault();
        if (vault.standing() == Standing::Open) {
            const auto done = vault.setSecret(kind, chosen);
            return done ? Result<SecretKey>{vault.key()} : fail(done.error());
        }
        if (vault.file()) {
            keys_.takeAway();
        }
        return vault.create({.owner = {.user = entry_->account.user,
                                       .install = install(),
                                       .server = entry_->account.server,
                                       .login = entry_->account.login,
                                       .userName = entry_->account.userName},
                             .asked = entry_->asked,
                             .grant = entry_->grant,
                             .kind = kind,
                             .secret = chosen,
                             .former = former_});
    };
    busyWith(work, [this](const Result<SecretKey>& key) { letIn(*key); });
}

void Gate::change(const QString& former, const QString& secret, bool pin)
{
    if (!keys_.vault().file() || state_.phase() != Phase::Open) {
        return;
    }
    const auto work = [this, former = former.toStdString(), kind = kindOf(pin),
                       chosen = secret.toStdString()]() -> Result<SecretKey> {
        const auto done = keys_.vault().changeSecret(former, kind, chosen);
        return done ? Result<SecretKey>{keys_.vault().key()} : fail(done.error());
    };
    busyWith(work, [this](const Result<SecretKey>&) {
        look(state_.phase());
        emit state_.secretChanged();
    });
}

void Gate::letIn(const SecretKey& key)
{
    StoreOptions store{.folder = keys_.folder().store(),
                       .key = key,
                       .zone = QTimeZone::systemTimeZoneId().toStdString()};
    try {
        if (keys_.vault().file()) {
            store.install = keys_.vault().file()->owner.install;
            if (const auto found = findFormerKey(keys_.folder().root);
                found && *found && **found == key) {
                // It is wrapped now, and need lie nowhere else.
                forgetFormerKey(keys_.folder().root);
            }
            former_.reset();
        }
        doors_.open(store, entry_ ? std::optional{entry_->account} : std::nullopt);
    } catch (const std::runtime_error&) {
        refuse("store.failed");
        return;
    }
    entry_.reset();
    install_.reset();
    untouched_.restart();
    look(Phase::Open);
}

void Gate::takeLease(const LeaseRequest& asked, const custody::LeaseGrant& grant)
{
    if (state_.busy() || state_.phase() != Phase::Open || !keys_.vault().file()) {
        return;
    }
    try {
        if (keys_.vault().takeLease(asked, grant)) {
            look(Phase::Open);
        }
    } catch (const std::runtime_error&) {
        // The disk is full, say: the lease is renewed another time.
        look(Phase::Open);
    }
}

void Gate::lock()
{
    if (state_.phase() != Phase::Open || closing_ || state_.busy() || !keys_.vault().file()) {
        return;
    }
    closing_ = true;
    // Covered at once; closed when what was asked for before is written.
    look(Phase::Locked);
    doors_.close([this](std::int64_t unsent) {
        closing_ = false;
        shut(unsent);
        look(Phase::Locked);
    });
}

void Gate::shut(std::int64_t unsent)
{
    try {
        if (keys_.vault().standing() == Standing::Open) {
            keys_.vault().lock(unsent);
        }
    } catch (const std::runtime_error&) {
        // The key is out of the memory; that it was closed in order could not be written.
        look(state_.phase());
    }
}

void Gate::passMinute()
{
    if (state_.busy() || closing_ || keys_.vault().standing() != Standing::Open) {
        return;
    }
    if (!keys_.vault().tick()) {
        closing_ = true;
        look(Phase::Locked);
        doors_.close([this](std::int64_t unsent) {
            closing_ = false;
            keys_.vault().lock(unsent);
            look(Phase::Locked);
        });
    }
}

void Gate::takeAway(std::function<void(std::optional<std::filesystem::path>)> done)
{
    const auto finish = [this, done = std::move(done)](std::int64_t unsent) {
        closing_ = false;
        shut(unsent);
        std::optional<std::filesystem::path> kept;
        if (keys_.vault().file()) {
            kept = keys_.takeAway();
        }
        look(Phase::SigningIn);
        done(kept);
    };
    if (state_.phase() == Phase::Open) {
        closing_ = true;
        look(Phase::Locked);
        doors_.close(finish);
    } else {
        finish(keys_.vault().unsent().value_or(-1));
    }
}

} // namespace fieldbook::client
