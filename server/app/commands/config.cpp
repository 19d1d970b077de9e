#include "server/app/commands/command.h"
#include "server/app/version.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

std::string originText(const Console& console, const std::string& origin)
{
    if (origin == "file") {
        return std::string{console.say({"file", "配置文件"})};
    }
    if (origin == "environment") {
        return std::string{console.say({"environment", "环境变量"})};
    }
    if (origin == "command line") {
        return std::string{console.say({"command line", "命令行"})};
    }
    return std::string{console.say({"built-in", "默认"})};
}

Exit show(Console& console, bool asJson)
{
    const auto loaded = console.load();
    if (!loaded) {
        return console.refuse(loaded.error());
    }
    auto rows = nlohmann::ordered_json::array();
    TextTable table{{std::string{console.say({"Setting", "设置项"})},
                     std::string{console.say({"Value", "值"})},
                     std::string{console.say({"From", "来源"})},
                     std::string{console.say({"Variable", "环境变量"})}}};
    for (const auto& [key, environment, value, from] : settingsInForce(*loaded)) {
        rows.push_back({{"setting", key}, {"value", value}, {"from", from}});
        table.add({std::string{key}, value, originText(console, from), std::string{environment}});
    }
    if (asJson) {
        console.out << rows.dump(2) << '\n';
    } else {
        table.print(console.out);
    }
    return Exit::Done;
}

} // namespace

void addConfig(CLI::App& app, const Console& console, Action& chosen)
{
    auto* command = app.add_subcommand(
        "config", std::string{console.say({"Show the settings in force and where each comes from",
                                           "显示生效的设置及其来源"})});
    const auto asJson = std::make_shared<bool>(false);
    command->add_flag("--json", *asJson, "JSON");
    command->callback(
        [&chosen, asJson] { chosen = [asJson](Console& now) { return show(now, *asJson); }; });
}

void addVersion(CLI::App& app, const Console& console, Action& chosen)
{
    app.add_subcommand("version", std::string{console.say({"Show the version", "显示版本"})})
        ->callback([&chosen] {
            chosen = [](Console& now) {
                now.out << "fieldbookd " << versionText() << '\n';
                return Exit::Done;
            };
        });
}

} // namespace fieldbook::server::commands
