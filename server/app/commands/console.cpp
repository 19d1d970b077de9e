#include "server/app/commands/command.h"
#include "server/app/commands/error_text.h"

#include <cstdio>
#include <fstream>
#include <istream>
#include <ostream>
#include <termios.h>
#include <unistd.h>

namespace fieldbook::server::commands {
namespace {

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

Result<std::unique_ptr<Engine>> Console::open(DataFolder::Making making) const
{
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

Exit Console::refuse(const Error& error) const
{
    err << "fieldbookd: " << errorText(error, language) << " [" << error.code << ']';
    if (!error.detail.empty()) {
        err << ' ' << error.detail;
    }
    err << '\n';
    return error.code.starts_with("config.") ? Exit::Usage : Exit::Refused;
}

Result<std::string> readPassword(Console& console, const std::string& file)
{
    if (!file.empty() && file != "-") {
        std::ifstream in{file};
        return firstLine(in);
    }
    if (file.empty()) {
        if (const auto given = console.environment("FIELDBOOK_PASSWORD")) {
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
