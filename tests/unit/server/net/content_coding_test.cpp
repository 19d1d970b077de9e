#include "server/net/content_coding.h"
#include "tests/unit/server/net/running_server.h"

#include <gtest/gtest.h>

namespace fieldbook::server::net {
namespace {

constexpr std::size_t room = mebibyte;

std::string someJson()
{
    std::string text = "[";
    for (int i = 0; i < 2000; ++i)
        text += R"({"name":"张伟","number":)" + std::to_string(i) + "},";
    return text + "0]";
}

std::string encoded(const std::string& body, ContentCoding coding)
{
    auto response = jsonResponse(body);
    encodeBody(response, coding, 1);
    return response.body;
}

TEST(ContentCoding, ComesBackAsItWas)
{
    const auto body = someJson();

    for (const auto coding : {ContentCoding::Gzip, ContentCoding::Zstd}) {
        const auto packed = encoded(body, coding);
        EXPECT_LT(packed.size() * 3, body.size());
        EXPECT_EQ(decodeBody(packed, coding, body.size()), body);
    }
}

TEST(ContentCoding, RefusesWhatIsCutChangedOrFollowedBySomething)
{
    const auto body = someJson();

    for (const auto coding : {ContentCoding::Gzip, ContentCoding::Zstd}) {
        const auto packed = encoded(body, coding);
        for (const auto& bad : {packed.substr(0, packed.size() - 1), packed.substr(1), packed + "x",
                                std::string{}, std::string{"nonsense"}})
            EXPECT_EQ(decodeBody(bad, coding, room).error().code, "http.body_malformed");
    }
}

TEST(ContentCoding, StopsABombAtTheLimit)
{
    const std::string zeros(64 * mebibyte, '\0');

    for (const auto coding : {ContentCoding::Gzip, ContentCoding::Zstd}) {
        const auto bomb = encoded(zeros, coding);
        EXPECT_LT(bomb.size(), room);
        EXPECT_EQ(decodeBody(bomb, coding, room).error().code, "http.body_too_large");
    }
}

TEST(ContentCoding, IsChosenFromWhatTheCallerAccepts)
{
    EXPECT_EQ(chooseCoding("gzip, deflate, br, zstd"), ContentCoding::Zstd);
    EXPECT_EQ(chooseCoding("GZIP;q=0.5 , br"), ContentCoding::Gzip);
    EXPECT_EQ(chooseCoding("zstd;q=0, gzip;q=1.0"), ContentCoding::Gzip);
    for (const auto* none : {"", "br", "gzip;q=0.000", "*", ",,;"})
        EXPECT_EQ(chooseCoding(none), ContentCoding::Identity) << none;
}

TEST(ContentCoding, KnowsAnyCodingThatTheCallerAccepts)
{
    EXPECT_TRUE(acceptsCoding("gzip, deflate, Br;q=0.9", "br"));
    EXPECT_TRUE(acceptsCoding("br", "br"));
    for (const auto* none : {"", "gzip", "br;q=0", "br ; q=0.0", "brotli", "*"})
        EXPECT_FALSE(acceptsCoding(none, "br")) << none;
}

TEST(ContentCoding, LeavesAloneWhatMustNotOrNeedNotBePacked)
{
    const std::string body(5000, 'a');
    auto image = Response{.headers = {{"Content-Type", "image/png"}}, .body = body};
    auto tagged = jsonResponse(body);
    tagged.headers.add("ETag", "\"strong\"");
    auto secret = jsonResponse(body);
    secret.compressible = false;
    auto small = jsonResponse("{}");

    for (auto* response : {&image, &tagged, &secret, &small}) {
        encodeBody(*response, ContentCoding::Zstd, 1024);
        EXPECT_FALSE(response->headers.contains("Content-Encoding"));
    }
    EXPECT_EQ(image.body, body);
}

Router jsonRouter(WorkerPool& pool)
{
    Router router;
    router.add(Method::Get, "/inline", {}, [](const Request&) { return jsonResponse(someJson()); });
    router.add(Method::Get, "/pooled", {.pool = &pool},
               [](const Request&) { return jsonResponse(someJson()); });
    router.addAsync(Method::Get, "/later", {}, [](const Request&, const Responder& respond) {
        respond(jsonResponse(someJson()));
    });
    return router;
}

TEST(ContentCoding, IsAppliedToAnswersOfEveryKindOfHandler)
{
    WorkerPool pool{"json", 1, 8};
    RunningServer server{jsonRouter(pool)};
    auto client = server.client();

    for (const auto* path : {"/inline", "/pooled", "/later"}) {
        SCOPED_TRACE(path);
        const auto zstd = client.get(path, {{"Accept-Encoding", "gzip, zstd"}});
        EXPECT_EQ(zstd.find("Content-Encoding"), "zstd");
        EXPECT_EQ(zstd.find("Vary"), "Accept-Encoding");
        EXPECT_EQ(decodeBody(zstd.body, ContentCoding::Zstd, room), someJson());
        const auto gzip = client.get(path, {{"Accept-Encoding", "gzip"}});
        EXPECT_EQ(gzip.find("Content-Encoding"), "gzip");
        EXPECT_EQ(decodeBody(gzip.body, ContentCoding::Gzip, room), someJson());
        const auto plain = client.get(path);
        EXPECT_EQ(plain.body, someJson());
        EXPECT_EQ(plain.find("Vary"), "Accept-Encoding");
    }
}

TEST(ContentCoding, IsUndoneBeforeTheHandlerSeesTheBody)
{
    RunningServer server;
    auto client = server.client();
    const auto body = someJson();

    for (const auto* path : {"/echo", "/bulk"}) {
        EXPECT_EQ(
            client.post(path, encoded(body, ContentCoding::Zstd), {{"Content-Encoding", "zstd"}})
                .body,
            body);
        EXPECT_EQ(
            client.post(path, encoded(body, ContentCoding::Gzip), {{"Content-Encoding", "gzip"}})
                .body,
            body);
    }
}

TEST(ContentCoding, OfARequestIsRefusedWhenUnknownMalformedOrTooLarge)
{
    RunningServer server;
    auto client = server.client();

    const auto unknown = client.post("/echo", "x", {{"Content-Encoding", "br"}});
    EXPECT_EQ(unknown.status, 415);
    EXPECT_EQ(problemCode(unknown), "http.content_encoding");
    EXPECT_EQ(unknown.find("Accept-Encoding"), "zstd, gzip");
    const auto malformed = client.post("/echo", "x", {{"Content-Encoding", "zstd"}});
    EXPECT_EQ(malformed.status, 400);
    EXPECT_EQ(problemCode(malformed), "http.body_malformed");
    const auto bomb = encoded(std::string(8 * mebibyte, 'a'), ContentCoding::Zstd);
    const auto tooLarge = client.post("/echo", bomb, {{"Content-Encoding", "zstd"}});
    EXPECT_EQ(tooLarge.status, 413);
    EXPECT_EQ(problemCode(tooLarge), "http.body_too_large");
}

} // namespace
} // namespace fieldbook::server::net
