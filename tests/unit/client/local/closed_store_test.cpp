#include "shared/base/hash.h"
#include "shared/custody/remains.h"
#include "shared/db/error.h"
#include "tests/support/fault_vfs.h"
#include "tests/unit/client/local/tablet.h"

#include <gtest/gtest.h>

namespace fieldbook::client::testing {
namespace {

using fieldbook::testing::FaultDisk;

bool opensBy(const StoreOptions& options, const SecretKey& key)
{
    try {
        const db::Database database{
            databaseFile(options),
            {.access = db::Access::ReadOnly, .key = db::Key{key.bytes()}, .vfs = options.vfs}};
        return true;
    } catch (const db::Error&) {
        return false;
    }
}

// The power goes at every operation in turn: afterwards the store opens by one key, and another
// call brings it to the new one with all it held.
TEST(ChangeOfTheStoresKey, LosesNothingWhereverItIsCutOff)
{
    bool through = false;
    for (std::uint64_t at = 0; !through; ++at) {
        FaultDisk disk{"rekey"};
        SeededEntropy chance{at};
        const StoreOptions former{
            .folder = "/", .key = aKey(1), .zone = zoneName, .vfs = disk.vfs()};
        StoreOptions options = former;
        options.key = aKey(2);
        std::size_t before = 0;
        {
            Tablet tablet{former};
            ASSERT_TRUE(tablet.store.recorder().create(
                "lead", {{"name", std::string{"Lead"}}, {"phone", std::string{"13800001234"}}}));
            before = tablet.store.sync().waitingChanges();
        }
        disk.cutPowerAfter(at);
        try {
            changeStoreKey(options, former.key);
            through = disk.hasPower();
        } catch (const db::Error&) {
            through = false;
        }
        if (!through) {
            disk.crash(chance);
        }
        disk.heal();
        EXPECT_NE(opensBy(options, former.key), opensBy(options, options.key)) << at;
        changeStoreKey(options, former.key);
        EXPECT_TRUE(opensBy(options, options.key)) << at;
        EXPECT_FALSE(opensBy(options, former.key)) << at;
        Tablet tablet{options};
        EXPECT_EQ(tablet.store.sync().waitingChanges(), before) << at;
        ASSERT_LT(at, 100'000U);
    }
}

TEST(ChangeOfTheStoresKey, RefusesAKeyThatNeverOpenedIt)
{
    const TempDir folder;
    const StoreOptions options{.folder = folder.path(), .key = aKey(2), .zone = zoneName};
    changeStoreKey(options, aKey(1));
    {
        Tablet tablet{StoreOptions{.folder = folder.path(), .key = aKey(1), .zone = zoneName}};
    }

    try {
        changeStoreKey(options, aKey(9));
        FAIL() << "another key was taken";
    } catch (const db::Error& error) {
        EXPECT_EQ(error.fault(), db::Fault::WrongKey);
    }
    changeStoreKey(options, aKey(1));
    EXPECT_TRUE(opensBy(options, aKey(2)));
}

// What the company reads of a tablet's store is what the tablet itself would send.
TEST(Remains, AreWhatTheTabletWouldPush)
{
    const TempDir folder;
    const StoreOptions options{.folder = folder.path(), .key = aKey(), .zone = zoneName};
    std::vector<std::string> bodies;
    std::string photo(300'000, 'x');
    {
        Tablet tablet{options};
        const auto customer = tablet.store.recorder().create(
            "customer", {{"name", std::string{"Bakery"}}, {"kind", std::string{"organisation"}}});
        ASSERT_TRUE(customer);
        ASSERT_TRUE(tablet.store.recorder().create(
            "lead", {{"name", std::string{"Other"}}, {"phone", std::string{"13800001235"}}}));
        ASSERT_TRUE(
            tablet.store.recorder().attach(photo, {{"name", std::string{"shop.jpg"}},
                                                   {"kind", std::string{"photo"}},
                                                   {"media_type", std::string{"image/jpeg"}},
                                                   {"customer", *customer}}));
        bodies.push_back(tablet.store.sync().nextBatch(100, 1'000'000)->body);
    }

    db::Database store{databaseFile(options), {.key = db::Key{options.key.bytes()}}};
    const auto remains = custody::readRemains(store);

    ASSERT_TRUE(remains);
    EXPECT_EQ(remains->user, Company{}.ming);
    EXPECT_EQ(remains->device, 3);
    ASSERT_EQ(remains->runs.size(), 1U);
    const std::vector<std::string_view> views(remains->runs[0].changes.begin(),
                                              remains->runs[0].changes.end());
    EXPECT_EQ(sync::makePush(remains->device, remains->received, views), bodies[0]);
    std::vector<std::string> files;
    custody::forEachUnsentFile(store, [&](std::string_view sha256, std::string_view bytes) {
        files.emplace_back(sha256);
        EXPECT_EQ(bytes, photo);
    });
    EXPECT_EQ(files, std::vector{toHex(sha256(photo))});
}

TEST(Remains, AreNothingOfATabletThatNobodySignedInOn)
{
    const TempDir folder;
    const StoreOptions options{.folder = folder.path(), .key = aKey(), .zone = zoneName};
    const FakeClock clock;
    SeededEntropy entropy{3};
    {
        const LocalStore store{options, clock, entropy};
    }

    db::Database store{databaseFile(options), {.key = db::Key{options.key.bytes()}}};

    EXPECT_EQ(custody::readRemains(store).error().code, "remains.nobody");
    EXPECT_EQ(custody::escrowIn("{}").error().code, "vault.damaged");
    EXPECT_EQ(custody::escrowIn("[").error().code, "vault.damaged");
}

} // namespace
} // namespace fieldbook::client::testing
