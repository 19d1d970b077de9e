#include "server/app/commands/command.h"
#include "server/app/commands/people.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Asked {
    std::string login;
    std::string code;
    bool asJson = false;
};

Result<void> list(Console& console, Engine& engine, const Asked& asked)
{
    std::optional<Uuid> user;
    if (!asked.login.empty()) {
        const auto found = findUser(engine, asked.login);
        if (!found) {
            return fail(found.error());
        }
        user = *found;
    }
    const auto sessions = engine.sessions.list(user);
    const auto directory = engine.people.current();
    auto rows = nlohmann::ordered_json::array();
    for (const auto& device : engine.store.read()->devices()) {
        if (user && device.user != *user) {
            continue;
        }
        const auto* person = directory->findUser(device.user);
        const auto open =
            std::ranges::count(sessions, device.number, [](const auto& s) { return s.device; });
        rows.push_back({{"code", device.code},
                        {"login", person == nullptr ? std::string{} : person->login},
                        {"name", device.name},
                        {"platform", device.platform},
                        {"app_version", device.appVersion},
                        {"last_seen", toRfc3339(device.lastSeenAt)},
                        {"changes", device.lastChange},
                        {"clock_ahead_ms", device.clockAheadMillis},
                        {"signed_in", open > 0}});
    }
    if (asked.asJson) {
        console.out << rows.dump(2) << '\n';
        return {};
    }
    TextTable table{
        {std::string{console.say({"Device", "设备"})}, std::string{console.say({"User", "用户"})},
         std::string{console.say({"Name", "名称"})}, std::string{console.say({"App", "应用版本"})},
         std::string{console.say({"Last seen", "最近联系"})},
         std::string{console.say({"Changes", "变更数"})},
         std::string{console.say({"Signed in", "已登录"})}}};
    for (const auto& row : rows) {
        table.add({row["code"], row["login"], row["name"], row["app_version"], row["last_seen"],
                   row["changes"].dump(),
                   std::string{row["signed_in"] ? console.say({"yes", "是"})
                                                : console.say({"no", "否"})}});
    }
    table.print(console.out);
    return {};
}

Result<void> endThose(Console& console, Engine& engine, const Asked& asked)
{
    std::optional<Uuid> user;
    if (!asked.login.empty()) {
        const auto found = findUser(engine, asked.login);
        if (!found) {
            return fail(found.error());
        }
        user = *found;
    }
    std::optional<std::int64_t> number;
    if (!asked.code.empty()) {
        const auto devices = engine.store.read()->devices();
        const auto found = std::ranges::find(devices, asked.code, &Device::code);
        if (found == devices.end()) {
            return fail(ErrorKind::NotFound, "device.missing", asked.code);
        }
        number = found->number;
    }
    if (!user && !number) {
        return fail(ErrorKind::Invalid, "nothing.given");
    }
    std::size_t ended = 0;
    for (const auto& session : engine.sessions.list(user)) {
        if (number && session.device != *number) {
            continue;
        }
        if (auto done = engine.sessions.end(session.id, "administrator"); !done) {
            return done;
        }
        ++ended;
    }
    console.out << ended << ' ' << console.say({"sessions ended", "个登录已结束"}) << '\n';
    return {};
}

using Work = Result<void> (*)(Console&, Engine&, const Asked&);

} // namespace

void addDevice(CLI::App& app, const Console& console, Action& chosen)
{
    auto* device = app.add_subcommand(
        "device", std::string{console.say({"Devices and their sessions", "设备及其登录"})});
    device->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto add = [&](const char* name, const Label& meaning, Work work) {
        auto* command = device->add_subcommand(name, std::string{console.say(meaning)});
        command->add_option("--user", asked->login,
                            std::string{console.say({"Sign-in name", "登录名"})});
        command->callback([&chosen, asked, work] { chosen = onCompany(work, asked); });
        return command;
    };
    add("list", {"List the devices", "列出设备"}, list)->add_flag("--json", asked->asJson, "JSON");
    add("end", {"End the sessions of a device or a user", "结束设备或用户的登录"}, endThose)
        ->add_option(
            "--device", asked->code,
            std::string{console.say({"Code of the device, such as A7", "设备代码，如 A7"})});
}

} // namespace fieldbook::server::commands
