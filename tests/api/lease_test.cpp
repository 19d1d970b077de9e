#include "shared/custody/lease.h"
#include "tests/api/api_server.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

namespace fieldbook::server {
namespace {

using nlohmann::json;

const Uuid vault = *Uuid::parse("01890000-0000-7000-8000-0000000000aa");
const Bytes nonce(16, 5);

std::string asking(bool recover = false)
{
    json body{{"vault", vault.text()}, {"nonce", toBase64Url(nonce)}};
    if (recover) {
        body["recover"] = true;
    }
    return body.dump();
}

TEST(Lease, IsSignedForTheTabletAndLastsAWeek)
{
    ApiServer server;
    auto client = server.client();
    const auto ming = server.signIn("ming");

    const auto reply = client.post("/v1/lease", asking(), ApiServer::bearer(ming));

    ASSERT_EQ(reply.status, 200) << reply.body;
    const auto grant = custody::parseGrant(reply.body);
    ASSERT_TRUE(grant);
    EXPECT_FALSE(grant->recovery);
    const auto terms = custody::readLease(grant->lease, grant->leaseKey);
    ASSERT_TRUE(terms);
    EXPECT_EQ(terms->vault, vault);
    EXPECT_EQ(terms->nonce, nonce);
    EXPECT_EQ(terms->user.text(), ming["user"]["id"].get<std::string>());
    EXPECT_EQ(terms->device, ming["device"].get<std::int64_t>());
    EXPECT_EQ(terms->endsAt - terms->issuedAt, std::chrono::days{7});
}

TEST(Lease, GivesEachPersonAndTabletAnotherShareAndAlwaysTheSame)
{
    ApiServer server;
    auto client = server.client();
    const auto ming = server.signIn("ming", 1);
    const auto ana = server.signIn("ana", 2);
    const auto shareOf = [&](const json& session, const std::string& body) {
        return custody::parseGrant(client.post("/v1/lease", body, ApiServer::bearer(session)).body)
            ->share;
    };
    const std::string other = json{
        {"vault", "01890000-0000-7000-8000-0000000000bb"},
        {"nonce",
         toBase64Url(nonce)}}.dump();

    const auto share = shareOf(ming, asking());

    EXPECT_EQ(shareOf(ming, asking()), share);
    EXPECT_NE(shareOf(ana, asking()), share);
    EXPECT_NE(shareOf(ming, other), share);
    // Also after the server was started anew.
    server.switchOff();
    server.switchOn();
    client = server.client();
    EXPECT_EQ(shareOf(ming, asking()), share);
}

TEST(Lease, OpensInPlaceOfThePinOnlyRightAfterASignInAndLeavesATrace)
{
    ApiServer server;
    auto client = server.client();
    const auto ming = server.signIn("ming");
    const auto before = server.application().engine().store.read()->trailHead().size;

    const auto reply = client.post("/v1/lease", asking(true), ApiServer::bearer(ming));

    ASSERT_EQ(reply.status, 200);
    const auto grant = custody::parseGrant(reply.body);
    ASSERT_TRUE(grant && grant->recovery);
    EXPECT_NE(*grant->recovery, grant->share);
    EXPECT_EQ(server.application().engine().store.read()->trailHead().size, before + 1);
}

TEST(Lease, DoesNotOpenInPlaceOfThePinLongAfterTheSignIn)
{
    const auto clock = std::make_shared<testing::FakeClock>();
    ApiServer server{false, {}, {.clock = clock}};
    auto client = server.client();
    const auto ming = server.signIn("ming");

    clock->advance(std::chrono::minutes{11});

    const auto reply = client.post("/v1/lease", asking(true), ApiServer::bearer(ming));
    EXPECT_EQ(reply.status, 403);
    EXPECT_EQ(problemCode(reply), "lease.sign_in_again");
    EXPECT_EQ(client.post("/v1/lease", asking(), ApiServer::bearer(ming)).status, 200);
}

TEST(Lease, IsRefusedOnceTheUserIsFrozenOrSignedOut)
{
    ApiServer server;
    auto client = server.client();
    const auto ming = server.signIn("ming", 1);
    const auto ana = server.signIn("ana", 2);
    auto& people = server.application().engine().people;

    ASSERT_EQ(client.request("DELETE", "/v1/sessions/current", "", ApiServer::bearer(ana)).status,
              204);
    ASSERT_TRUE(people.alter({}, "user", *Uuid::parse(ming["user"]["id"].get<std::string>()),
                             {{"status", std::string{"frozen"}}}));

    const auto frozen = client.post("/v1/lease", asking(), ApiServer::bearer(ming));
    EXPECT_EQ(frozen.status, 401);
    EXPECT_EQ(problemCode(frozen), "session.frozen");
    EXPECT_EQ(problemCode(client.post("/v1/lease", asking(), ApiServer::bearer(ana))),
              "session.ended");
}

} // namespace
} // namespace fieldbook::server
