#include "shared/sync/merge.h"
#include "shared/sync/tuning.h"

#include <gtest/gtest.h>

namespace fieldbook::sync {
namespace {

std::string merge(std::string_view base, std::string_view mine, std::string_view theirs)
{
    const TextMerge merged = mergeText(base, mine, theirs);
    return merged.text + (merged.overlapped ? "\n(overlapped)" : "");
}

TEST(TextMerge, ChangesInDifferentPlacesBothStand)
{
    EXPECT_EQ(merge("a\nb\nc\nd", "A\nb\nc\nd", "a\nb\nc\nD"), "A\nb\nc\nD");
    EXPECT_EQ(merge("a\nb\nc\nd", "x\na\nb\nc\nd", "a\nb\nd"), "x\na\nb\nd");
    EXPECT_EQ(merge("a\nb", "A\nb", "a\nB"), "A\nB");
    EXPECT_EQ(merge("a\nb\nc", "a\nc", "a\nb\nc\nd"), "a\nc\nd");
}

TEST(TextMerge, WhereBothChangedTheSameLinesBothStandTheirsFirst)
{
    EXPECT_EQ(merge("a\nb\nc", "a\nmine\nc", "a\ntheirs\nc"), "a\ntheirs\nmine\nc\n(overlapped)");
    EXPECT_EQ(merge("a\nb\nc\nd", "a\nm1\nm2\nd", "a\nb\nt1\nd"),
              "a\nb\nt1\nm1\nm2\nd\n(overlapped)");
}

TEST(TextMerge, WhatBothWroteAlikeStandsOnce)
{
    EXPECT_EQ(merge("a\nb", "a\nx\nb", "a\nx\nb"), "a\nx\nb");
    EXPECT_EQ(merge("a\nb", "a\nx\nmine\nb", "a\nx\ntheirs\nb"), "a\nx\ntheirs\nmine\nb");
    EXPECT_EQ(merge("a", "B", "B"), "B");
}

TEST(TextMerge, AParagraphThatOneDeletedAndTheOtherChangedStands)
{
    EXPECT_EQ(merge("a\nb\nc", "a\nc", "a\nB\nc"), "a\nB\nc\n(overlapped)");
    EXPECT_EQ(merge("a\nb\nc", "a\nB\nc", "a\nc"), "a\nB\nc\n(overlapped)");
}

TEST(TextMerge, EmptyTextsAndTrailingNewlinesAreTextsToo)
{
    EXPECT_EQ(merge("", "mine", "theirs"), "theirs\nmine");
    EXPECT_EQ(merge("a", "", "a\nb"), "b");
    EXPECT_EQ(merge("a\n", "a\nb\n", "c\na\n"), "c\na\nb\n");
    EXPECT_EQ(merge("a", "", ""), "");
    EXPECT_EQ(merge("\n\n", "\n", "\n\n\n").empty(), false);
}

TEST(TextMerge, AnInsertionBesideTheOthersChangeKeepsItsPlace)
{
    EXPECT_EQ(merge("a\nb\nc", "a\nnew\nb\nc", "a\nB\nc"), "a\nnew\nB\nc");
    EXPECT_EQ(merge("a\nb\nc", "a\nb\nnew\nc", "a\nB\nc"), "a\nB\nnew\nc");
    EXPECT_EQ(merge("a\nb\nc\nd", "a\nb\nnew\nc\nd", "a\nX\nd"),
              "a\nX\nb\nnew\nc\nd\n(overlapped)");
}

TEST(TextMerge, TextsThatDifferBeyondTheLimitBothStandWhole)
{
    std::string base;
    std::string mine;
    std::string theirs;
    for (std::size_t i = 0; i < diffCostMax * 2; ++i) {
        base += "base " + std::to_string(i) + '\n';
        mine += "mine " + std::to_string(i) + '\n';
        theirs += "theirs " + std::to_string(i) + '\n';
    }

    const TextMerge merged = mergeText(base, mine, theirs);

    EXPECT_TRUE(merged.overlapped);
    EXPECT_EQ(merged.text, theirs + mine);
}

} // namespace
} // namespace fieldbook::sync
