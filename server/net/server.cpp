#include "server/net/server.h"

#include "server/net/core.h"
#include "server/net/listener.h"
#include "server/net/tls.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <stdexcept>
#include <thread>

namespace fieldbook::server::net {

Core::Core(Router routes, ServerOptions given, Metrics& counters)
    : io{static_cast<int>(given.threads)},
      router{std::move(routes)},
      options{std::move(given)},
      limits{options.limits},
      metrics{counters},
      proxies{options.trustedProxies},
      rate{limits.requestsPerAddressMax},
      sessions{limits, metrics},
      tick{std::min(
          {limits.handshakeTime, limits.headTime, limits.keepAliveTime, limits.transferTimeBase})}
{
    metrics.routes.emplace_back("-");
    for (const Route& route : router.routes())
        metrics.routes.emplace_back(std::string{methodName(route.method)} + " " + route.pattern);
}

// The threads and what keeps them running.
struct Server::Running {
    explicit Running(Core& core) : guard{core.io.get_executor()}, grace{asio::make_strand(core.io)}
    {}

    asio::executor_work_guard<asio::io_context::executor_type> guard;
    Timer grace;
    std::vector<std::shared_ptr<Listener>> listeners;
    std::vector<std::thread> threads;
    std::mutex mutex; // Over listeners and stopping.
    bool stopping = false;
    std::mutex joining; // Over the joining of threads.
};

Server::Server(Router router, ServerOptions options, Metrics& metrics)
    : core_{std::make_shared<Core>(std::move(router), std::move(options), metrics)},
      running_{std::make_unique<Running>(*core_)}
{
    for (std::size_t i = 0; i < std::max<std::size_t>(core_->options.threads, 1); ++i)
        running_->threads.emplace_back([core = core_.get()] { core->io.run(); });
}

Server::~Server()
{
    shutdown();
    wait();
}

std::uint16_t Server::listen(const ListenOptions& options)
{
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error)
        throw std::runtime_error{"not an IP address: " + options.address};
    auto tls = options.tls ? makeTlsContext(*options.tls) : nullptr;
    auto listener = std::make_shared<Listener>(
        *core_, asio::ip::tcp::endpoint{address, options.port}, std::move(tls));
    const std::lock_guard lock{running_->mutex};
    if (running_->stopping)
        throw std::runtime_error{"the server is stopping"};
    running_->listeners.push_back(listener);
    listener->start();
    return listener->port();
}

void Server::renewCertificate(const TlsFiles& files)
{
    const auto tls = makeTlsContext(files);
    const std::lock_guard lock{running_->mutex};
    for (const auto& listener : running_->listeners)
        listener->renew(tls);
}

void Server::shutdown()
{
    // Held throughout: ~Server, which comes through here too, must not overtake it.
    const std::lock_guard lock{running_->mutex};
    if (running_->stopping)
        return;
    running_->stopping = true;
    for (const auto& listener : running_->listeners)
        listener->stop();
    core_->sessions.stopAll(true);

    Running* const running = running_.get();
    running->grace.expires_after(core_->limits.shutdownTime);
    running->grace.async_wait([core = core_.get()](const IoError& error) {
        if (!error)
            core->sessions.stopAll(false);
    });
    core_->sessions.whenEmpty([running] {
        asio::post(running->grace.get_executor(), [running] { running->grace.cancel(); });
    });
    running->guard.reset();
}

void Server::wait()
{
    const std::lock_guard lock{running_->joining};
    for (auto& thread : running_->threads) {
        if (thread.joinable())
            thread.join();
    }
}

} // namespace fieldbook::server::net
