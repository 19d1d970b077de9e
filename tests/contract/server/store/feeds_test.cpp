#include "tests/contract/server/store/stores.h"

#include <gmock/gmock.h>

namespace fieldbook::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class Feeds : public StoreContract {};
INSTANTIATE_TEST_SUITE_P(Stores, Feeds, ::testing::ValuesIn(storeKinds()), [](const auto& kind) {
    return kind.param.name;
});

TEST_P(Feeds, TellOnlyWhatChangedAfterThePosition)
{
    add(1, {"u:a"});
    const auto second = add(2, {"u:a"});
    add(3, {"u:b"});
    add(4, {"u:a"});

    const auto page = pull(from({{"u:a", second}}));

    EXPECT_THAT(numbersOf(page.documents), ElementsAre(4));
    EXPECT_TRUE(page.rows.complete);
    EXPECT_EQ(page.rows.reached, 4);
    EXPECT_EQ(page.rows.records, 1u);
}

TEST_P(Feeds, HoldARecordOnceAtItsLastChange)
{
    add(1, {"u:a"});
    add(2, {"u:a"});
    refile(1, {"u:a"});

    EXPECT_THAT(numbersOf(pull(from({{"u:a", 0}})).documents), ElementsAre(2, 1));
    EXPECT_THAT(numbersOf(pull(from({{"u:a", 2}})).documents), ElementsAre(1));
}

TEST_P(Feeds, ARecordInSeveralOfThemIsSentOnce)
{
    add(1, {"t:x", "u:a"});
    add(2, {"u:a"});

    const auto page = pull(from({{"t:x", 0}, {"u:a", 0}}));

    EXPECT_THAT(numbersOf(page.documents), ElementsAre(1, 2));
}

TEST_P(Feeds, ARecordThatLeavesIsTakenBackAndOneThatStaysVisibleIsNot)
{
    add(1, {"t:x", "u:a"});
    add(2, {"t:x", "u:a"});
    const auto before = refile(1, {"t:x", "u:b"});
    refile(2, {"t:y", "u:b"});

    const auto hers = pull(from({{"u:a", before - 1}}));
    const auto managers = pull(from({{"t:x", before - 1}, {"u:m", before - 1}}));
    const auto both = pull(from({{"t:x", before - 1}, {"t:y", before - 1}}));

    EXPECT_THAT(hers.rows.left, ElementsAre(idOf(1), idOf(2)));
    EXPECT_THAT(hers.documents, IsEmpty());
    EXPECT_THAT(managers.rows.left, ElementsAre(idOf(2)));
    EXPECT_THAT(numbersOf(managers.documents), ElementsAre(1));
    EXPECT_THAT(both.rows.left, IsEmpty());
    EXPECT_THAT(numbersOf(both.documents), ElementsAre(1, 2));
}

TEST_P(Feeds, ARecordThatIsRemovedLeavesThemForGoodWithItsHistory)
{
    const auto added = add(1, {"t:x", "u:a"});
    const auto& type = typeNamed("customer");
    const auto writer = store->begin();
    writer->addHistory({.record = idOf(1),
                        .type = &type,
                        .field = *type.indexOf("city"),
                        .value = std::string{"杭州"},
                        .version = {{7, 0}, 4, 1},
                        .author = {},
                        .replacedBy = {{8, 0}, 4, 1}});
    writer->remove(*writer->view().findPlacement(idOf(1)), writer->nextSequence());
    writer->commit();

    EXPECT_THAT(pull(from({{"u:a", added}})).rows.left, ElementsAre(idOf(1)));
    EXPECT_THAT(pull(from({{"u:a", 0}, {"t:x", 0}})).documents, IsEmpty());
    const auto view = store->read();
    EXPECT_FALSE(view->find(idOf(1)));
    EXPECT_FALSE(view->findPlacement(idOf(1)));
    EXPECT_THAT(view->history(idOf(1)), IsEmpty());
}

TEST_P(Feeds, ARecordThatComesBackIsNotTakenAway)
{
    add(1, {"u:a"});
    refile(1, {"u:b"});
    refile(1, {"u:a"});

    const auto page = pull(from({{"u:a", 1}}));

    EXPECT_THAT(page.rows.left, IsEmpty());
    EXPECT_THAT(numbersOf(page.documents), ElementsAre(1));
}

TEST_P(Feeds, ANewTabletHearsNothingOfWhatLeftBeforeItCame)
{
    add(1, {"u:a"});
    add(2, {"u:a"});
    const auto left = refile(1, {"u:b"});

    const auto page = pull(from({{.feed = "u:a", .after = 0, .leftAfter = left}}));

    EXPECT_THAT(page.rows.left, IsEmpty());
    EXPECT_THAT(numbersOf(page.documents), ElementsAre(2));
}

