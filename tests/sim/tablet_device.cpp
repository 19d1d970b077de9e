#include "shared/sync/messages.h"
#include "tests/sim/tablet_host.h"

#include <nlohmann/json.hpp>

#include <algorithm>

// How a tablet stands as a device: asking while nobody is signed in, delivering, being wiped, being
// copied. As client/syncing does it.
namespace fieldbook::sim {
namespace {

using nlohmann::json;

constexpr std::chrono::seconds watchPause{60};
constexpr std::chrono::seconds receiptPause{30};

} // namespace

void TabletHost::contactDue() { tell(sync::event::ContactDue{}); }

void TabletHost::askSignIn(const std::string& code)
{
    trace_.note(name_, "must sign in: " + code);
    trace_.count("sign-ins asked for");
    const auto state = store_->device().state();
    const bool closedOff = !state.empty() && state != "pending";
    if (!closedOff && (code == "push.diverged" || code == "push.gap" || code == "device.cloned")) {
        trace_.count(code == "device.cloned" ? "copies noticed" : "numbers that diverged");
        enrolAnew();
    } else {
        store_->session().signOut();
    }
    constexpr std::string_view prefix = "device.";
    if (code == "device.locked" || code == "device.revoked" || code == "device.wipe") {
        store_->device().setState(std::string_view{code}.substr(prefix.size()));
    }
    token_.clear();
    watch();
    agenda_.after(std::chrono::seconds{30}, [this, life = life()] {
        if (!life.expired()) {
            signIn();
        }
    });
}

// Under its former number nothing is sent again to a server that was put back to before it was
// given up: whoever gives one up makes a new backup.
void TabletHost::enrolAnew()
{
    store_->session().renewInstall();
    server_.dropBackup();
}

// Asks now, and again as long as nobody is signed in.
void TabletHost::watch()
{
    if (!store_ || isSignedIn() || watching_ || !store_->session().account() || !token_.empty() ||
        !store_->device().hasKey()) {
        return;
    }
    watching_ = true;
    const auto message = sync::signedFor(sync::Purpose::Contact,
                                         sync::contactText(device_, store_->device().nextContact()),
                                         SigningKey{store_->device().keySeed()});
    if (online_) {
        network_.send(
            {.path = "/v1/devices/contact", .query = {}, .token = {}, .body = toJson(message)},
            life(), [this, device = device_](const Answer& answer) {
                guarded([&] {
                    if (device == device_ && !isSignedIn() && token_.empty()) {
                        takeTold(answer);
                    }
                });
            });
    }
    agenda_.after(watchPause, [this, life = life()] {
        if (!life.expired()) {
            watching_ = false;
            guarded([this] { watch(); });
        }
    });
}

void TabletHost::takeTold(const Answer& answer)
{
    const auto code = sync::parseProblem(answer.body).code;
    if (!answer.succeeded()) {
        trace_.note(name_, "asks how it stands: " + std::to_string(answer.status) + " " + code);
        if (code == "device.cloned") {
            trace_.count("copies noticed");
            enrolAnew();
        }
        return;
    }
    const json told = json::parse(answer.body);
    const std::string state = told["state"];
    trace_.note(name_, "stands as " + state);
    store_->device().contactAnswered();
    if (state == "approved" || state == "pending") {
        store_->device().setState({});
    } else {
        store_->device().setState(state == "locked" || state == "revoked" ? state : "wipe");
    }
    const auto last = told["last"].get<std::int64_t>();
    if (!store_->device().state().empty() && last < store_->sync().received()) {
        trace_.count("tablets that delivered again before they were wiped");
        store_->sync().rewind(last + 1);
        return outboxMayHaveChanged();
    }
    if (const std::string token = told["delivery"]; !token.empty()) {
        return deliver(token);
    }
    if (store_->device().state() == "wipe" && store_->sync().waitingChanges() == 0 &&
        store_->sync().waitingUploads() == 0) {
        wipe();
    }
}

void TabletHost::deliver(const std::string& token)
{
    trace_.count("deliveries without a session");
    token_ = token;
    const auto state = store_->device().state();
    tell(sync::event::Delivering{state.empty() ? "session.frozen" : "device." + state});
}

// What is destroyed was delivered; what remains is the receipt, and an empty tablet.
void TabletHost::wipe()
{
    trace_.note(name_, "is wiped as device " + std::to_string(device_));
    trace_.count("tablets wiped");
    ledger_.seal(*probe_, device_);
    wiped_.push_back(device_);
    server_.dropBackup();
    receipts_.push_back(sync::signedFor(
        sync::Purpose::WipeReceipt,
        sync::toJson(sync::WipeReceipt{.device = device_,
                                       .install = store_->session().install().text(),
                                       .orderedAt = clock_.now(),
                                       .wipedAt = clock_.now(),
                                       .files = {{"tablet.db", 1}}}),
        SigningKey{store_->device().keySeed()}));
    // What called this still works with the store.
    agenda_.after(milliseconds{1}, [this, life = life()] {
        if (life.expired()) {
            return;
        }
        life_.reset();
        liveLife_.reset();
        replica_.reset();
        probe_.reset();
        store_.reset();
        disk_ = std::make_unique<testing::FaultDisk>(name_ + "-wiped-" + std::to_string(++wipes_));
        device_ = 0;
        start();
        sendReceipt();
    });
}

// Until the server has taken it, whatever comes in between.
void TabletHost::sendReceipt()
{
    if (receipts_.empty() || !online_ || !store_) {
        return;
    }
    const auto receipt = receipts_.front();
    network_.send(
        {.path = "/v1/devices/receipt", .query = {}, .token = {}, .body = toJson(receipt)}, life(),
        [this, receipt](const Answer& answer) {
            if (answer.succeeded()) {
                std::erase(receipts_, receipt);
                server_.dropBackup();
            }
        });
    agenda_.after(receiptPause, [this, life = life()] {
        if (!life.expired()) {
            sendReceipt();
        }
    });
}

bool TabletHost::isDrained()
{
    if (!isSignedIn()) {
        return false;
    }
    auto any = probe_->prepare("SELECT 1 FROM outbox");
    return !any.step() && store_->sync().waitingUploads() == 0;
}

// Order numbers that were leased to the original are not used a second time.
void TabletHost::copyDisk(const TabletHost& original)
{
    for (const auto& file : original.disk_->files()) {
        disk_->put(file, original.disk_->content(file));
    }
    db::Database database{"/tablet.db",
                          db::OpenOptions{.key = db::Key{storeKey().bytes()}, .vfs = disk_->vfs()}};
    database.execute("DELETE FROM number_block");
}

} // namespace fieldbook::sim
