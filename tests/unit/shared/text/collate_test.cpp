#include "shared/text/collate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <thread>

namespace fieldbook {
namespace {

const std::vector<std::string> inOrder{
    "",     "12",   "3",      "阿里木", "白云", "陈一", "陈一明", "成都", "李明", "李明朗",
    "吕布", "王伟", "王小明", "张三",   "曾国", "Anna", "anna b", "Zoe",  "Zoë",  "Zoé x",
};

TEST(Collate, SortsByPinyin)
{
    std::vector<std::string> names{"张三", "李明", "王伟", "陈一", "阿里木", "Zoe", "Anna"};

    std::ranges::sort(names, [](const auto& a, const auto& b) { return collate(a, b) < 0; });

    EXPECT_EQ(names,
              (std::vector<std::string>{"阿里木", "陈一", "李明", "王伟", "张三", "Anna", "Zoe"}));
}

TEST(Collate, KeysStandInTheOrderOfTheComparison)
{
    for (const auto& left : inOrder) {
        for (const auto& right : inOrder) {
            EXPECT_EQ(collationKey(left) <=> collationKey(right), collate(left, right))
                << left << " " << right;
        }
    }
}

TEST(Collate, KeysOfAnyLengthAreWhole)
{
    const std::string base(3000, 'x');

    EXPECT_EQ(collate(base + "a", base + "b"), std::strong_ordering::less);
    EXPECT_LT(collationKey(base + "a"), collationKey(base + "b"));
    EXPECT_EQ(collationKey(base), collationKey(base));
}

TEST(Collate, TakesAnyBytes)
{
    EXPECT_NO_THROW(static_cast<void>(collationKey("a\xff\xc0")));
    EXPECT_EQ(collate("a\xff", "a\xff"), std::strong_ordering::equal);
}

TEST(Collate, HasAVersion) { EXPECT_NE(collationVersion(), 0U); }

TEST(Collate, ServesSeveralThreads)
{
    const auto expected = collationKey("李明朗");
    std::vector<std::thread> threads;
    threads.reserve(4);
    std::atomic<int> differing = 0;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 2000; ++round) {
                differing += collationKey("李明朗") != expected ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }

    EXPECT_EQ(differing, 0);
}

} // namespace
} // namespace fieldbook
