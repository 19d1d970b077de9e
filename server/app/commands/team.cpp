#include "server/app/commands/command.h"
#include "server/app/commands/people.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <array>
#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Asked {
    std::string team; // Name or code.
    bool asJson = false;
    std::map<std::string, std::string, std::less<>> fields;
};

struct FieldOption {
    std::string_view field;
    const char* flag;
};
constexpr std::array fieldOptions{
    FieldOption{"name", "--name"},       FieldOption{"code", "--code"},
    FieldOption{"kind", "--kind"},       FieldOption{"parent", "--parent"},
    FieldOption{"manager", "--manager"}, FieldOption{"currency", "--currency"},
    FieldOption{"time_zone", "--zone"}};

Given givenFields(const Asked& asked)
{
    Given given;
    for (const auto& [field, flag] : fieldOptions) {
        if (const auto found = asked.fields.find(field); found != asked.fields.end()) {
            given.emplace_back(field, found->second);
        }
    }
    return given;
}

Result<void> addOne(Console&, Engine& engine, const Asked& asked)
{
    Given given = givenFields(asked);
    if (!asked.fields.contains("name")) {
        given.emplace_back("name", asked.team);
    }
    const auto values = fieldValues(engine, typeNamed("team"), given);
    if (!values) {
        return fail(values.error());
    }
    const auto team = engine.people.createTeam({}, *values);
    return team ? Result<void>{} : fail(team.error());
}

Result<void> setOne(Console&, Engine& engine, const Asked& asked)
{
    const auto team = findTeam(engine, asked.team);
    const auto values = fieldValues(engine, typeNamed("team"), givenFields(asked));
    if (!team || !values) {
        return fail(team ? values.error() : team.error());
    }
    if (values->empty()) {
        return fail(ErrorKind::Invalid, "nothing.given");
    }
    return engine.people.alter({}, "team", *team, *values);
}

Result<void> listAll(Console& console, Engine& engine, const Asked& asked)
{
    auto rows = nlohmann::ordered_json::array();
    const auto directory = engine.people.current();
    for (const auto& [id, team] : directory->teams()) {
        const auto* parent = directory->findTeam(team.parent);
        const auto* manager = directory->findUser(team.manager);
        rows.push_back({{"name", team.name},
                        {"parent", parent == nullptr ? std::string{} : parent->name},
                        {"manager", manager == nullptr ? std::string{} : manager->login},
                        {"members", directory->membersOf(id).size()},
                        {"id", id.text()}});
    }
    if (asked.asJson) {
        console.out << rows.dump(2) << '\n';
        return {};
    }
    TextTable table{{std::string{console.say({"Team", "团队"})},
                     std::string{console.say({"Part of", "上级团队"})},
                     std::string{console.say({"Manager", "主管"})},
                     std::string{console.say({"Members", "人数"})}},
                    {TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Left,
                     TextTable::Align::Right}};
    for (const auto& row : rows) {
        table.add({row["name"], row["parent"], row["manager"], row["members"].dump()});
    }
    table.print(console.out);
    return {};
}

using Work = Result<void> (*)(Console&, Engine&, const Asked&);

} // namespace

void addTeam(CLI::App& app, const Console& console, Action& chosen)
{
    auto* team = app.add_subcommand("team", std::string{console.say({"Teams", "团队"})});
    team->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto add = [&](const char* name, const Label& meaning, Work work) {
        auto* command = team->add_subcommand(name, std::string{console.say(meaning)});
        command->callback([&chosen, asked, work] { chosen = onCompany(work, asked); });
        return command;
    };
    const auto describe = [&](CLI::App& command) {
        command
            .add_option("team", asked->team,
                        std::string{console.say({"Name or code of the team", "团队名称或代码"})})
            ->required();
        for (const auto& [field, flag] : fieldOptions) {
            command.add_option_function<std::string>(
                flag,
                [asked, name = std::string{field}](const std::string& value) {
                    asked->fields[name] = value;
                },
                std::string{console.say(typeNamed("team").field(field).fieldLabel)});
        }
    };
    describe(*add("add", {"Add a team", "新增团队"}, addOne));
    describe(*add("set", {"Change a team", "修改团队"}, setOne));
    add("list", {"List the teams", "列出团队"}, listAll)->add_flag("--json", asked->asJson, "JSON");
}

} // namespace fieldbook::server::commands
