#include "shared/base/hash.h"
#include "tests/api/api_server.h"

#include <gtest/gtest.h>

namespace fieldbook::server {
namespace {

using Fields = ApiServer::Fields;

Fields with(Fields fields, const Fields& more)
{
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

struct Upload {
    ApiServer& server;
    nlohmann::json signedIn;
    std::string bytes;
    std::string sha256 = toHex(fieldbook::sha256(bytes));
    testing::HttpClient client = server.client();
    std::string place = {};

    Fields tus(const Fields& more) const
    {
        return with(with(ApiServer::bearer(signedIn), {{"Tus-Resumable", "1.0.0"}}), more);
    }

    testing::HttpReply begin()
    {
        auto reply = client.post("/v1/files", "",
                                 tus({{"Upload-Length", std::to_string(bytes.size())},
                                      {"Upload-Metadata", "sha256 " + toBase64(asBytes(sha256))}}));
        place = reply.find("Location").value_or("");
        return reply;
    }

    testing::HttpReply append(std::size_t offset, std::size_t size, const Fields& more = {})
    {
        return client.request("PATCH", place, std::string_view{bytes}.substr(offset, size),
                              tus(with({{"Upload-Offset", std::to_string(offset)},
                                        {"Content-Type", "application/offset+octet-stream"}},
                                       more)));
    }
};

std::string attachmentChange(const ApiServer& server, const Upload& upload)
{
    const nlohmann::json change{{"n", 1},
                                {"at", std::to_string(toMillis(SystemClock{}.now())) + ".0"},
                                {"create",
                                 {{"type", "attachment"},
                                  {"id", "01890000-0000-7000-8000-00000000bb01"},
                                  {"f",
                                   {{"name", "shop.jpg"},
                                    {"kind", "photo"},
                                    {"media_type", "image/jpeg"},
                                    {"size", upload.bytes.size()},
                                    {"sha256", upload.sha256},
                                    {"customer", server.bakery().text()}}}}}};
    return change.dump();
}

TEST(Files, ResumeWhereTheyBrokeOffAndAreSeenWithTheirRecord)
{
    ApiServer server;
    Upload upload{server, server.signIn("ming", 1), std::string(100'000, 'x') + "end"};
    const auto ana = server.signIn("ana", 2);

    ASSERT_EQ(upload.begin().status, 201);
    EXPECT_EQ(upload.append(0, 60'000).status, 204);
    const auto wrongPlace = upload.append(10, 20);
    const auto asked = upload.client.request("GET", upload.place, "", upload.tus({}));
    EXPECT_EQ(upload.append(60'000, 60'000).status, 204);
    const auto pushed =
        upload.client.post("/v1/push", push(upload.signedIn, attachmentChange(server, upload)),
                           ApiServer::bearer(upload.signedIn));

    EXPECT_EQ(wrongPlace.status, 409);
    EXPECT_EQ(problemCode(wrongPlace), "upload.offset");
    EXPECT_EQ(asked.find("Upload-Offset"), "60000");
    ASSERT_EQ(nlohmann::json::parse(pushed.body)["receipts"][0]["outcome"], "applied")
        << pushed.body;
    const auto whole =
        upload.client.get("/v1/files/" + upload.sha256, ApiServer::bearer(upload.signedIn));
    const auto part =
        upload.client.get("/v1/files/" + upload.sha256,
                          with(ApiServer::bearer(upload.signedIn), {{"Range", "bytes=100000-"}}));
    const auto hers = upload.client.get("/v1/files/" + upload.sha256, ApiServer::bearer(ana));
    EXPECT_EQ(whole.body, upload.bytes);
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, "end");
    EXPECT_EQ(hers.status, 404);
    EXPECT_EQ(problemCode(hers), "file.missing");
}

TEST(Files, WhatIsNotWhatWasAnnouncedIsRefused)
{
    ApiServer server;
    Upload upload{server, server.signIn("ming"), "abc", toHex(sha256(std::string_view{"other"}))};

    ASSERT_EQ(upload.begin().status, 201);
    const auto damaged = upload.append(
        0, 3, {{"Upload-Checksum", "sha256 " + toBase64(sha256(std::string_view{"abd"}))}});
    const auto last = upload.append(0, 3);

    EXPECT_EQ(problemCode(damaged), "upload.checksum");
    EXPECT_EQ(problemCode(last), "file.digest_mismatch");
}

TEST(Files, UploadsThatNobodyFinishedAreDroppedByTheRunningServer)
{
    const testing::TempDir folder;
    Configuration configuration;
    configuration.data = folder / "data";
    configuration.listenPort = 0;
    const auto hold = [&] {
        return std::move(*DataFolder::hold(configuration.data, DataFolder::Making::Allowed));
    };
    const auto uploads = [](Engine& engine) {
        return engine.store.read()->uploadsBefore(engine.clock.now()).size();
    };
    {
        Engine engine{hold(), configuration, CommitQueue::Mode::Immediate};
        UuidSource ids{engine.clock, engine.entropy};
        const auto done = engine.commits.run([&](Commit& commit) -> Result<void> {
            commit.writer().addUpload({.id = ids.next(),
                                       .user = ids.next(),
                                       .sha256 = std::string(64, 'a'),
                                       .size = 10,
                                       .createdAt = engine.clock.now() - std::chrono::days{8}});
            return {};
        });
        ASSERT_TRUE(done);
        ASSERT_EQ(uploads(engine), 1U);
    }

    const Log log{"error"};
    Application application{hold(), LoadedConfiguration{configuration, {}}, log};
    application.stop();

    EXPECT_EQ(uploads(application.engine()), 0U);
}

} // namespace
} // namespace fieldbook::server
