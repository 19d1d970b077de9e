#include "shared/base/durable_file.h"
#include "shared/base/encoding.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <fstream>
#include <system_error>

namespace fieldbook {
namespace {

namespace fs = std::filesystem;

std::string contentOf(const fs::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

TEST(DurableFile, IsReplacedWholeAndIsItsOwnersAlone)
{
    const testing::TempDir folder;
    const auto file = folder / "key";

    replaceDurably(file, asBytes("a longer one"));
    replaceDurably(file, asBytes("second"));

    EXPECT_EQ(contentOf(file), "second");
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(std::distance(fs::directory_iterator{folder.path()}, {}), 1) << "nothing beside it";
}

TEST(DurableFile, KeepsWhatItHadWhenItCannotBeReplaced)
{
    const testing::TempDir folder;
    const auto file = folder / "key";
    replaceDurably(file, asBytes("first"));
    fs::create_directory(folder / "key.new"); // Nothing can be written there.

    EXPECT_THROW(replaceDurably(file, asBytes("second")), std::system_error);

    EXPECT_EQ(contentOf(file), "first");
}

TEST(DurableFile, IsCopiedWholeAndNotAtAllWithoutItsOriginal)
{
    const testing::TempDir folder;
    const std::string content(600'000, 'x'); // More than one piece.
    replaceDurably(folder / "from", asBytes(content));

    copyDurably(folder / "from", folder / "to");

    EXPECT_EQ(contentOf(folder / "to"), content);
    EXPECT_THROW(copyDurably(folder / "none", folder / "to"), std::system_error);
    EXPECT_EQ(contentOf(folder / "to"), content);
}

TEST(DurableFile, OverwritesEveryByteAndNothingElse)
{
    const testing::TempDir folder;
    const auto file = folder / "key";
    replaceDurably(file, asBytes("secret"));

    overwrite(file);

    EXPECT_EQ(contentOf(file), std::string(6, '\0'));
    EXPECT_THROW(overwrite(folder / "none"), std::system_error);
}

TEST(DurableFile, IsWrittenAndReadInPiecesAndCut)
{
    const testing::TempDir folder;
    const auto file = folder / "piece";
    OpenFile out{file, O_WRONLY | O_CREAT};
    out.writeAt(0, asBytes("abcdef"));
    out.cutAt(3);
    out.writeAt(3, asBytes("xy"));
    out.sync();
    syncFolder(folder.path());

    OpenFile in{file, O_RDONLY};
    std::array<std::uint8_t, 16> buffer{};
    EXPECT_EQ(in.read(buffer), 5U);
    EXPECT_EQ(asText(std::span{buffer}.first(5)), "abcxy");
    EXPECT_EQ(in.read(buffer), 0U);
    EXPECT_THROW((OpenFile{folder / "none", O_RDONLY}), std::system_error);
}

} // namespace
} // namespace fieldbook
