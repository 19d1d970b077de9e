#include "client/syncing/sync_engine.h"

#include "shared/sync/messages.h"
#include "shared/sync/tuning.h"

#include <nlohmann/json.hpp>

#include <QNetworkReply>
#include <QRandomGenerator>
#include <QUrl>

namespace fieldbook::client {
namespace {

using nlohmann::json;

// Numbers are leased anew when fewer are left, so that a salesperson offline for weeks does not run
// out.
constexpr std::int64_t numbersLeastLeft = 50;
constexpr std::int64_t numbersLeased = 200;
// A server that leases none is not asked again before; each save of a page would otherwise ask.
constexpr std::chrono::minutes leasePause{1};
// The lease of the vault lasts for days and costs a request.
constexpr std::chrono::minutes renewPause{15};
constexpr std::chrono::minutes renewRetry{1};
// A piece of a file: small enough to get through a bad network, large enough to be worth a request.
constexpr std::int64_t pieceBytes = std::int64_t{512} * 1024;
// A push that is answered sooner is not shown as under way: nobody could see it, and the mark is a
// write.
constexpr std::chrono::milliseconds slowAfter{150};
// What a write leaves to tidy waits for a moment in which nobody waits for what was written.
constexpr std::chrono::milliseconds tidyAfter{1'000};

QByteArray bytes(const std::string& text) { return QByteArray::fromStdString(text); }

json parseJson(const QByteArray& body)
{
    return json::parse(body.constData(), body.constData() + body.size(), nullptr, false);
}

int laneKey(sync::Lane lane) { return static_cast<int>(lane); }

} // namespace

SyncEngine::SyncEngine(LocalStore& store, const SyncWorker::Options& options, const Clock& clock)
    : store_{store}, options_{options}, clock_{clock}
{}

SyncEngine::~SyncEngine() = default;

void SyncEngine::start()
{
    remote_ = std::make_unique<HttpRemote>(options_.certificateAuthority);
    remote_->setAppVersion(bytes(options_.appVersion));
    wake_ = std::make_unique<QTimer>();
    wake_->setSingleShot(true);
    connect(wake_.get(), &QTimer::timeout, this, [this] { tell(sync::event::Woke{}); });
    tidy_ = std::make_unique<QTimer>();
    connect(tidy_.get(), &QTimer::timeout, this, [this] {
        if (store_.tidy()) {
            tidy_->start(0);
        } else {
            tidy_->stop();
        }
    });
    tidy_->start(0);
    slow_ = std::make_unique<QTimer>();
    slow_->setSingleShot(true);
    slow_->setInterval(slowAfter);
    connect(slow_.get(), &QTimer::timeout, this, [this] { store_.sync().markSending(sending_); });
    contact_ = std::make_unique<QTimer>();
    contact_->setInterval(sync::contactDelay);
    connect(contact_.get(), &QTimer::timeout, this, [this] { tell(sync::event::ContactDue{}); });
    contact_->start();
    watch_ = std::make_unique<DeviceWatch>(
        store_, *remote_, [this](const DeviceWatch::Told& told) { takeTold(told); });
    connect(remote_.get(), &HttpRemote::liveOpened, this, [this] {
        tell(sync::event::ContactDue{});
        tell(sync::event::LiveOpened{live_});
    });
    connect(remote_.get(), &HttpRemote::liveClosed, this,
            [this](bool cutOff) { tell(sync::event::LiveClosed{live_, cutOff}); });
    connect(remote_.get(), &HttpRemote::livePoked, this, [this] { tell(sync::event::Poked{}); });
    store_.sync().markWaiting();
    if (options_.entered) {
        // Whether it could be taken over is told to whoever adopts it.
        static_cast<void>(store_.session().signIn(*options_.entered));
    }
    tell(sync::event::NetworkUp{});
    useAccount();
    storeWritten();
}

void SyncEngine::storeWritten()
{
    if (const std::size_t waiting = store_.sync().waitingChanges(); waiting != waiting_) {
        waiting_ = waiting;
        tell(sync::event::Outbox{waiting});
    }
    if (const std::size_t uploads = store_.sync().waitingUploads(); uploads != uploads_) {
        uploads_ = uploads;
        tell(sync::event::Files{uploads});
    }
    if (!tidy_->isActive()) {
        tidy_->start(tidyAfter);
    }
    leaseNumbers();
}

void SyncEngine::tell(const sync::Event& event)
{
    const double chance = QRandomGenerator::global()->generateDouble();
    for (const sync::Action& action : replica_.handle(event, clock_.now(), chance)) {
        carryOut(action);
    }
    report();
}

void SyncEngine::carryOut(const sync::Action& action)
{
    namespace act = sync::action;
    if (const auto* pushing = std::get_if<act::Push>(&action)) {
        push(*pushing);
    } else if (const auto* pulling = std::get_if<act::Pull>(&action)) {
        pull(pulling->ticket);
    } else if (const auto* uploading = std::get_if<act::Upload>(&action)) {
        upload(uploading->ticket);
    } else if (const auto* given = std::get_if<act::Cancel>(&action)) {
        cancel(given->lane);
    } else if (const auto* rewound = std::get_if<act::Rewind>(&action)) {
        store_.sync().rewind(rewound->expected);
    } else if (std::holds_alternative<act::ForgetCursor>(action)) {
        store_.sync().forgetCursor();
    } else if (const auto* opening = std::get_if<act::OpenLive>(&action)) {
        live_ = opening->ticket;
        remote_->openLive();
    } else if (const auto* asked = std::get_if<act::AskSignIn>(&action)) {
        askSignIn(asked->code);
    } else if (std::holds_alternative<act::CloseLive>(action)) {
        remote_->closeLive();
    } else if (const auto* waking = std::get_if<act::Wake>(&action)) {
        const auto wait = std::max(waking->at - clock_.now(), std::chrono::milliseconds{0});
        wake_->start(
            static_cast<int>(std::min<std::int64_t>(wait.count(), std::int64_t{24} * 3600 * 1000)));
    }
}

void SyncEngine::push(const sync::action::Push& action)
{
    const auto batch = store_.sync().nextBatch(action.changesMax, action.bytesMax);
    if (!batch) {
        tell(sync::event::Pushed{action.ticket, 0, 0, 0, true});
        return;
    }
    const bool empty = batch->changes == 0;
    const Call call{
        .method = "POST", .path = QStringLiteral("/v1/push"), .body = bytes(batch->body)};
    underWay_[laneKey(sync::Lane::Push)] =
        remote_->send(call, [this, ticket = action.ticket, empty](const Answer& answer) {
            slow_->stop();
            if (!answer.succeeded()) {
                store_.sync().markWaiting();
                failed(sync::Lane::Push, ticket, answer);
                return;
            }
            const auto reply = sync::parsePushReply(answer.body.toStdString());
            if (!reply) {
                store_.sync().markWaiting();
                tell(sync::event::Failed{.lane = sync::Lane::Push,
                                         .ticket = ticket,
                                         .fault = sync::Fault::Refused,
                                         .code = reply.error().code});
                return;
            }
            const auto taken = store_.sync().takeReceipts(*reply);
            waiting_ = store_.sync().waitingChanges();
            renewLease();
            tell(sync::event::Pushed{ticket, taken.stored, waiting_, taken.upTo, empty});
        });
    if (!empty) {
        sending_ = batch->last;
        slow_->start();
    }
}

void SyncEngine::pull(sync::Ticket ticket)
{
    const QString cursor = QString::fromStdString(store_.sync().cursor());
    const Call call{.path = QStringLiteral("/v1/pull") +
                            (cursor.isEmpty() ? QString{} : QStringLiteral("?cursor=") + cursor)};
    const std::int64_t received = store_.sync().received();
    underWay_[laneKey(sync::Lane::Pull)] =
        remote_->send(call, [this, ticket, received](const Answer& answer) {
            if (!answer.succeeded()) {
                failed(sync::Lane::Pull, ticket, answer);
                return;
            }
            setDeviceState({}); // Whoever is told anything is admitted.
            const auto laid = store_.sync().takePage(answer.body.toStdString(), received);
            // Also: changes that wait again because the server has forgotten them.
            storeWritten();
            if (!laid) {
                tell(sync::event::Failed{.lane = sync::Lane::Pull,
                                         .ticket = ticket,
                                         .fault = sync::Fault::Refused,
                                         .code = laid.error().code});
                return;
            }
            renewLease();
            tellOpened();
            tell(sync::event::Pulled{ticket, laid->complete, laid->advanced, laid->upTo});
        });
}

void SyncEngine::upload(sync::Ticket ticket)
{
    const auto file = store_.sync().nextUpload();
    if (!file) {
        tell(sync::event::Uploaded{ticket, 0});
    } else if (file->upload.empty()) {
        beginUpload(ticket, *file);
    } else {
        sendPiece(ticket, *file);
    }
}

void SyncEngine::beginUpload(sync::Ticket ticket, const PendingUpload& file)
{
    const Call call{
        .method = "POST",
        .path = QStringLiteral("/v1/files"),
        .contentType = "application/offset+octet-stream",
        .headers = {{"Tus-Resumable", "1.0.0"},
                    {"Upload-Length", QByteArray::number(static_cast<qlonglong>(file.size))},
                    {"Upload-Metadata", "sha256 " + bytes(file.sha256).toBase64()}}};
    underWay_[laneKey(sync::Lane::Files)] = remote_->send(call, [this, ticket,
                                                                 file](const Answer& answer) {
        if (answer.status == 413) {
            giveUpUpload(ticket, file);
            return;
        }
        if (!answer.succeeded()) {
            failed(sync::Lane::Files, ticket, answer);
            return;
        }
        // The server may have the bytes already; then the offset says so.
        const std::int64_t sent = answer.headers.value("upload-offset", "0").toLongLong();
        store_.sync().noteUpload(file.sha256, sent, answer.headers.value("location").toStdString());
        uploads_ = store_.sync().waitingUploads();
        tell(sync::event::Uploaded{ticket, uploads_});
    });
}

void SyncEngine::sendPiece(sync::Ticket ticket, const PendingUpload& file)
{
    const Call call{
        .method = "PATCH",
        .path = QString::fromStdString(file.upload),
        .body = bytes(store_.sync().fileRange(file.sha256, file.sent, pieceBytes)),
        .contentType = "application/offset+octet-stream",
        .headers = {{"Tus-Resumable", "1.0.0"},
                    {"Upload-Offset", QByteArray::number(static_cast<qlonglong>(file.sent))}}};
    underWay_[laneKey(sync::Lane::Files)] =
        remote_->send(call, [this, ticket, file](const Answer& answer) {
            if (answer.status == 413) {
                giveUpUpload(ticket, file);
                return;
            }
            if (answer.status == 404 || answer.status == 409 || answer.status == 410) {
                // The server knows another offset, or no such upload any more: begin anew, it will
                // say what it has.
                store_.sync().noteUpload(file.sha256, 0, "");
            }
            if (!answer.succeeded()) {
                failed(sync::Lane::Files, ticket, answer);
                return;
            }
            store_.sync().noteUpload(
                file.sha256, answer.headers.value("upload-offset").toLongLong(), file.upload);
            uploads_ = store_.sync().waitingUploads();
            tell(sync::event::Uploaded{ticket, uploads_});
        });
}

// Asking again would never help; whoever attached the file is told.
void SyncEngine::giveUpUpload(sync::Ticket ticket, const PendingUpload& file)
{
    store_.sync().refuseUpload(file.sha256, "file.too_large");
    uploads_ = store_.sync().waitingUploads();
    tell(sync::event::Uploaded{ticket, uploads_});
}

void SyncEngine::failed(sync::Lane lane, sync::Ticket ticket, const Answer& answer)
{
    noteState(answer.code);
    tell(sync::event::Failed{.lane = lane,
                             .ticket = ticket,
                             .fault = sync::faultOf(answer.status, answer.code),
                             .code = answer.code,
                             .retryAfter = answer.retryAfter,
                             .expected = answer.expected});
}

void SyncEngine::cancel(sync::Lane lane)
{
    if (const auto reply = underWay_.take(laneKey(lane))) {
        HttpRemote::cancel(reply);
    }
    if (lane == sync::Lane::Push) {
        slow_->stop();
        store_.sync().markWaiting();
    }
}

void SyncEngine::leaseNumbers()
{
    if (leasing_ || !store_.session().isSignedIn() || clock_.now() < leaseAgainAt_ ||
        store_.session().numbersLeft("order") >= numbersLeastLeft) {
        return;
    }
    setLeasing(true);
    leaseAgainAt_ = clock_.now() + leasePause;
    const json body{{"series", "order"},
                    {"count", numbersLeased},
                    {"after", store_.session().lastNumber("order")}};
    const Call call{
        .method = "POST", .path = QStringLiteral("/v1/numbers"), .body = bytes(body.dump())};
    const std::string token = store_.session().account()->token;
    remote_->send(call, [this, token](const Answer& answer) {
        const json block = answer.succeeded() ? parseJson(answer.body) : json{};
        const auto account = store_.session().account();
        // Numbers are a device's: somebody else may have signed in meanwhile.
        if (block.is_object() && block.contains("last") && account && account->token == token) {
            store_.session().keepNumbers({block.value("series", "order"), block.value("prefix", ""),
                                          block.value("first", std::int64_t{0}),
                                          block.value("last", std::int64_t{0})});
            leaseAgainAt_ = {};
        }
        setLeasing(false);
    });
}

// The server was heard from: as good a moment as any, if the last renewal is a while ago.
void SyncEngine::renewLease()
{
    if (!options_.vault || !options_.leased || !store_.session().isSignedIn() ||
        clock_.now() < renewAgainAt_) {
        return;
    }
    renewAgainAt_ = clock_.now() + renewRetry;
    const auto asked = LeaseRequest::make(*options_.vault, entropy_);
    remote_->send(leaseCall(asked.vault, asked.nonce), [this, asked](const Answer& answer) {
        if (const auto grant = readLeaseGrant(answer)) {
            renewAgainAt_ = clock_.now() + renewPause;
            options_.leased(asked, *grant);
        }
    });
}

// Once for each opening, whenever the server is heard from first.
void SyncEngine::tellOpened()
{
    if (!options_.opened || openedTold_ || !store_.session().isSignedIn()) {
        return;
    }
    openedTold_ = true;
    remote_->send({.method = "POST", .path = QStringLiteral("/v1/logins")},
                  [this](const Answer& answer) { openedTold_ = answer.succeeded(); });
}

void SyncEngine::setLeasing(bool leasing)
{
    leasing_ = leasing;
    if (options_.leasing) {
        options_.leasing(leasing);
    }
}

void SyncEngine::report()
{
    sync::Status status = replica_.status(clock_.now());
    if (!(status == reported_)) {
        reported_ = status;
        if (options_.status) {
            options_.status(status);
        }
    }
}

} // namespace fieldbook::client
