#include "server/app/application.h"

#include "server/api/live_topics.h"
#include "server/app/version.h"
#include "server/console/console.h"
#include "server/service/bin_service.h"
#include "server/service/pool_service.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace fieldbook::server {
namespace {

// Old uploads are dropped to the hour; they were kept for days.
constexpr std::chrono::hours housekeepingPause{1};
// What is shared until a moment ends in the second after it.
constexpr std::chrono::milliseconds timekeepingPause{500};
// Requests waiting for a thread; beyond it the answer is 503.
constexpr std::size_t queueMax = 512;
// A file that is taken out or brought in is held in memory: one is dealt with at a time, and few
// wait.
constexpr std::size_t filesWaitingMax = 8;

std::string readText(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) {
        throw std::runtime_error{"cannot read " + file.string()};
    }
    return text.str();
}

std::optional<net::TlsFiles> tlsFiles(const Configuration& configuration)
{
    if (configuration.certificate.empty()) {
        return std::nullopt;
    }
    return net::TlsFiles{readText(configuration.certificate),
                         readText(configuration.certificateKey)};
}

net::ServerOptions serverOptions(const Configuration& configuration, const Log& log)
{
    net::ServerOptions options;
    options.limits.connectionsMax = static_cast<std::size_t>(configuration.connectionsMax);
    options.limits.connectionsPerAddressMax =
        static_cast<std::size_t>(configuration.connectionsPerAddressMax);
    options.limits.requestsPerAddressMax =
        static_cast<std::size_t>(configuration.requestsPerAddressMax);
    options.trustedProxies = configuration.trustedProxies;
    options.names = configuration.names;
    options.observer.onRequest = [&log](const net::RequestRecord& record) { log.request(record); };
    options.observer.onFailure = [&log](auto id, auto what) { log.failure(id, what); };
    return options;
}

net::Router& withConsole(net::Router& router)
{
    console::addConsole(router);
    return router;
}

// Whoever listens to a feed in which something was filed is told so, and nothing more: a number
// would tell of what happens elsewhere.
void poke(net::WebSocketHub& live, const Committed& committed)
{
    live.publish(committed.feeds, "news", R"({"news":true})");
}

// People or teams were written: who listens to what follows from them.
void resubscribe(net::WebSocketHub& live, Engine& engine)
{
    const auto directory = engine.directory.current();
    for (const auto& device : engine.store.read()->devices()) {
        const auto* person = directory->findUser(device.user);
        if (person == nullptr || !person->isActive()) {
            live.close(api::liveKey(device.number));
        } else {
            live.resubscribe(api::liveKey(device.number), api::liveTopics(*directory, device.user));
        }
    }
}

// What time does to the company's customers.
void keepCustomers(Engine& engine, const Log& log)
{
    PoolService pool{engine.store, engine.commits, engine.changes, engine.clock, engine.entropy};
    const auto kept = pool.keep();
    if (kept.returned + kept.givenBack + kept.warned + kept.listed > 0) {
        log.write(LogLevel::Info, "customers kept",
                  {{"returned", kept.returned},
                   {"given_back", kept.givenBack},
                   {"warned", kept.warned},
                   {"listed", kept.listed}});
    }
    BinService bin{engine.store, engine.commits, engine.changes, engine.clock};
    if (const std::size_t purged = bin.purge(); purged > 0) {
        log.write(LogLevel::Info, "recycle bin purged", {{"count", purged}});
    }
}

std::vector<std::array<std::string, 3>> settingsOf(const LoadedConfiguration& loaded)
{
    std::vector<std::array<std::string, 3>> rows;
    for (const auto& each : settingsInForce(loaded)) {
        rows.push_back({std::string{each.key}, each.value, each.from});
    }
    return rows;
}

} // namespace

std::string addressOf(const Configuration& configuration, std::uint16_t port)
{
    const bool six = configuration.listenAddress.find(':') != std::string::npos;
    const std::string host =
        six ? '[' + configuration.listenAddress + ']' : configuration.listenAddress;
    return (configuration.certificate.empty() ? "http://" : "https://") + host + ':' +
           std::to_string(port);
}

