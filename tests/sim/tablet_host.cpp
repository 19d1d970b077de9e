#include "tests/sim/tablet_host.h"

#include "shared/db/error.h"
#include "shared/sync/messages.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace fieldbook::sim {
namespace {

using nlohmann::json;

constexpr std::uint8_t keySeed = 7;
constexpr std::int64_t numbersLeastLeft = 5;
constexpr std::int64_t numbersLeased = 20;

} // namespace

SecretKey TabletHost::storeKey()
{
    const std::vector<std::uint8_t> bytes(SecretKey::size, keySeed);
    return *SecretKey::fromBytes(bytes);
}

TabletHost::TabletHost(std::string name,
                       Person person,
                       Agenda& agenda,
                       Trace& trace,
                       SeededEntropy& dice,
                       Network& network,
                       ServerHost& server,
                       const TabletHost* original)
    : name_{std::move(name)},
      person_{std::move(person)},
      agenda_{agenda},
      trace_{trace},
      dice_{dice},
      network_{network},
      server_{server},
      clock_{agenda},
      entropy_{dice.next()},
      disk_{std::make_unique<testing::FaultDisk>(name_)}
{
    if (original != nullptr) {
        copyDisk(*original);
    }
    start();
}

void TabletHost::start()
{
    if (store_) {
        return;
    }
    try {
        const client::StoreOptions options{
            .folder = "/", .key = storeKey(), .zone = "Asia/Shanghai", .vfs = disk_->vfs()};
        store_ = std::make_unique<client::LocalStore>(options, clock_, entropy_);
        probe_ = std::make_unique<db::Database>(client::databaseFile(options),
                                                db::OpenOptions{.access = db::Access::ReadOnly,
                                                                .key = db::Key{options.key.bytes()},
                                                                .vfs = options.vfs});
        life_ = std::make_shared<const int>();
        replica_ = std::make_unique<sync::Replica>();
        waiting_ = uploads_ = 0;
        signingIn_ = leasing_ = watching_ = false;
        token_.clear();
        underWay_ = {};
        trace_.note(name_, "starts");
        if (const auto account = store_->session().account()) {
            device_ = account->device;
            ledger_.hold(*probe_, device_);
        }
        store_->sync().markWaiting();
    } catch (const db::Error&) {
        return die(!disk_->hasPower());
    }
    guarded([this] {
        if (online_) {
            tell(sync::event::NetworkUp{});
        }
        useAccount();
        outboxMayHaveChanged();
        if (consistent_) {
            consistent_(*this);
        }
        if (!signedOut_) {
            signIn();
        }
        sendReceipt();
    });
}

void TabletHost::die(bool powerCut)
{
    trace_.note(name_, powerCut ? "loses power" : "dies");
    trace_.count(powerCut ? "power cuts of tablets" : "deaths of tablets");
    life_.reset();
    liveLife_.reset();
    replica_.reset();
    probe_.reset();
    store_.reset();
    if (powerCut) {
        SeededEntropy chance{dice_.next()};
        disk_->crash(chance);
    } else {
        disk_->killProcess();
    }
    const milliseconds off{1'000 + static_cast<std::int64_t>(dice_.below(60'000))};
    agenda_.after(off, [this] { start(); });
}

void TabletHost::kill()
{
    if (store_) {
        die(false);
    }
}

void TabletHost::guarded(const std::function<void()>& work)
{
    try {
        work();
    } catch (const db::Error& error) {
        if (disk_->hasPower()) {
            trace_.note(name_, std::string{"fails: "} + error.what());
        }
        die(!disk_->hasPower());
    }
}

void TabletHost::use(const std::function<void(client::LocalStore&)>& work)
{
    if (!store_) {
        return;
    }
    guarded([&] {
        work(*store_);
        ledger_.learn(*probe_, device_);
        outboxMayHaveChanged();
        store_->tidy();
    });
}

void TabletHost::setOnline(bool online)
{
    if (std::exchange(online_, online) == online || !store_) {
        return;
    }
    trace_.note(name_, online ? "network up" : "network down");
    guarded([&] {
        if (!online) {
            return tell(sync::event::NetworkDown{});
        }
        tell(sync::event::NetworkUp{});
        if (!signedOut_) {
            signIn();
        }
    });
}

void TabletHost::askSync()
{
    if (store_) {
        guarded([this] { tell(sync::event::Asked{}); });
    }
}

