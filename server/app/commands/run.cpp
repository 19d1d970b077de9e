#include "server/app/commands/book.h"
#include "server/app/commands/command.h"

#include <algorithm>
#include <exception>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

// The language has to be known before the command line is described in it.
Language chooseLanguage(const std::vector<std::string>& arguments, const Console& console)
{
    const auto named = std::ranges::find(arguments, "--lang");
    if (named != arguments.end() && named + 1 != arguments.end()) {
        return (named + 1)->starts_with("zh") ? Language::Chinese : Language::English;
    }
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const auto value = console.environment(variable); value && !value->empty()) {
            return value->starts_with("zh") ? Language::Chinese : Language::English;
        }
    }
    return Language::English;
}

// "server.read_threads" -> "--server-read-threads".
std::string flagOf(const Setting& setting)
{
    std::string flag = "--" + std::string{setting.key};
    std::ranges::replace(flag, '.', '-');
    std::ranges::replace(flag, '_', '-');
    // What everybody types has a short name.
    if (setting.key == "data.folder") {
        flag += ",--data";
    } else if (setting.key == "server.port") {
        flag += ",--port";
    }
    return flag;
}

void addSettings(CLI::App& app, Console& console)
{
    app.add_option("--config", console.configurationFile,
                   std::string{console.say({"Configuration file (TOML)", "配置文件（TOML）"})});
    for (const Setting& setting : allSettings()) {
        app.add_option_function<std::string>(
               flagOf(setting),
               [&console, key = std::string{setting.key}](const std::string& value) {
                   console.overrides[key] = value;
               },
               std::string{setting.meaning})
            ->group(std::string{console.say({"Settings", "设置项"})});
    }
}

Exit parseAndRun(CLI::App& app, const std::vector<std::string>& arguments, Console& console)
{
    Action chosen;
    for (const auto add :
         {addServe,  addInit,   addUser,     addSecondFactor, addRequest, addPeople,
          addTeam,   addDevice, addHandover, addQuarantine,   addRecover, addBin,
          addPool,   addMerge,  addSharing,  addAudit,        addKey,     addBackup,
          addImport, addReview, addDemo,     addConfig,       addVersion}) {
        add(app, console, chosen);
    }
    try {
        std::vector<std::string> reversed{arguments.rbegin(), arguments.rend()};
        app.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error, console.out, console.err);
        return code == 0 ? Exit::Done : Exit::Usage;
    }
    return chosen(console);
}

} // namespace

int run(const std::vector<std::string>& arguments, Console& console)
{
    console.language = chooseLanguage(arguments, console);
    console.arguments = arguments;
    CLI::App app{std::string{console.say({"Fieldbook: the sync server and its administration",
                                          "随访：同步服务器及其管理命令"})},
                 "fieldbookd"};
    app.require_subcommand(1);
    app.fallthrough();
    std::string language;
    app.add_option("--lang", language, std::string{console.say({"en or zh", "en 或 zh"})})
        ->check(CLI::IsMember({"en", "zh"}));
    addSettings(app, console);
    try {
        return static_cast<int>(parseAndRun(app, arguments, console));
    } catch (const std::exception& error) {
        console.err << "fieldbookd: " << console.say({"Something broke:", "出现故障："}) << ' '
                    << error.what() << " [server.failed]\n";
        return static_cast<int>(Exit::Broken);
    }
}

} // namespace fieldbook::server::commands
