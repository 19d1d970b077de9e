#include "server/app/commands/book.h"
#include "server/service/decider.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <array>
#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Asked {
    std::string id;
    std::string choices;
    bool all = false;
    bool asJson = false;
};

std::string nameOf(const rules::World& world, const Uuid& customer)
{
    const auto record = world.find(customer);
    return record ? record->textOf("name") : std::string{};
}

nlohmann::ordered_json rowOf(const Record& each, const rules::World& world)
{
    return {{"id", each.id().text()},
            {"state", each.textOf("state")},
            {"survivor", each.referenceOf("survivor").text()},
            {"survivor_name", nameOf(world, each.referenceOf("survivor"))},
            {"loser", each.referenceOf("loser").text()},
            {"loser_name", nameOf(world, each.referenceOf("loser"))},
            {"reason", each.textOf("reason")}};
}

Result<void> list(Console& console, Engine& engine, const Asked& asked)
{
    auto rows = nlohmann::ordered_json::array();
    {
        const auto view = engine.store.read();
        const StoreWorld world{*view};
        view->forEachDocument(typeNamed("merge_case"), [&](std::string_view document) {
            const auto record = Record::parse(document);
            const auto& state = record->textOf("state");
            if (asked.all || state == "found" || state == "proposed") {
                rows.push_back(rowOf(*record, world));
            }
        });
    }
    if (asked.asJson) {
        console.out << rows.dump(2) << '\n';
        return {};
    }
    TextTable table{{"ID", std::string{console.say({"State", "状态"})},
                     std::string{console.say({"Stays", "保留的客户"})},
                     std::string{console.say({"Goes into it", "并入的客户"})},
                     std::string{console.say({"Why", "原因"})}},
                    {TextTable::Align::Left, TextTable::Align::Left, TextTable::Align::Left,
                     TextTable::Align::Left, TextTable::Align::Left}};
    for (const auto& row : rows) {
        table.add(
            {row["id"], row["state"], row["survivor_name"], row["loser_name"], row["reason"]});
    }
    table.print(console.out);
    return {};
}

Result<void> decide(Console& console, Engine& engine, const Asked& asked, const char* act)
{
    const auto id = Uuid::parse(asked.id);
    if (!id) {
        return fail(ErrorKind::NotFound, "record.missing", asked.id);
    }
    auto arguments = nlohmann::json::object();
    if (!asked.choices.empty()) {
        arguments["choices"] = asked.choices;
    }
    const auto done = engine.commits.run([&](Commit& commit) -> Result<Sequence> {
        const auto actor = deciderFor(commit.directory(), {});
        if (!actor) {
            return fail(actor.error());
        }
        const std::array<ServerChange, 1> change{sync::ActBody{.name = act,
                                                               .type = &typeNamed("merge_case"),
                                                               .id = *id,
                                                               .arguments = arguments.dump()}};
        return engine.changes.applyGroup(commit, *actor, change);
    });
    if (!done) {
        return fail(done.error());
    }
    console.out << console.say({"done", "已完成"}) << '\n';
    return {};
}

Result<void> approve(Console& console, Engine& engine, const Asked& asked)
{
    return decide(console, engine, asked, "merge_case.approve");
}

Result<void> reject(Console& console, Engine& engine, const Asked& asked)
{
    return decide(console, engine, asked, "merge_case.reject");
}

Result<void> undo(Console& console, Engine& engine, const Asked& asked)
{
    return decide(console, engine, asked, "merge_case.undo");
}

using Work = Result<void> (*)(Console&, Engine&, const Asked&);

} // namespace

void addMerge(CLI::App& app, const Console& console, Action& chosen)
{
    auto* merge = app.add_subcommand(
        "merge", std::string{console.say({"Customers that may be one", "客户合并"})});
    merge->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto add = [&](const char* name, const Label& meaning, Work work) {
        auto* command = merge->add_subcommand(name, std::string{console.say(meaning)});
        command->callback([&chosen, asked, work] { chosen = onCompany(work, asked); });
        return command;
    };
    auto* listing = add("list", {"List what waits for a decision", "列出待处理的合并"}, list);
    listing->add_flag("--json", asked->asJson, "JSON");
    listing->add_flag("--all", asked->all,
                      std::string{console.say({"Also what was decided", "包括已处理的"})});
    const auto addDecision = [&](const char* name, const Label& meaning, Work work) {
        auto* command = add(name, meaning, work);
        command->add_option("id", asked->id, "ID")->required();
        return command;
    };
    addDecision("approve", {"Merge the two", "同意合并"}, approve)
        ->add_option("--choices", asked->choices,
                     std::string{console.say(
                         {R"(JSON, such as {"phone":"loser"})", R"(JSON，如 {"phone":"loser"})"})});
    addDecision("reject", {"They are not the same", "不合并"}, reject);
    addDecision("undo", {"Take a merge apart again", "撤销合并"}, undo);
}

} // namespace fieldbook::server::commands
