#include "server/app/commands/command.h"
#include "server/service/recovery_service.h"
#include "server/service/sync_service.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Asked {
    std::string folder;
    bool asJson = false;
};

nlohmann::ordered_json rowOf(Engine& engine, const Recovered& each)
{
    const auto* person = engine.people.current()->findUser(each.user);
    return {{"login", person == nullptr ? std::string{} : person->login},
            {"device", each.device},
            {"held", each.held},
            {"known", each.known},
            {"files", each.files}};
}

Result<void> recover(Console& console, Engine& engine, const Asked& asked)
{
    const auto stores = sealedStoresIn(console.at(asked.folder));
    if (stores.empty()) {
        return fail(ErrorKind::NotFound, "remains.missing", asked.folder);
    }
    SyncService sync{engine.store,   engine.commits, engine.directory,
                     engine.changes, engine.clock,   engine.entropy};
    FileFolder folder{engine.folder.files()};
    FileService files{engine.store, engine.commits, engine.directory, engine.changes,
                      folder,       engine.clock,   engine.entropy};
    RecoveryService recovery{engine.store, engine.leases.box(), sync, files};
    auto rows = nlohmann::ordered_json::array();
    for (const auto& store : stores) {
        const auto outcome = recovery.recover(store);
        if (!outcome) {
            return fail(outcome.error());
        }
        rows.push_back(rowOf(engine, *outcome));
    }
    if (asked.asJson) {
        console.out << rows.dump(2) << '\n';
        return {};
    }
    for (const auto& row : rows) {
        console.out << row["login"].get<std::string>() << ' ' << row["device"].get<std::string>()
                    << console.say({": held ", "：放入隔离区 "}) << row["held"]
                    << console.say({", known before ", "，此前已收到 "}) << row["known"]
                    << console.say({", files ", "，附件 "}) << row["files"] << '\n';
    }
    return {};
}

} // namespace

void addRecover(CLI::App& app, const Console& console, Action& chosen)
{
    auto* command = app.add_subcommand(
        "recover",
        std::string{console.say({"File what a tablet kept sealed for the company into quarantine",
                                 "把平板为公司密封保存的内容放入隔离区"})});
    const auto asked = std::make_shared<Asked>();
    command
        ->add_option("folder", asked->folder,
                     std::string{console.say({"The tablet's folder, or one in its folder sealed",
                                              "平板的目录，或其 sealed 目录中的一个"})})
        ->required();
    command->add_flag("--json", asked->asJson, "JSON");
    command->callback([&chosen, asked] { chosen = onCompany(recover, asked); });
}

} // namespace fieldbook::server::commands
