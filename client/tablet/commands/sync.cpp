#include "client/tablet/commands/command.h"
#include "client/tablet/printing.h"
#include "client/tablet/sync_run.h"
#include "client/tablet/wipe_run.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <ostream>

namespace fieldbook::client::tablet {
namespace {

struct Asked {
    bool watch = false;
    bool commands = false;
    std::int64_t waitSeconds = 0;
};

void tell(const Console& console, const sync::Status& status, bool settled)
{
    if (console.asJson) {
        auto json = syncJson(status);
        json["settled"] = settled;
        printJson(console, json);
    } else {
        console.out << syncText(console, status) << std::endl;
    }
}

// The run ends before anything is destroyed: it has the store open.
std::optional<Exit> wipedAfter(Console& console, std::unique_ptr<SyncRun>& run)
{
    const bool ordered = run->isToBeWiped();
    run.reset();
    return ordered ? finishWipe(console) : std::nullopt;
}

Exit sync(Console& console, const Asked& asked)
{
    if (const auto over = finishWipe(console)) {
        return *over;
    }
    auto run = SyncRun::open(console);
    if (!run) {
        return console.refuse(run.error());
    }
    if (asked.watch || asked.commands) {
        (*run)->watch([&console](const sync::Status& status,
                                 bool settled) { tell(console, status, settled); },
                      asked.commands);
        return wipedAfter(console, *run).value_or(Exit::Done);
    }
    const auto done = (*run)->untilSettled(std::chrono::seconds{asked.waitSeconds});
    if (!done) {
        const auto wiped = wipedAfter(console, *run);
        return wiped ? *wiped : console.refuse(done.error());
    }
    tell(console, *done, true);
    return Exit::Done;
}

} // namespace

void addSync(CLI::App& app, const Console& console, Action& chosen)
{
    auto* command = app.add_subcommand(
        "sync", console.say({"Exchange everything with the server", "与服务器同步全部内容"}));
    const auto asked = std::make_shared<Asked>();
    command->add_flag("--watch", asked->watch,
                      console.say({"Go on until interrupted, telling each change of the state",
                                   "持续同步直到中断，状态变化时输出"}));
    command->add_flag("--commands", asked->commands,
                      console.say({"Like --watch; takes commands meanwhile, each line of the "
                                   "standard input a JSON array of words; ends with the input",
                                   "同 --watch，同时从标准输入逐行读取命令（JSON 字符串数组），"
                                   "输入结束时退出"}));
    command
        ->add_option("--wait", asked->waitSeconds,
                     console.say({"Keep trying for so many seconds; none: until the first failure",
                                  "重试的秒数，缺省为首次失败即停止"}))
        ->check(CLI::Range(0, 86'400));
    command->callback(
        [&chosen, asked] { chosen.alone = [asked](Console& now) { return sync(now, *asked); }; });
}

} // namespace fieldbook::client::tablet
