#include "client/local/wiping.h"
#include "shared/sync/messages.h"
#include "tests/unit/client/local/tablet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace fieldbook::client::testing {
namespace {

using ::testing::Contains;
using ::testing::Field;

sync::PushRequest pushOf(Tablet& tablet)
{
    const auto batch = tablet.store.sync().nextBatch(1'000, 1'000'000);
    return *sync::parsePush(batch.value().body);
}

TEST(DeviceStore, SaysTheSameUntilItIsAnswered)
{
    const TempDir folder;
    sync::Contact first;
    {
        Tablet tablet{folder};
        first = tablet.store.device().nextContact();
        EXPECT_EQ(first.count, 0);
        EXPECT_EQ(first.token, "");
        EXPECT_EQ(tablet.store.device().nextContact(), first);
    }
    Tablet tablet{folder};
    EXPECT_EQ(tablet.store.device().nextContact(), first) << "also after a restart";

    tablet.store.device().contactAnswered();

    const auto second = tablet.store.device().nextContact();
    EXPECT_EQ(second.count, 1);
    EXPECT_EQ(second.token, first.next);
    EXPECT_NE(second.next, first.next);
    EXPECT_EQ(second.key, first.key);
}

TEST(DeviceStore, APushCarriesTheContactAndItsAnswerMovesItOn)
{
    const TempDir folder;
    Tablet tablet{folder};
    tablet.firstSync({aCustomer(idOf(50), "恒通")});
    EXPECT_FALSE(tablet.store.sync().nextBatch(10, 1'000)) << "a tablet without a key says nothing";
    std::ignore = tablet.store.device().keySeed();
    EXPECT_TRUE(pushOf(tablet).changes.empty());
    ASSERT_TRUE(tablet.store.recorder().edit(idOf(50), {{"city", std::string{"宁波"}}}));

    const auto push = pushOf(tablet);
    ASSERT_TRUE(push.contact);
    EXPECT_EQ(push.contact->changesWaiting, 1);
    tablet.store.sync().takeReceipts(aReply({anApplied(1, 11)}));

    const auto next = pushOf(tablet);
    EXPECT_EQ(next.contact->token, push.contact->next);
    EXPECT_EQ(next.contact->changesWaiting, 0);
}

TEST(DeviceStore, ANewInstallIsAnotherDeviceWithAnotherKey)
{
    const TempDir folder;
    Tablet tablet{folder};
    const auto former = tablet.store.device().nextContact();
    tablet.store.device().contactAnswered();
    tablet.store.device().setState("revoked");

    tablet.store.session().renewInstall();

    const auto now = tablet.store.device().nextContact();
    EXPECT_NE(now.key, former.key);
    EXPECT_EQ(now.count, 0);
    EXPECT_EQ(now.token, "");
    EXPECT_EQ(tablet.store.device().state(), "");
}

// A tablet's folder with a key beside its store, and how the app looks.
class WipingTest : public ::testing::Test {
protected:
    TempDir folder;
    WipeOrder order{.server = "http://127.0.0.1:1",
                    .device = 3,
                    .deviceCode = "A7",
                    .install = "one",
                    .key = aKey(9)};

    void SetUp() override
    {
        {
            Tablet tablet{{.folder = folder / "store", .key = aKey(), .zone = zoneName}};
            tablet.firstSync({aCustomer(idOf(50), "秘密的客户")});
        }
        write("store.key", "32 bytes that open the store");
        write("preferences.ini", "look=dark");
        write("lock", "");
        std::filesystem::create_directories(folder / "store" / "more");
        write("store/more/left.over", "something");
    }
    void write(const std::string& name, const std::string& text) const
    {
        std::ofstream{folder / name} << text;
    }
    [[nodiscard]] std::vector<std::string> left() const
    {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator{folder.path()}) {
            names.push_back(entry.path().filename().string());
        }
        std::ranges::sort(names);
        return names;
    }
    [[nodiscard]] std::string note() const
    {
        std::ostringstream text;
        text << std::ifstream{folder / "wiping.json"}.rdbuf();
        return text.str();
    }
    void expectDestroyed(const Wiping& wiping) const
    {
        EXPECT_EQ(left(), (std::vector<std::string>{"lock", "preferences.ini", "wiping.json"}));
        EXPECT_FALSE(wiping.isOrdered());
        const auto done = wiping.done();
        ASSERT_TRUE(done);
        ASSERT_TRUE(done->receipt);
        EXPECT_TRUE(sync::isSigned(sync::Purpose::WipeReceipt, *done->receipt,
                                   SigningKey{order.key}.publicKey()));
        const auto receipt = sync::parseWipeReceipt(done->receipt->text);
        ASSERT_TRUE(receipt);
        EXPECT_EQ(receipt->device, 3);
        for (const std::string name : {"store/tablet.db", "store/more/left.over", "store.key"}) {
            EXPECT_THAT(receipt->files, Contains(Field(&sync::WipeReceipt::File::name, name)));
        }
        EXPECT_EQ(note().find(toBase64Url(order.key.bytes())), std::string::npos)
            << "the key is still there";
    }
};

TEST_F(WipingTest, DestroysEverythingAndSignsWhat)
{
    Wiping wiping{folder.path()};
    EXPECT_FALSE(wiping.done());
    wiping.order(order, fromMillis(1'000));
    EXPECT_TRUE(wiping.isOrdered());

    wiping.carryOut(fromMillis(2'000));

    expectDestroyed(wiping);
    EXPECT_EQ(wiping.done()->wipedAt, fromMillis(2'000));
    wiping.receiptTaken();
    EXPECT_FALSE(wiping.done()->receipt);
    wiping.forget();
    EXPECT_EQ(left(), (std::vector<std::string>{"lock", "preferences.ini"}));
}

TEST_F(WipingTest, AfterACrashTheReceiptStillNamesWhatWentBefore)
{
    Wiping{folder.path()}.order(order, fromMillis(1'000));
    // As a crash leaves it that came after the key was gone.
    const auto text = note();
    const std::string files =
        R"(,"files":[{"name":"store.key","bytes":28},{"name":"store/tablet.db","bytes":4096},)"
        R"({"name":"store/more/left.over","bytes":9}])";
    write("wiping.json", text.substr(0, text.size() - 1) + files + "}");
    std::filesystem::remove(folder / "store.key");

    Wiping again{folder.path()};
    again.carryOut(fromMillis(2'000));

    expectDestroyed(again);
}

TEST_F(WipingTest, ATabletThatBeginsAnewIsNotWipedAgain)
{
    Wiping wiping{folder.path()};
    wiping.order(order, fromMillis(1'000));
    wiping.carryOut(fromMillis(2'000));
    write("store.key", "a new one");

    wiping.carryOut(fromMillis(3'000));

    EXPECT_THAT(left(), Contains("store.key"));
    EXPECT_TRUE(wiping.done()->receipt);
}

TEST_F(WipingTest, WithoutAnOrderNothingIsTouched)
{
    const auto before = left();

    Wiping{folder.path()}.carryOut(fromMillis(2'000));

    EXPECT_EQ(left(), before);
}

} // namespace
} // namespace fieldbook::client::testing
