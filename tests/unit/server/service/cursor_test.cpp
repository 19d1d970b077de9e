#include "server/service/cursor.h"
#include "shared/rules/board.h"
#include "tests/support/people.h"
#include "tests/support/seeded_entropy.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace fieldbook::testing {
namespace {

using server::Cursor;

SecretKey keyOf(std::uint64_t seed)
{
    SeededEntropy entropy{seed};
    return SecretKey::random(entropy);
}

std::string encoded(const Cursor& cursor, const Uuid& user, const SecretKey& key)
{
    SeededEntropy entropy{5};
    return server::encodeCursor(cursor, user, key, entropy);
}

TEST(Cursors, TellNothingOfHowFarTheCompanyHasGot)
{
    SeededEntropy entropy{5};
    const Cursor early{7, 9, 0, {{"c", 5, 0}}, {}};
    const Cursor late{1'000'000'007, 9'000'000'000, 0, {{"c", 8'999'999'999, 77}}, {}};

    const auto first = server::encodeCursor(early, idOf(1), keyOf(1), entropy);
    const auto again = server::encodeCursor(early, idOf(1), keyOf(1), entropy);
    const auto second = server::encodeCursor(late, idOf(1), keyOf(1), entropy);

    EXPECT_NE(first, again);
    EXPECT_EQ(first.size(), second.size());
}

TEST(Cursors, TheEmptyTextIsTheBeginning)
{
    const auto cursor = server::decodeCursor("", idOf(1), keyOf(1));

    ASSERT_TRUE(cursor);
    EXPECT_TRUE(cursor->feeds.empty());
    EXPECT_TRUE(cursor->leaving.empty());
}

TEST(Cursors, OfAnotherStoreOrUserAreNotTaken)
{
    const auto text = encoded({7, 9, 0, {{"c", 5, 0}}, {}}, idOf(1), keyOf(1));

    EXPECT_TRUE(server::decodeCursor(text, idOf(1), keyOf(1)));
    EXPECT_FALSE(server::decodeCursor(text, idOf(2), keyOf(1)));
    EXPECT_FALSE(server::decodeCursor(text, idOf(1), keyOf(2)));
}

RC_GTEST_PROP(Cursors, ComeBackAsTheyWere, ())
{
    const auto number = rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 60);
    const auto name = rc::gen::map(rc::gen::inRange(0, 100), [](int which) {
        const auto id = idOf(static_cast<std::uint8_t>(which)).text();
        return which == 0   ? std::string{"c"}
               : which == 1 ? "o"
               : which == 2 ? rules::boardFeed({})
                            : std::string{"bmtu"[which % 4]} + ':' + id;
    });
    Cursor cursor;
    cursor.epoch = *number;
    cursor.seen = *number;
    cursor.form = *number;
    for (const auto& feed : *rc::gen::container<std::vector<std::string>>(name)) {
        cursor.feeds.push_back({feed, *number, *number});
        cursor.leaving.push_back({feed, *number, *number, *number});
    }

    const auto text = encoded(cursor, idOf(7), keyOf(1));
    const auto back = server::decodeCursor(text, idOf(7), keyOf(1));

    RC_ASSERT(back.has_value());
    RC_ASSERT(back->epoch == cursor.epoch);
    RC_ASSERT(back->seen == cursor.seen);
    RC_ASSERT(back->form == cursor.form);
    RC_ASSERT(back->feeds == cursor.feeds);
    RC_ASSERT(back->leaving == cursor.leaving);
}

RC_GTEST_PROP(Cursors, AnyAlteredCharacterIsNoticed, ())
{
    auto text =
        encoded({7, 9, 0, {{"c", 5, 9}, {"u:" + idOf(3).text(), 7, 0}}, {}}, idOf(1), keyOf(1));
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    const char other = *rc::gen::elementOf(std::string{"ABCDabcd0123-_= /"});
    RC_PRE(text[at] != other);

    text[at] = other;

    RC_ASSERT(!server::decodeCursor(text, idOf(1), keyOf(1)).has_value());
}

RC_GTEST_PROP(Cursors, AnyTextIsRefusedWithoutHarm, (const std::string& text))
{
    RC_PRE(!text.empty());

    RC_ASSERT(!server::decodeCursor(text, idOf(1), keyOf(1)).has_value());
}

} // namespace
} // namespace fieldbook::testing
