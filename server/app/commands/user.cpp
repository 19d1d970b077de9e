#include "server/app/commands/command.h"
#include "server/app/commands/people.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Asked {
    std::string login;
    std::string passwordFile;
    bool withPassword = false;
    bool asJson = false;
    std::map<std::string, std::string, std::less<>> fields; // By name, as far as given.
};

struct FieldOption {
    std::string_view field;
    const char* flag;
};
constexpr std::array fieldOptions{
    FieldOption{"name", "--name"},   FieldOption{"role", "--role"},
    FieldOption{"team", "--team"},   FieldOption{"manager", "--manager"},
    FieldOption{"title", "--title"}, FieldOption{"phone", "--phone"},
    FieldOption{"email", "--email"}, FieldOption{"status", "--status"}};

Given givenFields(const Asked& asked)
{
    Given given;
    for (const auto& [field, flag] : fieldOptions) {
        const auto found = asked.fields.find(field);
        if (found != asked.fields.end()) {
            given.emplace_back(field, found->second);
        }
    }
    return given;
}

Result<void> addOne(Console& console, Engine& engine, const Asked& asked)
{
    Given given = givenFields(asked);
    given.emplace_back("login", asked.login);
    if (!asked.fields.contains("status")) {
        given.emplace_back("status", "active");
    }
    const auto values = fieldValues(engine, typeNamed("user"), given);
    if (!values) {
        return fail(values.error());
    }
    // Before anything is done: whoever is asked for it may have none.
    std::optional<std::string> password;
    if (asked.withPassword) {
        auto read = readPassword(console, asked.passwordFile);
        if (!read) {
            return fail(read.error());
        }
        password = std::move(*read);
        const std::array<std::string, 2> context{
            asked.login,
            asked.fields.contains("name") ? asked.fields.find("name")->second : std::string{}};
        if (auto form = admitPassword(*password, engine.sessions.passwordRules(), context); !form) {
            return fail(form.error());
        }
    }
    const auto user = engine.people.createUser({}, *values);
    if (!user) {
        return fail(user.error());
    }
    return password ? engine.sessions.setPassword(*user, *password) : Result<void>{};
}

Result<void> setOne(Console&, Engine& engine, const Asked& asked)
{
    const auto user = findUser(engine, asked.login);
    const auto values = fieldValues(engine, typeNamed("user"), givenFields(asked));
    if (!user || !values) {
        return fail(user ? values.error() : user.error());
    }
    if (values->empty()) {
        return fail(ErrorKind::Invalid, "nothing.given");
    }
    return engine.people.alter({}, "user", *user, *values);
}

Result<void> freezeOne(Console&, Engine& engine, const Asked& asked)
{
    const auto user = findUser(engine, asked.login);
    return user ? engine.people.alter({}, "user", *user, {{"status", std::string{"frozen"}}})
                : fail(user.error());
}

Result<void> setPasswordOf(Console& console, Engine& engine, const Asked& asked)
{
    const auto user = findUser(engine, asked.login);
    if (!user) {
        return fail(user.error());
    }
    const auto password = readPassword(console, asked.passwordFile);
    return password ? engine.sessions.setPassword(*user, *password) : fail(password.error());
}

std::string nameOf(const rules::Directory& directory, const Uuid& id)
{
    const auto* person = directory.findUser(id);
    return person == nullptr ? std::string{} : person->login;
}

Result<void> listAll(Console& console, Engine& engine, const Asked& asked)
{
    auto rows = nlohmann::ordered_json::array();
    const auto directory = engine.people.current();
    const auto view = engine.store.read();
    view->forEachDocument(typeNamed("user"), [&](std::string_view document) {
        const auto record = Record::parse(document);
        if (!record) {
            return;
        }
        const auto* team = directory->findTeam(record->referenceOf("team"));
        rows.push_back({{"login", record->textOf("login")},
                        {"name", record->textOf("name")},
                        {"role", record->textOf("role")},
                        {"status", record->textOf("status")},
                        {"team", team == nullptr ? std::string{} : team->name},
                        {"manager", nameOf(*directory, record->referenceOf("manager"))},
                        {"id", record->id().text()}});
    });
    if (asked.asJson) {
        console.out << rows.dump(2) << '\n';
        return {};
    }
    TextTable table{
        {std::string{console.say({"Sign-in", "登录名"})},
         std::string{console.say({"Name", "姓名"})}, std::string{console.say({"Role", "角色"})},
         std::string{console.say({"Status", "状态"})}, std::string{console.say({"Team", "团队"})},
         std::string{console.say({"Manager", "主管"})}}};
    for (const auto& row : rows) {
        table.add(
            {row["login"], row["name"], row["role"], row["status"], row["team"], row["manager"]});
    }
    table.print(console.out);
    return {};
}

using Work = Result<void> (*)(Console&, Engine&, const Asked&);

void addFields(CLI::App& command, const Console& console, const std::shared_ptr<Asked>& asked)
{
    const auto& type = typeNamed("user");
    for (const auto& [field, flag] : fieldOptions) {
        command.add_option_function<std::string>(
            flag,
            [asked, name = std::string{field}](const std::string& value) {
                asked->fields[name] = value;
            },
            std::string{console.say(type.field(field).fieldLabel)});
    }
}

} // namespace

void addUser(CLI::App& app, const Console& console, Action& chosen)
{
    auto* user = app.add_subcommand("user", std::string{console.say({"Users", "用户"})});
    user->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto add = [&](const char* name, const Label& meaning, Work work) {
        auto* command = user->add_subcommand(name, std::string{console.say(meaning)});
        command->callback([&chosen, asked, work] { chosen = onCompany(work, asked); });
        return command;
    };
    const auto login = [&](CLI::App& command) {
        command
            .add_option("login", asked->login, std::string{console.say({"Sign-in name", "登录名"})})
            ->required();
    };
    const auto password = [&](CLI::App& command) {
        command.add_option(
            "--password-file", asked->passwordFile,
            std::string{console.say(
                {"File with the password; - is the standard input", "密码文件；- 表示标准输入"})});
    };
    auto* create = add("add", {"Add a user", "新增用户"}, addOne);
    login(*create);
    addFields(*create, console, asked);
    create->add_flag("--password", asked->withPassword,
                     std::string{console.say({"Ask for a password", "同时设置密码"})});
    password(*create);
    auto* set = add("set", {"Change a user", "修改用户"}, setOne);
    login(*set);
    addFields(*set, console, asked);
    auto* list = add("list", {"List the users", "列出用户"}, listAll);
    list->add_flag("--json", asked->asJson, "JSON");
    login(*add("freeze", {"Freeze a user and end their sessions", "冻结用户并结束其登录"},
               freezeOne));
    auto* secret = add("password",
                       {"Set a user's password and end their sessions", "设置用户密码并结束其登录"},
                       setPasswordOf);
    login(*secret);
    password(*secret);
}

} // namespace fieldbook::server::commands
