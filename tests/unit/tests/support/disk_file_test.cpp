#include "tests/support/disk_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

namespace fieldbook::testing {
namespace {

using Bytes = std::vector<std::uint8_t>;

TEST(DiskFile, ReadsWhatWasWrittenAndZerosBetween)
{
    DiskFile file;
    file.write(4, Bytes{1, 2});
    Bytes read(8, 9);

    const auto count = file.read(0, read);

    EXPECT_EQ(count, 6U);
    EXPECT_EQ(file.content(), (Bytes{0, 0, 0, 0, 1, 2}));
    EXPECT_EQ(file.read(6, read), 0U);
}

TEST(DiskFile, KeepsWhatWasSyncedThroughAnyPowerCut)
{
    for (const auto survival : {Survival::Nothing, Survival::Some, Survival::Everything}) {
        SeededEntropy entropy{1};
        DiskFile file;
        file.write(0, Bytes(2000, 7));
        file.sync();

        file.losePower(survival, entropy);

        EXPECT_EQ(file.content(), Bytes(2000, 7));
    }
}

TEST(DiskFile, LosesOrKeepsWhatWasNotSynced)
{
    SeededEntropy entropy{1};
    DiskFile file;
    file.write(0, Bytes{1});
    file.sync();
    file.write(0, Bytes{2, 2});
    DiskFile lucky = file;

    file.losePower(Survival::Nothing, entropy);
    lucky.losePower(Survival::Everything, entropy);

    EXPECT_EQ(file.content(), Bytes{1});
    EXPECT_EQ(lucky.content(), (Bytes{2, 2}));
}

TEST(DiskFile, TearsWritesBetweenAndInsideSectors)
{
    bool betweenSectors = false;
    bool insideASector = false;
    std::set<std::size_t> lengths;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        SeededEntropy entropy{seed};
        DiskFile file;
        file.write(0, Bytes(1024, 1));
        file.sync();
        file.write(0, Bytes(1024, 2));
        file.write(1024, Bytes(1024, 2));

        file.losePower(Survival::Some, entropy);

        const Bytes& content = file.content();
        ASSERT_GE(content.size(), 1024U);
        lengths.insert(content.size());
        betweenSectors |= content[511] == 1 && content[512] == 2 && content[1023] == 2;
        insideASector |= content[0] == 2 && content[511] == 1;
    }

    EXPECT_TRUE(betweenSectors);
    EXPECT_TRUE(insideASector);
    EXPECT_EQ(lengths, (std::set<std::size_t>{1024, 2048}));
}

TEST(DiskFile, NeverShowsALaterWriteToASectorWithoutTheEarlier)
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        SeededEntropy entropy{seed};
        DiskFile file;
        file.write(0, Bytes(512, 0));
        file.sync();
        file.write(0, Bytes{1});
        file.write(1, Bytes{2});

        file.losePower(Survival::Some, entropy);

        EXPECT_FALSE(file.content()[0] == 0 && file.content()[1] == 2) << "seed " << seed;
    }
}

TEST(DiskFile, ShowsNothingOldAgainAfterACutThatReachedTheDisk)
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        SeededEntropy entropy{seed};
        DiskFile file;
        file.write(0, Bytes(2048, 1));
        file.sync();
        file.truncate(0);
        file.write(1536, Bytes(512, 2));

        file.losePower(Survival::Some, entropy);

        const Bytes& content = file.content();
        const bool untouched = content == Bytes(2048, 1);
        const bool cut = std::ranges::count(content, 1) == 0;
        EXPECT_TRUE(untouched || cut) << "seed " << seed;
    }
}

} // namespace
} // namespace fieldbook::testing
