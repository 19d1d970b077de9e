#include "tests/api/api_server.h"
// Qt's words (signals, emit) come after the server's headers.
#include "tests/syncing/live_tablet.h"

#include <gtest/gtest.h>

namespace fieldbook::client::testing {
namespace {

using server::ApiServer;

std::string urlOf(ApiServer& server, const std::string& scheme = "http")
{
    return scheme + "://127.0.0.1:" + std::to_string(server.application().port());
}

std::string text(const char* value) { return value; }

Result<Uuid> addLead(LiveTablet& tablet, const std::string& name)
{
    return tablet.onStore([&](LocalStore& store) {
        return store.recorder().create("lead", {{"name", name}, {"phone", text("13900000000")}});
    });
}

Result<Uuid> attach(LiveTablet& tablet, const Uuid& customer, const std::string& bytes)
{
    return tablet.onStore([&](LocalStore& store) {
        return store.recorder().attach(bytes, {{"name", text("shop.jpg")},
                                               {"kind", text("photo")},
                                               {"media_type", text("image/jpeg")},
                                               {"customer", customer}});
    });
}

TEST(Worker, SignsInAndFetchesThePersonsBook)
{
    ApiServer server;
    LiveTablet tablet;

    const auto account = tablet.signIn(urlOf(server), "ming");

    ASSERT_TRUE(account) << account.error().code;
    EXPECT_EQ(account->userName, "ming");
    ASSERT_TRUE(tablet.settles());
    const auto queries = tablet.queries();
    EXPECT_TRUE(queries->record(server.bakery()));
    EXPECT_FALSE(queries->record(server.smithy())) << "that is Ana's";
}

TEST(Worker, TellsWhyNobodyIsSignedIn)
{
    ApiServer server;
    LiveTablet tablet;

    EXPECT_EQ(tablet.signIn(urlOf(server), "ming", "wrong").error().code,
              "session.wrong_credentials");
    EXPECT_EQ(tablet.signIn("http://127.0.0.1:1", "ming").error().code, "network.unreachable");
    EXPECT_TRUE(tablet.signIn(urlOf(server), "ming")) << "and then it works";
}

TEST(Worker, SendsWhatIsRecordedAndPokesWhoMaySeeIt)
{
    ApiServer server;
    LiveTablet ming;
    LiveTablet zhou;
    ASSERT_TRUE(ming.signIn(urlOf(server), "ming"));
    ASSERT_TRUE(zhou.signIn(urlOf(server), "zhou"));
    ASSERT_TRUE(ming.settles());
    ASSERT_TRUE(zhou.settles());
    ASSERT_TRUE(zhou.reaches([](const sync::Status& now) { return now.live; }));

    const auto lead = addLead(ming, "New shop");

    ASSERT_TRUE(lead);
    // Without the poke it would take ten minutes.
    EXPECT_TRUE(zhou.receives(*lead));
}

TEST(Worker, PacksALargePush)
{
    ApiServer server;
    LiveTablet tablet;
    ASSERT_TRUE(tablet.signIn(urlOf(server), "ming"));
    ASSERT_TRUE(tablet.settles());

    for (int i = 0; i < 30; ++i) {
        ASSERT_TRUE(addLead(tablet, "Shop number " + std::to_string(i)));
    }

    ASSERT_TRUE(tablet.settles());
    EXPECT_EQ(tablet.queries()->leads({}).size(), 30U);
    EXPECT_TRUE(tablet.queries()->attention().empty());
}

TEST(Worker, LeasesOrderNumbersAgainBeforeTheyRunOut)
{
    ApiServer server;
    LiveTablet tablet;
    ASSERT_TRUE(tablet.signIn(urlOf(server), "ming"));
    ASSERT_TRUE(tablet.settles());
    const auto left = [&] {
        return tablet.onStore(
            [](LocalStore& store) { return store.session().numbersLeft("order"); });
    };
    ASSERT_TRUE(tablet.reaches([&](const sync::Status&) { return true; }));
    for (int i = 0; i < 200 && left() > 20; ++i) {
        ASSERT_TRUE(
            tablet.onStore([](LocalStore& store) { return store.recorder().nextNumber("order"); }));
    }

    ASSERT_TRUE(addLead(tablet, "One more"));

    ASSERT_TRUE(tablet.settles());
    EXPECT_GE(left(), 50);
}

TEST(Worker, UploadsAFileInPieces)
{
    ApiServer server;
    LiveTablet tablet;
    ASSERT_TRUE(tablet.signIn(urlOf(server), "ming"));
    ASSERT_TRUE(tablet.settles());
    std::string bytes(900'000, 'p');
    bytes[600'000] = 'q';

    const auto file = attach(tablet, server.bakery(), bytes);

    ASSERT_TRUE(file) << file.error().code;
    ASSERT_TRUE(tablet.settles());
    const auto sha256 = tablet.queries()->record(*file)->textOf("sha256");
    const auto session = server.signIn("zhou", 5);
    const auto reply = server.client().get("/v1/files/" + sha256, ApiServer::bearer(session));
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, bytes);
}

TEST(Worker, GivesUpAFileThatIsTooLargeAndGoesOnWithTheNext)
{
    ApiServer server;
    LiveTablet tablet;
    ASSERT_TRUE(tablet.signIn(urlOf(server), "ming"));
    ASSERT_TRUE(tablet.settles());

    const auto large = attach(tablet, server.bakery(), std::string(1'200'000, 'L'));
    const auto small = attach(tablet, server.bakery(), "small");

    ASSERT_TRUE(large && small);
    ASSERT_TRUE(tablet.settles());
    const auto items = tablet.queries()->attention();
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].code, "file.too_large");
    EXPECT_EQ(items[0].record, *large);
    EXPECT_EQ(items[0].title, "shop.jpg");
    const auto sha256 = tablet.queries()->record(*large)->textOf("sha256");
    EXPECT_EQ(tablet.queries()->fileBytes(sha256)->size(), 1'200'000U) << "it stays here";
    // Who tries again gets the same answer, not a silent tablet.
    ASSERT_TRUE(
        tablet.onStore([&](LocalStore& store) { return store.recorder().retry(items[0].id, {}); }));
    EXPECT_TRUE(tablet.settles());
    EXPECT_EQ(tablet.queries()->attention().size(), 1U);
}

TEST(Worker, KeepsWhatIsUnsentWhenItsSessionIsEnded)
{
    ApiServer server;
    LiveTablet tablet;
    const auto account = tablet.signIn(urlOf(server), "ming");
    ASSERT_TRUE(account);
    ASSERT_TRUE(tablet.settles());
    auto& sessions = server.application().engine().sessions;
    ASSERT_TRUE(sessions.endAll(account->user, "test"));
    const auto lead = addLead(tablet, "Kept");
    ASSERT_TRUE(lead);

    ASSERT_TRUE(tablet.reaches([](const sync::Status& now) {
        return now.push.phase == sync::Status::Phase::SignedOut &&
               now.lastErrorCode == "session.ended";
    }));
    EXPECT_FALSE(tablet.onStore([](LocalStore& store) { return store.session().isSignedIn(); }));
    EXPECT_EQ(tablet.queries()->outbox().size(), 1U);

    ASSERT_TRUE(tablet.signIn(urlOf(server), "ming"));
    EXPECT_TRUE(tablet.settles());
    EXPECT_TRUE(tablet.queries()->outbox().empty());
    const auto session = server.signIn("zhou", 5);
    EXPECT_EQ(
        server.client().get("/v1/records/lead/" + lead->text(), ApiServer::bearer(session)).status,
        200);
}

TEST(Worker, StillSendsWhenItsVersionIsTooOldToBeServed)
{
    ApiServer server{false, "2.0"};
    LiveTablet tablet; // Says that it is version 1.
    const auto account = tablet.signIn(urlOf(server), "ming");
    ASSERT_TRUE(account);

    EXPECT_TRUE(tablet.reaches([](const sync::Status& now) {
        return now.pull.phase == sync::Status::Phase::Outdated &&
               now.push.phase != sync::Status::Phase::Outdated;
    }));
    EXPECT_EQ(tablet.status().pull.errorCode, "app.outdated");
}

TEST(Worker, GoesOnWhenTheServerIsBack)
{
    ApiServer server;
    LiveTablet tablet;
    const auto url = urlOf(server);
    ASSERT_TRUE(tablet.signIn(url, "ming"));
    ASSERT_TRUE(tablet.settles());
    ASSERT_TRUE(tablet.reaches([](const sync::Status& now) { return now.live; }));

    server.switchOff();
    const auto lead = addLead(tablet, "Meanwhile");
    ASSERT_TRUE(lead);
    ASSERT_TRUE(tablet.reaches([](const sync::Status& now) {
        return !now.live && now.push.phase == sync::Status::Phase::Retrying &&
               now.push.errorCode == "network.unreachable";
    }));
    EXPECT_EQ(tablet.queries()->outbox().size(), 1U);
    server.switchOn();

    EXPECT_TRUE(tablet.settles());
    EXPECT_TRUE(tablet.queries()->outbox().empty());
    EXPECT_TRUE(tablet.reaches([](const sync::Status& now) { return now.live; }));
    EXPECT_TRUE(server.application().engine().store.read()->find(*lead));
}

// The tablet was put back to an earlier state, after which the same numbers stand for other
// changes.
TEST(Worker, BecomesAnotherDeviceWhenItsNumbersAreUsedAlready)
{
    ApiServer server;
    LiveTablet tablet;
    const auto former = tablet.signIn(urlOf(server), "ming");
    ASSERT_TRUE(former);
    ASSERT_TRUE(tablet.settles());
    const nlohmann::json session{{"token", former->token}, {"device", former->device}};
    const auto sent = server.client().post(
        "/v1/push",
        server::push(session, server::customerChange(1, "01890000-0000-7000-8000-00000000aa01",
                                                     "From the later state")),
        ApiServer::bearer(session));
    ASSERT_EQ(sent.status, 200) << sent.body;

    const auto lead = addLead(tablet, "From the earlier state");

    ASSERT_TRUE(lead);
    ASSERT_TRUE(tablet.reaches([](const sync::Status& now) {
        return now.push.phase == sync::Status::Phase::SignedOut &&
               now.lastErrorCode == "push.diverged";
    }));
    EXPECT_EQ(tablet.queries()->outbox().size(), 1U) << "nothing is lost";
    const auto renewed = tablet.signIn(urlOf(server), "ming");
    ASSERT_TRUE(renewed);
    EXPECT_NE(renewed->device, former->device);
    EXPECT_TRUE(tablet.settles());
    EXPECT_TRUE(tablet.queries()->outbox().empty());
    EXPECT_TRUE(server.application().engine().store.read()->find(*lead));
}

TEST(Worker, SignsOutOnTheServerToo)
{
    ApiServer server;
    LiveTablet tablet;
    const auto account = tablet.signIn(urlOf(server), "ming");
    ASSERT_TRUE(account);
    std::promise<void> done;

    tablet.worker().signOut([&] { done.set_value(); });
    done.get_future().get();

    EXPECT_TRUE(server.application().engine().sessions.list(account->user).empty());
}

TEST(Worker, TrustsTheAuthorityThatItIsGivenAndNoOther)
{
    ApiServer server{true};
    LiveTablet trusting{server.certificate()};
    LiveTablet strict;

    EXPECT_EQ(strict.signIn(urlOf(server, "https"), "ming").error().code, "network.unreachable");
    const auto account = trusting.signIn(urlOf(server, "https"), "ming");
    ASSERT_TRUE(account) << account.error().code;
    ASSERT_TRUE(trusting.settles());
    EXPECT_TRUE(trusting.reaches([](const sync::Status& now) { return now.live; }));
}

} // namespace
} // namespace fieldbook::client::testing
