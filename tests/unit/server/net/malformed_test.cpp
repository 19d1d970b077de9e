#include "tests/unit/server/net/running_server.h"

#include <gtest/gtest.h>

#include <thread>

namespace fieldbook::server::net {
namespace {

using testing::HttpClient;

struct BadRequest {
    std::string_view name;
    std::string text;
    int status;
    std::string_view code;
};

std::string withFields(std::string_view fields, std::string_view body = {})
{
    return "POST /echo HTTP/1.1\r\nHost: x\r\n" + std::string{fields} + "\r\n" + std::string{body};
}

std::vector<BadRequest> badRequests()
{
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    return {
        {"no request at all", "hello\r\n\r\n", 400, "http.malformed"},
        {"TLS spoken to a plain port", "\x16\x03\x01\x02\x01\x01\r\n\r\n", 400, "http.malformed"},
        {"no version", "GET /hello\r\nHost: x\r\n\r\n", 400, "http.malformed"},
        {"two spaces", "GET  /hello HTTP/1.1\r\nHost: x\r\n\r\n", 400, "http.malformed"},
        {"line feed alone after the request line", "GET /hello HTTP/1.1\nHost: x\n\n\r\n\r\n", 505,
         "http.version"},
        {"line feed alone after a field", "GET /hello HTTP/1.1\r\nHost: x\n\r\n\r\n", 400,
         "http.malformed"},
        {"HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "http.version"},
        {"HTTP/3.0", "GET /hello HTTP/3.0\r\nHost: x\r\n\r\n", 505, "http.version"},
        {"no host", "GET /hello HTTP/1.1\r\n\r\n", 400, "http.malformed"},
        {"two hosts", withFields("Host: y\r\n"), 400, "http.malformed"},
        {"an empty host", "GET /hello HTTP/1.1\r\nHost:\r\n\r\n", 400, "http.malformed"},
        {"two hosts in one field", "GET /hello HTTP/1.1\r\nHost: x, y\r\n\r\n", 400,
         "http.malformed"},
        {"a host with a path", "GET /hello HTTP/1.1\r\nHost: x/y\r\n\r\n", 400, "http.malformed"},
        {"a host with a user", "GET /hello HTTP/1.1\r\nHost: a@x\r\n\r\n", 400, "http.malformed"},
        {"a target whose host is none", "GET http://a@b/hello HTTP/1.1\r\nHost: x\r\n\r\n", 400,
         "http.malformed"},
        {"a field folded from the first line", "GET /hello HTTP/1.1\r\n X: y\r\nHost: x\r\n\r\n",
         400, "http.malformed"},
        {"a carriage return in a value", withFields("X-A: b\rContent-Length: 3\r\n"), 400,
         "http.malformed"},
        {"a NUL in a name", withFields(std::string{"X\0A: b\r\n", 8}), 400, "http.malformed"},
        {"space before the colon", withFields("X-A : b\r\n"), 400, "http.malformed"},
        {"field without colon", withFields("nonsense\r\n"), 400, "http.malformed"},
        {"control character in a value", withFields("X-A: a\x01z\r\n"), 400, "http.malformed"},
        {"negative length", withFields("Content-Length: -1\r\n"), 400, "http.malformed"},
        {"length with a plus", withFields("Content-Length: +3\r\n", "abc"), 400, "http.malformed"},
        {"length that is no number", withFields("Content-Length: 3x\r\n"), 400, "http.malformed"},
        {"length in hexadecimal", withFields("Content-Length: 0x3\r\n", "abc"), 400,
         "http.malformed"},
        {"an empty length", withFields("Content-Length:\r\n"), 400, "http.malformed"},
        {"two lengths in one field", withFields("Content-Length: 3, 3\r\n", "abc"), 400,
         "http.malformed"},
        {"length beyond 64 bits", withFields("Content-Length: 99999999999999999999\r\n"), 400,
         "http.malformed"},
        {"two lengths that differ", withFields("Content-Length: 3\r\nContent-Length: 4\r\n"), 400,
         "http.malformed"},
        {"two lengths alike", withFields("Content-Length: 3\r\nContent-Length: 3\r\n"), 400,
         "http.malformed"},
        {"length, then chunked", withFields("Content-Length: 3\r\n" + chunked), 400,
         "http.malformed"},
        {"chunked, then length", withFields(chunked + "Content-Length: 3\r\n"), 400,
         "http.malformed"},
        {"chunked twice", withFields(chunked + chunked), 400, "http.malformed"},
        {"chunked in HTTP/1.0", "POST /echo HTTP/1.0\r\n" + chunked + "\r\n0\r\n\r\n", 400,
         "http.malformed"},
        {"gzip as transfer", withFields("Transfer-Encoding: gzip\r\n"), 501,
         "http.transfer_encoding"},
        {"chunked before gzip", withFields("Transfer-Encoding: chunked, gzip\r\n"), 501,
         "http.transfer_encoding"},
        {"an unknown transfer hiding a length",
         withFields("Transfer-Encoding: xchunked\r\nContent-Length: 3\r\n", "abc"), 501,
         "http.transfer_encoding"},
        {"chunked with a vertical tab",
         withFields("Transfer-Encoding: \x0b"
                    "chunked\r\n"),
         400, "http.malformed"},
        {"chunked in quotes", withFields("Transfer-Encoding: \"chunked\"\r\n"), 501,
         "http.transfer_encoding"},
        {"identity as transfer", withFields("Transfer-Encoding: identity\r\n"), 501,
         "http.transfer_encoding"},
        {"an empty transfer", withFields("Transfer-Encoding:\r\n"), 501, "http.transfer_encoding"},
        {"chunk size with a sign", withFields(chunked, "+3\r\nabc\r\n0\r\n\r\n"), 400,
         "http.malformed"},
        {"chunk size in C's hexadecimal", withFields(chunked, "0x3\r\nabc\r\n0\r\n\r\n"), 400,
         "http.malformed"},
        {"line feed alone after a chunk size", withFields(chunked, "3\nabc\r\n0\r\n\r\n"), 400,
         "http.malformed"},
        {"line feed alone after a chunk", withFields(chunked, "3\r\nabc\n0\r\n\r\n"), 400,
         "http.malformed"},
        {"line feed alone in a chunk extension", withFields(chunked, "3;a\nb\r\nabc\r\n0\r\n\r\n"),
         400, "http.malformed"},
        {"chunk size that is no number", withFields(chunked, "zz\r\nabc\r\n0\r\n\r\n"), 400,
         "http.malformed"},
        {"chunk longer than it says", withFields(chunked, "3\r\nabcd\r\n0\r\n\r\n"), 400,
         "http.malformed"},
        {"chunk size beyond 64 bits", withFields(chunked, "fffffffffffffffff\r\n"), 400,
         "http.malformed"},
        {"chunk size near 64 bits", withFields(chunked, "fffffffffffffffe\r\nabc"), 413,
         "http.body_too_large"},
        {"target that is no path", "GET hello HTTP/1.1\r\nHost: x\r\n\r\n", 400, "http.bad_target"},
        {"CONNECT", "CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n", 400, "http.bad_target"},
        {"target with a fragment", "GET /hello#a HTTP/1.1\r\nHost: x\r\n\r\n", 400,
         "http.bad_target"},
        {"malformed escape in the path", "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", 400,
         "http.bad_target"},
        {"NUL in the query", "GET /hello?a=%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400,
         "http.bad_target"},
        {"expectation nobody knows", withFields("Expect: miracles\r\nContent-Length: 1\r\n"), 417,
         "http.expectation"},
    };
}

TEST(MalformedRequest, IsAnsweredByAProblemAndTheServerGoesOn)
{
    RunningServer server;

    for (const auto& bad : badRequests()) {
        SCOPED_TRACE(bad.name);
        HttpClient client = server.client();
        client.raw().send(bad.text);
        const auto reply = client.receive();
        EXPECT_EQ(reply.status, bad.status);
        EXPECT_EQ(problemCode(reply), bad.code);
    }

    EXPECT_EQ(server.client().get("/hello").body, "hello");
    EXPECT_TRUE(server.failures().empty());
}

TEST(MalformedRequest, EndsTheConnectionWhenWhatFollowsCannotBeTrusted)
{
    RunningServer server;
    auto client = server.client();

    client.raw().send(withFields("Content-Length: 40\r\nTransfer-Encoding: chunked\r\n",
                                 "0\r\n\r\nGET /hello HTTP/1.1\r\nHost: x\r\n\r\n"));

    const auto reply = client.receive();
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(reply.find("Connection"), "close");
    EXPECT_TRUE(client.raw().receive().empty());
    EXPECT_EQ(server.answered("GET /hello", 200), 0u);
}

TEST(MalformedRequest, LeavesNothingBehindWhenTheCallerGoesInTheMiddle)
{
    RunningServer server;
    const std::string whole = withFields("Content-Length: 10\r\n", "0123456789");

    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
        auto client = server.client();
        client.raw().send(whole.substr(0, cut));
        if (cut % 2 == 0) {
            client.raw().reset();
        } else {
            client.raw().finishSending();
            client.raw().waitForClose();
        }
    }
    while (server.metrics().connectionsOpen > 0)
        std::this_thread::yield();

    EXPECT_EQ(server.client().get("/hello").body, "hello");
    EXPECT_EQ(server.answered("POST /echo", 200), 0u);
    EXPECT_TRUE(server.failures().empty());
}

TEST(MalformedRequest, IsRefusedWhereverItsBytesAreCut)
{
    RunningServer server;
    const std::string text = withFields("Transfer-Encoding: chunked\r\n", "3\r\nabcd\r\n0\r\n\r\n");

    for (std::size_t cut = 1; cut < text.size(); ++cut) {
        SCOPED_TRACE(cut);
        auto client = server.client();
        client.raw().send(text.substr(0, cut));
        client.raw().send(text.substr(cut));
        EXPECT_EQ(problemCode(client.receive()), "http.malformed");
    }
}

} // namespace
} // namespace fieldbook::server::net
