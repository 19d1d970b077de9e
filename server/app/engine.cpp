#include "server/app/engine.h"

#include "server/app/key_file.h"

#include <utility>

namespace fieldbook::server {
namespace {

SqliteStoreOptions storeOptions(const Configuration& configuration)
{
    SqliteStoreOptions options;
    // One more than there are threads that read: the I/O threads ask for little.
    options.readers = static_cast<int>(configuration.readThreads) + 1;
    return options;
}

} // namespace

Engine::Engine(DataFolder held,
               const Configuration& configuration,
               CommitQueue::Mode mode,
               Surroundings from)
    : surroundings{std::move(from)},
      clock{*surroundings.clock},
      entropy{*surroundings.entropy},
      folder{std::move(held)},
      store{folder.store(), storeOptions(configuration)},
      directory{store},
      changes{clock},
      commits{store, directory, clock, mode},
      sessions{store, commits, directory,
               clock, entropy, {.lifetime = configuration.sessionLifetime}},
      people{commits, directory, changes, clock, entropy},
      handovers{store, commits, changes, clock, entropy},
      quarantine{store, commits, changes},
      sharing{store, commits, changes, clock, entropy},
      trail{store, commits, clock, SigningKey{loadKeyFile(folder.trailKey(), entropy)}},
      leases{store,
             commits,
             clock,
             CompanyKeys{loadKeyFile(folder.companyKey(), entropy)},
             {.duration = configuration.leaseDuration}}
{}

Engine::~Engine() { drain(); }

void Engine::drain()
{
    const auto done = commits.run([](Commit&) { return Result<void>{}; });
    static_cast<void>(done); // Full or stopping: then there is nothing to wait for.
}

} // namespace fieldbook::server
