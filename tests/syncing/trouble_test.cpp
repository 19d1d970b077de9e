#include "tests/syncing/canned_server.h"
#include "tests/syncing/live_tablet.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace fieldbook::client::testing {
namespace {

using fieldbook::testing::cannedReply;
using fieldbook::testing::CannedServer;
using Phase = sync::Status::Phase;

const std::string signedIn{
    R"({"token":"t","user":{"id":"01890000-0000-7000-8000-000000000003","name":"Ming"},)"
    R"("device":1,"device_code":"A1","time":"2024-05-14T08:00:00.000Z"})"};
const std::string emptyPage{R"({"records":[],"left":[],"cursor":"c","upto":1,"complete":true,)"
                            R"("time":"2024-05-14T08:00:00.000Z"})"};

// Signs anybody in; the pull is answered as told, anything else with 404.
CannedServer::Answer pullingGives(const std::string& reply)
{
    return [reply](const std::string& head) {
        if (head.starts_with("POST /v1/sessions")) {
            return cannedReply("201 Created", signedIn);
        }
        return head.starts_with("GET /v1/pull") ? reply : cannedReply("404 Not Found", "{}");
    };
}

// How the pull of a tablet stands after its first failure.
sync::Status::LaneStatus pullAfter(const std::string& reply)
{
    CannedServer server{pullingGives(reply)};
    LiveTablet tablet;
    EXPECT_TRUE(tablet.signIn(server.url(), "ming"));
    EXPECT_TRUE(
        tablet.reaches([](const sync::Status& now) { return now.pull.phase == Phase::Retrying; }));
    return tablet.status().pull;
}

TEST(Trouble, GarbageIsNoAnswer)
{
    EXPECT_EQ(pullAfter("SSH-2.0-OpenSSH_9.2\r\n").errorCode, "network.unreachable");
    EXPECT_EQ(pullAfter(cannedReply("200 OK", "<html>Welcome</html>")).errorCode, "page.malformed");
}

// A page that broke off was once taken for a malformed one, and asked for again only minutes
// later.
TEST(Trouble, APageThatBreaksOffIsAskedForAgainSoon)
{
    std::string half = cannedReply("200 OK", emptyPage);
    half.resize(half.size() - 20);

    const auto pull = pullAfter(half);

    EXPECT_EQ(pull.errorCode, "network.unreachable");
    ASSERT_TRUE(pull.nextTryAt);
    EXPECT_LT(*pull.nextTryAt, SystemClock{}.now() + std::chrono::seconds{30});
}

TEST(Trouble, ABusyServerIsLeftAloneAsLongAsItAsks)
{
    const auto pull = pullAfter(cannedReply("503 Service Unavailable", R"({"code":"server.busy"})",
                                            "Retry-After: 600\r\n"));

    EXPECT_EQ(pull.errorCode, "server.busy");
    ASSERT_TRUE(pull.nextTryAt);
    EXPECT_GT(*pull.nextTryAt, SystemClock{}.now() + std::chrono::seconds{500});
}

TEST(Trouble, ThatItWasOpenedIsSaidUntilTheServerTakesItAndThenNoMore)
{
    constexpr int pullsAfterwards = 2;
    std::promise<void> refused;
    std::promise<void> taken;
    std::promise<void> done;
    int said = 0;
    int pulls = 0; // Since it was taken.
    CannedServer server{[&](const std::string& head) {
        if (head.starts_with("POST /v1/logins")) {
            if (++said == 1) {
                refused.set_value();
            } else if (said == 2) {
                taken.set_value();
            }
            return cannedReply(said == 1 ? "503 Service Unavailable" : "204 No Content", "");
        }
        if (head.starts_with("GET /v1/pull") && said > 1 && ++pulls == pullsAfterwards) {
            done.set_value();
        }
        return pullingGives(cannedReply("200 OK", emptyPage))(head);
    }};
    LiveTablet tablet{{}, true};
    ASSERT_TRUE(tablet.signIn(server.url(), "ming"));
    const auto comes = [&](std::promise<void>& promise) {
        auto future = promise.get_future();
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{30};
        while (std::chrono::steady_clock::now() < end) {
            tablet.worker().syncNow();
            if (future.wait_for(std::chrono::milliseconds{50}) == std::future_status::ready) {
                return true;
            }
        }
        return false;
    };

    EXPECT_TRUE(comes(refused));
    EXPECT_TRUE(comes(taken));
    EXPECT_TRUE(comes(done));

    EXPECT_EQ(std::ranges::count_if(
                  server.heads(),
                  [](const std::string& head) { return head.starts_with("POST /v1/logins"); }),
              2);
}

TEST(Trouble, AnAnswerToSigningInMustBeOne)
{
    CannedServer server{[](const std::string&) { return cannedReply("200 OK", "<html>"); }};
    LiveTablet tablet;

    EXPECT_EQ(tablet.signIn(server.url(), "ming").error().code, "network.answer");
}

TEST(Trouble, WithoutAWebSocketItPullsWhenAsked)
{
    CannedServer server{pullingGives(cannedReply("200 OK", emptyPage))};
    LiveTablet tablet;
    ASSERT_TRUE(tablet.signIn(server.url(), "ming"));
    const auto caughtUp = [](const sync::Status& now) { return now.caughtUp && !now.live; };
    ASSERT_TRUE(tablet.reaches(caughtUp));
    const auto first = *tablet.status().lastContact;

    tablet.worker().syncNow();

    EXPECT_TRUE(tablet.reaches(
        [&](const sync::Status& now) { return caughtUp(now) && *now.lastContact > first; }));
    const auto heads = server.heads();
    const auto asked = [&](const std::string& what) {
        return std::ranges::count_if(
            heads, [&](const std::string& head) { return head.starts_with(what); });
    };
    EXPECT_GE(asked("GET /v1/live"), 1);
    EXPECT_GE(asked("GET /v1/pull"), 2);
    // Answers may come packed.
    EXPECT_TRUE(std::ranges::any_of(
        heads, [](const std::string& head) { return head.find("zstd") != std::string::npos; }));
}

TEST(Trouble, WithoutAWebSocketItPollsByItself)
{
    CannedServer server{pullingGives(cannedReply("200 OK", emptyPage))};
    LiveTablet tablet;
    ASSERT_TRUE(tablet.signIn(server.url(), "ming"));
    const auto caughtUp = [](const sync::Status& now) { return now.caughtUp && !now.live; };
    ASSERT_TRUE(tablet.reaches(caughtUp));
    const auto first = *tablet.status().lastContact;

    EXPECT_TRUE(tablet.reaches(
        [&](const sync::Status& now) { return caughtUp(now) && *now.lastContact > first; }));
}

TEST(Trouble, APushThatIsTooLargeIsSentInPartsDownToOneGroup)
{
    CannedServer server{[](const std::string& head) {
        if (head.starts_with("POST /v1/sessions")) {
            return cannedReply("201 Created", signedIn);
        }
        return head.starts_with("POST /v1/push")
                   ? cannedReply("413 Content Too Large", R"({"code":"http.body_too_large"})")
                   : cannedReply("404 Not Found", "{}");
    }};
    LiveTablet tablet;
    ASSERT_TRUE(tablet.signIn(server.url(), "ming"));

    // All of it before the worker hears of any.
    tablet.onStore([](LocalStore& store) {
        for (int i = 0; i < 12; ++i) {
            const auto group = store.recorder().group();
            for (int j = 0; j < 100; ++j) {
                EXPECT_TRUE(group->create("reminder", {{"title", std::to_string(i * 100 + j)},
                                                       {"due_at", SystemClock{}.now()}}));
            }
            EXPECT_TRUE(group->commit());
        }
        return true;
    });

    ASSERT_TRUE(tablet.reaches([](const sync::Status& now) {
        return now.push.phase == Phase::Retrying && now.push.errorCode == "http.body_too_large";
    }));
    std::vector<std::size_t> sizes;
    for (const auto& head : server.heads()) {
        if (head.starts_with("POST /v1/push")) {
            sizes.push_back(std::stoul(head.substr(head.find("Content-Length: ") + 16)));
        }
    }
    // What the tablet says of itself goes without changes and is smaller than any.
    constexpr std::size_t groupBytesMin = 1'000;
    std::erase_if(sizes, [](std::size_t size) { return size < groupBytesMin; });
    ASSERT_GE(sizes.size(), 4U);
    EXPECT_TRUE(std::ranges::is_sorted(sizes, std::ranges::greater{}));
    EXPECT_LT(sizes.back() * 5, sizes.front());
    EXPECT_EQ(tablet.queries()->status(SystemClock{}.now()).waiting, 1'200);
}

} // namespace
} // namespace fieldbook::client::testing