Application::Application(DataFolder folder,
                         const LoadedConfiguration& loaded,
                         const Log& log,
                         Surroundings from)
    : engine_{std::move(folder), loaded.configuration, CommitQueue::Mode::Threaded,
              std::move(from)},
      sync_{engine_.store,   engine_.commits, engine_.directory,
            engine_.changes, engine_.clock,   engine_.entropy},
      numbers_{engine_.commits},
      folder_{engine_.folder.files()},
      files_{engine_.store,     engine_.commits,
             engine_.directory, engine_.changes,
             folder_,           engine_.clock,
             engine_.entropy,   {.bytesMax = loaded.configuration.fileBytesMax}},
      exports_{engine_.store,
               engine_.commits,
               engine_.directory,
               engine_.changes,
               engine_.clock,
               engine_.entropy,
               engine_.folder.store().parent_path()},
      imports_{engine_.store,
               engine_.commits,
               engine_.directory,
               engine_.changes,
               engine_.clock,
               engine_.entropy,
               loaded.configuration.defaultCountry},
      records_{engine_.store, engine_.directory},
      queries_{engine_.store, engine_.directory},
      review_{engine_.store, engine_.directory, engine_.clock},
      flow_{engine_.store, engine_.directory},
      refusals_{engine_.store, engine_.directory},
      trailReader_{engine_.store, engine_.directory},
      calendar_{engine_.store, engine_.directory, engine_.clock},
      pool_{std::in_place, "api", static_cast<std::size_t>(loaded.configuration.readThreads),
            queueMax},
      exportPool_{std::in_place, "exports", 1, filesWaitingMax},
      importPool_{std::in_place, "imports", 1, filesWaitingMax},
      api_{{.store = engine_.store,
            .directory = engine_.directory,
            .sessions = engine_.sessions,
            .secondFactors = engine_.secondFactors,
            .accountRequests = engine_.accountRequests,
            .attendance = engine_.attendance,
            .devices = engine_.devices,
            .handovers = engine_.handovers,
            .quarantine = engine_.quarantine,
            .refusals = refusals_,
            .sync = sync_,
            .numbers = numbers_,
            .leases = engine_.leases,
            .records = records_,
            .queries = queries_,
            .files = files_,
            .exports = exports_,
            .imports = imports_,
            .review = review_,
            .flow = flow_,
            .trailReader = trailReader_,
            .trail = engine_.trail,
            .keys = engine_.keys,
            .calendar = calendar_,
            .live = live_,
            .metrics = metrics_,
            .clock = engine_.clock,
            .pool = *pool_,
            .exportPool = *exportPool_,
            .importPool = *importPool_,
            .commits = engine_.commits,
            .failed = [&log](auto id, auto what) { log.failure(id, what); },
            .publicAddress = loaded.configuration.publicAddress,
            .deviceHelp = loaded.configuration.deviceHelp,
            .version = std::string{versionText()},
            .oidc = engine_.oidc ? &*engine_.oidc : nullptr,
            .oidcName = loaded.configuration.oidcName,
            .storeFile = engine_.folder.store(),
            .oldestApp = loaded.configuration.oldestApp,
            .requestsPerUserMax = static_cast<std::size_t>(loaded.configuration.requestsPerUserMax),
            .settings = settingsOf(loaded)},
           router_},
      configuration_{loaded.configuration},
      server_{std::move(withConsole(router_)), serverOptions(loaded.configuration, log), metrics_},
      timekeeping_{timekeepingPause, [this, &log] { keepTime(log); }},
      housekeeping_{housekeepingPause, [this, &log] { keepHouse(log); }}
{
    const auto cutOff = [this](std::int64_t device) { live_.close(api::liveKey(device)); };
    engine_.sessions.onEnded(cutOff);
    engine_.keys.onEnded(cutOff);
    // A connection that is cut off makes the tablet ask at once.
    engine_.devices.onOrdered(cutOff);
    sync_.onCloned([this](Commit& commit, std::int64_t device) {
        noteClone(commit, engine_.sessions, device);
    });
    engine_.commits.onCommitted([this](const Committed& committed) {
        if (live_.size() == 0) {
            return;
        }
        poke(live_, committed);
        // The feed of the company holds its people and teams.
        if (std::ranges::binary_search(committed.feeds, FeedName{"c"})) {
            resubscribe(live_, engine_);
        }
    });
    port_ = server_.listen({.address = loaded.configuration.listenAddress,
                            .port = loaded.configuration.listenPort,
                            .tls = tlsFiles(loaded.configuration)});
    if (engine_.publicAddress.empty()) {
        engine_.publicAddress = addressOf(loaded.configuration, port_);
    }
}

Application::~Application()
{
    stop();
    imports_.stop();
    importPool_.reset();
    exportPool_.reset();
    pool_.reset();
    engine_.drain();
}

// What nobody waits for. A failure is no reason to stop serving.
void Application::keepHouse(const Log& log)
{
    try {
        if (const auto kept = engine_.trail.keepCheckpoint(); !kept) {
            log.failure("housekeeping", kept.error().code);
        }
        if (const std::size_t dropped = files_.dropOld(); dropped > 0) {
            log.write(LogLevel::Info, "uploads dropped", {{"count", dropped}});
        }
        keepCustomers(engine_, log);
    } catch (const std::exception& error) {
        log.failure("housekeeping", error.what());
    }
    renewCertificate(log);
}

bool Application::renewCertificate(const Log& log)
{
    try {
        const auto files = tlsFiles(configuration_);
        if (files) {
            server_.renewCertificate(*files);
        }
        return files.has_value();
    } catch (const std::exception& error) {
        log.failure("certificate", error.what());
        return false;
    }
}

void Application::keepTime(const Log& log)
{
    try {
        if (const auto kept = engine_.sharing.keepTime(); !kept) {
            log.failure("timekeeping", kept.error().code);
        }
    } catch (const std::exception& error) {
        log.failure("timekeeping", error.what());
    }
}

void Application::stop()
{
    timekeeping_.stop();
    housekeeping_.stop();
    server_.shutdown();
    server_.wait();
}

} // namespace fieldbook::server
