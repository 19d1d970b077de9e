#include "client/tablet/commands/command.h"
#include "client/tablet/sentences.h"
#include "shared/db/error.h"

#include <algorithm>
#include <exception>
#include <ostream>

namespace fieldbook::client::tablet {
namespace {

// The language has to be known before the command line is described in it.
Language chooseLanguage(const std::vector<std::string>& arguments, const Console& console)
{
    const auto of = [](const std::string& name) {
        return name.starts_with("zh") ? Language::Chinese : Language::English;
    };
    const auto named = std::ranges::find(arguments, "--lang");
    if (named != arguments.end() && named + 1 != arguments.end()) {
        return of(*(named + 1));
    }
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const auto value = console.environment(variable); value && !value->empty()) {
            return of(*value);
        }
    }
    return Language::English;
}

// The options that stand before or after any command.
void addCommon(CLI::App& app, Console& console, std::string& language)
{
    app.add_option("--lang", language, console.say({"en or zh", "en 或 zh"}))
        ->check(CLI::IsMember({"en", "zh"}));
    app.add_flag("--json", console.asJson, console.say({"Answer in JSON", "以 JSON 回答"}));
    app.add_option(
        "--folder", console.folder,
        console.say({"Folder of the tablet; none: the app's", "平板目录，缺省为应用的目录"}));
    app.add_option("--server", console.server,
                   console.say({"Server to sign in to", "要登录的服务器"}));
    app.add_option("--authority", console.authority,
                   console.say({"PEM file of the company's own certificate authority",
                                "公司自有证书颁发机构的 PEM 文件"}));
}

// Nothing when the command line was wrong or only asked for help; `code` says which.
std::optional<Action> parse(const std::vector<std::string>& arguments, Console& console, Exit& code)
{
    CLI::App app{console.say({"Fieldbook: a tablet on the command line", "随访：命令行平板"}),
                 "fieldbook-tablet"};
    app.require_subcommand(1);
    app.fallthrough();
    std::string language;
    addCommon(app, console, language);
    Action chosen;
    for (const auto add :
         {addSession, addSync, addRecords, addWork, addOrder, addState, addAttention}) {
        add(app, console, chosen);
    }
    try {
        std::vector<std::string> reversed{arguments.rbegin(), arguments.rend()};
        app.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {
        code = app.exit(error, console.out, console.err) == 0 ? Exit::Done : Exit::Usage;
        return std::nullopt;
    }
    return chosen;
}

Exit runDeed(const std::function<Exit(Tablet&)>& deed,
             LocalStore& store,
             const Clock& clock,
             Console& console)
{
    const auto queries = store.openQueries();
    Tablet tablet{console, store, *queries, clock, store.zone()};
    return deed(tablet);
}

Exit runChosen(const Action& chosen, Console& console)
{
    if (chosen.alone) {
        return chosen.alone(console);
    }
    auto home = Home::open(console);
    if (!home) {
        return console.refuse(home.error());
    }
    const SystemClock clock;
    SystemEntropy entropy;
    std::int64_t unsent = -1;
    auto code = Exit::Done;
    {
        LocalStore store{home->store, clock, entropy};
        code = runDeed(chosen.onStore, store, clock, console);
        unsent = unsentIn(store);
    }
    home->close(unsent);
    return code;
}

// The world broke: told as what it is, and that it is not the caller's fault.
Exit tellBroken(const std::exception& error, const Console& console)
{
    const auto* database = dynamic_cast<const db::Error*>(&error);
    if (database != nullptr && database->fault() == db::Fault::WrongKey) {
        return console.refuse({ErrorKind::Unauthorised, "store.key", {}});
    }
    static_cast<void>(console.refuse({ErrorKind::Unavailable, "store.failed", error.what()}));
    return Exit::Broken;
}

} // namespace

int run(const std::vector<std::string>& arguments, Console& console)
{
    console.language = chooseLanguage(arguments, console);
    try {
        auto code = Exit::Done;
        const auto chosen = parse(arguments, console, code);
        return static_cast<int>(chosen ? runChosen(*chosen, console) : code);
    } catch (const std::exception& error) {
        return static_cast<int>(tellBroken(error, console));
    }
}

Exit runOn(LocalStore& store,
           const Clock& clock,
           const std::vector<std::string>& arguments,
           Console& console)
{
    auto code = Exit::Done;
    const auto chosen = parse(arguments, console, code);
    if (!chosen) {
        return code;
    }
    if (!chosen->onStore) {
        return console.refuse({ErrorKind::Conflict, "store.in_use", arguments.front()});
    }
    return runDeed(chosen->onStore, store, clock, console);
}

} // namespace fieldbook::client::tablet
