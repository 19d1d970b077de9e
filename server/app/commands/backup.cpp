#include "server/app/backup/backup.h"

#include "server/app/commands/command.h"
#include "server/app/commands/error_text.h"

#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Asked {
    std::string folder;
    std::string keys; // Folder; empty: not with this backup.
    bool verifies = false;
};

std::optional<std::filesystem::path> keysOf(const Asked& asked)
{
    return asked.keys.empty() ? std::nullopt : std::optional<std::filesystem::path>{asked.keys};
}

void tell(Console& console, const Backup& backup)
{
    console.out << toRfc3339(backup.madeAt) << ": " << backup.storeBytes
                << console.say({" bytes of the store, ", " 字节数据库，"}) << backup.files
                << console.say({" files of ", " 个文件共 "}) << backup.filesBytes
                << console.say({" bytes (", " 字节（本次复制 "}) << backup.filesCopied
                << console.say({" copied now)\n", " 个）\n"});
}

// Remembers when, for those who watch over it. In the server, if one runs.
Result<void> note(Console& console, Engine& engine, const Asked& asked)
{
    const auto backup = readBackup(console.at(asked.folder));
    if (!backup) {
        return fail(backup.error());
    }
    return engine.commits.run([&](Commit& commit) -> Result<void> {
        commit.writer().setSetting(lastBackupSetting, toRfc3339(backup->madeAt));
        commit.note({.kind = "backup.made", .body = "{\"store\":\"" + backup->store + "\"}"});
        return {};
    });
}

// The copy is made here, beside the server: it may take minutes, and nobody waits for it there.
Exit make(Console& console, const std::shared_ptr<Asked>& asked)
{
    if (console.running == nullptr) {
        const auto loaded = console.load();
        if (!loaded) {
            return console.refuse(loaded.error());
        }
        const auto backup = makeBackup(loaded->configuration.data, asked->folder, keysOf(*asked),
                                       SystemClock{}.now());
        if (!backup) {
            return console.refuse(backup.error());
        }
        tell(console, *backup);
        if (asked->keys.empty() && !backup->keys.empty()) {
            console.err << console.say(
                {"The keys are not in this backup; keep them elsewhere with --keys DIR.\n",
                 "此备份不含密钥，请用 --keys 目录 另行保存。\n"});
        }
    }
    return console.onCompany([&](Engine& engine) { return note(console, engine, *asked); });
}

Exit verify(Console& console, const Asked& asked)
{
    const auto backup = verifyBackup(asked.folder);
    if (!backup) {
        return console.refuse(backup.error());
    }
    tell(console, *backup);
    return Exit::Done;
}

Exit restore(Console& console, const Asked& asked)
{
    const auto loaded = console.load();
    if (!loaded) {
        return console.refuse(loaded.error());
    }
    const auto backup = restoreBackup(asked.folder, keysOf(asked), loaded->configuration.data);
    if (!backup) {
        return console.refuse(backup.error());
    }
    tell(console, *backup);
    if (asked.keys.empty() && !backup->keys.empty()) {
        console.err << console.say(
            {"Without its keys: copy them into the data folder before the server starts, or it "
             "makes new ones.\n",
             "未恢复密钥：请在启动服务器前将其复制到数据目录，否则会生成新密钥。\n"});
    }
    return Exit::Done;
}

} // namespace

void addBackup(CLI::App& app, const Console& console, Action& chosen)
{
    const auto asked = std::make_shared<Asked>();
    auto* backup = app.add_subcommand(
        "backup", std::string{console.say({"Copy the store and the files, while the server runs",
                                           "在服务器运行时备份数据库和文件"})});
    backup->add_flag(
        "--verify", asked->verifies,
        std::string{console.say({"Only read an earlier backup and verify it", "仅检查已有备份"})});
    backup->callback([&chosen, asked] {
        chosen = [asked](Console& now) {
            return asked->verifies ? verify(now, *asked) : make(now, asked);
        };
    });
    auto* restoring = app.add_subcommand(
        "restore", std::string{console.say(
                       {"Make an empty data folder of a backup", "用备份恢复空的数据目录"})});
    restoring->callback(
        [&chosen, asked] { chosen = [asked](Console& now) { return restore(now, *asked); }; });
    for (auto* command : {backup, restoring}) {
        command
            ->add_option("folder", asked->folder,
                         std::string{console.say({"Folder of the backup", "备份目录"})})
            ->required();
        command->add_option("--keys", asked->keys,
                            std::string{console.say({"Folder of its keys", "密钥目录"})});
    }
}

} // namespace fieldbook::server::commands
