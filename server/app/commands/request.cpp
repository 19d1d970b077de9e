#include "server/app/commands/command.h"
#include "server/app/commands/people.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Asked {
    AccountRequests::Asked request;
    std::string login;
    std::string by;
    std::string id;
    std::string state;
    std::string handling;
    bool asJson = false;
};

using Shown = Result<AccountRequests::Shown>;

std::string loginOf(const rules::Directory& directory, const Uuid& id)
{
    const auto* person = directory.findUser(id);
    return person == nullptr ? std::string{} : person->login;
}

nlohmann::ordered_json rowOf(const AccountRequests::Shown& shown, const rules::Directory& directory)
{
    const auto& request = shown.request;
    const auto wishes = nlohmann::json::parse(request.wishes);
    return {{"id", request.id.text()},
            {"kind", request.kind},
            {"login", request.subject.isNil() ? wishes.value("login", "")
                                              : loginOf(directory, request.subject)},
            {"state", request.state},
            {"overdue", shown.isOverdue},
            {"leaving", request.isLeaving},
            {"reason", request.reason},
            {"requested_by", loginOf(directory, request.requestedBy)},
            {"requested_at", toRfc3339(request.requestedAt)},
            {"due_at", toRfc3339(request.dueAt)},
            {"decided_by", loginOf(directory, request.decidedBy)},
            {"handling", request.handling},
            {"wishes", nlohmann::ordered_json(wishes)}};
}

Result<void> print(Console& console, Engine& engine, const Asked& asked, const Shown& shown)
{
    if (!shown) {
        return fail(shown.error());
    }
    const auto row = rowOf(*shown, *engine.people.current());
    if (asked.asJson) {
        console.out << row.dump(2) << '\n';
    } else {
        console.out << row["id"].get<std::string>() << ' ' << row["kind"].get<std::string>() << ' '
                    << row["login"].get<std::string>() << ": " << row["state"].get<std::string>()
                    << '\n';
    }
    return {};
}

// On whose behalf: a user named by --by, or nobody, which is the server's own command line.
Result<Uuid> deciderOf(Engine& engine, const Asked& asked)
{
    return asked.by.empty() ? Result<Uuid>{Uuid{}} : findUser(engine, asked.by);
}

Result<Uuid> idOf(const Asked& asked)
{
    const auto id = Uuid::parse(asked.id);
    return id ? Result<Uuid>{*id} : fail(ErrorKind::NotFound, "request.missing");
}

Result<void> askFor(Console& console, Engine& engine, const Asked& asked)
{
    const auto by = deciderOf(engine, asked);
    if (!by) {
        return fail(by.error());
    }
    auto request = asked.request;
    if (request.kind == "open") {
        request.wishes["login"] = asked.login;
        if (const auto named = request.wishes.find("team"); named != request.wishes.end()) {
            const auto team = findTeam(engine, named->second);
            if (!team) {
                return fail(team.error());
            }
            named->second = team->text();
        }
    } else {
        const auto subject = findUser(engine, asked.login);
        if (!subject) {
            return fail(subject.error());
        }
        request.subject = *subject;
    }
    return print(console, engine, asked, engine.accountRequests.ask(*by, request));
}

template <bool Approved>
Result<void> decide(Console& console, Engine& engine, const Asked& asked)
{
    const auto by = deciderOf(engine, asked);
    const auto id = idOf(asked);
    if (!by || !id) {
        return fail(by ? id.error() : by.error());
    }
    return print(console, engine, asked,
                 engine.accountRequests.decide(*by, *id, Approved, asked.handling));
}

Result<void> execute(Console& console, Engine& engine, const Asked& asked)
{
    const auto by = deciderOf(engine, asked);
    const auto id = idOf(asked);
    if (!by || !id) {
        return fail(by ? id.error() : by.error());
    }
    return print(console, engine, asked, engine.accountRequests.execute(*by, *id, asked.handling));
}

