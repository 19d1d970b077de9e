#include "server/app/commands/command.h"
#include "server/app/commands/error_text.h"
#include "server/app/commands/people.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Asked {
    std::string login;
    std::string to;
    bool asJson = false;
};

nlohmann::ordered_json rowOf(Engine& engine, const Refusal& each)
{
    const auto* person = engine.people.current()->findUser(each.user);
    const auto device = engine.store.read()->findDevice(each.device);
    const auto change = nlohmann::ordered_json::parse(each.raw, nullptr, false);
    return {{"login", person == nullptr ? std::string{} : person->login},
            {"device", device ? device->code : std::string{}},
            {"number", each.number},
            {"delivered_at", toRfc3339(each.at)},
            {"code", each.code},
            {"change", change.is_discarded() ? nlohmann::ordered_json(each.raw) : change}};
}

// What kind of change it is, for a person: "create visit".
std::string wordOf(const nlohmann::ordered_json& change)
{
    for (const char* verb : {"create", "edit", "act"}) {
        if (change.is_object() && change.contains(verb) && change[verb].is_object()) {
            return std::string{verb} + ' ' +
                   change[verb].value(std::string{verb} == "act" ? "name" : "type", "");
        }
    }
    return "?";
}

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
    auto rows = nlohmann::ordered_json::array();
    for (const auto& each : engine.quarantine.list(user)) {
        rows.push_back(rowOf(engine, each));
    }
    if (asked.asJson) {
        console.out << rows.dump(2) << '\n';
        return {};
    }
    TextTable table{{std::string{console.say({"User", "用户"})},
                     std::string{console.say({"Device", "设备"})},
                     std::string{console.say({"Number", "序号"})},
                     std::string{console.say({"Delivered", "送达时间"})},
                     std::string{console.say({"Change", "变更"})}},
                    {TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Right,
                     TextTable::Align::Left, TextTable::Align::Left}};
    for (const auto& row : rows) {
        table.add({row["login"], row["device"], row["number"].dump(), row["delivered_at"],
                   wordOf(row["change"])});
    }
    table.print(console.out);
    return {};
}

// What was released as the user's own goes on to whoever takes the book.
Result<void> passOn(Engine& engine, const Uuid& from, const std::string& login)
{
    const auto to = findUser(engine, login);
    if (!to) {
        return fail(to.error());
    }
    const auto done = engine.handovers.handOver(
        {}, {.from = from, .to = *to, .parts = {}, .customers = {}, .reason = {}});
    return done || done.error().code == "handover.empty" ? Result<void>{} : fail(done.error());
}

Result<void> release(Console& console, Engine& engine, const Asked& asked)
{
    const auto user = findUser(engine, asked.login);
    if (!user) {
        return fail(user.error());
    }
    if (!asked.to.empty()) {
        if (const auto to = findUser(engine, asked.to); !to) {
            return fail(to.error());
        }
    }
    const auto outcome = engine.quarantine.release({}, *user);
    if (!outcome) {
        return fail(outcome.error());
    }
    if (asked.asJson) {
        auto refused = nlohmann::ordered_json::array();
        for (const auto& each : outcome->refused) {
            refused.push_back(rowOf(engine, each));
        }
        console.out
            << nlohmann::ordered_json{{"released", outcome->released}, {"refused", refused}}.dump(2)
            << '\n';
    } else {
        console.out << console.say({"released ", "已采用 "}) << outcome->released
                    << console.say({", refused ", "，拒绝 "}) << outcome->refused.size() << '\n';
        for (const auto& each : outcome->refused) {
            const auto row = rowOf(engine, each);
            console.err << row["device"].get<std::string>() << ' ' << each.number << ' '
                        << wordOf(row["change"]) << ": "
                        << errorText({ErrorKind::Conflict, each.code, {}}, console.language) << " ["
                        << each.code << "]\n";
        }
    }
    return asked.to.empty() ? Result<void>{} : passOn(engine, *user, asked.to);
}

Result<void> discard(Console& console, Engine& engine, const Asked& asked)
{
    const auto user = findUser(engine, asked.login);
    if (!user) {
        return fail(user.error());
    }
    const auto count = engine.quarantine.discard({}, *user);
    if (!count) {
        return fail(count.error());
    }
    console.out << *count << ' '
                << console.say({"changes take no effect; their content stays filed",
                                "项变更不予采用，内容仍保留"})
                << '\n';
    return {};
}

using Work = Result<void> (*)(Console&, Engine&, const Asked&);

} // namespace

void addQuarantine(CLI::App& app, const Console& console, Action& chosen)
{
    auto* quarantine = app.add_subcommand(
        "quarantine", std::string{console.say(
                          {"What tablets of frozen users delivered", "冻结用户的平板送达的内容"})});
    quarantine->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto add = [&](const char* name, const Label& meaning, Work work) {
        auto* command = quarantine->add_subcommand(name, std::string{console.say(meaning)});
        command->add_flag("--json", asked->asJson, "JSON");
        command->callback([&chosen, asked, work] { chosen = onCompany(work, asked); });
        return command;
    };
    const auto login = [&](CLI::App& command) {
        command
            .add_option("login", asked->login, std::string{console.say({"Sign-in name", "登录名"})})
            ->required();
    };
    add("list", {"List what is held", "列出隔离区内容"}, list)
        ->add_option("--user", asked->login, std::string{console.say({"Sign-in name", "登录名"})});
    auto* releasing = add("release", {"Let it take effect", "采用某人的内容"}, release);
    login(*releasing);
    releasing->add_option("--to", asked->to,
                          std::string{console.say({"Who takes over what comes of it: sign-in name",
                                                   "由谁接手（登录名）"})});
    login(*add("discard",
               {"Leave it without effect; its content stays filed", "不予采用，内容仍保留"},
               discard));
}

} // namespace fieldbook::server::commands
