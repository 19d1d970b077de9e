#include "server/app/application.h"
#include "server/app/commands/command.h"
#include "server/app/control/control_socket.h"

#include <nlohmann/json.hpp>

#include <csignal>
#include <memory>
#include <pthread.h>
#include <sstream>

namespace fieldbook::server::commands {
namespace {

// The signals that mean something to the server, held back in every thread so that only wait()
// receives them.
class Signals {
public:
    Signals()
    {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGTERM);
        sigaddset(&signals_, SIGINT);
        sigaddset(&signals_, SIGHUP);
        pthread_sigmask(SIG_BLOCK, &signals_, &former_);
    }
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;
    ~Signals() { pthread_sigmask(SIG_SETMASK, &former_, nullptr); }

    [[nodiscard]] int wait() const
    {
        int signal = 0;
        sigwait(&signals_, &signal);
        return signal;
    }

private:
    sigset_t signals_{};
    sigset_t former_{};
};

// A command that somebody typed beside the server, done with the server's own engine.
ControlAnswer doCommand(const ControlRequest& request, Engine& engine)
{
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Console console{.in = in,
                    .out = out,
                    .err = err,
                    .configurationFile = {},
                    .overrides = {},
                    .environment =
                        [&request](const std::string& name) {
                            const auto found = request.environment.find(name);
                            return found == request.environment.end()
                                       ? std::nullopt
                                       : std::optional{found->second};
                        },
                    .running = &engine,
                    .typedIn = request.folder};
    const int code = run(request.arguments, console);
    return {.code = code, .out = out.str(), .err = err.str(), .refused = console.refused};
}

// Without it the server serves all the same.
std::unique_ptr<ControlSocket> openControl(Engine& engine, const Log& log)
{
    try {
        return std::make_unique<ControlSocket>(
            engine.folder.control(), [&engine, &log](const ControlRequest& request) {
                auto answer = doCommand(request, engine);
                log.write(LogLevel::Info, "command",
                          {{"code", answer.code}, {"refused", answer.refused}});
                return answer;
            });
    } catch (const std::exception& error) {
        log.failure("control", error.what());
        return nullptr;
    }
}

Exit serve(Console& console)
{
    const auto loaded = console.load();
    if (!loaded) {
        return console.refuse(loaded.error());
    }
    const Configuration& configuration = loaded->configuration;
    auto folder = DataFolder::hold(configuration.data, DataFolder::Making::MustExist);
    if (!folder) {
        return console.refuse(folder.error());
    }
    const Signals signals; // Before the first thread, which inherits the mask.
    const Log log{configuration.logLevel};
    Application application{std::move(*folder), *loaded, log};
    auto control = openControl(application.engine(), log);
    const auto address = addressOf(configuration, application.port());
    log.write(LogLevel::Info, "listening", {{"address", address}, {"port", application.port()}});
    console.out << console.say({"Fieldbook listens on ", "随访服务器已启动："}) << address
                << std::endl;
    int signal = signals.wait();
    while (signal == SIGHUP) {
        if (application.renewCertificate(log)) {
            log.write(LogLevel::Info, "certificate renewed", nlohmann::json::object());
        }
        signal = signals.wait();
    }
    log.write(LogLevel::Info, "stopping", {{"signal", signal}});
    control.reset();
    application.stop();
    log.write(LogLevel::Info, "stopped", nlohmann::json::object());
    return Exit::Done;
}

} // namespace

void addServe(CLI::App& app, const Console& console, Action& chosen)
{
    app.add_subcommand("serve", std::string{console.say({"Run the server", "运行服务器"})})
        ->callback([&chosen] { chosen = serve; });
}

} // namespace fieldbook::server::commands