Result<void> list(Console& console, Engine& engine, const Asked& asked)
{
    const auto by = deciderOf(engine, asked);
    if (!by) {
        return fail(by.error());
    }
    const auto requests = engine.accountRequests.list(*by, asked.state);
    if (!requests) {
        return fail(requests.error());
    }
    auto rows = nlohmann::ordered_json::array();
    for (const auto& each : *requests) {
        rows.push_back(rowOf(each, *engine.people.current()));
    }
    if (asked.asJson) {
        console.out << rows.dump(2) << '\n';
        return {};
    }
    TextTable table{
        {"id", std::string{console.say({"Kind", "类型"})},
         std::string{console.say({"User", "用户"})}, std::string{console.say({"State", "状态"})},
         std::string{console.say({"Due", "期限"})}, std::string{console.say({"Overdue", "已超期"})},
         std::string{console.say({"Asked by", "申请人"})},
         std::string{console.say({"Reason", "原因"})}}};
    for (const auto& row : rows) {
        table.add({row["id"], row["kind"], row["login"], row["state"], row["due_at"],
                   std::string{row["overdue"] ? console.say({"yes", "是"}) : ""},
                   row["requested_by"], row["reason"]});
    }
    table.print(console.out);
    return {};
}

using Work = Result<void> (*)(Console&, Engine&, const Asked&);

} // namespace

void addRequest(CLI::App& app, const Console& console, Action& chosen)
{
    auto* group = app.add_subcommand(
        "request", std::string{console.say({"Requests about accounts", "账户申请与审批"})});
    group->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto option = [&](CLI::App& command, const char* flag, std::string& target,
                            const Label& meaning) {
        return command.add_option(flag, target, std::string{console.say(meaning)});
    };
    const auto add = [&](const char* name, const Label& meaning, Work work) {
        auto* command = group->add_subcommand(name, std::string{console.say(meaning)});
        option(*command, "--by", asked->by, {"On whose behalf (sign-in name)", "以谁的名义"});
        command->add_flag("--json", asked->asJson, "JSON");
        command->callback([&chosen, asked, work] { chosen = onCompany(work, asked); });
        return command;
    };
    const auto decision = [&](const char* name, const Label& meaning, Work work) {
        auto* command = add(name, meaning, work);
        option(*command, "id", asked->id, {"Id of the request", "申请标识"})->required();
        option(*command, "--handling", asked->handling, {"What is said about it", "处理意见"});
    };
    auto* create = add(
        "ask",
        {"Ask for an account to be opened, changed or closed", "申请新增、变更、冻结或注销账户"},
        askFor);
    option(*create, "kind", asked->request.kind,
           {"open, close, change_role, freeze or unfreeze",
            "类型：open、close、change_role、freeze、unfreeze"})
        ->required();
    option(*create, "login", asked->login, {"Sign-in name", "登录名"})->required();
    option(*create, "--reason", asked->request.reason, {"Why", "原因"})->required();
    create->add_flag("--leaving", asked->request.isLeaving,
                     std::string{console.say({"They are about to leave", "有离职意向"})});
    for (const char* field : {"name", "role", "team", "title", "phone", "email"}) {
        create->add_option_function<std::string>(
            "--" + std::string{field},
            [asked, field](const std::string& text) { asked->request.wishes[field] = text; },
            std::string{console.say(typeNamed("user").field(field).fieldLabel)});
    }
    auto* all = add("list", {"List the requests", "列出申请"}, list);
    option(*all, "--state", asked->state,
           {"requested, approved, refused, withdrawn or executed", "状态"});
    decision("approve", {"Approve a request", "批准申请"}, decide<true>);
    decision("refuse", {"Refuse a request", "驳回申请"}, decide<false>);
    decision("execute", {"Carry out what was approved", "执行已批准的申请"}, execute);
}

} // namespace fieldbook::server::commands
