#pragma once

#include "client/local/local_store.h"
#include "shared/sync/replica.h"
#include "tests/sim/ledger.h"
#include "tests/sim/server_host.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::sim {

// A tablet: the real store on a disk that may fail, and the real state machine of the sync. What
// client/syncing does over Qt's network is done here over the simulated one. A program that dies is
// started again after a while.
class TabletHost {
public:
    struct Person {
        std::string login;
        Uuid user;
    };

    // With the disk of another as it is now, if one is given.
    TabletHost(std::string name,
               Person person,
               Agenda& agenda,
               Trace& trace,
               SeededEntropy& dice,
               Network& network,
               ServerHost& server,
               const TabletHost* original = nullptr);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const Uuid& user() const { return person_.user; }
    [[nodiscard]] bool isUp() const { return store_ != nullptr; }
    [[nodiscard]] bool isOnline() const { return online_; }
    [[nodiscard]] bool isSignedIn() const { return isUp() && store_->session().isSignedIn(); }
    [[nodiscard]] std::int64_t device() const { return device_; }
    [[nodiscard]] client::LocalStore& store() { return *store_; }
    // A second look at the store, for those who check it.
    [[nodiscard]] db::Database& probe() { return *probe_; }
    [[nodiscard]] Ledger& ledger() { return ledger_; }
    [[nodiscard]] sync::Status status() const { return replica_->status(clock_.now()); }
    [[nodiscard]] PartyClock& clock() { return clock_; }

    // Something that a person does. What is on disk afterwards counts as committed.
    void use(const std::function<void(client::LocalStore&)>& work);

    void setOnline(bool online);
    void signIn();
    void signOut();
    void askSync();
    // The devices that this tablet was until it was wiped.
    [[nodiscard]] const std::vector<std::int64_t>& wiped() const { return wiped_; }
    // Nothing of it waits for anything, so that a copy of it holds nobody's unsent work twice.
    [[nodiscard]] bool isDrained();
    void cutPowerAfter(std::uint64_t operations) { disk_->cutPowerAfter(operations); }
    void failAfter(std::uint64_t operations)
    {
        disk_->failAfter(operations, testing::DiskFault::Io);
    }
    void kill();
    // Nothing fails any more, the clock is right, somebody is signed in, and there is a network.
    void heal();

    // Called after each complete page, and after each start.
    void onConsistent(std::function<void(TabletHost&)> then) { consistent_ = std::move(then); }

private:
    void start();
    void die(bool powerCut);
    // Runs the work; a disk that fails under it ends the program.
    void guarded(const std::function<void()>& work);
    [[nodiscard]] Life life() const { return life_; }

    void tell(const sync::Event& event);
    void carryOut(const sync::Action& action);
    void push(const sync::action::Push& action);
    void checkRefusals(const sync::PushReply& reply, bool allNew);
    void pull(sync::Ticket ticket);
    void takePushReply(sync::Ticket ticket, const Answer& answer, bool empty);
    void takePage(sync::Ticket ticket, const Answer& answer, std::int64_t received);
    // Whether the answer is still awaited; then it no longer is.
    [[nodiscard]] bool awaited(sync::Lane lane, sync::Ticket ticket);
    void failed(sync::Lane lane, sync::Ticket ticket, const Answer& answer);
    // The next piece of a file, or what begins its upload (tablet_files.cpp).
    void upload(sync::Ticket ticket);
    void
    takeUploadReply(sync::Ticket ticket, const client::PendingUpload& file, const Answer& answer);
    void openLive(sync::Ticket ticket);
    void askSignIn(const std::string& code);
    void contactDue();
    void enrolAnew();
    void watch();
    void takeTold(const Answer& answer);
    void deliver(const std::string& token);
    void wipe();
    void sendReceipt();
    void copyDisk(const TabletHost& original);
    [[nodiscard]] static SecretKey storeKey();
    void sendSignIn();
    void takeSignIn(const Answer& answer);
    void useAccount();
    void leaseNumbers();
    void wakeAt(Timestamp time);
    void outboxMayHaveChanged();

    std::string name_;
    Person person_;
    Agenda& agenda_;
    Trace& trace_;
    SeededEntropy& dice_;
    Network& network_;
    ServerHost& server_;
    PartyClock clock_;
    SeededEntropy entropy_;
    std::unique_ptr<testing::FaultDisk> disk_;
    Ledger ledger_;
    std::unique_ptr<client::LocalStore> store_;
    std::unique_ptr<db::Database> probe_;
    std::unique_ptr<sync::Replica> replica_;
    std::shared_ptr<const int> life_; // Of the running program.
    std::shared_ptr<const int> liveLife_; // Of its live connection.
    bool online_ = false;
    bool signedOut_ = false; // By a person, who has not come back yet.
    bool signingIn_ = false;
    bool leasing_ = false;
    std::array<std::optional<sync::Ticket>, 3> underWay_; // By lane.
    std::int64_t device_ = 0;
    std::size_t waiting_ = 0;
    std::size_t uploads_ = 0;
    std::uint64_t wake_ = 0;
    std::function<void(TabletHost&)> consistent_;
    std::string token_; // With which it delivers although nobody is signed in.
    bool watching_ = false;
    int wipes_ = 0;
    std::vector<std::int64_t> wiped_;
    std::vector<sync::SignedText> receipts_; // On their way.
};

} // namespace fieldbook::sim
