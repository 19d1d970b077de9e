#pragma once

#include "server/api/language.h"
#include "server/app/configuration.h"
#include "server/app/engine.h"
#include "shared/base/result.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace fieldbook::server::commands {

using api::Language;

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

    [[nodiscard]] std::string_view say(const Label& text) const { return api::in(language, text); }
    [[nodiscard]] Result<LoadedConfiguration> load() const;
    // The store, held by this command alone. Codes: those of load() and DataFolder::hold().
    [[nodiscard]] Result<std::unique_ptr<Engine>> open(DataFolder::Making making) const;
    // Prints the sentence for a person, the code, and what is known of the place.
    [[nodiscard]] Exit refuse(const Error& error) const;
};

using Action = std::function<Exit(Console&)>;

// Each adds its subcommand; when it is called for, `chosen` becomes what it does.
void addServe(CLI::App& app, const Console& console, Action& chosen);
void addInit(CLI::App& app, const Console& console, Action& chosen);
void addUser(CLI::App& app, const Console& console, Action& chosen);
void addTeam(CLI::App& app, const Console& console, Action& chosen);
void addDevice(CLI::App& app, const Console& console, Action& chosen);
void addHandover(CLI::App& app, const Console& console, Action& chosen);
void addQuarantine(CLI::App& app, const Console& console, Action& chosen);
void addImport(CLI::App& app, const Console& console, Action& chosen);
void addReview(CLI::App& app, const Console& console, Action& chosen);
void addDemo(CLI::App& app, const Console& console, Action& chosen);
void addConfig(CLI::App& app, const Console& console, Action& chosen);
void addVersion(CLI::App& app, const Console& console, Action& chosen);

// The program but for its streams: what main() calls and tests call as well.
[[nodiscard]] int run(const std::vector<std::string>& arguments, Console& console);

// A password for `what`: from a file when one is named ("-" is the standard input), from the
// environment (FIELDBOOK_PASSWORD), else asked for on the terminal without showing it. Code
// `password.missing`.
[[nodiscard]] Result<std::string> readPassword(Console& console, const std::string& file);

} // namespace fieldbook::server::commands
