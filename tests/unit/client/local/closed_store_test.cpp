#include "shared/base/hash.h"
#include "shared/custody/remains.h"
#include "tests/unit/client/local/tablet.h"

#include <gtest/gtest.h>

namespace fieldbook::client::testing {
namespace {

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
