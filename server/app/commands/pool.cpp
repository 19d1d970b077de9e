#include "server/app/comma_list.h"
#include "server/app/commands/book.h"
#include "server/app/commands/people.h"
#include "server/service/pool_service.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Asked {
    std::vector<std::string> values; // FIELD=VALUE
    bool asJson = false;
};

PoolService poolOf(Engine& engine)
{
    return {engine.store, engine.commits, engine.changes, engine.clock, engine.entropy};
}

std::string loginOf(Engine& engine, const Uuid& user)
{
    const auto* person = engine.directory.current()->findUser(user);
    return person == nullptr ? std::string{} : person->login;
}

nlohmann::ordered_json rowOf(Engine& engine, const PooledCustomer& each)
{
    const auto* board = engine.directory.current()->findTeam(each.board);
    return {{"id", each.id.text()},
            {"name", each.name},
            {"board", board == nullptr ? std::string{} : board->name},
            {"since", toRfc3339(each.since)},
            {"how", each.how},
            {"reason", each.reason},
            {"former_owner", loginOf(engine, each.formerOwner)}};
}

Result<void> list(Console& console, Engine& engine, const Asked& asked)
{
    auto rows = nlohmann::ordered_json::array();
    for (const auto& each : poolOf(engine).list()) {
        rows.push_back(rowOf(engine, each));
    }
    if (asked.asJson) {
        console.out << rows.dump(2) << '\n';
        return {};
    }
    TextTable table{{"ID", std::string{console.say({"Customer", "客户"})},
                     std::string{console.say({"Board", "版块"})},
                     std::string{console.say({"In the pool since", "进入公海时间"})},
                     std::string{console.say({"How", "方式"})},
                     std::string{console.say({"Formerly", "原负责人"})}},
                    {TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Left,
                     TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Left}};
    for (const auto& row : rows) {
        table.add(
            {row["id"], row["name"], row["board"], row["since"], row["how"], row["former_owner"]});
    }
    table.print(console.out);
    return {};
}

// A value as it is typed, in the JSON of the field: numbers, yes and no, members with commas.
Result<nlohmann::json> typed(const FieldSpec& field, const std::string& text)
{
    const auto malformed = [&] {
        return fail(ErrorKind::Invalid, "field.invalid", std::string{field.fieldName});
    };
    if (field.kind == FieldKind::Boolean) {
        if (text != "yes" && text != "no" && text != "true" && text != "false") {
            return malformed();
        }
        return nlohmann::json(text == "yes" || text == "true");
    }
    if (field.kind == FieldKind::TextSet) {
        return nlohmann::json(wordsOf(text));
    }
    auto number = nlohmann::json::parse(text, nullptr, false);
    if (!number.is_number_integer()) {
        return malformed();
    }
    return number;
}

Result<std::string> argumentsOf(const std::vector<std::string>& values)
{
    const auto& type = typeNamed("customer_rules");
    auto arguments = nlohmann::json::object();
    for (const auto& value : values) {
        const auto at = value.find('=');
        const std::string name = value.substr(0, at);
        const auto index = type.indexOf(name);
        if (at == std::string::npos || !index || type.fields[*index].merge != Merge::Act) {
            return fail(ErrorKind::Invalid, "pool.setting", value);
        }
        auto read = typed(type.fields[*index], value.substr(at + 1));
        if (!read) {
            return fail(read.error());
        }
        arguments[name] = std::move(*read);
    }
    return arguments.dump();
}

Result<void> settings(Console& console, Engine& engine, const Asked& asked)
{
    auto pool = poolOf(engine);
    const auto arguments = argumentsOf(asked.values);
    if (!arguments) {
        return fail(arguments.error());
    }
    if (auto done = pool.change({}, *arguments); !done) {
        return done;
    }
    const auto record = pool.settings();
    auto shown = nlohmann::ordered_json::object();
    TextTable table{{std::string{console.say({"Setting", "参数"})},
                     std::string{console.say({"Meaning", "含义"})},
                     std::string{console.say({"Value", "值"})}},
                    {TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Left}};
    const auto& type = record->type();
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        const auto& field = type.fields[i];
        if (field.merge != Merge::Act || field.kind == FieldKind::Time ||
            field.kind == FieldKind::Reference || field.kind == FieldKind::LongText) {
            continue;
        }
        std::string value;
        appendJson(value, record->at(i));
        shown[std::string{field.fieldName}] = nlohmann::ordered_json::parse(value);
        table.add({std::string{field.fieldName}, std::string{console.say(field.fieldLabel)},
                   isEmpty(record->at(i)) ? std::string{"-"} : value});
    }
    if (asked.asJson) {
        console.out << shown.dump(2) << '\n';
    } else {
        table.print(console.out);
    }
    return {};
}

Result<void> keep(Console& console, Engine& engine, const Asked&)
{
    const auto kept = poolOf(engine).keep();
    console.out << console.say({"returned ", "退回 "}) << kept.returned
                << console.say({", warned ", "，提醒 "}) << kept.warned << '\n';
    return {};
}

using Work = Result<void> (*)(Console&, Engine&, const Asked&);

} // namespace

void addPool(CLI::App& app, const Console& console, Action& chosen)
{
    auto* pool = app.add_subcommand(
        "pool", std::string{console.say({"The public pool of customers", "客户公海"})});
    pool->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto add = [&](const char* name, const Label& meaning, Work work) {
        auto* command = pool->add_subcommand(name, std::string{console.say(meaning)});
        command->callback([&chosen, asked, work] { chosen = onCompany(work, asked); });
        return command;
    };
    add("list", {"List what lies in it", "列出公海客户"}, list)
        ->add_flag("--json", asked->asJson, "JSON");
    auto* setting =
        add("settings", {"Show or change the settings about customers", "查看或修改客户参数"},
            settings);
    setting->add_flag("--json", asked->asJson, "JSON");
    setting->add_option(
        "--set", asked->values,
        std::string{console.say({"NAME=VALUE, such as pool_after_days=31; repeatable",
                                 "参数=值，如 pool_after_days=31，可重复"})});
    add("return",
        {"Return now what nobody has followed up; the server does it each hour",
         "立即退回久未跟进的客户；服务器每小时自动进行"},
        keep);
}

} // namespace fieldbook::server::commands
