#include "server/app/commands/command.h"
#include "server/app/commands/people.h"
#include "server/service/qr_code.h"
#include "shared/sync/invitation.h"
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
    std::string reason;
    std::string server;
    std::int64_t hours = DeviceService::codeLifetime.count();
    bool asJson = false;
};

Label labelOf(DeviceState state)
{
    switch (state) {
    case DeviceState::Pending:
        return {"waits for approval", "等待批准"};
    case DeviceState::Approved:
        return {"approved", "已批准"};
    case DeviceState::Locked:
        return {"locked", "已锁定"};
    case DeviceState::Revoked:
        return {"revoked", "已吊销"};
    case DeviceState::WipePending:
        return {"wipe ordered", "待擦除"};
    case DeviceState::Wiped:
        return {"wiped", "已擦除"};
    }
    return {"", ""};
}

Result<std::optional<Uuid>> userAsked(Engine& engine, const Asked& asked)
{
    if (asked.login.empty()) {
        return std::optional<Uuid>{};
    }
    const auto found = findUser(engine, asked.login);
    return found ? Result<std::optional<Uuid>>{*found} : fail(found.error());
}

Result<std::int64_t> numberOf(Engine& engine, const std::string& code)
{
    const auto devices = engine.store.read()->devices();
    const auto found = std::ranges::find(devices, code, &Device::code);
    return found == devices.end() ? fail(ErrorKind::NotFound, "device.missing", code)
                                  : Result<std::int64_t>{found->number};
}

std::string loginOf(const rules::Directory& directory, const Uuid& user)
{
    const auto* person = directory.findUser(user);
    return person == nullptr ? std::string{} : person->login;
}

nlohmann::ordered_json rowOf(const DeviceService::Listed& listed, const rules::Directory& directory)
{
    const Device& device = listed.device;
    nlohmann::ordered_json row{{"code", device.code},
                               {"device", device.number},
                               {"login", loginOf(directory, device.user)},
                               {"name", device.name},
                               {"platform", device.platform},
                               {"app_version", device.appVersion},
                               {"state", nameOf(device.state)},
                               {"reason", device.stateReason},
                               {"last_seen", toRfc3339(device.lastSeenAt)},
                               {"changes", device.lastChange},
                               {"changes_waiting", device.changesWaiting},
                               {"files_waiting", device.filesWaiting},
                               {"clock_ahead_ms", device.clockAheadMillis},
                               {"resync", device.resync},
                               {"signed_in", listed.signedIn}};
    if (device.stateSince) {
        row["state_since"] = toRfc3339(*device.stateSince);
    }
    if (listed.receipt) {
        const auto said = sync::parseWipeReceipt(listed.receipt->text);
        row["wiped_at"] = said ? toRfc3339(said->wipedAt) : std::string{};
        row["receipt_at"] = toRfc3339(listed.receipt->receivedAt);
        row["files_destroyed"] = said ? said->files.size() : 0;
        row["receipt"] = listed.receipt->text;
        row["signature"] = toBase64(listed.receipt->signature);
    }
    return row;
}

Result<void> list(Console& console, Engine& engine, const Asked& asked)
{
    const auto user = userAsked(engine, asked);
    const auto all = engine.devices.list({});
    if (!user || !all) {
        return fail(user ? all.error() : user.error());
    }
    const auto directory = engine.people.current();
    auto rows = nlohmann::ordered_json::array();
    TextTable table{
        {std::string{console.say({"Device", "设备"})}, std::string{console.say({"User", "用户"})},
         std::string{console.say({"Name", "名称"})}, std::string{console.say({"Platform", "平台"})},
         std::string{console.say({"App", "应用版本"})}, std::string{console.say({"State", "状态"})},
         std::string{console.say({"Last seen", "最近联系"})},
         std::string{console.say({"Waiting", "待发送"})},
         std::string{console.say({"Signed in", "已登录"})}}};
    for (const auto& each : *all) {
        if (*user && each.device.user != **user) {
            continue;
        }
        const auto row = rowOf(each, *directory);
        rows.push_back(row);
        table.add(
            {row["code"], row["login"], row["name"], row["platform"], row["app_version"],
             std::string{console.say(labelOf(each.device.state))}, row["last_seen"],
             std::to_string(each.device.changesWaiting + each.device.filesWaiting),
             std::string{each.signedIn ? console.say({"yes", "是"}) : console.say({"no", "否"})}});
    }
    if (asked.asJson) {
        console.out << rows.dump(2) << '\n';
    } else {
        table.print(console.out);
    }
    return {};
}

Result<void> show(Console& console, Engine& engine, const Asked& asked)
{
    const auto number = numberOf(engine, asked.code);
    const auto found = number ? engine.devices.find({}, *number) : fail(number.error());
    if (!found) {
        return fail(found.error());
    }
    const auto row = rowOf(*found, *engine.people.current());
    if (asked.asJson) {
        console.out << row.dump(2) << '\n';
        return {};
    }
    TextTable table{
        {std::string{console.say({"Fact", "项目"})}, std::string{console.say({"Value", "内容"})}}};
    for (const auto& [name, value] : row.items()) {
        table.add({name, value.is_string() ? value.get<std::string>() : value.dump()});
    }
    table.print(console.out);
    return {};
}

