#include "client/syncing/sync_engine.h"

#include <QUrl>
#include <tuple>
#include <utility>

// Who uses the tablet, and how the tablet itself stands with the server.
namespace fieldbook::client {
namespace {

// Whoever signs out does not wait longer for a server that cannot be reached.
constexpr std::chrono::seconds signOutTimeMax{10};

QByteArray bytes(const std::string& text) { return QByteArray::fromStdString(text); }

std::string codeOf(const Answer& answer)
{
    return answer.code.empty() ? "network.answer" : answer.code;
}

// The state that a refusal tells of, as device_store.h calls it; empty: of none.
std::string_view stateFrom(std::string_view code)
{
    constexpr std::string_view prefix = "device.";
    if (code == "device.pending" || code == "device.locked" || code == "device.revoked" ||
        code == "device.wipe") {
        return code.substr(prefix.size());
    }
    return {};
}

} // namespace

void SyncEngine::useAccount()
{
    tellDeviceState();
    const auto account = store_.session().account();
    if (!account || !store_.session().isSignedIn()) {
        remote_->setToken({});
        tell(sync::event::SignedOut{});
        watchDevice();
        return;
    }
    watch_->stop();
    remote_->setServer(QUrl{QString::fromStdString(account->server)});
    remote_->setToken(bytes(account->token));
    std::ignore = store_.device().keySeed(); // Signed in before tablets had one.
    tell(sync::event::SignedIn{});
    tell(sync::event::ContactDue{});
    leaseNumbers();
    renewLease();
}

void SyncEngine::signIn(const SyncWorker::Credentials& credentials, const SignInDone& done)
{
    const auto state = store_.device().state();
    if (state == "wipe") {
        done(fail(ErrorKind::Forbidden, "device.wipe"));
        return;
    }
    if (state == "revoked" && !credentials.enrolment.empty()) {
        store_.session().renewInstall();
    }
    sendSignIn(credentials, done, false);
}

void SyncEngine::sendSignIn(const SyncWorker::Credentials& credentials,
                            const SignInDone& done,
                            bool again)
{
    watch_->stop();
    setAsking(false);
    remote_->setServer(QUrl{QString::fromStdString(credentials.server)});
    remote_->setToken({});
    const Call call = signInCall({.server = credentials.server,
                                  .login = credentials.login,
                                  .password = credentials.password,
                                  .install = store_.session().install(),
                                  .deviceName = options_.deviceName,
                                  .appVersion = options_.appVersion,
                                  .code = credentials.code,
                                  .enrolment = credentials.enrolment,
                                  .contact = store_.device().nextContact()});
    remote_->send(call, [this, credentials, done, again](const Answer& answer) {
        takeSignIn(answer, credentials, done, again);
    });
}

void SyncEngine::takeSignIn(const Answer& answer,
                            const SyncWorker::Credentials& credentials,
                            const SignInDone& done,
                            bool again)
{
    const auto signedIn = readSignIn(answer);
    if (!signedIn && signedIn.error().code == "device.cloned" && !again) {
        // This copy becomes a device of its own; what it holds unsent goes under that one's name.
        store_.session().renewInstall();
        sendSignIn(credentials, done, true);
        return;
    }
    if (!signedIn) {
        refuseSignIn(signedIn.error(), credentials.login, done);
        return;
    }
    const Account account{.server = credentials.server,
                          .user = signedIn->user,
                          .userName = signedIn->userName,
                          .login = credentials.login,
                          .device = signedIn->device,
                          .deviceCode = signedIn->deviceCode,
                          .token = signedIn->token,
                          .help = signedIn->help};
    const auto former = store_.session().account();
    if (options_.vault && former && former->user != account.user) {
        // The key is the former's; another begins with a vault of their own.
        done(fail(ErrorKind::Conflict, "session.other_user", former->login));
        useAccount();
        return;
    }
    if (auto kept = adopt(account); !kept) {
        done(fail(kept.error()));
        return;
    }
    if (signedIn->pending) {
        noteState("device.pending");
    }
    done(account);
}

Result<void> SyncEngine::adopt(const Account& account)
{
    if (auto kept = store_.session().signIn(account); !kept) {
        return kept;
    }
    renewAgainAt_ = {};
    useAccount();
    return {};
}

void SyncEngine::refuseSignIn(const Error& error, const std::string& login, const SignInDone& done)
{
    // What is said to somebody else is said of another device.
    const auto account = store_.session().account();
    if (account && account->login == login) {
        noteState(error.code);
    }
    done(fail(error));
    useAccount();
}

// Signing out here does not depend on the server; a session it does not hear of ends by itself.
void SyncEngine::signOut(const std::function<void()>& done)
{
    remote_->send({.method = "DELETE",
                   .path = QStringLiteral("/v1/sessions/current"),
                   .timeLimit = signOutTimeMax},
                  [done](const Answer&) {
                      if (done) {
                          done();
                      }
                  });
    store_.session().signOut();
    useAccount();
}

// The session is over, or this tablet goes on as another device: its numbers no longer fit, or
// there is another copy of it. What waits stays.
void SyncEngine::askSignIn(const std::string& code)
{
    const auto state = store_.device().state();
    const bool closedOff = !state.empty() && state != "pending";
    if (!closedOff && (code == "push.diverged" || code == "push.gap" || code == "device.cloned")) {
        store_.session().renewInstall();
    } else {
        store_.session().signOut();
    }
    noteState(code);
    remote_->setToken({});
    watchDevice();
}

// Somebody may have to be told something although nobody is signed in.
void SyncEngine::watchDevice()
{
    if (store_.session().isSignedIn() || !store_.session().account() || !store_.device().hasKey()) {
        return;
    }
    if (!watch_->isRunning()) {
        setAsking(true);
        watch_->start();
    }
}

bool SyncEngine::isDelivered() const
{
    return store_.sync().waitingChanges() == 0 && store_.sync().waitingUploads() == 0;
}

void SyncEngine::takeTold(const DeviceWatch::Told& told)
{
    if (told.cloned) {
        watch_->stop();
        store_.session().renewInstall();
        tell(sync::event::SignedOut{"device.cloned"}); // More than that the session is over.
    } else if (told.state == "approved" || told.state == "pending") {
        setDeviceState({}); // Whoever signs in now is let in, or waits.
    } else if (told.state == "locked" || told.state == "revoked") {
        setDeviceState(told.state);
    } else if (told.state == "wipe_pending" || told.state == "wiped") {
        setDeviceState("wipe");
    }
    const auto state = store_.device().state();
    const bool forgotten = told.last >= 0 && told.last < store_.sync().received();
    if (forgotten && !state.empty()) {
        // The server was put back to before it knew all that it had answered: all of that is
        // delivered once more, before anything is destroyed.
        store_.sync().rewind(told.last + 1);
        storeWritten();
        watch_->askAgain();
        return;
    }
    if (!told.delivery.empty()) {
        watch_->stop();
        remote_->setToken(bytes(told.delivery));
        tell(sync::event::Delivering{state.empty() ? "session.frozen" : "device." + state});
        return; // What comes of it is asked when that is done.
    }
    // Never on hearsay: only a server that has everything says it last.
    if (told.last >= 0 && state == "wipe" && isDelivered()) {
        orderWipe();
    }
    setAsking(false);
}

void SyncEngine::setAsking(bool asking)
{
    if (std::exchange(asking_, asking) != asking && options_.asking) {
        options_.asking(asking);
    }
}

void SyncEngine::setDeviceState(std::string_view state)
{
    store_.device().setState(state);
    tellDeviceState();
}

void SyncEngine::tellDeviceState()
{
    const auto state = store_.device().state();
    if (state != toldState_ && options_.deviceState) {
        options_.deviceState(state, store_.device().help());
    }
    toldState_ = state;
}

void SyncEngine::noteState(const std::string& code)
{
    if (const auto state = stateFrom(code); !state.empty()) {
        setDeviceState(state);
    }
}

void SyncEngine::orderWipe()
{
    const auto account = store_.session().account();
    if (!account || !options_.wipe || std::exchange(wiping_, true)) {
        return;
    }
    watch_->stop();
    options_.wipe({.server = account->server,
                   .device = account->device,
                   .deviceCode = account->deviceCode,
                   .install = store_.session().install().text(),
                   .key = store_.device().keySeed()});
}

void SyncEngine::ask(const OfficeQuestion& question, const std::function<void(OfficeAnswer)>& done)
{
    const Call call{.method = question.method, .path = question.path, .body = question.body};
    remote_->send(call, [done](const Answer& answer) {
        done({.status = answer.status, .body = answer.body, .code = answer.code});
    });
}

void SyncEngine::sessions(const std::function<void(Result<std::string>)>& done)
{
    remote_->send({.path = QStringLiteral("/v1/sessions")}, [done](const Answer& answer) {
        answer.succeeded() ? done(answer.body.toStdString())
                           : done(fail(ErrorKind::Unavailable, codeOf(answer)));
    });
}

void SyncEngine::endSession(const std::string& session,
                            const std::function<void(Result<void>)>& done)
{
    const Call call{.method = "DELETE",
                    .path = QStringLiteral("/v1/sessions/") + QString::fromStdString(session)};
    remote_->send(call, [done](const Answer& answer) {
        answer.succeeded() ? done({}) : done(fail(ErrorKind::Unavailable, codeOf(answer)));
    });
}

} // namespace fieldbook::client
