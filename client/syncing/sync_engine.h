#pragma once

#include "client/remote/session_calls.h"
#include "client/syncing/device_watch.h"
#include "client/syncing/sync_worker.h"

#include <QHash>
#include <QTimer>

namespace fieldbook::client {

// Carries out on one thread what shared/sync/replica.h decides: its actions become requests and
// store calls, answers become its events.
class SyncEngine : public QObject {
    Q_OBJECT

public:
    SyncEngine(LocalStore& store, const SyncWorker::Options& options, const Clock& clock);
    ~SyncEngine() override;

    // On the thread it was moved to, before anything else.
    void start();
    using SignInDone = std::function<void(Result<Account>)>;
    void signIn(const SyncWorker::Credentials& credentials, const SignInDone& done);
    void sessions(const std::function<void(Result<std::string>)>& done);
    void endSession(const std::string& session, const std::function<void(Result<void>)>& done);
    void ask(const OfficeQuestion& question, const std::function<void(OfficeAnswer)>& done);
    [[nodiscard]] Result<void> adopt(const Account& account);
    void signOut(const std::function<void()>& done);
    void syncNow() { tell(sync::event::Asked{}); }
    // The store was written by a deed of a page.
    void storeWritten();

private:
    void tell(const sync::Event& event);
    void carryOut(const sync::Action& action);
    void push(const sync::action::Push& action);
    void pull(sync::Ticket ticket);
    void upload(sync::Ticket ticket);
    void beginUpload(sync::Ticket ticket, const PendingUpload& file);
    void sendPiece(sync::Ticket ticket, const PendingUpload& file);
    void giveUpUpload(sync::Ticket ticket, const PendingUpload& file);
    void failed(sync::Lane lane, sync::Ticket ticket, const Answer& answer);
    void cancel(sync::Lane lane);
    void askSignIn(const std::string& code);
    void leaseNumbers();
    void setLeasing(bool leasing);
    void renewLease();
    void tellOpened();
    void sendSignIn(const SyncWorker::Credentials& credentials, const SignInDone& done, bool again);
    void takeSignIn(const Answer& answer,
                    const SyncWorker::Credentials& credentials,
                    const SignInDone& done,
                    bool again);
    void refuseSignIn(const Error& error, const std::string& login, const SignInDone& done);
    void useAccount();
    void watchDevice();
    void takeTold(const DeviceWatch::Told& told);
    void setAsking(bool asking);
    void setDeviceState(std::string_view state);
    void tellDeviceState();
    void noteState(const std::string& code);
    [[nodiscard]] bool isDelivered() const;
    void orderWipe();
    void report();

    LocalStore& store_;
    const SyncWorker::Options& options_;
    const Clock& clock_;
    sync::Replica replica_;
    std::unique_ptr<HttpRemote> remote_;
    std::unique_ptr<DeviceWatch> watch_;
    std::unique_ptr<QTimer> wake_;
    std::unique_ptr<QTimer> contact_; // When the next one is due at the latest.
    std::unique_ptr<QTimer> tidy_;
    std::unique_ptr<QTimer> slow_; // Runs while a push is under way that has not been slow yet.
    std::int64_t sending_ = 0; // The last change of that push.
    QHash<int, QPointer<QNetworkReply>> underWay_; // By lane.
    sync::Ticket live_ = 0;
    std::size_t waiting_ = 0;
    std::size_t uploads_ = 0;
    bool leasing_ = false;
    bool asking_ = false;
    bool wiping_ = false;
    std::string toldState_;
    Timestamp leaseAgainAt_;
    Timestamp renewAgainAt_; // The vault's lease.
    bool openedTold_ = false;
    SystemEntropy entropy_;
    sync::Status reported_;
};

} // namespace fieldbook::client
