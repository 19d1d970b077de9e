#include "shared/base/encoding.h"
#include "tests/support/office.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace fieldbook::testing {
namespace {

std::string codeOf(const auto& result) { return result ? "fine" : result.error().code; }
Value words(std::string_view text) { return std::string{text}; }

class Files : public ::testing::Test {
protected:
    Office office;
    Company& company = office.company;
    PlainTablet ming{office, company.ming};
    const std::string photo = std::string(3'000, 'p') + "end";
    const std::string digest = toHex(sha256(photo));

    [[nodiscard]] server::FileService& files() { return office.machine->files; }

    // Ming's attachment that names the photo.
    void attach(PlainTablet& tablet, const Uuid& id)
    {
        tablet.create("attachment", id,
                      {{"name", words("门头.jpg")},
                       {"kind", words("photo")},
                       {"media_type", words("image/jpeg")},
                       {"size", static_cast<std::int64_t>(photo.size())},
                       {"sha256", words(digest)}});
        for (const auto& receipt : tablet.push()) {
            EXPECT_EQ(receipt.outcome, sync::Outcome::Applied) << receipt.code;
        }
    }
    [[nodiscard]] Result<server::Upload> send(const server::Caller& caller,
                                              const server::Upload& upload,
                                              std::size_t from,
                                              std::size_t count)
    {
        return files().append(caller, upload.id, static_cast<std::int64_t>(from),
                              asBytes(std::string_view{photo}.substr(from, count)));
    }
    void sendAll(const server::Caller& caller)
    {
        const auto upload = files().begin(caller, digest, static_cast<std::int64_t>(photo.size()));
        ASSERT_TRUE(upload);
        const auto sent = send(caller, *upload, 0, photo.size());
        ASSERT_TRUE(sent) << sent.error().code;
    }
    [[nodiscard]] bool isUploaded(const Uuid& id)
    {
        return office.find(id)->get("uploaded") == Value{true};
    }
};

TEST_F(Files, ComeInPiecesAcrossARestartAndThenBelongToTheAttachment)
{
    attach(ming, idOf(100));
    const auto upload =
        files().begin(ming.caller(), digest, static_cast<std::int64_t>(photo.size()));
    ASSERT_TRUE(upload);
    ASSERT_TRUE(send(ming.caller(), *upload, 0, 1'000));
    EXPECT_FALSE(isUploaded(idOf(100)));
    EXPECT_EQ(codeOf(files().open(ming.caller(), digest)), "file.missing");

    office.switchOff();
    office.switchOn();

    const auto resumed = files().resume(ming.caller(), upload->id);
    ASSERT_TRUE(resumed);
    EXPECT_EQ(resumed->offset, 1'000);
    ASSERT_TRUE(send(ming.caller(), *upload, 1'000, 5'000));
    EXPECT_TRUE(isUploaded(idOf(100)));
    ming.pull();
    EXPECT_EQ(ming.holds(idOf(100))->get("uploaded"), Value{true});
    const auto file = files().open(ming.caller(), digest);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->mediaType, "image/jpeg");
    EXPECT_EQ(file->size, static_cast<std::int64_t>(photo.size()));
    std::ifstream in{file->path, std::ios::binary};
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>{in}, {}), photo);
    // A lost answer to the last piece: it is all there.
    EXPECT_EQ(files().resume(ming.caller(), upload->id)->offset, upload->size);
}

TEST_F(Files, MayComeBeforeTheirAttachment)
{
    sendAll(ming.caller());

    attach(ming, idOf(100));

    EXPECT_TRUE(isUploaded(idOf(100)));
    EXPECT_TRUE(files().open(ming.caller(), digest));
}

TEST_F(Files, ToKnowAChecksumOpensNothing)
{
    attach(ming, idOf(100));
    sendAll(ming.caller());
    PlainTablet ana{office, company.ana};
    EXPECT_EQ(codeOf(files().open(ana.caller(), digest)), "file.missing");

    attach(ana, idOf(101));

    EXPECT_FALSE(isUploaded(idOf(101)));
    EXPECT_EQ(codeOf(files().open(ana.caller(), digest)), "file.missing");
    sendAll(ana.caller());
    EXPECT_TRUE(isUploaded(idOf(101)));
    EXPECT_TRUE(files().open(ana.caller(), digest));
}

TEST_F(Files, AreOpenToWhoMaySeeTheAttachment)
{
    attach(ming, idOf(100));
    sendAll(ming.caller());

    EXPECT_TRUE(files().open(office.enrol(company.zhou), digest)); // Ming's manager.
    EXPECT_EQ(codeOf(files().open(office.enrol(company.chen), digest)), "file.missing");
    EXPECT_EQ(codeOf(files().open(ming.caller(), "../../etc/passwd")), "file.missing");
    EXPECT_EQ(codeOf(files().open(ming.caller(), toHex(sha256("other")))), "file.missing");
}

TEST_F(Files, OtherBytesThanAnnouncedAreThrownAway)
{
    attach(ming, idOf(100));
    const auto upload = files().begin(ming.caller(), digest, 4);
    ASSERT_TRUE(upload);

    const auto sent = files().append(ming.caller(), upload->id, 0, asBytes("evil"));

    EXPECT_EQ(codeOf(sent), "file.digest_mismatch");
    EXPECT_EQ(codeOf(files().resume(ming.caller(), upload->id)), "upload.missing");
    EXPECT_FALSE(isUploaded(idOf(100)));
}

TEST_F(Files, PiecesOutOfPlaceAndOtherPeoplesAreRefused)
{
    const auto size = static_cast<std::int64_t>(photo.size());
    const auto ana = office.enrol(company.ana);
    const auto upload = files().begin(ming.caller(), digest, size);
    ASSERT_TRUE(send(ming.caller(), *upload, 0, 10));

    const auto early = send(ming.caller(), *upload, 20, 10);
    const auto again = send(ming.caller(), *upload, 0, 10);
    const auto tooLong = files().append(ming.caller(), upload->id, 10, asBytes(photo));

    EXPECT_EQ(codeOf(early), "upload.offset");
    EXPECT_EQ(early.error().detail, "10");
    EXPECT_EQ(codeOf(again), "upload.offset");
    EXPECT_EQ(codeOf(tooLong), "file.too_large");
    EXPECT_EQ(codeOf(send(ana, *upload, 10, 10)), "upload.missing");
    EXPECT_EQ(codeOf(files().resume(ana, upload->id)), "upload.missing");
    EXPECT_EQ(codeOf(files().abandon(ana, upload->id)), "upload.missing");
    EXPECT_EQ(codeOf(files().begin(ming.caller(), "abc", 5)), "upload.malformed");
    EXPECT_EQ(codeOf(files().begin(ming.caller(), digest, 0)), "upload.malformed");
    EXPECT_EQ(codeOf(files().begin(ming.caller(), digest, 2'000'000)), "file.too_large");
}

TEST_F(Files, UnfinishedOnesAreLimitedAndGoAfterAWhile)
{
    const auto first = files().begin(ming.caller(), digest, 10);
    ASSERT_TRUE(first);
    ASSERT_TRUE(send(ming.caller(), *first, 0, 5));
    ASSERT_TRUE(files().begin(ming.caller(), digest, 10));
    ASSERT_TRUE(files().begin(ming.caller(), digest, 10));
    EXPECT_EQ(codeOf(files().begin(ming.caller(), digest, 10)), "upload.too_many");
    EXPECT_TRUE(files().abandon(ming.caller(), first->id));
    ASSERT_TRUE(files().begin(ming.caller(), digest, 10));

    office.clock.advance(std::chrono::hours{24 * 8});
    EXPECT_EQ(files().dropOld(), 3u);

    EXPECT_EQ(files().dropOld(), 0u);
    EXPECT_FALSE(office.machine->folder.sizeOf(first->id));
}

TEST_F(Files, AFileThatWasWholeWhenTheServerStoppedIsFinishedLater)
{
    attach(ming, idOf(100));
    const auto size = static_cast<std::int64_t>(photo.size());
    const auto upload = files().begin(ming.caller(), digest, size);
    ASSERT_TRUE(upload);
    // As far as append() gets before the power goes.
    office.machine->folder.write(upload->id, 0, asBytes(photo));
    const auto noted = office.machine->commits.run([&](server::Commit& commit) -> Result<void> {
        commit.writer().setUploadOffset(upload->id, size);
        return {};
    });
    ASSERT_TRUE(noted);

    const auto resumed = files().resume(ming.caller(), upload->id);

    ASSERT_TRUE(resumed);
    EXPECT_EQ(resumed->offset, size);
    EXPECT_TRUE(isUploaded(idOf(100)));
    EXPECT_TRUE(files().open(ming.caller(), digest));
}

} // namespace
} // namespace fieldbook::testing
