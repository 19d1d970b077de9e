#include "shared/db/error.h"
#include "tests/unit/client/local/tablet.h"

#include <gtest/gtest.h>

#include <fstream>

namespace fieldbook::client::testing {
namespace {

const Uuid hengtong = idOf(50);

Account anasAccount()
{
    return {.server = "http://127.0.0.1:1",
            .user = Company{}.ana,
            .userName = "Ana Trujillo",
            .login = "ana",
            .device = 9,
            .deviceCode = "B1",
            .token = "another"};
}

TEST(Session, IsThereAgainAfterARestart)
{
    const TempDir folder;
    Uuid install;
    {
        Tablet tablet{folder};
        install = tablet.store.session().install();
    }
    Tablet tablet{folder};

    EXPECT_EQ(tablet.store.session().install(), install);
    EXPECT_TRUE(tablet.store.session().isSignedIn());
    EXPECT_EQ(tablet.store.session().account()->login, "ming");
    EXPECT_EQ(tablet.store.session().account()->device, 3);
}

TEST(Session, SigningOutKeepsWhatIsUnsent)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"city", std::string{"宁波"}}}));

    tablet.store.session().signOut();
    EXPECT_FALSE(tablet.store.session().isSignedIn());
    EXPECT_EQ(tablet.outbox().size(), 1U);

    tablet.signIn();
    EXPECT_EQ(tablet.outbox().size(), 1U);
    EXPECT_EQ(tablet.textOf(hengtong, "city"), "宁波");
}

TEST(Session, NobodySignsInOverSomebodyElsesUnsentWork)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    ASSERT_TRUE(tablet.store.recorder().edit(hengtong, {{"city", std::string{"宁波"}}}));
    tablet.store.session().signOut();

    const auto done = tablet.store.session().signIn(anasAccount());

    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, "session.other_user");
    EXPECT_EQ(tablet.outbox().size(), 1U);
    EXPECT_EQ(tablet.store.session().account()->login, "ming");
}

TEST(Session, AnotherUserBeginsAnewWhenAllIsSent)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(hengtong, "恒通")});
    const Uuid install = tablet.store.session().install();
    tablet.store.session().signOut();

    ASSERT_TRUE(tablet.store.session().signIn(anasAccount()));

    EXPECT_EQ(tablet.find(hengtong), std::nullopt);
    EXPECT_EQ(tablet.store.sync().cursor(), "");
    EXPECT_NE(tablet.store.session().install(), install);
    EXPECT_TRUE(tablet.store.openQueries()->search("恒通", 5).empty());
    EXPECT_FALSE(tablet.store.openQueries()->status(tablet.clock.now()).firstSyncDone);
}

TEST(Session, AnotherKeyOpensNothing)
{
    const TempDir folder;
    {
        Tablet tablet{folder};
        tablet.firstSync({aCustomer(hengtong, "恒通")});
    }
    FakeClock clock;
    SeededEntropy entropy{1};

    const auto open = [&] {
        const LocalStore store{
            {.folder = folder.path(), .key = aKey(8), .zone = zoneName}, clock, entropy};
    };

    EXPECT_THROW(open(), db::Error);
}

TEST(Session, NothingOfTheContentIsReadableOnDisk)
{
    const TempDir folder;
    {
        Tablet tablet{folder};
        tablet.firstSync({aCustomer(hengtong, "Quicksilver Trading")});
        tablet.store.recorder().saveDraft("k", "Quicksilver draft");
    }

    for (const auto& entry : std::filesystem::directory_iterator{folder.path()}) {
        std::ifstream file{entry.path(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
        EXPECT_EQ(bytes.find("Quicksilver"), std::string::npos) << entry.path();
        EXPECT_EQ(bytes.find("SQLite format 3"), std::string::npos) << entry.path();
    }
}

} // namespace
} // namespace fieldbook::client::testing
