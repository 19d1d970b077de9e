#include "tests/sim/server_host.h"

#include "server/api/problem.h"
#include "shared/db/error.h"
#include "shared/rules/access.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ranges>

namespace fieldbook::sim {
namespace {

using nlohmann::json;

// Nobody puts a backup back in less.
constexpr milliseconds restoring = std::chrono::minutes{1};

Result<std::string>
leaseNumbers(server::NumberService& numbers, const server::Caller& caller, const std::string& body)
{
    const json wish = json::parse(body);
    const auto leased =
        numbers.lease(caller, wish["series"].get<std::string>(), wish["count"].get<std::int64_t>(),
                      wish["after"].get<std::int64_t>());
    if (!leased) {
        return fail(leased.error());
    }
    return json{{"series", leased->series},
                {"prefix", leased->prefix},
                {"first", leased->first},
                {"last", leased->last}}
        .dump();
}

Answer refusal(const Error& error)
{
    const auto response = server::api::problem(error, {});
    const auto retry = response.headers.find("Retry-After");
    return {.status = response.status,
            .body = response.body,
            .retryAfter = std::chrono::seconds{retry ? std::stoll(std::string{*retry}) : 0}};
}

} // namespace

ServerHost::Machine::Machine(const std::string& file,
                             const std::string& vfs,
                             const std::filesystem::path& filesIn,
                             const Clock& clock,
                             Entropy& entropy,
                             const server::AdmissionRules& admission)
    : store{file, {.readers = 1, .vfs = vfs, .cacheKib = 2048}},
      directory{store},
      commits{store, directory, clock, server::CommitQueue::Mode::Immediate},
      changes{clock},
      sync{store, commits, directory, changes, clock, entropy},
      sessions{store,
               commits,
               directory,
               clock,
               entropy,
               {.cost = argon2Least, .passwords = {.charactersMin = 8}, .admission = admission}},
      devices{store, commits, sessions, clock, entropy},
      people{commits, directory, changes, clock, entropy},
      numbers{commits},
      sharing{store, commits, changes, clock, entropy},
      pool{store, commits, changes, clock, entropy},
      folder{filesIn},
      files{store, commits, directory, changes, folder, clock, entropy}
{
    sync.onCloned([this](server::Commit& commit, std::int64_t device) {
        server::noteClone(commit, sessions, device);
    });
}

ServerHost::ServerHost(Agenda& agenda, Trace& trace, SeededEntropy& dice)
    : agenda_{agenda},
      trace_{trace},
      dice_{dice},
      clock_{agenda},
      entropy_{dice.next()},
      disk_{"server"}
{
    start();
}

void ServerHost::start()
{
    if (machine_) {
        return;
    }
    try {
        machine_ =
            std::make_unique<Machine>(file_, disk_.vfs(), files_, clock_, entropy_, admission_);
        machine_->commits.onCommitted([this](const server::Committed& what) { committed(what); });
        const auto cut = [this](std::int64_t device) { cutOff(device); };
        machine_->sessions.onEnded(cut);
        machine_->devices.onOrdered(cut);
        trace_.note("server", "up");
        if (restarted_) {
            restarted_(*machine_);
        }
    } catch (const db::Error&) {
        die(!disk_.hasPower());
    }
}

void ServerHost::die(bool powerCut, milliseconds downLeast)
{
    trace_.note("server", powerCut ? "loses power" : "dies");
    trace_.count(powerCut ? "power cuts of the server" : "deaths of the server");
    machine_.reset();
    if (powerCut) {
        SeededEntropy chance{dice_.next()};
        disk_.crash(chance);
    } else {
        disk_.killProcess();
    }
    for (const auto& listener : std::exchange(listeners_, {})) {
        if (!listener.life.expired()) {
            listener.closed();
        }
    }
    const auto down = downLeast + milliseconds{static_cast<std::int64_t>(dice_.below(120'000))};
    agenda_.after(down, [this] { start(); });
}

void ServerHost::kill()
{
    if (machine_) {
        die(false);
    }
}

void ServerHost::backUp()
{
    const std::string copy = "/backup-" + std::to_string(++backups_) + ".db";
    if (run([&](Machine& machine) { machine.store.backupTo(copy); })) {
        trace_.note("server", "backed up");
        backup_ = copy;
        // After the store, so that every file that it knows is among them.
        backedUpFiles_ = folder_ / ("files-" + std::to_string(backups_));
        std::filesystem::copy(files_, backedUpFiles_, std::filesystem::copy_options::recursive);
    }
}

void ServerHost::restore()
{
    if (backup_.empty() || !machine_) {
        return;
    }
    trace_.note("server", "put back to " + backup_);
    trace_.count("servers put back to a backup");
    file_ = std::exchange(backup_, {});
    files_ = backedUpFiles_;
    die(false, restoring);
}

void ServerHost::heal()
{
    disk_.heal();
    start();
}

bool ServerHost::run(const std::function<void(Machine&)>& work)
{
    if (!machine_) {
        return false;
    }
    try {
        work(*machine_);
        return true;
    } catch (const db::Error&) {
        if (!disk_.hasPower()) {
            die(true);
        }
        return false;
    }
}

Answer ServerHost::handle(const Request& request)
{
    if (!machine_) {
        return {};
    }
    try {
        return route(request);
    } catch (const db::Error& error) {
        if (disk_.hasPower()) {
            trace_.note("server", std::string{"fails: "} + error.what());
            trace_.count("failures of the server's disk");
            return {.status = 500, .body = "{}"};
        }
        die(true);
        return {};
    }
}

Answer ServerHost::route(const Request& request)
{
    Result<std::string> done;
    if (request.path == "/v1/sessions") {
        done = signIn(request.body);
    } else if (request.path.starts_with("/v1/devices/")) {
        done = takeSigned(request);
    } else {
        const bool delivers = request.path == "/v1/push" || request.path.starts_with(filesPath);
        const auto caller = delivers ? machine_->sessions.verifyDelivery(request.token)
                                     : machine_->sessions.verify(request.token);
        done = caller ? serve(*caller, request) : fail(caller.error());
    }
    return done ? Answer{.status = 200, .body = std::move(*done)} : refusal(done.error());
}

Result<std::string> ServerHost::takeSigned(const Request& request)
{
    const auto message = sync::parseSignedText(request.body);
    if (!message) {
        return fail(message.error());
    }
    if (request.path == "/v1/devices/receipt") {
        const auto taken = machine_->devices.takeReceipt(*message);
        return taken ? Result<std::string>{"{}"} : fail(taken.error());
    }
    const auto told = machine_->devices.contact(*message);
    if (!told) {
        return fail(told.error());
    }
    return json{{"state", server::nameOf(told->state)},
                {"delivery", told->delivery},
                {"last", told->lastChange}}
        .dump();
}

// As the server does with a live connection: the tablet notices, and asks.
void ServerHost::cutOff(std::int64_t device)
{
    for (const auto& listener : listeners_) {
        if (listener.device == device && !listener.life.expired()) {
            listener.closed();
        }
    }
    std::erase_if(listeners_, [&](const Listener& each) { return each.device == device; });
}

Result<std::string> ServerHost::serve(const server::Caller& caller, const Request& request)
{
    if (request.path == "/v1/push") {
        const auto push = sync::parsePush(request.body);
        if (!push) {
            return fail(push.error());
        }
        auto reply = machine_->sync.push(caller, *push);
        return reply ? Result<std::string>{toJson(*reply)} : fail(reply.error());
    }
    if (request.path == "/v1/pull") {
        // What a server does twice a second; nobody can tell the difference but by asking.
        if (auto kept = machine_->sharing.keepTime(); !kept) {
            return fail(kept.error());
        }
        // Small pages, so that most pulls take several.
        auto page =
            machine_->sync.pull(caller, request.query, {.recordsMax = 12, .bytesMax = 64 * 1024});
        if (page && watch_) {
            watch_(caller, *machine_, *page);
        }
        return page;
    }
    if (request.path.starts_with(filesPath)) {
        return takeFile(caller, request);
    }
    return leaseNumbers(machine_->numbers, caller, request.body);
}

Result<std::string> ServerHost::signIn(const std::string& body)
{
    const json wish = json::parse(body);
    auto contact = sync::parseContact(wish["device"]["contact"].dump());
    if (!contact) {
        return fail(contact.error());
    }
    const auto done =
        machine_->sessions.signIn({.login = wish["login"].get<std::string>(),
                                   .password = wish["password"].get<std::string>(),
                                   .install = *Uuid::parse(wish["device"]["id"].get<std::string>()),
                                   .deviceName = "Tablet",
                                   .platform = "sim",
                                   .appVersion = "1",
                                   .contact = std::move(*contact)});
    if (!done) {
        return fail(done.error());
    }
    return json{{"token", done->token},
                {"user", {{"id", done->caller.user.text()}}},
                {"device", done->caller.device},
                {"device_state", server::nameOf(done->state)},
                {"device_code", done->caller.deviceCode}}
        .dump();
}

bool ServerHost::listen(const std::string& token,
                        Life life,
                        Poke poke,
                        std::function<void()> closed)
{
    if (!machine_) {
        return false;
    }
    try {
        const auto caller = machine_->sessions.verify(token);
        if (!caller) {
            return false;
        }
        listeners_.push_back(
            {std::move(life), caller->user, caller->device, std::move(poke), std::move(closed)});
        return true;
    } catch (const db::Error&) {
        if (!disk_.hasPower()) {
            die(true);
        }
        return false;
    }
}

void ServerHost::hangUp(Life life)
{
    const auto whose = life.lock();
    std::erase_if(listeners_, [&](const Listener& each) {
        const auto its = each.life.lock();
        return !its || its == whose;
    });
}

void ServerHost::committed(const server::Committed& committed)
{
    const auto directory = machine_->directory.current();
    std::erase_if(listeners_, [](const Listener& each) { return each.life.expired(); });
    for (const auto& listener : listeners_) {
        const auto actor = directory->actorFor(listener.user);
        const auto feeds = actor ? rules::subscriptionsOf(*actor) : std::vector<rules::FeedName>{};
        const bool concerned = std::ranges::any_of(committed.feeds, [&](const auto& feed) {
            return std::ranges::binary_search(feeds, feed);
        });
        if (concerned) {
            listener.poke();
        }
    }
}

} // namespace fieldbook::sim
