#include "server/app/engine.h"

#include "server/app/key_file.h"
#include "server/identity/ldap_directory.h"

#include <fstream>
#include <stdexcept>
#include <utility>

namespace fieldbook::server {
namespace {

SqliteStoreOptions storeOptions(const Configuration& configuration)
{
    SqliteStoreOptions options;
    // One more than there are threads that read, with those for files: the I/O threads ask for
    // little.
    options.readers = static_cast<int>(configuration.readThreads) + 3;
    return options;
}

// The first line of a file that holds a secret; nothing where no file is named.
std::string secretIn(const std::filesystem::path& file)
{
    std::string secret;
    if (!file.empty()) {
        std::ifstream in{file};
        if (!std::getline(in, secret) || secret.empty()) {
            throw std::runtime_error{"no secret in " + file.string()};
        }
    }
    return secret;
}

std::optional<identity::OidcSignIns>
companyProvider(const Configuration& configuration, const Clock& clock, Entropy& entropy)
{
    if (configuration.oidcIssuer.empty()) {
        return std::nullopt;
    }
    return std::optional<identity::OidcSignIns>{
        std::in_place,
        identity::OidcOptions{.issuer = configuration.oidcIssuer,
                              .clientId = configuration.oidcClientId,
                              .clientSecret = secretIn(configuration.oidcClientSecretFile),
                              .redirectUri = configuration.oidcRedirectUri,
                              .scopes = configuration.oidcScopes,
                              .claim = configuration.oidcClaim,
                              .authorities = configuration.oidcAuthorities},
        clock, entropy};
}

// What the company's LDAP directory says of a password.
std::function<Result<bool>(const std::string&, const std::string&)>
companyDirectory(const Configuration& configuration)
{
    if (configuration.ldapUrl.empty()) {
        return {};
    }
    const auto directory = std::make_shared<identity::LdapDirectory>(
        identity::LdapOptions{.url = configuration.ldapUrl,
                              .startTls = configuration.ldapStartTls,
                              .authorities = configuration.ldapAuthorities,
                              .dnTemplate = configuration.ldapDnTemplate,
                              .base = configuration.ldapBase,
                              .filter = configuration.ldapFilter,
                              .bindDn = configuration.ldapBindDn,
                              .bindPassword = secretIn(configuration.ldapBindPasswordFile)});
    return [directory](const std::string& login, const std::string& password) {
        return directory->check(login, password);
    };
}

SessionOptions sessionOptions(const Configuration& configuration, SecondFactors& factors)
{
    SessionOptions options;
    options.secondFactors = &factors;
    options.passwordElsewhere = companyDirectory(configuration);
    options.lifetime = configuration.sessionLifetime;
    options.admission = {.needsApproval = configuration.approvesDevices,
                         .needsCode = configuration.enrolsByCode};
    options.passwords.charactersMin = static_cast<std::size_t>(configuration.passwordCharactersMin);
    return options;
}

// The demonstration is shown to people, not guarded from them.
SecondFactorOptions secondFactorOptions(const Configuration& configuration, Store& store)
{
    SecondFactorOptions options;
    if (!store.read()->setting(demonstrationSetting)) {
        options.requiredOf = configuration.secondFactorRoles;
    }
    return options;
}

} // namespace

Engine::Engine(DataFolder held,
               const Configuration& configuration,
               CommitQueue::Mode mode,
               Surroundings from)
    : publicAddress{configuration.publicAddress},
      surroundings{std::move(from)},
      clock{*surroundings.clock},
      entropy{*surroundings.entropy},
      folder{std::move(held)},
      store{folder.store(), storeOptions(configuration)},
      directory{store},
      changes{clock},
      commits{store, directory, clock, mode},
      secondFactors{store,
                    commits,
                    directory,
                    clock,
                    entropy,
                    loadKeyFile(folder.factorKey(), entropy),
                    secondFactorOptions(configuration, store)},
      oidc{companyProvider(configuration, clock, entropy)},
      sessions{store, commits, directory,
               clock, entropy, sessionOptions(configuration, secondFactors)},
      devices{store, commits, sessions, clock, entropy},
      people{commits, directory, changes, clock, entropy},
      keys{store, commits, directory, clock, entropy},
      accountRequests{store,
                      commits,
                      directory,
                      people,
                      clock,
                      entropy,
                      {.calendar = configuration.calendar,
                       .executesOnApproval = configuration.executesOnApproval}},
      attendance{store,
                 commits,
                 directory,
                 clock,
                 {.calendar = configuration.calendar, .roles = configuration.loginRoles}},
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