TEST_P(Feeds, PagesEndOnlyBetweenSequences)
{
    const auto writer = store->begin();
    const auto group = writer->nextSequence();
    for (int number = 1; number <= 5; ++number) {
        const auto record = customerNumber(number);
        writer->add(record, {.type = &record.type(),
                             .id = record.id(),
                             .sequence = group,
                             .parent = {},
                             .feeds = {"u:a"}});
    }
    writer->commit();
    add(6, {"u:a"});
    add(7, {"u:a"});

    const auto first = pull(from({{"u:a", 0}}, {}, 2));
    const auto second = pull(from({{"u:a", first.rows.reached}}, {}, 1));
    const auto third = pull(from({{"u:a", second.rows.reached}}, {}, 1));

    EXPECT_THAT(numbersOf(first.documents), ElementsAre(1, 2, 3, 4, 5));
    EXPECT_FALSE(first.rows.complete);
    EXPECT_EQ(first.rows.reached, group);
    EXPECT_THAT(numbersOf(second.documents), ElementsAre(6));
    EXPECT_FALSE(second.rows.complete);
    EXPECT_THAT(numbersOf(third.documents), ElementsAre(7));
    EXPECT_TRUE(third.rows.complete);
}

TEST_P(Feeds, AGroupLargerThanWhatIsFetchedAtATimeStaysWhole)
{
    const auto writer = store->begin();
    const auto group = writer->nextSequence();
    for (int number = 0; number < 2'500; ++number) {
        auto bytes = idOf(1).bytes();
        bytes[14] = static_cast<std::uint8_t>(number / 256);
        bytes[15] = static_cast<std::uint8_t>(number % 256);
        const Record record{typeNamed("customer"), Uuid{bytes}};
        writer->add(record, {.type = &record.type(),
                             .id = record.id(),
                             .sequence = group,
                             .parent = {},
                             .feeds = {"u:a"}});
    }
    writer->commit();
    refile(1, {"u:a"});

    const auto page = pull(from({{"u:a", 0}}, {}, 10));

    EXPECT_EQ(page.rows.records, 2'499u);
    EXPECT_FALSE(page.rows.complete);
}

TEST_P(Feeds, AFeedBeingLeftCallsBackWhatTheTabletMayHold)
{
    add(1, {"t:x"});
    add(2, {"t:x", "u:a"});
    const auto held = add(3, {"t:x"});
    refile(3, {"u:b"});
    add(4, {"t:x"});
    refile(1, {"t:x"});

    const auto page =
        pull(from({{"u:a", held}}, {{.feed = "t:x", .after = 0, .held = held, .leftAfter = 0}}));

    // 2 is still visible, 4 never was.
    EXPECT_THAT(page.rows.left, UnorderedElementsAre(idOf(1), idOf(3)));
    EXPECT_THAT(page.documents, IsEmpty());
    EXPECT_TRUE(page.rows.complete);
}

TEST_P(Feeds, AFeedBeingLeftIsWorkedOffInPages)
{
    for (int number = 1; number <= 5; ++number) {
        add(number, {"t:x"});
    }

    std::vector<Uuid> left;
    server::Sequence after = 0;
    bool complete = false;
    int pages = 0;
    while (!complete) {
        const auto page = pull(
            from({{"u:a", 5}}, {{.feed = "t:x", .after = after, .held = 5, .leftAfter = 0}}, 2));
        left.insert(left.end(), page.rows.left.begin(), page.rows.left.end());
        after = page.rows.reached;
        complete = page.rows.complete;
        ++pages;
    }

    EXPECT_THAT(left, ElementsAre(idOf(1), idOf(2), idOf(3), idOf(4), idOf(5)));
    EXPECT_EQ(pages, 3);
}

TEST_P(Feeds, AFeedBeingLeftSaysNothingOfWhatWasGoneBeforeItWasSubscribed)
{
    add(1, {"t:x"});
    const auto gone = refile(1, {"u:b"});

    // The tablet began when the record had left, and lost the feed again on its first page.
    const auto page =
        pull(from({}, {{.feed = "t:x", .after = 0, .held = gone - 1, .leftAfter = gone}}));

    EXPECT_THAT(page.rows.left, IsEmpty());
}

TEST_P(Feeds, AnUnknownFeedIsEmpty)
{
    add(1, {"u:a"});

    const auto page =
        pull(from({{"u:nobody", 0}}, {{.feed = "t:none", .after = 0, .held = 9, .leftAfter = 0}}));

    EXPECT_THAT(page.documents, IsEmpty());
    EXPECT_THAT(page.rows.left, IsEmpty());
    EXPECT_TRUE(page.rows.complete);
}

} // namespace
} // namespace fieldbook::testing
