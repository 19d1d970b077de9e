#include "client/vault/folder_key_store.h"
#include "client/vault/tablet_folder.h"
#include "tests/support/temp_dir.h"
#include "tests/unit/client/vault/vault_tester.h"

#include <gtest/gtest.h>

#include <fstream>

namespace fieldbook::testing {
namespace {

namespace fs = std::filesystem;

void fill(const client::TabletFolder& folder)
{
    fs::create_directories(folder.store());
    std::ofstream{folder.store() / "tablet.db"} << "encrypted";
}

TEST(FolderKeyStore, KeepsSecretsForThisAccountAlone)
{
    const TempDir folder;
    client::FolderKeyStore store{folder / "keys"};
    EXPECT_FALSE(store.read("device"));

    store.write("device", asBytes("one"));
    store.write("device", asBytes("two"));

    EXPECT_EQ(asText(*store.read("device")), "two");
    EXPECT_EQ(fs::status(folder / "keys").permissions(), fs::perms::owner_all);
    EXPECT_EQ(fs::status(folder / "keys/device").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
    store.remove("device");
    store.remove("device");
    EXPECT_FALSE(store.read("device"));
    EXPECT_TRUE(fs::is_empty(folder / "keys"));
}

TEST(TakingAway, KeepsSealedWhatMayBeUnsentAndDropsWhatIsNot)
{
    for (const std::int64_t unsent : {-1, 0, 2}) {
        const TempDir temp;
        const client::TabletFolder folder{temp.path()};
        VaultTester tablet;
        ASSERT_TRUE(tablet.create());
        fill(folder);
        tablet.vault().lock(unsent);
        const auto id = tablet.vault().file()->id;

        const auto kept = client::takeAway(tablet.vault(), folder);

        EXPECT_EQ(kept.has_value(), unsent != 0);
        EXPECT_FALSE(fs::exists(folder.store()));
        EXPECT_EQ(tablet.vault().standing(), client::Standing::None);
        EXPECT_TRUE(tablet.folder.kept.empty());
        EXPECT_EQ(fs::exists(folder.sealed() / id.text() / "store/tablet.db"), unsent != 0);
        EXPECT_EQ(fs::exists(folder.sealed() / id.text() / "vault"), unsent != 0);
    }
}

TEST(TakingAway, GoesOnWhereItWasCutOff)
{
    bool through = false;
    for (int at = 0; !through; ++at) {
        const TempDir temp;
        const client::TabletFolder folder{temp.path()};
        VaultTester tablet;
        ASSERT_TRUE(tablet.create());
        fill(folder);
        const auto id = tablet.vault().file()->id;
        tablet.fault = {.after = at};
        try {
            static_cast<void>(client::takeAway(tablet.vault(), folder));
            through = true;
        } catch (const std::runtime_error&) {
            tablet.fault = {};
            tablet.restart();
            client::finishTakingAway(tablet.vault(), folder);
            if (at == 0) {
                // Nothing had begun.
                EXPECT_EQ(tablet.vault().standing(), client::Standing::Locked);
                EXPECT_TRUE(fs::exists(folder.store()));
                continue;
            }
        }
        EXPECT_TRUE(tablet.device.kept.empty()) << at;
        EXPECT_TRUE(tablet.folder.kept.empty()) << at;
        EXPECT_TRUE(fs::exists(folder.sealed() / id.text() / "store/tablet.db")) << at;
        ASSERT_LT(at, 10);
    }
}

} // namespace
} // namespace fieldbook::testing
