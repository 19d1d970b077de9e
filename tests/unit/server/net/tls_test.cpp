#include "tests/support/certificate.h"
#include "tests/support/tls_probe.h"
#include "tests/unit/server/net/running_server.h"

#include <gtest/gtest.h>
#include <openssl/ssl.h>

namespace fieldbook::server::net {
namespace {

using testing::Certificate;
using testing::HttpClient;
using testing::makeCertificate;
using testing::shakeHands;

TlsFiles filesOf(const Certificate& certificate)
{
    return {.certificateChain = certificate.certificate, .privateKey = certificate.key};
}

TEST(Tls, ServesWhatPlainServes)
{
    const auto certificate = makeCertificate();
    RunningServer server{{}, {}, filesOf(certificate)};
    HttpClient client{server.port(), certificate.certificate};
    const std::string large(2 * mebibyte, 'x');

    EXPECT_EQ(client.get("/hello").body, "hello");
    EXPECT_EQ(client.post("/bulk", large).body, large);
    EXPECT_EQ(client.get("/nowhere").status, 404);
    EXPECT_EQ(server.metrics().connectionsAccepted, 1u);
}

TEST(Tls, SpeaksNothingOlderThanTls12AndNothingWeak)
{
    RunningServer server{{}, {}, filesOf(makeCertificate())};

    for (const int old : {TLS1_VERSION, TLS1_1_VERSION})
        EXPECT_FALSE(shakeHands(server.port(), {.version = old}).connected) << old;
    for (const auto* weak :
         {"AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-SHA", "DHE-RSA-AES128-GCM-SHA256",
          "ECDHE-ECDSA-AES256-SHA384", "aNULL", "eNULL"})
        EXPECT_FALSE(
            shakeHands(server.port(), {.version = TLS1_2_VERSION, .ciphers = weak}).connected)
            << weak;
    EXPECT_FALSE(shakeHands(server.port(), {.groups = "P-521"}).connected);
    for (const auto* strong : {"ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-CHACHA20-POLY1305"}) {
        const auto outcome =
            shakeHands(server.port(), {.version = TLS1_2_VERSION, .ciphers = strong});
        EXPECT_EQ(outcome.version, "TLSv1.2");
        EXPECT_EQ(outcome.cipher, strong);
    }
    const auto usual = shakeHands(server.port(), {.protocols = "\x02h2\x08http/1.1"});
    EXPECT_EQ(usual.version, "TLSv1.3");
    EXPECT_EQ(usual.group, "x25519");
    EXPECT_EQ(usual.protocol, "http/1.1");
}

TEST(Tls, IsNotRenegotiated)
{
    RunningServer server{{}, {}, filesOf(makeCertificate())};

    const auto outcome =
        shakeHands(server.port(), {.version = TLS1_2_VERSION, .renegotiates = true});

    EXPECT_TRUE(outcome.connected);
    EXPECT_FALSE(outcome.renegotiated);
}

TEST(Tls, ResumesASessionUntilItsTicketKeyIsRenewed)
{
    const auto files = filesOf(makeCertificate());
    RunningServer server{{}, {}, files};

    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        SCOPED_TRACE(version);
        const auto first = shakeHands(server.port(), {.version = version});
        EXPECT_FALSE(first.resumed);
        const auto second =
            shakeHands(server.port(), {.version = version, .session = first.session});
        EXPECT_TRUE(second.resumed);

        server.server().renewCertificate(files);

        const auto later =
            shakeHands(server.port(), {.version = version, .session = second.session});
        EXPECT_TRUE(later.connected);
        EXPECT_FALSE(later.resumed);
    }
}

TEST(Tls, TellsBrowsersToComeBackByTlsOnly)
{
    const auto certificate = makeCertificate();
    RunningServer server{{}, {}, filesOf(certificate)};
    HttpClient client{server.port(), certificate.certificate};

    for (const auto* target : {"/hello", "/nowhere"})
        EXPECT_EQ(client.get(target).find("Strict-Transport-Security"),
                  "max-age=31536000; includeSubDomains");
}

TEST(Tls, DropsACallerThatSpeaksPlain)
{
    const auto certificate = makeCertificate();
    RunningServer server{{}, {}, filesOf(certificate)};
    auto client = server.client();

    client.raw().send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");

    client.raw().waitForClose();
    EXPECT_EQ(HttpClient(server.port(), certificate.certificate).get("/hello").status, 200);
    EXPECT_EQ(server.metrics().handshakesFailed, 1u);
}

TEST(Tls, DropsAHandshakeThatTakesTooLong)
{
    ServerOptions options;
    options.limits.handshakeTime = std::chrono::milliseconds{30};
    RunningServer server{{}, options, filesOf(makeCertificate())};
    auto client = server.client();

    client.raw().send("\x16\x03\x01");

    client.raw().waitForClose();
}

TEST(Tls, TellsACallerThatKeepsSendingWhatItsBodyDoesNotFit)
{
    const auto certificate = makeCertificate();
    RunningServer server{{}, {}, filesOf(certificate)};
    HttpClient client{server.port(), certificate.certificate};

    const auto reply = client.post("/echo", std::string(mebibyte + 1, 'a'));

    EXPECT_EQ(problemCode(reply), "http.body_too_large");
}

TEST(Tls, AnswersABodyThatTricklesTooSlowly)
{
    const auto certificate = makeCertificate();
    ServerOptions options;
    options.limits.transferTimeBase = std::chrono::milliseconds{200};
    RunningServer server{{}, options, filesOf(certificate)};
    HttpClient client{server.port(), certificate.certificate};

    client.raw().send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc");

    EXPECT_EQ(problemCode(client.receive()), "http.timeout");
}

TEST(Tls, EndsIdleConnectionsAtShutdown)
{
    const auto certificate = makeCertificate();
    RunningServer server{{}, {}, filesOf(certificate)};
    HttpClient client{server.port(), certificate.certificate};
    EXPECT_EQ(client.get("/hello").status, 200);

    server.server().shutdown();

    client.raw().waitForClose();
    client.raw().finishSending();
    server.server().wait();
}

TEST(Tls, TakesANewCertificateWhileItRuns)
{
    const auto old = makeCertificate();
    const auto renewed = makeCertificate();
    RunningServer server{{}, {}, filesOf(old)};
    HttpClient before{server.port(), old.certificate};
    EXPECT_EQ(before.get("/hello").status, 200);

    server.server().renewCertificate(filesOf(renewed));

    EXPECT_EQ(HttpClient(server.port(), renewed.certificate).get("/hello").status, 200);
    EXPECT_THROW(HttpClient(server.port(), old.certificate), std::runtime_error);
    EXPECT_EQ(before.get("/hello").status, 200);
}

TEST(Tls, RefusesACertificateThatIsNoGood)
{
    const auto one = makeCertificate();
    const auto other = makeCertificate();
    RunningServer server;

    for (const auto& files :
         {TlsFiles{.certificateChain = "nonsense", .privateKey = one.key},
          TlsFiles{.certificateChain = one.certificate, .privateKey = "nonsense"},
          TlsFiles{.certificateChain = one.certificate, .privateKey = other.key}}) {
        EXPECT_THROW((void)server.server().listen({.tls = files}), std::runtime_error);
        EXPECT_THROW(server.server().renewCertificate(files), std::runtime_error);
    }
}

} // namespace
} // namespace fieldbook::server::net
