#include "tests/support/certificate.h"
#include "tests/support/temp_dir.h"
#include "tests/support/websocket_client.h"
#include "tests/system/programs.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>

namespace fieldbook::testing {
namespace {

using nlohmann::json;

class Server : public ::testing::Test {
protected:
    Server()
    {
        const auto made = server_.command({"demo", "--customers", "8", "--people", "4"});
        EXPECT_EQ(made.code, 0) << made.err;
    }

    // Until the log tells of it.
    void awaitLogged(const std::string& event)
    {
        while (true) {
            const auto line = server_.program().readErrorLine();
            ASSERT_TRUE(line) << "never logged: " << event;
            if (line->find('"' + event + '"') != std::string::npos) {
                return;
            }
        }
    }

    TempDir folder_;
    ServerProgram server_{folder_ / "company"};
};

TEST_F(Server, FinishesWhatItIsAnsweringWhenToldToStop)
{
    server_.start();
    HttpClient asking{server_.port()};
    const std::string body = R"({"login":"lin","password":"fieldbook","device":{"id":)"
                             R"("01890000-0000-7000-8000-000000000099","name":"t","platform":"t",)"
                             R"("app_version":"1"}})";
    asking.raw().send("POST /v1/sessions HTTP/1.1\r\nHost: t\r\nContent-Type: application/json\r\n"
                      "Content-Length: " +
                      std::to_string(body.size()) + "\r\nExpect: 100-continue\r\n\r\n");
    // The server has begun with the request, and waits for its body.
    ASSERT_EQ(asking.receiveHead().status, 100);
    server_.program().signal(SIGTERM);
    awaitLogged("stopping");

    asking.raw().send(body);
    const auto reply = asking.receive();

    EXPECT_EQ(reply.status / 100, 2) << reply.body;
    EXPECT_EQ(server_.program().wait(), 0);
    EXPECT_THROW(HttpClient{server_.port()}.get("/healthz"), std::exception);
}

TEST_F(Server, ClosesLiveConnectionsWhenToldToStop)
{
    server_.start();
    const auto session = server_.signIn("lin", 1);
    WebSocketClient live{server_.port(), "/v1/live", bearer(session)};

    server_.program().signal(SIGTERM);

    EXPECT_EQ(live.receiveClose(), 1001);
    EXPECT_EQ(server_.program().wait(), 0);
}

TEST_F(Server, TakesANewCertificateWhenToldTo)
{
    const auto write = [&](const Certificate& made) {
        std::ofstream{folder_ / "chain.pem"} << made.certificate;
        std::ofstream{folder_ / "key.pem"} << made.key;
        return made.certificate;
    };
    const auto old = write(makeCertificate());
    server_.start({"--server-certificate", (folder_ / "chain.pem").string(),
                   "--server-certificate-key", (folder_ / "key.pem").string()});
    HttpClient before{server_.port(), old};
    EXPECT_EQ(before.get("/healthz").status, 200);
    const auto renewed = write(makeCertificate());

    server_.program().signal(SIGHUP);
    awaitLogged("certificate renewed");

    EXPECT_EQ(HttpClient(server_.port(), renewed).get("/healthz").status, 200);
    EXPECT_EQ(before.get("/healthz").status, 200);
    std::ofstream{folder_ / "key.pem"} << "half of a key";
    server_.program().signal(SIGHUP);
    awaitLogged("certificate");
    EXPECT_EQ(HttpClient(server_.port(), renewed).get("/healthz").status, 200);
}

TEST_F(Server, IsBackedUpWhileItRunsAndGoesOnFromTheBackup)
{
    server_.start();
    const auto session = server_.signIn("lin", 1);
    const auto leads = server_.records(session, "lead").size();
    const Words where{"backup", (folder_ / "backup").string(), "--keys",
                      (folder_ / "keys").string()};

    const auto made = server_.command(where);
    const auto verified = server_.command({"backup", (folder_ / "backup").string(), "--verify"});
    const auto noted = server_.command({"audit", "list", "--kind", "backup.made", "--json"});
    server_.kill();
    ServerProgram restored{folder_ / "restored"};
    const auto back = restored.command(
        {"restore", (folder_ / "backup").string(), "--keys", (folder_ / "keys").string()});

    EXPECT_EQ(made.code, 0) << made.err;
    EXPECT_EQ(made.err, "");
    EXPECT_EQ(verified.code, 0) << verified.err;
    EXPECT_EQ(json::parse(noted.out).size(), 1U) << noted.out;
    ASSERT_EQ(back.code, 0) << back.err;
    restored.start();
    EXPECT_EQ(restored.records(session, "lead").size(), leads);
    const auto trail = restored.command({"audit", "verify"});
    EXPECT_EQ(trail.code, 0) << trail.err;
}

TEST_F(Server, KeepsWhatItAnsweredForOverARestartAndAKill)
{
    server_.start();
    const auto session = server_.signIn("lin", 1);
    const auto create = [&](int number) {
        const json change{{"n", number},
                          {"at", "1795471865907.0"},
                          {"create",
                           {{"type", "lead"},
                            {"id", "01890000-0000-7000-8000-00000000ee0" + std::to_string(number)},
                            {"f", {{"name", "kept"}, {"phone", "13900000000"}}}}}};
        const json push{
            {"device", session["device"]}, {"received", 0}, {"changes", json::array({change})}};
        HttpClient client{server_.port()};
        const auto reply = client.post("/v1/push", push.dump(), bearer(session));
        EXPECT_EQ(json::parse(reply.body)["receipts"][0]["outcome"], "applied") << reply.body;
    };
    const auto count = [&] {
        int kept = 0;
        for (const json& lead : server_.records(session, "lead")) {
            kept += lead["f"]["name"] == "kept" ? 1 : 0;
        }
        return kept;
    };

    create(1);
    EXPECT_EQ(server_.stop(), 0);
    server_.start();
    EXPECT_EQ(count(), 1); // And the session goes on.
    create(2);
    server_.kill();
    server_.start();

    EXPECT_EQ(count(), 2);
}

TEST_F(Server, LetsNoOtherProgramIntoItsFolder)
{
    server_.start();

    const auto other = server_.command({"serve", "--port", "0"});
    const auto init = server_.command({"init", "--company", "X", "--zone", "UTC"});

    EXPECT_EQ(other.code, 1);
    EXPECT_NE(other.err.find("[store.in_use]"), std::string::npos) << other.err;
    EXPECT_EQ(init.code, 1);
    EXPECT_NE(init.err.find("[store.in_use]"), std::string::npos) << init.err;
    EXPECT_EQ(server_.stop(), 0);
    EXPECT_EQ(server_.command({"user", "list"}).code, 0);
}

TEST_F(Server, DoesTheCommandsTypedBesideIt)
{
    server_.start();
    const auto session = server_.signIn("lin", 1);
    WebSocketClient live{server_.port(), "/v1/live", bearer(session)};
    std::ofstream{folder_ / "secret"} << "a good password\n";

    const auto added =
        server_.command({"user", "add", "new", "--name", "New", "--role", "salesperson",
                         "--password", "--password-file", (folder_ / "secret").string()});
    const auto list = server_.command({"user", "list", "--json"});
    const auto nobody = server_.command({"--lang", "zh", "user", "freeze", "nobody"});
    const auto ended = server_.command({"device", "end", "--user", "lin"});

    EXPECT_EQ(added.code, 0) << added.err;
    bool listed = false;
    for (const json& user : json::parse(list.out)) {
        listed = listed || user["login"] == "new";
    }
    EXPECT_TRUE(listed) << list.out;
    HttpClient client{server_.port()};
    const json body{{"login", "new"},
                    {"password", "a good password"},
                    {"device", {{"id", "01890000-0000-7000-8000-000000000077"}}}};
    EXPECT_EQ(client.post("/v1/sessions", body.dump()).status, 200);
    EXPECT_EQ(nobody.code, 1);
    EXPECT_NE(nobody.err.find("没有这个登录名的用户。 [user.missing] nobody"), std::string::npos)
        << nobody.err;
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_NE(live.receiveClose(), 0);
    EXPECT_EQ(HttpClient{server_.port()}.get("/v1/me", bearer(session)).status, 401);
    EXPECT_EQ(server_.stop(), 0);
}

TEST_F(Server, PokesWhoeverMaySeeWhatWasPushed)
{
    server_.start();
    const auto session = server_.signIn("lin", 1);
    const auto manager = server_.signIn("zhou", 2);
    const auto stranger = server_.signIn("wang", 3);
    WebSocketClient hers{server_.port(), "/v1/live", bearer(manager)};
    WebSocketClient theirs{server_.port(), "/v1/live", bearer(stranger)};
    const TabletProgram tablet{folder_ / "lin", "lin"};
    tablet.signIn(server_.url());
    tablet.sync();
    static_cast<void>(tablet.ask({"add", "lead", "name=New", "phone=13900000000"}));

    tablet.sync();

    EXPECT_EQ(hers.receiveText(), R"({"news":true})");
    // The stranger hears nothing of it: the next that comes is the end.
    EXPECT_EQ(server_.stop(), 0);
    while (true) {
        const auto frame = theirs.receive();
        if (frame.kind == WebSocketClient::Kind::Close) {
            break;
        }
        EXPECT_NE(frame.kind, WebSocketClient::Kind::Text) << frame.payload;
    }
}

TEST_F(Server, TellsAWatchingTabletAtOnce)
{
    server_.start();
    const TabletProgram writer{folder_ / "lin", "lin"};
    const TabletProgram reader{folder_ / "zhou", "zhou"};
    for (const auto* tablet : {&writer, &reader}) {
        tablet->signIn(server_.url());
        tablet->sync();
    }
    const auto watching = reader.open();
    const auto said = [&](const std::string& member, const json& value) {
        while (true) {
            const auto line = watching->readLine();
            if (!line) {
                return false;
            }
            const json object = json::parse(*line);
            if (object.is_object() && object.contains(member) && object[member] == value) {
                return true;
            }
        }
    };
    ASSERT_TRUE(said("live", true));
    ASSERT_TRUE(said("settled", true));
    const auto id = writer.ask({"add", "lead", "name=Poked", "phone=13900000000"})["id"];

    writer.sync();

    // Polling would take ten minutes while the live connection stands.
    ASSERT_TRUE(said("settled", true));
    watching->write(json({"show", id}).dump() + '\n');
    EXPECT_TRUE(said("id", id));
    watching->closeInput();
    EXPECT_EQ(watching->wait(), 0);
}

} // namespace
} // namespace fieldbook::testing
