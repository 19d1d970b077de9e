#include "tests/api/api_server.h"

#include <gtest/gtest.h>
#include <liboath/oath.h>

namespace fieldbook::server {
namespace {

using nlohmann::json;

constexpr const char* device = R"("device":{"id":"01890000-0000-7000-8000-000000000099"})";

class People : public ::testing::Test {
protected:
    ApiServer server;
    testing::HttpClient client = server.client();

    [[nodiscard]] Uuid idOf(const std::string& login)
    {
        return server.application().engine().people.current()->userByLogin(login)->id;
    }
    void setRole(const std::string& login, const std::string& role)
    {
        ASSERT_TRUE(
            server.application().engine().people.alter({}, "user", idOf(login), {{"role", role}}));
    }
    [[nodiscard]] static json bodyOf(const testing::HttpReply& reply)
    {
        return json::parse(reply.body, nullptr, false);
    }
    [[nodiscard]] static std::string codeNow(const std::string& base32)
    {
        char* secret = nullptr;
        std::size_t length = 0;
        EXPECT_EQ(oath_base32_decode(base32.data(), base32.size(), &secret, &length), OATH_OK);
        std::array<char, 7> code{};
        const auto seconds = toMillis(SystemClock{}.now()) / 1'000;
        EXPECT_EQ(oath_totp_generate(secret, length, seconds, 30, 0, 6, code.data()), OATH_OK);
        std::free(secret);
        return code.data();
    }
};

TEST_F(People, ChangeTheirPasswordAndAreSignedOutElsewhere)
{
    const auto here = server.signIn("ming", 1);
    const auto there = server.signIn("ming", 2);

    const auto done = client.request("PUT", "/v1/me/password",
                                     R"({"current":"open sesame",)"
                                     R"("password":"a long way to the lake"})",
                                     ApiServer::bearer(here));

    EXPECT_EQ(done.status, 204) << done.body;
    EXPECT_EQ(client.get("/v1/me", ApiServer::bearer(here)).status, 200);
    EXPECT_EQ(problemCode(client.get("/v1/me", ApiServer::bearer(there))), "session.ended");
    const auto old = client.post("/v1/sessions", std::string{R"({"login":"ming","password":)"} +
                                                     R"("open sesame",)" + device + "}");
    EXPECT_EQ(problemCode(old), "session.wrong_credentials");
    const auto fresh =
        client.post("/v1/sessions", std::string{R"({"login":"ming","password":)"} +
                                        R"("a long way to the lake",)" + device + "}");
    EXPECT_EQ(fresh.status, 200) << fresh.body;
}

TEST_F(People, SeeTheirSessionsAndEndOne)
{
    setRole("zhou", "administrator");
    const auto here = server.signIn("ming", 1);
    const auto there = server.signIn("ming", 2);
    const auto ana = server.signIn("ana", 3);
    const auto it = server.signIn("zhou", 4);
    const auto sessionsOf = [&](const json& who) {
        return bodyOf(client.get("/v1/sessions", ApiServer::bearer(who)))["sessions"];
    };
    const auto end = [&](const json& session, const json& by) {
        return client.request("DELETE", "/v1/sessions/" + session["session"].get<std::string>(), "",
                              ApiServer::bearer(by));
    };
    const auto mings = sessionsOf(here);
    ASSERT_EQ(mings.size(), 2U) << mings;
    const auto& other = mings[0]["current"] ? mings[1] : mings[0];

    EXPECT_EQ(problemCode(end(other, ana)), "session.missing");
    EXPECT_EQ(end(other, here).status, 204);

    EXPECT_EQ(problemCode(client.get("/v1/me", ApiServer::bearer(there))), "session.ended");
    EXPECT_EQ(sessionsOf(here).size(), 1U);
    EXPECT_EQ(end(sessionsOf(ana).at(0), it).status, 204);
    EXPECT_EQ(problemCode(client.get("/v1/me", ApiServer::bearer(ana))), "session.ended");
}

TEST_F(People, AreSlowedDownWhenTheyGuessTheirOwnPassword)
{
    const auto ming = server.signIn("ming");
    const std::string guess = R"({"current":"guess","password":"a long way to the lake"})";

    int wrong = 0;
    auto reply = client.request("PUT", "/v1/me/password", guess, ApiServer::bearer(ming));
    for (; reply.status == 403 && wrong < 50; ++wrong) {
        reply = client.request("PUT", "/v1/me/password", guess, ApiServer::bearer(ming));
    }

    EXPECT_EQ(wrong, 10);
    EXPECT_EQ(problemCode(reply), "session.too_many");
}

TEST_F(People, EnrolASecondFactorAndSignInWithIt)
{
    const std::string credentials = R"("login":"ming","password":"open sesame")";
    const auto begun = client.post("/v1/second-factor", "{" + credentials + "}");
    ASSERT_EQ(begun.status, 200) << begun.body;
    EXPECT_EQ(begun.find("Cache-Control"), "no-store");
    const auto factor = bodyOf(begun);
    EXPECT_TRUE(factor["uri"].get<std::string>().starts_with("otpauth://totp/Fieldbook:ming?"));
    EXPECT_TRUE(factor["qr"].get<std::string>().starts_with("<svg "));
    const std::string code = codeNow(factor["secret"]);

    const auto confirmed = client.post("/v1/second-factor/confirmation",
                                       "{" + credentials + R"(,"code":")" + code + R"("})");

    ASSERT_EQ(confirmed.status, 200) << confirmed.body;
    const auto codes = bodyOf(confirmed)["recovery_codes"];
    ASSERT_EQ(codes.size(), 8u);
    const std::string signIn = "{" + credentials + "," + device;
    EXPECT_EQ(problemCode(client.post("/v1/sessions", signIn + "}")), "session.code_needed");
    EXPECT_EQ(problemCode(client.post("/v1/sessions", signIn + R"(,"code":")" + code + R"("})")),
              "session.wrong_code");
    const auto in = client.post("/v1/sessions", signIn + R"(,"code":)" + codes[0].dump() + "}");
    ASSERT_EQ(in.status, 200) << in.body;
    const auto me = bodyOf(client.get("/v1/me", ApiServer::bearer(bodyOf(in))));
    EXPECT_EQ(me["second_factor"]["enrolled"], true);
    EXPECT_EQ(me["second_factor"]["recovery_codes_left"], 7);
}

TEST_F(People, CannotGuessCodes)
{
    const std::string credentials = R"("login":"ming","password":"open sesame")";
    const auto secret = bodyOf(client.post("/v1/second-factor", "{" + credentials + "}"))["secret"];
    ASSERT_EQ(client
                  .post("/v1/second-factor/confirmation",
                        "{" + credentials + R"(,"code":")" + codeNow(secret) + R"("})")
                  .status,
              200);
    const std::string guess = "{" + credentials + "," + device + R"(,"code":"000000"})";

    int wrong = 0;
    auto reply = client.post("/v1/sessions", guess);
    for (; reply.status == 401 && wrong < 50; ++wrong) {
        reply = client.post("/v1/sessions", guess);
    }

    EXPECT_EQ(wrong, 10);
    EXPECT_EQ(problemCode(reply), "session.too_many");
    EXPECT_EQ(server.signIn("ana").contains("token"), true); // Others are not held up.
}

TEST_F(People, LoseTheirSecondFactorThroughAnotherAdministrator)
{
    const std::string credentials = R"("login":"ming","password":"open sesame")";
    const auto secret = bodyOf(client.post("/v1/second-factor", "{" + credentials + "}"))["secret"];
    ASSERT_EQ(client
                  .post("/v1/second-factor/confirmation",
                        "{" + credentials + R"(,"code":")" + codeNow(secret) + R"("})")
                  .status,
              200);
    setRole("ana", "administrator");
    const auto ana = server.signIn("ana");
    const auto path = "/v1/users/" + idOf("ming").text() + "/second-factor";

    EXPECT_EQ(client.request("DELETE", path, "", ApiServer::bearer(ana)).status, 204);

    EXPECT_EQ(problemCode(client.request("DELETE", path, "", ApiServer::bearer(ana))),
              "factor.missing");
    EXPECT_TRUE(server.signIn("ming").contains("token"));
}

TEST_F(People, AskForAccountsAndDecideAboutThem)
{
    setRole("ana", "administrator");
    const auto zhou = ApiServer::bearer(server.signIn("zhou", 1));
    const auto zhao = ApiServer::bearer(server.signIn("zhao", 2));
    const auto ming = server.signIn("ming", 3);
    const json wanted{{"kind", "close"},
                      {"subject", idOf("ming").text()},
                      {"reason", "moves to another company"},
                      {"leaving", true}};

    const auto asked = client.post("/v1/account-requests", wanted.dump(), zhou);
    ASSERT_EQ(asked.status, 200) << asked.body;
    const auto request = bodyOf(asked);
    EXPECT_EQ(request["state"], "requested");
    EXPECT_EQ(request["subject"]["login"], "ming");
    EXPECT_EQ(request["leaving"], true);
    EXPECT_EQ(request["may"]["decide"], false);
    EXPECT_EQ(request["may"]["withdraw"], true);
    const std::string path = "/v1/account-requests/" + request["id"].get<std::string>();
    const auto mings = bodyOf(client.get("/v1/account-requests", ApiServer::bearer(ming)));
    EXPECT_TRUE(mings["requests"].empty());
    EXPECT_EQ(bodyOf(client.get("/v1/account-requests?state=requested", zhao))["requests"].size(),
              1u);

    const auto done =
        client.post(path + "/decision", R"({"approve":true,"handling":"agreed"})", zhao);

    ASSERT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(bodyOf(done)["state"], "executed");
    EXPECT_EQ(bodyOf(done)["handling"], "agreed");
    EXPECT_EQ(problemCode(client.get("/v1/me", ApiServer::bearer(ming))), "session.frozen");
    EXPECT_EQ(problemCode(client.request("DELETE", path, "", zhou)), "request.settled");
    EXPECT_EQ(problemCode(client.post(path + "/execution", "{}", zhao)), "request.settled");
}

TEST_F(People, ShowTheirManagersWhoWasThere)
{
    const auto zhou = server.signIn("zhou", 1);
    const auto ming = server.signIn("ming", 2);
    EXPECT_EQ(client.post("/v1/logins", "", ApiServer::bearer(ming)).status, 204);

    const auto report = bodyOf(client.get("/v1/people/compliance", ApiServer::bearer(zhou)));

    ASSERT_EQ(report["people"].size(), 2u) << report.dump();
    EXPECT_EQ(report["people"][0]["login"], "ming");
    EXPECT_EQ(report["people"][0]["logins"], 2);
    EXPECT_EQ(report["people"][0]["on_notice_list"], false);
    const auto own = bodyOf(client.get("/v1/people/compliance", ApiServer::bearer(ming)));
    EXPECT_EQ(own["people"].size(), 1u);
    const json note{{"user", idOf("ming").text()}, {"day", report["today"]}, {"text", "扣 50 元"}};
    EXPECT_EQ(
        client.post("/v1/people/compliance/notes", note.dump(), ApiServer::bearer(zhou)).status,
        204);
    EXPECT_EQ(problemCode(
                  client.post("/v1/people/compliance/notes", note.dump(), ApiServer::bearer(ming))),
              "access.manager_only");
    const auto noted = bodyOf(client.get("/v1/people/compliance", ApiServer::bearer(zhou)));
    EXPECT_EQ(noted["people"][0]["notes"][0]["text"], "扣 50 元");
    EXPECT_EQ(noted["people"][0]["notes"][0]["by"], "zhou");
}

TEST_F(People, AreToldHowTheyMaySignIn)
{
    const auto ways = bodyOf(client.get("/v1/sign-in"));

    EXPECT_EQ(ways["password"], true);
    EXPECT_EQ(ways["company_account"], false);
}

} // namespace
} // namespace fieldbook::server
