#include "server/app/commands/command.h"
#include "shared/base/money.h"

#include <array>
#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Plan {
    std::string company;
    std::string currency = "CNY";
    std::string zone = "Asia/Shanghai";
    std::string login = "admin";
    std::string name;
    std::string passwordFile;
};

Result<void> checkPlan(const Plan& plan)
{
    if (const auto currency = Currency::parse(plan.currency); !currency) {
        return fail(currency.error());
    }
    const bool named = !plan.zone.starts_with('/') && plan.zone.find("..") == std::string::npos;
    if (!named || !std::filesystem::is_regular_file("/usr/share/zoneinfo/" + plan.zone)) {
        return fail(ErrorKind::Invalid, "zone.unknown", plan.zone);
    }
    return {};
}

Result<void> setUp(Engine& engine, const Plan& plan, const std::string& password)
{
    if (!engine.people.current()->people().empty()) {
        return fail(ErrorKind::Conflict, "init.already");
    }
    // Before anything is written.
    const std::array<std::string, 3> context{plan.name, plan.login, plan.company};
    if (auto form = admitPassword(password, engine.sessions.passwordRules(), context); !form) {
        return fail(form.error());
    }
    const auto team = engine.people.createTeam({}, {{"name", plan.company},
                                                    {"code", std::string{"company"}},
                                                    {"currency", plan.currency},
                                                    {"time_zone", plan.zone}});
    if (!team) {
        return fail(team.error());
    }
    const auto user = engine.people.createUser({}, {{"name", plan.name},
                                                    {"login", plan.login},
                                                    {"team", *team},
                                                    {"role", std::string{"administrator"}},
                                                    {"status", std::string{"active"}}});
    return user ? engine.sessions.setPassword(*user, password) : fail(user.error());
}

Exit init(Console& console, const Plan& plan)
{
    if (auto good = checkPlan(plan); !good) {
        return console.refuse(good.error());
    }
    const auto password = readPassword(console, plan.passwordFile);
    if (!password) {
        return console.refuse(password.error());
    }
    const auto engine = console.open(DataFolder::Making::Allowed);
    if (!engine) {
        return console.refuse(engine.error());
    }
    if (auto done = setUp(**engine, plan, *password); !done) {
        return console.refuse(done.error());
    }
    console.out << plan.company << ": "
                << console.say({"the company is set up; its administrator signs in as ",
                                "公司已建立，系统管理员的登录名是 "})
                << plan.login << '\n';
    return Exit::Done;
}

} // namespace

void addInit(CLI::App& app, const Console& console, Action& chosen)
{
    auto* command = app.add_subcommand(
        "init", std::string{console.say({"Set up a company with its first administrator",
                                         "建立公司及首位系统管理员"})});
    const auto plan = std::make_shared<Plan>();
    plan->name = console.say({"Administrator", "系统管理员"});
    const auto option = [&](const char* flag, std::string& target, const Label& meaning) {
        return command->add_option(flag, target, std::string{console.say(meaning)})
            ->capture_default_str();
    };
    option("--company", plan->company, {"Name of the company", "公司名称"})->required();
    option("--currency", plan->currency, {"Currency (ISO 4217)", "币种（ISO 4217）"});
    option("--zone", plan->zone, {"Time zone", "时区"});
    option("--admin-login", plan->login, {"Sign-in name of the administrator", "管理员登录名"});
    option("--admin-name", plan->name, {"Name of the administrator", "管理员姓名"});
    option("--password-file", plan->passwordFile,
           {"File with the password; - is the standard input", "密码文件；- 表示标准输入"});
    command->callback(
        [&chosen, plan] { chosen = [plan](Console& now) { return init(now, *plan); }; });
}

} // namespace fieldbook::server::commands
