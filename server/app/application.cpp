#include "server/app/application.h"

#include "server/app/version.h"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace fieldbook::server {
namespace {

// Requests waiting for a thread; beyond it the answer is 503.
constexpr std::size_t queueMax = 512;

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

net::ListenOptions listenOptions(const Configuration& configuration)
{
    net::ListenOptions options{.address = configuration.listenAddress,
                               .port = configuration.listenPort};
    if (!configuration.certificate.empty()) {
        options.tls = net::TlsFiles{readText(configuration.certificate),
                                    readText(configuration.certificateKey)};
    }
    return options;
}

net::ServerOptions serverOptions(const Configuration& configuration, const Log& log)
{
    net::ServerOptions options;
    options.limits.connectionsMax = static_cast<std::size_t>(configuration.connectionsMax);
    options.limits.connectionsPerAddressMax =
        static_cast<std::size_t>(configuration.connectionsPerAddressMax);
    options.observer.onRequest = [&log](const net::RequestRecord& record) { log.request(record); };
    options.observer.onFailure = [&log](auto id, auto what) { log.failure(id, what); };
    return options;
}

} // namespace

Application::Application(DataFolder folder, const Configuration& configuration, const Log& log)
    : engine_{std::move(folder), configuration, CommitQueue::Mode::Threaded},
      sync_{engine_.store,   engine_.commits, engine_.directory,
            engine_.changes, engine_.clock,   engine_.entropy},
      numbers_{engine_.commits},
      pool_{std::in_place, "api", static_cast<std::size_t>(configuration.readThreads), queueMax},
      api_{{.store = engine_.store,
            .directory = engine_.directory,
            .sessions = engine_.sessions,
            .sync = sync_,
            .numbers = numbers_,
            .clock = engine_.clock,
            .pool = *pool_,
            .failed = [&log](auto id, auto what) { log.failure(id, what); },
            .version = std::string{versionText()}},
           router_},
      server_{std::move(router_), serverOptions(configuration, log), metrics_}
{
    port_ = server_.listen(listenOptions(configuration));
}

Application::~Application()
{
    stop();
    pool_.reset();
    engine_.drain();
}

void Application::stop()
{
    server_.shutdown();
    server_.wait();
}

} // namespace fieldbook::server
