#include "server/app/commands/book.h"
#include "server/service/bin_service.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

BinService binOf(Engine& engine)
{
    return {engine.store, engine.commits, engine.changes, engine.clock};
}

struct Asked {
    std::string id;
    bool asJson = false;
};

nlohmann::ordered_json rowOf(Engine& engine, const BinnedRecord& each)
{
    const auto* person = engine.directory.current()->findUser(each.deletedBy);
    return {{"id", each.id.text()},
            {"type", each.type->name},
            {"title", each.title},
            {"deleted_at", toRfc3339(each.deletedAt)},
            {"deleted_by", person == nullptr ? std::string{} : person->login},
            {"reason", each.reason},
            {"with_it", each.below},
            {"recorded_since", each.since},
            {"purged_at", toRfc3339(each.purgedAt())}};
}

Result<void> list(Console& console, Engine& engine, const Asked& asked)
{
    auto rows = nlohmann::ordered_json::array();
    for (const auto& each : binOf(engine).list()) {
        rows.push_back(rowOf(engine, each));
    }
    if (asked.asJson) {
        console.out << rows.dump(2) << '\n';
        return {};
    }
    using Align = TextTable::Align;
    TextTable table{{"ID", std::string{console.say({"Kind", "类型"})},
                     std::string{console.say({"Title", "名称"})},
                     std::string{console.say({"Deleted", "删除时间"})},
                     std::string{console.say({"By", "删除人"})},
                     std::string{console.say({"With it", "随附条数"})},
                     std::string{console.say({"Gone for good", "清除时间"})}},
                    {Align::Left, Align::Left, Align::Left, Align::Left, Align::Left, Align::Right,
                     Align::Left}};
    for (const auto& row : rows) {
        table.add({row["id"], row["type"], row["title"], row["deleted_at"], row["deleted_by"],
                   row["with_it"].dump(),
                   row["recorded_since"] == 0
                       ? row["purged_at"].get<std::string>()
                       : std::string{console.say({"used since; stays", "删除后仍有记录，保留"})}});
    }
    table.print(console.out);
    return {};
}

Result<void> restore(Console& console, Engine& engine, const Asked& asked)
{
    const auto id = Uuid::parse(asked.id);
    const auto done =
        id ? binOf(engine).restore({}, *id) : fail(ErrorKind::NotFound, "record.missing", asked.id);
    if (done) {
        console.out << console.say({"restored", "已恢复"}) << '\n';
    }
    return done;
}

Result<void> purge(Console& console, Engine& engine, const Asked&)
{
    console.out << binOf(engine).purge() << ' '
                << console.say({"records are gone for good; the trail keeps what they were",
                                "条记录已清除，审计记录仍保留其内容"})
                << '\n';
    return {};
}

using Work = Result<void> (*)(Console&, Engine&, const Asked&);

} // namespace

void addBin(CLI::App& app, const Console& console, Action& chosen)
{
    auto* bin = app.add_subcommand("bin", std::string{console.say({"The recycle bin", "回收站"})});
    bin->require_subcommand(1);
    const auto asked = std::make_shared<Asked>();
    const auto add = [&](const char* name, const Label& meaning, Work work) {
        auto* command = bin->add_subcommand(name, std::string{console.say(meaning)});
        command->callback([&chosen, asked, work] { chosen = onCompany(work, asked); });
        return command;
    };
    add("list", {"List what lies in it", "列出回收站内容"}, list)
        ->add_flag("--json", asked->asJson, "JSON");
    add("restore", {"Take a record out, with all that went in with it", "恢复记录及其随附内容"},
        restore)
        ->add_option("id", asked->id, "ID")
        ->required();
    add("purge",
        {"Take away for good what has lain there for 30 days; the server does it by itself",
         "清除已满 30 天的内容；服务器会自动进行"},
        purge);
}

} // namespace fieldbook::server::commands
