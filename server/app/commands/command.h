#pragma once

#include "server/api/language.h"
#include "server/app/configuration.h"
#include "server/app/engine.h"
#include "shared/base/result.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::server::commands {

// What the program tells its caller; part of its interface.
enum class Exit : int {
    Done = 0,
    Refused = 1, // The answer is no; the code stands in brackets.
    Usage = 2, // The command line or a setting is wrong.
    Broken = 3, // The disk, the network or the store failed.
    Partly = 4, // Done, but some rows of an import were refused.
};

// What all commands share: how they speak and how they are configured.
struct Console {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    Language language = Language::English;
    std::string configurationFile;
    std::map<std::string, std::string> overrides; // By key of the setting.
    std::function<std::optional<std::string>(const std::string&)> environment;
    // The engine of the server that runs this command for somebody beside it; null: this program
    // is on its own.
    Engine* running = nullptr;
    std::filesystem::path typedIn = {}; // The folder of who typed it; empty: this program's.
    std::vector<std::string> arguments = {}; // The whole command line.
    std::string refused = {}; // The code of the last refusal.

    [[nodiscard]] std::string_view say(const Label& text) const
    {
        return fieldbook::in(language, text);
    }
    [[nodiscard]] Result<LoadedConfiguration> load() const;
    // Does work on the company: on its store, or, while a server has that, in the server.
    [[nodiscard]] Exit onCompany(const std::function<Result<void>(Engine&)>& work);
    // The store, held by this command alone. Codes: those of load() and DataFolder::hold().
    [[nodiscard]] Result<std::unique_ptr<Engine>> open(DataFolder::Making making) const;
    // Prints the sentence for a person, the code, and what is known of the place.
    [[nodiscard]] Exit refuse(const Error& error);
    // The file as whoever typed its name means it.
    [[nodiscard]] std::filesystem::path at(const std::filesystem::path& file) const
    {
        return typedIn / file;
    }

private:
    // The answer of the server that has the store, if there is one.
    [[nodiscard]] std::optional<Exit> askServer();
};

using Action = std::function<Exit(Console&)>;

// The action that does this work on the company.
template <class Asked>
[[nodiscard]] Action onCompany(Result<void> (*work)(Console&, Engine&, const Asked&),
                               const std::shared_ptr<Asked>& asked)
{
    return [work, asked](Console& console) {
        return console.onCompany([&](Engine& engine) { return work(console, engine, *asked); });
    };
}

// Each adds its subcommand; when it is called for, `chosen` becomes what it does.
void addSecondFactor(CLI::App& app, const Console& console, Action& chosen);
void addServe(CLI::App& app, const Console& console, Action& chosen);
void addInit(CLI::App& app, const Console& console, Action& chosen);
void addUser(CLI::App& app, const Console& console, Action& chosen);
void addRequest(CLI::App& app, const Console& console, Action& chosen);
void addPeople(CLI::App& app, const Console& console, Action& chosen);
void addTeam(CLI::App& app, const Console& console, Action& chosen);
void addDevice(CLI::App& app, const Console& console, Action& chosen);
void addHandover(CLI::App& app, const Console& console, Action& chosen);
void addQuarantine(CLI::App& app, const Console& console, Action& chosen);
void addRecover(CLI::App& app, const Console& console, Action& chosen);
void addSharing(CLI::App& app, const Console& console, Action& chosen);
void addAudit(CLI::App& app, const Console& console, Action& chosen);
void addBackup(CLI::App& app, const Console& console, Action& chosen);
void addKey(CLI::App& app, const Console& console, Action& chosen);
void addImport(CLI::App& app, const Console& console, Action& chosen);
void addReview(CLI::App& app, const Console& console, Action& chosen);
void addDemo(CLI::App& app, const Console& console, Action& chosen);
void addConfig(CLI::App& app, const Console& console, Action& chosen);
void addVersion(CLI::App& app, const Console& console, Action& chosen);

// The program but for its streams: what main() calls and tests call as well.
[[nodiscard]] int run(const std::vector<std::string>& arguments, Console& console);

// A password for `what`: from a file when one is named ("-" is the standard input), from the
// environment (FIELDBOOK_PASSWORD), else asked for on the terminal without showing it. A server
// that runs a command has only the environment; who typed the command is asked then. Code
// `password.missing`.
[[nodiscard]] Result<std::string> readPassword(Console& console, const std::string& file);

} // namespace fieldbook::server::commands
