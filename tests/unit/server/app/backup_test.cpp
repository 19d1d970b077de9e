#include "server/app/backup/backup.h"
#include "server/app/engine.h"
#include "server/store/file_folder.h"
#include "shared/base/hash.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <fstream>

namespace fieldbook::server {
namespace {

namespace fs = std::filesystem;

// A company with a team and two uploaded files, whose server has it open all the while.
class Backups : public ::testing::Test {
protected:
    Backups()
    {
        EXPECT_TRUE(engine.people.createTeam({}, {{"name", std::string{"East"}}}));
        upload("one");
        upload("two");
    }

    std::string upload(const std::string& bytes)
    {
        const auto sha256 = toHex(fieldbook::sha256(bytes));
        FileFolder bytesOfAll{data / "files"};
        const Uuid id = UuidSource{engine.clock, engine.entropy}.next();
        bytesOfAll.write(id, 0, asBytes(bytes));
        bytesOfAll.finish(id, sha256);
        EXPECT_TRUE(engine.commits.run([&](Commit& commit) -> Result<void> {
            commit.writer().addFile(sha256, std::ssize(bytes), id, engine.clock.now());
            return {};
        }));
        return sha256;
    }

    Result<Backup> make()
    {
        return makeBackup(data, dir / "backup", dir / "keys", engine.clock.now());
    }
    fs::path storeOf(const Backup& backup)
    {
        return dir / "backup" / "store" / (backup.store + ".db");
    }
    static void spoil(const fs::path& file)
    {
        std::fstream out{file, std::ios::in | std::ios::out | std::ios::binary};
        out.seekp(0);
        out.put('!');
    }

    testing::TempDir folder;
    fs::path dir = folder.path();
    fs::path data = dir / "data";
    Engine engine{*DataFolder::hold(data, DataFolder::Making::Allowed), Configuration{},
                  CommitQueue::Mode::Immediate};
};

TEST_F(Backups, GiveTheCompanyBackAsItWas)
{
    const auto made = make();
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_TRUE(engine.people.createTeam({}, {{"name", std::string{"Later"}}}));

    const auto restored = restoreBackup(dir / "backup", dir / "keys", dir / "new");

    ASSERT_TRUE(restored) << restored.error().detail;
    const Engine again{*DataFolder::hold(dir / "new", DataFolder::Making::MustExist),
                       Configuration{}, CommitQueue::Mode::Immediate};
    std::size_t teams = 0;
    for (const auto& [id, team] : again.directory.current()->teams()) {
        static_cast<void>(id);
        teams += team.name == "East" ? 1U : 0U;
        EXPECT_NE(team.name, "Later");
    }
    EXPECT_EQ(teams, 1U);
    for (const auto* bytes : {"one", "two"}) {
        const auto file =
            FileFolder{dir / "new" / "files"}.find(toHex(sha256(std::string_view{bytes})));
        ASSERT_TRUE(file);
        EXPECT_EQ(fs::file_size(*file), 3U);
    }
    EXPECT_EQ(again.trail.publicKey(), engine.trail.publicKey());
}

TEST_F(Backups, AreRenewedByCopyingWhatIsNew)
{
    const auto first = make();
    ASSERT_TRUE(first);
    upload("three");

    const auto second = make();

    ASSERT_TRUE(second);
    EXPECT_EQ(first->filesCopied, 2U);
    EXPECT_EQ(second->filesCopied, 1U);
    EXPECT_EQ(second->files, 3U);
    EXPECT_NE(first->store, second->store);
    EXPECT_FALSE(fs::exists(storeOf(*first)));
    EXPECT_TRUE(verifyBackup(dir / "backup"));
    const fs::directory_iterator stores{dir / "backup" / "store"};
    EXPECT_EQ(std::distance(begin(stores), end(stores)), 1) << "something stands beside the store";
}

TEST_F(Backups, ThatBreakOffLeaveNoMoreThanOneCopyBehind)
{
    ASSERT_TRUE(make());
    fs::remove_all(data / "files" / "whole");
    upload("three");
    fs::remove_all(data / "files" / "whole");
    const auto stores = [&] {
        const fs::directory_iterator all{dir / "backup" / "store"};
        return std::distance(begin(all), end(all));
    };
    for (const char* name : {"A", "B", "C"}) {
        EXPECT_TRUE(engine.people.createTeam({}, {{"name", std::string{name}}}));
        const auto made = make();
        ASSERT_FALSE(made);
        EXPECT_EQ(made.error().code, "backup.file");
    }

    EXPECT_EQ(stores(), 2) << "the state that holds, and the last attempt";
    EXPECT_TRUE(verifyBackup(dir / "backup"));
}

TEST_F(Backups, HoldNoKeys)
{
    ASSERT_TRUE(make());

    for (const auto& entry : fs::recursive_directory_iterator{dir / "backup"}) {
        EXPECT_NE(entry.path().extension(), ".key");
        const auto open =
            entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all);
        EXPECT_EQ(open, fs::perms::none) << entry.path();
    }
    for (const auto* name : {"trail.key", "second-factor.key", "company.key"}) {
        EXPECT_TRUE(fs::exists(dir / "keys" / name)) << name;
    }
}

TEST_F(Backups, ThatAreDamagedAreFoundOutAndNotRestored)
{
    const auto made = make();
    ASSERT_TRUE(made);
    const auto file = dir / "backup" / "files";
    const std::vector<fs::path> parts{
        storeOf(*made),
        fs::directory_iterator{fs::directory_iterator{file} -> path()} -> path(),
        dir / "backup" / "manifest.json",
    };
    for (const auto& part : parts) {
        const auto kept = dir / "kept";
        fs::copy_file(part, kept, fs::copy_options::overwrite_existing);

        spoil(part);

        const auto restored = restoreBackup(dir / "backup", dir / "keys", dir / "new");
        ASSERT_FALSE(restored) << part;
        EXPECT_EQ(restored.error().code, "backup.damaged") << part;
        EXPECT_FALSE(fs::exists(dir / "new"));
        fs::remove(part);
        EXPECT_FALSE(verifyBackup(dir / "backup")) << part;
        fs::copy_file(kept, part);
    }
    EXPECT_TRUE(verifyBackup(dir / "backup"));
}

TEST_F(Backups, AreMadeAndRestoredOnlyWhereThatHarmsNothing)
{
    EXPECT_EQ(makeBackup(dir / "none", dir / "backup", {}, engine.clock.now()).error().code,
              "store.missing");
    EXPECT_EQ(verifyBackup(dir / "none").error().code, "backup.missing");
    ASSERT_TRUE(make());
    EXPECT_EQ(restoreBackup(dir / "backup", dir / "keys", data).error().code, "restore.not_empty");
    fs::remove(dir / "keys" / "trail.key");
    EXPECT_EQ(restoreBackup(dir / "backup", dir / "keys", dir / "new").error().code,
              "restore.keys");
    EXPECT_FALSE(fs::exists(dir / "new"));
    fs::remove_all(data / "files" / "whole");
    EXPECT_EQ(makeBackup(data, dir / "other", {}, engine.clock.now()).error().code, "backup.file");
    EXPECT_FALSE(fs::exists(dir / "other" / "manifest.json"));
}

} // namespace
} // namespace fieldbook::server