template <DeviceCommand Command>
Result<void> order(Console& console, Engine& engine, const Asked& asked)
{
    const auto number = numberOf(engine, asked.code);
    const auto done =
        number ? engine.devices.order({}, *number, Command, asked.reason) : fail(number.error());
    if (!done) {
        return fail(done.error());
    }
    console.out << done->code << ": " << console.say(labelOf(done->state)) << '\n';
    return {};
}

Result<void> makeCode(Console& console, Engine& engine, const Asked& asked)
{
    const auto user = findUser(engine, asked.login);
    const auto made = user ? engine.devices.makeCode({}, *user, std::chrono::hours{asked.hours})
                           : fail(user.error());
    if (!made) {
        return fail(made.error());
    }
    const sync::Invitation invitation{made->code,
                                      asked.server.empty() ? engine.publicAddress : asked.server};
    if (asked.asJson) {
        console.out << nlohmann::ordered_json{{"code", made->code},
                                              {"text", sync::typedText(invitation)},
                                              {"link", sync::linkText(invitation)},
                                              {"expires_at", toRfc3339(made->expiresAt)}}
                           .dump(2)
                    << '\n';
        return {};
    }
    console.out << qrForTerminal(sync::linkText(invitation)) << '\n'
                << sync::typedText(invitation) << '\n'
                << console.say({"For one tablet of ", "供注册一台平板使用，用户："}) << asked.login
                << console.say({", valid until ", "，有效期至 "}) << toRfc3339(made->expiresAt)
                << '\n';
    return {};
}

Result<void> endThose(Console& console, Engine& engine, const Asked& asked)
{
    const auto user = userAsked(engine, asked);
    if (!user) {
        return fail(user.error());
    }
    std::optional<std::int64_t> number;
    if (!asked.code.empty()) {
        const auto found = numberOf(engine, asked.code);
        if (!found) {
            return fail(found.error());
        }
        number = *found;
    }
    if (!*user && !number) {
        return fail(ErrorKind::Invalid, "nothing.given");
    }
    std::size_t ended = 0;
    for (const auto& session : engine.sessions.list(*user)) {
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

struct Subcommand {
    const char* name;
    Label meaning;
    Work work;
};

} // namespace

void addDevice(CLI::App& app, const Console& console, Action& chosen)
{
    auto* device = app.add_subcommand(
        "device", std::string{console.say({"Devices and their sessions", "设备及其登录"})});
    device->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto add = [&](const Subcommand& spec) {
        auto* command = device->add_subcommand(spec.name, std::string{console.say(spec.meaning)});
        command->callback([&chosen, asked, work = spec.work] { chosen = onCompany(work, asked); });
        return command;
    };
    const auto option = [&](CLI::App* command, const char* flag, auto& target,
                            const Label& meaning) {
        return command->add_option(flag, target, std::string{console.say(meaning)});
    };
    constexpr Label login{"Sign-in name", "登录名"};
    constexpr Label code{"Code of the device, such as A7", "设备代码，如 A7"};
    for (const auto& spec :
         {Subcommand{"list", {"List the devices", "列出设备"}, list},
          Subcommand{"show", {"One device, with its receipt", "单个设备及回执"}, show}}) {
        add(spec)->add_flag("--json", asked->asJson, "JSON");
    }
    option(device->get_subcommand("list"), "--user", asked->login, login);
    option(device->get_subcommand("show"), "device", asked->code, code)->required();
    auto* make = add({"code",
                      {"Make a one-time code (and QR) to enrol a tablet",
                       "生成平板注册用的一次性代码（含二维码）"},
                      makeCode});
    option(make, "login", asked->login, login)->required();
    option(make, "--hours", asked->hours, {"Valid for so many hours", "有效小时数"})
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{DeviceService::codeLifetimeMax.count()}));
    option(make, "--server", asked->server,
           {"Address for the tablet; none: server.public_address", "平板使用的服务器地址"});
    make->add_flag("--json", asked->asJson, "JSON");
    for (const auto& spec :
         {Subcommand{"approve",
                     {"Admit a device that waits", "批准等待中的设备"},
                     order<DeviceCommand::Approve>},
          Subcommand{
              "lock", {"Lock a device for a while", "暂时锁定设备"}, order<DeviceCommand::Lock>},
          Subcommand{"unlock", {"Unlock it again", "解除锁定"}, order<DeviceCommand::Unlock>},
          Subcommand{
              "revoke", {"Admit a device no longer", "吊销设备"}, order<DeviceCommand::Revoke>},
          Subcommand{"wipe",
                     {"Have a device deliver what is unsent and destroy all it holds",
                      "令设备交出未发送内容后销毁全部数据"},
                     order<DeviceCommand::Wipe>},
          Subcommand{"resync",
                     {"Have a device fetch everything anew", "令设备重新获取全部内容"},
                     order<DeviceCommand::Resync>}}) {
        auto* command = add(spec);
        option(command, "device", asked->code, code)->required();
        option(command, "--reason", asked->reason, {"Why, for the trail", "原因，记入审计"});
    }
    auto* end =
        add({"end", {"End the sessions of a device or a user", "结束设备或用户的登录"}, endThose});
    option(end, "--user", asked->login, login);
    option(end, "--device", asked->code, code);
}

} // namespace fieldbook::server::commands
