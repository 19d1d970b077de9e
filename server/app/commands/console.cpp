#include "server/app/commands/command.h"
#include "server/app/commands/error_text.h"
#include "server/app/control/control_socket.h"

#include <cstdio>
#include <fstream>
#include <istream>
#include <ostream>
#include <termios.h>
#include <unistd.h>

namespace fieldbook::server::commands {
namespace {

constexpr const char* passwordVariable = "FIELDBOOK_PASSWORD";

// The file that the command line names for the password.
std::optional<std::string> passwordFileIn(const std::vector<std::string>& arguments)
{
    constexpr std::string_view flag = "--password-file";
    for (auto word = arguments.begin(); word != arguments.end(); ++word) {
        if (*word == flag && word + 1 != arguments.end()) {
            return *(word + 1);
        }
        if (word->starts_with(flag) && word->size() > flag.size() && (*word)[flag.size()] == '=') {
            return word->substr(flag.size() + 1);
        }
    }
    return std::nullopt;
}

// While it lives, the terminal does not show what is typed.
class Unseen {
public:
    Unseen()
    {
        known_ = ::tcgetattr(STDIN_FILENO, &former_) == 0;
        termios quiet = former_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (known_) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    ~Unseen()
    {
        if (known_) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &former_);
        }
    }

private:
    termios former_{};
    bool known_ = false;
};

Result<std::string> firstLine(std::istream& in)
{
    std::string line;
    if (!std::getline(in, line) || line.empty()) {
        return fail(ErrorKind::Invalid, "password.missing");
    }
    if (line.ends_with('\r')) {
        line.pop_back();
    }
    return line;
}

} // namespace

Result<LoadedConfiguration> Console::load() const
{
    std::optional<std::filesystem::path> file;
    if (!configurationFile.empty()) {
        file = configurationFile;
    } else if (const auto named = environment("FIELDBOOK_CONFIG")) {
        file = *named;
    }
    return loadConfiguration(file, environment, overrides);
}

Exit Console::onCompany(const std::function<Result<void>(Engine&)>& work)
{
    std::unique_ptr<Engine> own;
    if (running == nullptr) {
        auto opened = open(DataFolder::Making::MustExist);
        if (!opened) {
            const auto answer =
                opened.error().code == "store.in_use" ? askServer() : std::optional<Exit>{};
            return answer ? *answer : refuse(opened.error());
        }
        own = std::move(*opened);
    }
    const auto done = work(own ? *own : *running);
    return done ? Exit::Done : refuse(done.error());
}

std::optional<Exit> Console::askServer()
{
    const auto loaded = load();
    if (!loaded) {
        return std::nullopt;
    }
    const auto door = DataFolder::controlOf(loaded->configuration.data);
    const auto file = passwordFileIn(arguments);
    ControlRequest request{
        .arguments = arguments,
        .environment = {{"LANG", language == Language::Chinese ? "zh_CN" : "en"}},
        .folder = std::filesystem::current_path()};
    const auto given = environment(passwordVariable);
    if (given && !file) {
        request.environment[passwordVariable] = *given;
    }
    auto answer = askControl(door, request);
    if (answer && answer->refused == "password.missing") {
        const auto password = readPassword(*this, file.value_or(""));
        if (!password) {
            return refuse(password.error());
        }
        request.environment[passwordVariable] = *password;
        answer = askControl(door, request);
    }
    if (!answer) {
        return std::nullopt;
    }
    out << answer->out;
    err << answer->err;
    return Exit{answer->code};
}

Result<std::unique_ptr<Engine>> Console::open(DataFolder::Making making) const
{
    if (running != nullptr) {
        return fail(ErrorKind::Conflict, "store.in_use", "the server");
    }
    const auto loaded = load();
    if (!loaded) {
        return fail(loaded.error());
    }
    auto folder = DataFolder::hold(loaded->configuration.data, making);
    if (!folder) {
        return fail(folder.error());
    }
    return std::make_unique<Engine>(std::move(*folder), loaded->configuration,
                                    CommitQueue::Mode::Immediate);
}

Exit Console::refuse(const Error& error)
{
    refused = error.code;
    err << "fieldbookd: " << errorText(error, language) << " [" << error.code << ']';
    if (!error.detail.empty()) {
        err << ' ' << error.detail;
    }
    err << '\n';
    return error.code.starts_with("config.") ? Exit::Usage : Exit::Refused;
}

Result<std::string> readPassword(Console& console, const std::string& file)
{
    if (console.running != nullptr) {
        const auto given = console.environment(passwordVariable);
        return given ? Result<std::string>{*given} : fail(ErrorKind::Invalid, "password.missing");
    }
    if (!file.empty() && file != "-") {
        std::ifstream in{file};
        return firstLine(in);
    }
    if (file.empty()) {
        if (const auto given = console.environment(passwordVariable)) {
            return *given;
        }
        if (::isatty(STDIN_FILENO) != 0) {
            const Unseen unseen;
            console.err << console.say({"Password: ", "密码："}) << std::flush;
            auto password = firstLine(console.in);
            console.err << '\n';
            return password;
        }
    }
    return firstLine(console.in);
}

} // namespace fieldbook::server::commands
