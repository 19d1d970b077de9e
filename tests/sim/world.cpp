#include "tests/sim/world.h"

#include <algorithm>
#include <array>

namespace fieldbook::sim {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr Weather badWeather{.lost = 6,
                             .broken = 6,
                             .repeated = 6,
                             .proxy = 2,
                             .delayMax = milliseconds{800},
                             .late = 4,
                             .lateMax = milliseconds{100'000}};
// How long the longest pause of the sync and a few requests may take once nothing fails.
constexpr milliseconds restAfter = minutes{20};

struct Post {
    std::string_view login;
    std::string_view role;
    std::size_t team;
};
// Sales with its two parts east and south; the first three answer for the teams.
constexpr std::array<Post, 8> posts{{{"zhao", "executive", 0},
                                     {"zhou", "manager", 1},
                                     {"chen", "manager", 2},
                                     {"ming", "salesperson", 1},
                                     {"bo", "salesperson", 1},
                                     {"ana", "salesperson", 2},
                                     {"lucia", "salesperson", 2},
                                     {"gao", "administrator", 0}}};
constexpr std::size_t tabletsMax = 10;
constexpr std::size_t sellers = 7; // Everybody but the administrator.

Value words(std::string_view text) { return std::string{text}; }

Uuid expectId(const Result<Uuid>& result)
{
    if (!result) {
        throw Violation{"the company cannot be founded: " + result.error().code};
    }
    return *result;
}

void expectDone(const Result<void>& result)
{
    if (!result) {
        throw Violation{"the office cannot do its work: " + result.error().code};
    }
}

} // namespace

World::World(const Options& options)
    : options_{options},
      trace_{agenda_, options.print},
      dice_{options.seed},
      server_{agenda_, trace_, dice_},
      network_{agenda_, trace_, dice_,
               [this](const Request& request) { return server_.handle(request); }}
{}

milliseconds World::between(milliseconds least, milliseconds most)
{
    return least + milliseconds{static_cast<std::int64_t>(
                       dice_.below(static_cast<std::uint64_t>((most - least).count()) + 1))};
}

void World::run()
{
    foundCompany();
    handOutTablets();
    network_.setWeather(badWeather);
    for (int i = 0; i < options_.steps; ++i) {
        step();
    }
    makePeace();
    checkAll();
}

void World::foundCompany()
{
    if (dice_.chance(30)) {
        server_.setAdmission({.needsApproval = true});
        server_.kill();
        server_.heal();
    }
    server_.watchPages(checkPage);
    std::ignore = server_.run([this](ServerHost::Machine& machine) {
        addTeams(machine);
        addCatalogue(machine);
        // From then on each customer has a listing, and what is given up can be claimed.
        expectDone(machine.pool.change({}, R"({"max_owned":40,"protect_days":1})"));
    });
    server_.onRestart(
        [this](ServerHost::Machine& machine) { checkGroupsOnServer(machine, tablets_); });
}

void World::addTeams(ServerHost::Machine& machine)
{
    for (const std::string_view name : {"sales", "east", "south"}) {
        server::FieldValues values{{"name", words(name)}, {"time_zone", words("Asia/Shanghai")}};
        if (!teams_.empty()) {
            values.emplace_back("parent", teams_.front());
        }
        teams_.push_back(expectId(machine.people.createTeam({}, values)));
    }
    for (const auto& post : posts) {
        const Uuid id = expectId(machine.people.createUser({}, {{"name", words(post.login)},
                                                                {"login", words(post.login)},
                                                                {"role", words(post.role)},
                                                                {"team", teams_[post.team]}}));
        people_.push_back({std::string{post.login}, id});
        expectDone(machine.sessions.setPassword(id, std::string{post.login} + "-password"));
    }
    for (std::size_t i = 0; i < teams_.size(); ++i) {
        expectDone(machine.people.alter({}, "team", teams_[i], {{"manager", people_[i].user}}));
    }
}

void World::addCatalogue(ServerHost::Machine& machine)
{
    const PartyClock clock{agenda_};
    UuidSource ids{clock, dice_};
    for (const std::string_view name : {"茶", "米"}) {
        rules::RecordWrite write{&typeNamed("product"), ids.next(), true, {}};
        write.set("name", words(name));
        write.set("code", words(name));
        const std::array<server::ServerChange, 1> changes{write};
        const auto done = machine.commits.run([&](server::Commit& commit) {
            return machine.changes.applyGroup(commit, rules::Actor{}, changes);
        });
        if (!done) {
            throw Violation{"the company cannot be founded: " + done.error().code};
        }
    }
}

void World::handOutTablets()
{
    std::vector<Uuid> users;
    for (std::size_t i = 0; i < sellers; ++i) {
        users.push_back(people_[i].user);
    }
    workload_ = std::make_unique<Workload>(trace_, dice_, users);
    // Three to five people, one of them with a second tablet.
    const auto first = dice_.below(sellers);
    const auto many = 3 + dice_.below(3);
    for (std::uint64_t i = 0; i < many; ++i) {
        const auto& person = people_[(first + i * 2) % sellers];
        handOut(person, person.login);
    }
    handOut(people_[first], people_[first].login + "2");
    agenda_.runUntil(seconds{30});
}

void World::handOut(const TabletHost::Person& person, const std::string& name)
{
    tablets_.push_back(
        std::make_unique<TabletHost>(name, person, agenda_, trace_, dice_, network_, server_));
    tablets_.back()->onConsistent(checkGroupsOnTablet);
    tablets_.back()->setOnline(true);
}

void World::step()
{
    const auto what = dice_.below(100);
    if (what < 70) {
        auto& tablet = someTablet();
        for (auto deeds = 1 + dice_.below(4); deeds > 0; --deeds) {
            workload_->someDeed(tablet);
        }
    } else if (what < 78) {
        auto& tablet = someTablet();
        tablet.setOnline(!tablet.isOnline());
    } else if (what < 90) {
        someFault();
    } else if (what < 96) {
        administer();
    } else if (what < 98) {
        auto& tablet = someTablet();
        tablet.isSignedIn() ? tablet.signOut() : tablet.signIn();
    } else {
        holiday();
    }
    agenda_.runUntil(agenda_.now() + between(milliseconds{50}, seconds{dice_.chance(5) ? 300 : 6}));
}

void World::someFault()
{
    auto& tablet = someTablet();
    switch (dice_.below(10)) {
    case 9:
        return backUp();
    case 8:
        return dice_.chance(40) ? server_.restore() : backUp();
    case 0:
    case 1:
        return server_.cutPowerAfter(dice_.below(80));
    case 2:
        return server_.kill();
    case 3:
        return server_.failAfter(dice_.below(40));
    case 4:
    case 5:
        return tablet.cutPowerAfter(dice_.below(60));
    case 6:
        return dice_.chance(50) ? tablet.kill() : tablet.failAfter(dice_.below(30));
    default:
        trace_.count("clocks that jumped");
        return tablet.clock().jump(between(hours{-9}, hours{9}));
    }
}

// Not while two copies go by one device: what the one sends under its numbers then hides what was
// forgotten of the other.
void World::backUp()
{
    const bool shared = std::ranges::any_of(
        tablets_, [&](const auto& tablet) { return sharesDevice(*tablet, tablets_); });
    if (!shared) {
        server_.backUp();
    }
}

// Nobody has a network for days or weeks; some go on working.
void World::holiday()
{
    trace_.count("weeks offline");
    for (const auto& tablet : tablets_) {
        tablet->setOnline(false);
    }
    const auto days = 1 + dice_.below(dice_.chance(20) ? 40 : 10);
    for (std::uint64_t i = 0; i < days; ++i) {
        agenda_.runUntil(agenda_.now() + between(hours{12}, hours{36}));
        if (dice_.chance(60)) {
            workload_->someDeed(someTablet());
        }
    }
    for (const auto& tablet : tablets_) {
        if (dice_.chance(80)) {
            tablet->setOnline(true);
        }
    }
}

void World::administer()
{
    switch (dice_.below(8)) {
    case 5:
    case 6:
        return orderDevice();
    case 7:
        return copyTablet();
    case 0:
    case 1:
        trace_.count("people who changed teams");
        return alterUser("team", teams_[dice_.below(teams_.size())]);
    case 2:
        trace_.count("people frozen or back");
        return alterUser("status", words(dice_.chance(40) ? "frozen" : "active"));
    case 3:
        if (tablets_.size() < tabletsMax) {
            trace_.count("tablets handed out later");
            const auto& person = people_[dice_.below(sellers)];
            handOut(person, person.login + "-" + std::to_string(tablets_.size()));
        }
        return;
    default:
        trace_.count("teams with another manager");
        const auto& team = teams_[dice_.below(teams_.size())];
        const auto& manager = people_[dice_.below(sellers)].user;
        std::ignore = server_.run([&](ServerHost::Machine& machine) {
            expectDone(machine.people.alter({}, "team", team, {{"manager", manager}}));
        });
    }
}

// An administrator orders some device to do something that its state allows, or not.
void World::orderDevice()
{
    using enum server::DeviceCommand;
    constexpr std::array orders{Lock, Unlock, Revoke, Wipe, Resync, Approve};
    const auto command = orders[dice_.below(orders.size())];
    std::ignore = server_.run([&](ServerHost::Machine& machine) {
        const auto devices = machine.store.read()->devices();
        if (devices.empty()) {
            return;
        }
        const auto& device = devices[dice_.below(devices.size())];
        if (machine.devices.order({}, device.number, command, "sim")) {
            trace_.note("office", std::string{server::nameOf(command)} + " of device " +
                                      std::to_string(device.number));
            trace_.count("devices ordered to " + std::string{server::nameOf(command)});
        }
    });
}

void World::approveAll()
{
    std::ignore = server_.run([](ServerHost::Machine& machine) {
        for (const auto& device : machine.store.read()->devices()) {
            for (const auto command :
                 {server::DeviceCommand::Approve, server::DeviceCommand::Unlock}) {
                std::ignore = machine.devices.order({}, device.number, command, "peace");
            }
        }
    });
}

// Somebody copies a tablet's disk to another tablet, and both go on.
void World::copyTablet()
{
    auto& original = someTablet();
    if (tablets_.size() >= tabletsMax || !original.isDrained() ||
        sharesDevice(original, tablets_)) {
        return;
    }
    trace_.count("tablets copied");
    server_.dropBackup();
    const TabletHost::Person person{loginOf(original.user()), original.user()};
    tablets_.push_back(
        std::make_unique<TabletHost>(original.name() + "-copy" + std::to_string(tablets_.size()),
                                     person, agenda_, trace_, dice_, network_, server_, &original));
    tablets_.back()->onConsistent(checkGroupsOnTablet);
    tablets_.back()->setOnline(dice_.chance(50));
}

std::string World::loginOf(const Uuid& user) const
{
    const auto found = std::ranges::find(people_, user, &TabletHost::Person::user);
    return found->login;
}

void World::alterUser(std::string_view field, const Value& value)
{
    const auto& person = people_[dice_.below(sellers)];
    trace_.note("office", "alters " + std::string{field} + " of " + person.login);
    std::ignore = server_.run([&](ServerHost::Machine& machine) {
        expectDone(machine.people.alter({}, "user", person.user, {{field, value}}));
    });
}

void World::makePeace()
{
    trace_.note("world", "peace");
    network_.setWeather({});
    if (dice_.chance(30)) {
        server_.restore(); // Tablets with nothing left to push must notice too.
        agenda_.runUntil(agenda_.now() + minutes{1});
    }
    server_.heal();
    for (const auto& person : people_) {
        const bool done = server_.run([&](ServerHost::Machine& machine) {
            expectDone(
                machine.people.alter({}, "user", person.user, {{"status", words("active")}}));
        });
        if (!done) {
            throw Violation{"the server does not work although nothing fails any more"};
        }
    }
    for (const auto& tablet : tablets_) {
        tablet->heal();
    }
    // Tablets that are wiped, revoked or copies enrol anew, and wait for their approval.
    for (auto rest = restAfter; rest > milliseconds{0}; rest -= minutes{1}) {
        approveAll();
        agenda_.runUntil(agenda_.now() + minutes{1});
        for (const auto& tablet : tablets_) {
            tablet->signIn();
        }
    }
    agenda_.runUntil(agenda_.now() + restAfter);
}

void World::checkAll()
{
    auto& machine = server_.machine();
    for (const auto& tablet : tablets_) {
        checkDrained(*tablet);
        checkFilesSent(*tablet);
        checkAgreement(*tablet, machine);
        checkReceipts(*tablet, machine, trace_);
    }
    checkWipes(tablets_, machine);
    checkFilesOnServer(machine);
    checkEffects(tablets_, machine);
    checkGroupsOnServer(machine, tablets_);
}

Outcome simulate(const Options& options)
{
    testing::seedSqlite(static_cast<std::uint32_t>(options.seed));
    World world{options};
    Outcome outcome;
    try {
        world.run();
    } catch (const std::exception& broken) {
        outcome.broken = broken.what();
    }
    outcome.trace = world.trace().hash();
    outcome.counts = world.trace().counts();
    return outcome;
}

} // namespace fieldbook::sim