void TabletHost::heal()
{
    disk_->heal();
    clock_.correct();
    start();
    setOnline(true);
    signIn();
    watch();
    sendReceipt();
}

void TabletHost::signOut()
{
    if (!isSignedIn()) {
        return;
    }
    guarded([this] {
        trace_.note(name_, "signs out");
        signedOut_ = true;
        store_->session().signOut();
        useAccount();
    });
}

void TabletHost::signIn()
{
    signedOut_ = false;
    if (!token_.empty() || !store_ || !online_ || signingIn_ || isSignedIn()) {
        return;
    }
    signingIn_ = true;
    guarded([this] { sendSignIn(); });
    // Whoever gets no answer tries again.
    agenda_.after(std::chrono::minutes{2}, [this, life = life()] {
        if (!life.expired()) {
            signingIn_ = false;
            if (!signedOut_) {
                signIn();
            }
        }
    });
}

void TabletHost::sendSignIn()
{
    const json body{{"login", person_.login},
                    {"password", person_.login + "-password"},
                    {"device",
                     {{"id", store_->session().install().text()},
                      {"contact", json::parse(sync::toJson(store_->device().nextContact()))}}}};
    network_.send({.path = "/v1/sessions", .query = {}, .token = {}, .body = body.dump()}, life(),
                  [this](const Answer& answer) { guarded([&] { takeSignIn(answer); }); });
}

void TabletHost::takeSignIn(const Answer& answer)
{
    signingIn_ = false;
    if (!answer.succeeded() || isSignedIn() || !online_) {
        const auto code = sync::parseProblem(answer.body).code;
        trace_.note(name_, "sign-in: " + std::to_string(answer.status) + " " + code);
        if (code == "device.cloned" || code == "device.revoked") {
            // A copy becomes a device of its own; a revoked one is enrolled anew.
            enrolAnew();
        }
        return;
    }
    const json body = json::parse(answer.body);
    const client::Account account{.server = "sim",
                                  .user = *Uuid::parse(body["user"]["id"].get<std::string>()),
                                  .userName = person_.login,
                                  .login = person_.login,
                                  .device = body["device"].get<std::int64_t>(),
                                  .deviceCode = body["device_code"].get<std::string>(),
                                  .token = body["token"].get<std::string>()};
    const auto former = store_->session().account();
    if (const auto kept = store_->session().signIn(account); !kept) {
        throw Violation{name_ + " cannot sign in: " + kept.error().code};
    }
    trace_.note(name_, "signed in as device " + std::to_string(account.device));
    if (former && former->device != account.device) {
        trace_.count("tablets numbered anew");
        ledger_.renumber(*probe_, former->device, account.device);
    }
    device_ = account.device;
    useAccount();
    outboxMayHaveChanged();
}

void TabletHost::useAccount()
{
    token_.clear();
    if (!store_->session().isSignedIn()) {
        tell(sync::event::SignedOut{});
        watch();
        return;
    }
    tell(sync::event::SignedIn{});
    contactDue();
    leaseNumbers();
}

void TabletHost::outboxMayHaveChanged()
{
    if (const auto waiting = store_->sync().waitingChanges(); waiting != waiting_) {
        waiting_ = waiting;
        tell(sync::event::Outbox{waiting});
    }
    if (const auto uploads = store_->sync().waitingUploads(); uploads != uploads_) {
        uploads_ = uploads;
        tell(sync::event::Files{uploads});
    }
}

void TabletHost::leaseNumbers()
{
    if (leasing_ || !online_ || store_->session().numbersLeft("order") >= numbersLeastLeft) {
        return;
    }
    leasing_ = true;
    const json body{{"series", "order"},
                    {"count", numbersLeased},
                    {"after", store_->session().lastNumber("order")}};
    network_.send({.path = "/v1/numbers",
                   .query = {},
                   .token = store_->session().account()->token,
                   .body = body.dump()},
                  life(), [this, device = device_](const Answer& answer) {
                      leasing_ = false;
                      if (!answer.succeeded() || device != device_ || !online_) {
                          return;
                      }
                      guarded([&] {
                          const json block = json::parse(answer.body);
                          store_->session().keepNumbers(
                              {block["series"], block["prefix"], block["first"], block["last"]});
                      });
                  });
    agenda_.after(std::chrono::minutes{2}, [this, life = life()] {
        if (!life.expired()) {
            leasing_ = false;
        }
    });
}

} // namespace fieldbook::sim
